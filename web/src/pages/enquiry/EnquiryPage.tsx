/** One enquiry: the mail beside what was read from it, and the way to its quote. */
import { useMutation, useQueries, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api, ApiFailure, ok } from "../../api/client";
import { can } from "../../api/can";
import { agency, enquiry as enquiryQuery, message as messageQuery } from "../../api/queries";
import type { Enquiry } from "../../api/types";
import type { Message } from "../../api/records";
import { moment } from "../../format";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Failure } from "../../ui/failure";
import { ArrowIcon, BackIcon } from "../../ui/icons";
import { Button, PageHead, Skeleton } from "../../ui/kit";
import { EnquiryTag, OriginMark } from "../../ui/states";
import { Steps } from "../Steps";
import { Letter } from "./Letter";
import { fieldLines, fieldNames, questionOf, travellerOf, wishOf, type FieldLine } from "./words";

export default function EnquiryPage() {
  const { id } = useParams({ from: "/agency/enquiries/$id" });
  const { t } = useWords();
  const found = useQuery(enquiryQuery(id));
  if (found.error && !found.data) return <Failure failure={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={10} tall />;
  return (
    <>
      <Link to="/enquiries" className="way-back">
        <BackIcon size={16} /> {t.enquiries.title}
      </Link>
      <Whole enquiry={found.data} key={found.data.id} />
    </>
  );
}

function Whole({ enquiry }: { enquiry: Enquiry }) {
  const { t, language, zone } = useWords();
  const [chosen, setChosen] = useState<string>();
  const lines = fieldLines(t, language, enquiry.fields);
  const mails = useQueries({
    queries: enquiry.message_ids.map((id) => ({ ...messageQuery(id), enabled: can("get /mail/messages/{id}") })),
  });
  const read = mails.map((mail) => mail.data).filter((mail): mail is Message => mail !== undefined);

  return (
    <>
      <PageHead
        title={travellerOf(enquiry) ?? t.enquiries.unknownTraveller}
        lead={<>{wishOf(t, language, enquiry) || enquiry.subject}</>}
      >
        <EnquiryTag state={enquiry.state} />
        <time className="hint" dateTime={enquiry.created_at}>{moment(language, zone, enquiry.created_at)}</time>
        <ToQuote enquiry={enquiry} />
      </PageHead>
      {enquiry.reason ? <p className="callout">{t.enquiries.reason}: {enquiry.reason}</p> : null}
      {enquiry.follows ? (
        <p className="hint">
          <Link to="/enquiries/$id" params={{ id: enquiry.follows }}>{t.enquiries.follows}</Link>
        </p>
      ) : null}
      <div className="beside">
        <section aria-label={t.enquiries.mail} className="beside-mail">
          {mails.some((mail) => mail.isLoading) ? <Skeleton lines={9} /> : null}
          {read.map((mail, place) => (
            <Letter key={mail.id} message={mail} lines={lines} chosen={chosen} onChoose={setChosen} place={place + 1} of={read.length} />
          ))}
          {read.length === 0 && !mails.some((mail) => mail.isLoading) ? <Excerpts enquiry={enquiry} lines={lines} chosen={chosen} /> : null}
          {read.map((mail) => (mail.steps.length > 0 ? <Steps key={mail.id} steps={mail.steps} title={t.enquiries.steps} /> : null))}
        </section>
        <div className="beside-fields">
          <Missing enquiry={enquiry} />
          <FieldPanel lines={lines} chosen={chosen} onChoose={setChosen} />
          {enquiry.draft_reply ? (
            <section className="panel draft-reply" aria-label={t.enquiries.draftReply}>
              <header className="panel-head"><h2>{t.enquiries.draftReply}</h2></header>
              <p className="panel-body">{enquiry.draft_reply}</p>
            </section>
          ) : null}
        </div>
      </div>
    </>
  );
}

/** Without the mail itself, at least its words. */
function Excerpts({ enquiry, lines, chosen }: { enquiry: Enquiry; lines: FieldLine[]; chosen: string | undefined }) {
  const { t } = useWords();
  const quoted = lines.filter((line) => line.evidence.source);
  return (
    <article className="letter">
      <header className="letter-head"><h2>{enquiry.subject}</h2></header>
      <p className="hint">{quoted.length > 0 ? t.enquiries.noMail : t.enquiries.noMailAtAll}</p>
      <ul className="excerpts">
        {quoted.map((line) => (
          <li key={line.name}>
            <mark className={`evidence${line.name === chosen ? " chosen" : ""}`}>{line.evidence.source!.text}</mark>
          </li>
        ))}
      </ul>
    </article>
  );
}

interface FieldPanelProps {
  lines: FieldLine[];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
}

function FieldPanel({ lines, chosen, onChoose }: FieldPanelProps) {
  const { t } = useWords();
  return (
    <section className="panel" aria-label={t.enquiries.fields}>
      <header className="panel-head">
        <h2>{t.enquiries.fields}</h2>
        <p className="hint">{t.enquiries.fieldsHint}</p>
      </header>
      <ul className="field-lines">
        {lines.map((line) => (
          <li key={line.name}>
            <button
              type="button"
              id={`field-${line.name}`}
              aria-pressed={line.name === chosen}
              onClick={() => onChoose(line.name === chosen ? undefined : line.name)}
            >
              <span className="field-name">{line.label}</span>
              <span className="field-value">{line.text}</span>
              <OriginMark origin={line.evidence.origin} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Missing({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  if (enquiry.missing.length === 0) return null;
  return (
    <section className="callout" aria-label={t.enquiries.missing}>
      <h2>{t.enquiries.missing}</h2>
      <ul>
        {enquiry.missing.map((name) => (
          <li key={name}>{t.fields[name] ?? name}</li>
        ))}
      </ul>
      <p className="hint">{t.enquiries.missingText}</p>
    </section>
  );
}

/** The one thing to do next: open the quote, or have it written. */
function ToQuote({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  const here = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { data: tenant } = useQuery(agency);
  const write = useMutation({
    mutationFn: () => ok(api.POST("/api/v1/enquiries/{id}/quote", { params: { path: { id: enquiry.id } } })),
    onSuccess: (started) => {
      void client.invalidateQueries({ queryKey: ["enquiries"] });
      void navigate({ to: "/quotes/$id", params: { id: (started as { quote_id: string }).quote_id } });
    },
  });
  const mayWrite = here.kind === "in" && here.user.role !== "viewer";
  const closed = ["lost", "rejected", "spam"].includes(enquiry.state);

  return (
    <>
      {tenant && can("post /quotes/price") ? (
        <Link to="/price" search={clean(questionOf(enquiry))} className="button plain">{t.enquiries.tryPrice}</Link>
      ) : null}
      {enquiry.quote_id ? (
        <Link to="/quotes/$id" params={{ id: enquiry.quote_id }} className="button primary">
          {t.enquiries.openQuote} <ArrowIcon size={16} />
        </Link>
      ) : mayWrite && !closed && can("post /enquiries/{id}/quote") ? (
        <Button look="primary" isPending={write.isPending} isDisabled={enquiry.missing.length > 0} onPress={() => write.mutate()}>
          {write.isPending ? t.enquiries.quoting : t.enquiries.quoteNow}
        </Button>
      ) : null}
      {enquiry.missing.length > 0 && !enquiry.quote_id ? (
        <p className="hint">{t.enquiries.cannotQuote(fieldNames(t, enquiry.missing))}</p>
      ) : null}
      {write.error ? <Failure failure={write.error instanceof ApiFailure ? write.error : write.error} /> : null}
    </>
  );
}

function clean<T extends object>(question: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };
}
