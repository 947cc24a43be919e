/** One quote: its alternatives, why it waits, its document, and what may be done with it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { ApiFailure, call, failure as failed, raw } from "../../api/client";
import { can } from "../../api/can";
import { quote as quoteQuery } from "../../api/queries";
import type { Quote } from "../../api/types";
import { day, stay } from "../../format";
import { useWords } from "../../i18n";
import { useSession } from "../../session/session";
import { Confirm } from "../../ui/dialog";
import { Failure, inWords, sentence } from "../../ui/failure";
import { BackIcon, SendIcon } from "../../ui/icons";
import { Amount, Button, Empty, PageHead, Skeleton } from "../../ui/kit";
import { QuoteTag } from "../../ui/states";
import { say } from "../../ui/toasts";
import { roomText } from "../enquiry/words";
import { Options } from "./Options";

/** A quote that was just asked for is written within moments; until then it is waited for. */
const PATIENCE = 60_000;

export default function QuotePage() {
  const { id } = useParams({ from: "/agency/quotes/$id" });
  const { t } = useWords();
  const [since] = useState(() => Date.now());
  const found = useQuery({
    ...quoteQuery(id),
    refetchInterval: (query) => (query.state.data ? 15_000 : Date.now() - since < PATIENCE ? 1_000 : false),
    retry: false,
  });
  const coming = found.error instanceof ApiFailure && found.error.status === 404 && Date.now() - since < PATIENCE;
  return (
    <>
      <Link to="/quotes" className="way-back">
        <BackIcon size={16} /> {t.quotes.title}
      </Link>
      {found.data ? (
        <Whole quote={found.data} />
      ) : coming ? (
        <Empty title={t.quotes.coming}>{t.quotes.comingText}</Empty>
      ) : found.error ? (
        <Failure failure={found.error} retry={() => void found.refetch()} />
      ) : (
        <Skeleton lines={8} tall />
      )}
    </>
  );
}

