/** One enquiry: the mail beside what was read from it, and the way to its quote. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { can } from "../../api/can";
import { enquiry as enquiryQuery, message as messageQuery } from "../../api/queries";
import type { Enquiry } from "../../api/types";
import type { Message } from "../../api/records";
import { moment } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { BackIcon } from "../../ui/icons";
import { Button, PageHead, Skeleton } from "../../ui/kit";
import { EnquiryTag, OriginMark } from "../../ui/states";
import { Steps } from "../Steps";
import { History, Keeper, Replies, ToClient } from "./Aside";
import { Deeds } from "./Deeds";
import { Letter } from "./Letter";
import { fieldLines, travellerOf, wishOf, type FieldLine } from "./words";

const Write = lazy(() => import("./Write"));

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
        marks={<EnquiryTag state={enquiry.state} />}
        lead={
          <>
            {wishOf(t, language, enquiry) || enquiry.subject}
            <span className="lead-rest">
              <time dateTime={enquiry.created_at}>{t.enquiries.cameAt(moment(language, zone, enquiry.created_at))}</time>
              {enquiry.follows ? <Link to="/enquiries/$id" params={{ id: enquiry.follows }}>{t.enquiries.follows}</Link> : null}
              <ToClient enquiry={enquiry} />
            </span>
          </>
        }
      >
        <Deeds enquiry={enquiry} />
      </PageHead>
      {enquiry.reason ? <p className="callout">{t.enquiries.reason}: {enquiry.reason}</p> : null}
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
          <Keeper enquiry={enquiry} />
          <Missing enquiry={enquiry} />
          <FieldPanel lines={lines} chosen={chosen} onChoose={setChosen} />
          <Draft enquiry={enquiry} />
          <Replies enquiry={enquiry} />
          <History enquiry={enquiry} />
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

/** The question that was drafted because something is missing. */
function Draft({ enquiry }: { enquiry: Enquiry }) {
  const { t } = useWords();
  const [writing, setWriting] = useState(false);
  const works = useRole() !== "viewer" && can("post /enquiries/{id}/reply");
  if (!enquiry.draft_reply) return null;
  return (
    <section className="panel draft-reply" aria-labelledby="draft-reply">
      <header className="panel-head">
        <h2 id="draft-reply">{t.enquiries.draftReply}</h2>
        {works ? <Button small onPress={() => setWriting(true)}>{t.enquiries.useDraft}</Button> : null}
      </header>
      <p className="panel-body">{enquiry.draft_reply}</p>
      <Suspense>{writing ? <Write enquiry={enquiry} onClose={() => setWriting(false)} /> : null}</Suspense>
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