function Whole({ quote }: { quote: Quote }) {
  const { t, language } = useWords();
  return (
    <>
      <PageHead
        title={quote.traveller.name || quote.traveller.email || quote.number}
        lead={
          <>
            {[quote.number, stay(language, quote.dates), quote.rooms.map((room) => roomText(t, room)).join("; ")].join("\u2002·\u2002")}
          </>
        }
      >
        <QuoteTag state={quote.state} />
        <span className="hint">{t.quotes.validUntil} {day(language, quote.valid_until)}</span>
        <Link to="/enquiries/$id" params={{ id: quote.enquiry_id }} className="button plain">{t.quotes.toEnquiry}</Link>
        <Actions quote={quote} />
      </PageHead>
      {quote.reasons.length > 0 && ["draft", "ready"].includes(quote.state) ? (
        <section className="callout" aria-label={t.quotes.held}>
          <h2>{t.quotes.held}</h2>
          <ul>
            {quote.reasons.map((reason) => (
              <li key={reason}>{sentence(reason)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="quote-options" aria-labelledby="options">
        <header>
          <h2 id="options">{t.quotes.options}</h2>
          <p className="hint">{t.quotes.optionsHint}</p>
        </header>
        {quote.options.length > 0 ? <Options under={3} options={quote.options} frozen /> : <p className="lead">{t.quotes.noOptions}</p>}
      </section>
      <div className="quote-rest">
        <div>
          {quote.notes.length > 0 ? (
            <section className="panel">
              <header className="panel-head"><h2>{t.quotes.notes}</h2></header>
              <ul className="panel-body">
                {quote.notes.map((note) => (
                  <li key={note}>{sentence(note)}</li>
                ))}
              </ul>
            </section>
          ) : null}
          <Revisions quote={quote} />
        </div>
        <Document quote={quote} />
      </div>
    </>
  );
}

function Revisions({ quote }: { quote: Quote }) {
  const { t, language } = useWords();
  return (
    <section className="panel" aria-labelledby="revisions">
      <header className="panel-head"><h2 id="revisions">{t.quotes.revisions}</h2></header>
      <ol className="panel-body revisions">
        {quote.revisions.toReversed().map((one) => (
          <li key={one.revision} aria-current={one.revision === quote.revision ? "true" : undefined}>
            <span>{t.quotes.revision(one.revision)}</span>
            <time className="hint" dateTime={one.created_at}>{day(language, one.created_at.slice(0, 10))}</time>
            {one.main_total ? <Amount money={one.main_total} /> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Act = "ready" | "send" | "withdraw" | "revise" | "resend";

function Actions({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const here = useSession();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Act>();
  const act = useMutation({
    mutationFn: (what: Act) =>
      call("POST", `/quotes/${quote.id}/${what}`, undefined, { "idempotency-key": `${what}-${quote.id}-${quote.version}` }),
    onSuccess: (_, what) => {
      setAsking(undefined);
      const said = { send: t.quotes.sent, resend: t.quotes.sent, withdraw: t.quotes.withdrawn, revise: t.quotes.reviseDone, ready: t.app.saved };
      say(said[what]);
      void client.invalidateQueries({ queryKey: ["quotes"] });
      void client.invalidateQueries({ queryKey: ["enquiries"] });
    },
    onError: (failure) => {
      setAsking(undefined);
      say(inWords(t, failure), { tone: "bad" });
      void client.invalidateQueries({ queryKey: ["quotes"] });
    },
  });
  if (here.kind !== "in" || here.user.role === "viewer") return null;
  const may = (what: Act, ...states: Quote["state"][]) => can(`post /quotes/{id}/${what}`) && states.includes(quote.state);

  return (
    <>
      {quote.links.public ? <a className="button plain" href={quote.links.public} target="_blank" rel="noreferrer">{t.quotes.publicLink}</a> : null}
      {may("withdraw", "draft", "ready", "sent", "viewed") ? <Button onPress={() => setAsking("withdraw")}>{t.quotes.withdraw}</Button> : null}
      {may("ready", "draft") ? <Button isPending={act.isPending} onPress={() => act.mutate("ready")}>{t.quotes.ready}</Button> : null}
      {may("send", "draft", "ready") ? (
        <Button look="primary" isDisabled={quote.options.length === 0 || !quote.traveller.email} onPress={() => setAsking("send")}>
          <SendIcon size={16} /> {t.quotes.send}
        </Button>
      ) : null}
      <Confirm
        title={t.quotes.sendTitle(quote.number)}
        open={asking === "send"}
        onClose={() => setAsking(undefined)}
        onConfirm={() => act.mutate("send")}
        confirm={t.quotes.send}
        busy={act.isPending}
      >
        <p>{t.quotes.sendText(quote.traveller.name, quote.traveller.email)}</p>
        {quote.reasons.length > 0 ? (
          <div className="callout">
            <h3>{t.quotes.sendAnyway}</h3>
            <ul>
              {quote.reasons.map((reason) => (
                <li key={reason}>{sentence(reason)}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </Confirm>
      <Confirm
        title={t.quotes.withdrawTitle(quote.number)}
        open={asking === "withdraw"}
        onClose={() => setAsking(undefined)}
        onConfirm={() => act.mutate("withdraw")}
        confirm={t.quotes.withdraw}
        danger
        busy={act.isPending}
      >
        <p>{t.quotes.withdrawText}</p>
      </Confirm>
    </>
  );
}

/** The PDF as the traveller gets it, fetched with the session and shown from memory. */
function Document({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const [url, setUrl] = useState<string>();
  const file = useQuery({
    queryKey: ["quotes", quote.id, "pdf", quote.revision],
    queryFn: async () => {
      const answer = await raw("GET", `/quotes/${quote.id}/pdf`);
      if (!answer.ok) throw failed(answer, await answer.json().catch(() => undefined));
      return new Blob([await answer.arrayBuffer()], { type: "application/pdf" });
    },
    staleTime: Infinity,
  });
  useEffect(() => {
    if (!file.data) return;
    const made = URL.createObjectURL(file.data);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file.data]);

  return (
    <section className="panel document" aria-labelledby="document">
      <header className="panel-head">
        <h2 id="document">{t.quotes.pdf}</h2>
        {url ? <a href={url} target="_blank" rel="noreferrer">{t.quotes.pdfOpen}</a> : null}
      </header>
      {file.isPending ? <div className="panel-body"><Skeleton lines={8} /></div> : null}
      {file.error ? <div className="panel-body"><Failure failure={file.error} retry={() => void file.refetch()} /></div> : null}
      {url ? <iframe src={`${url}#toolbar=0&navpanes=0&view=FitH`} title={t.quotes.pdfPages} /> : null}
    </section>
  );
}
