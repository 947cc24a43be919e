/** Questions answered from the agency's own knowledge, each with the passages it rests on. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { call } from "../api/client";
import { can } from "../api/can";
import type { Answer, Citation, Document } from "../api/records";
import { useWords } from "../i18n";
import { pieces } from "../text/spans";
import { Dialog } from "../ui/dialog";
import { Failure, inWords } from "../ui/failure";
import { Button, Choices, Empty, PageHead, Skeleton, Tag } from "../ui/kit";
import { say } from "../ui/toasts";
import { Options } from "./quote/Options";
import { Gaps } from "./Gaps";
import { Report } from "./Report";
import { Tickets } from "./Tickets";

type Tab = "ask" | "tickets" | "gaps" | "report";

export default function Helpdesk() {
  const { t } = useWords();
  const [tab, setTab] = useState<Tab>("ask");
  const tabs: Tab[] = ["ask", ...(can("get /helpdesk/tickets") ? ["tickets" as const] : []), ...(can("get /helpdesk/gaps") ? ["gaps" as const] : []), ...(can("get /helpdesk/stats") ? ["report" as const] : [])];
  return (
    <>
      <PageHead title={t.helpdesk.title}>
        {tabs.length > 1 ? (
          <Choices label={t.helpdesk.title} value={tab} options={tabs.map((value) => ({ value, label: t.helpdesk.tabs[value] }))} onChange={setTab} />
        ) : null}
      </PageHead>
      {tab === "ask" ? <Ask /> : tab === "tickets" ? <Tickets /> : tab === "gaps" ? <Gaps /> : <Report />}
    </>
  );
}

interface Turn {
  question: string;
  answer: Answer;
}

function Ask() {
  const { t } = useWords();
  const [turns, setTurns] = useState<Turn[]>([]);
  const [text, setText] = useState("");
  const [passage, setPassage] = useState<Citation>();
  const box = useRef<HTMLTextAreaElement>(null);
  const ask = useMutation({
    mutationFn: (question: string) => {
      const conversation_id = turns.at(-1)?.answer.conversation_id;
      return call<Answer>("POST", "/helpdesk/ask", { question, ...(conversation_id ? { conversation_id } : {}) });
    },
    onSuccess: (answer, question) => {
      setTurns([...turns, { question, answer }]);
      setText("");
      box.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const question = text.trim();
    if (question && !ask.isPending) ask.mutate(question);
  };

  return (
    <div className="talk">
      {turns.length === 0 && !ask.isPending ? (
        <Empty
          title={t.helpdesk.start}
          action={
            <div className="examples">
              {t.helpdesk.examples.map((example) => (
                <Button key={example} small onPress={() => ask.mutate(example)}>{example}</Button>
              ))}
            </div>
          }
        >
          {t.helpdesk.startText}
        </Empty>
      ) : null}
      <div role="log" aria-label={t.helpdesk.title} className="turns">
        {turns.map((turn, place) => (
          <TurnView key={place} turn={turn} onOpen={setPassage} />
        ))}
        {ask.isPending ? (
          <div className="turn">
            <p className="turn-question">{ask.variables}</p>
            <Skeleton lines={3} />
          </div>
        ) : null}
      </div>
      {ask.error ? <Failure failure={ask.error} retry={() => ask.variables && ask.mutate(ask.variables)} /> : null}
      <form className="talk-box" onSubmit={submit}>
        <textarea
          ref={box}
          rows={2}
          aria-label={t.helpdesk.placeholder}
          placeholder={t.helpdesk.placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey) submit(event);
          }}
        />
        <Button type="submit" look="primary" isPending={ask.isPending}>{t.helpdesk.ask}</Button>
      </form>
      {turns.length > 0 ? (
        <Button small look="quiet" onPress={() => setTurns([])}>{t.helpdesk.newConversation}</Button>
      ) : null}
      <Passage citation={passage} onClose={() => setPassage(undefined)} />
    </div>
  );
}

function TurnView({ turn: { question, answer }, onOpen }: { turn: Turn; onOpen: (citation: Citation) => void }) {
  const { t } = useWords();
  const [rated, setRated] = useState(false);
  const open = useMutation({
    mutationFn: () => call("POST", "/helpdesk/tickets", { subject: question.slice(0, 120), text: question, question_id: answer.id }),
    onSuccess: () => say(t.helpdesk.ticketOpened),
    onError: (failure) => say(inWords(t, failure), { tone: "bad" }),
  });
  const rate = useMutation({
    mutationFn: (helpful: boolean) => call("POST", "/helpdesk/feedback", { id: answer.id, helpful }),
    onSuccess: () => setRated(true),
    onError: (failure) => say(inWords(t, failure), { tone: "bad" }),
  });
  return (
    <article className="turn">
      <p className="turn-question">{question}</p>
      {answer.abstained ? <Tag tone="amber">{t.helpdesk.abstained}</Tag> : null}
      <p className="turn-answer">{answer.answer}</p>
      {answer.options && answer.options.length > 0 ? <div className="turn-options"><Options under={2} options={answer.options} frozen={false} /></div> : null}
      {answer.citations.length > 0 ? (
        <ol className="citations" aria-label={t.helpdesk.sources}>
          {answer.citations.map((citation, place) => (
            <li key={`${citation.passage_id}${place}`}>
              <button type="button" onClick={() => onOpen(citation)}>
                <strong>{citation.title}</strong>
                <span>{citation.quote}</span>
              </button>
            </li>
          ))}
        </ol>
      ) : null}
      <p className="turn-foot hint">
        {t.helpdesk.kind[answer.kind] ?? answer.kind} · {t.helpdesk.timing(Math.round(answer.timings.search_ms), Math.round(answer.timings.total_ms))}
        {can("post /helpdesk/feedback") ? (
          rated ? <> · {t.helpdesk.thanks}</> : (
            <>
              <button type="button" className="link" onClick={() => rate.mutate(true)}>{t.helpdesk.helpful}</button>
              <button type="button" className="link" onClick={() => rate.mutate(false)}>{t.helpdesk.unhelpful}</button>
            </>
          )
        ) : null}
        {answer.abstained && can("post /helpdesk/tickets") && !open.isSuccess ? (
          <button type="button" className="link" onClick={() => open.mutate()}>{t.helpdesk.openTicket}</button>
        ) : null}
      </p>
    </article>
  );
}

/** The document around a citation, with the quoted words marked where they stand. */
function Passage({ citation, onClose }: { citation: Citation | undefined; onClose: () => void }) {
  const found = useQuery({
    queryKey: ["documents", citation?.document_id],
    queryFn: () => call<Document>("GET", `/knowledge/documents/${citation!.document_id}`),
    enabled: citation !== undefined && can("get /knowledge/documents/{id}"),
  });
  const text = found.data?.text;
  return (
    <Dialog title={citation?.title ?? ""} open={citation !== undefined} onClose={onClose} side wide>
      {found.isLoading ? <Skeleton lines={6} /> : null}
      {citation && text ? <p className="passage"><Quoted text={text} quote={citation.quote} /></p> : null}
      {citation && !text && !found.isLoading ? <blockquote className="passage"><mark className="evidence chosen">{citation.quote}</mark></blockquote> : null}
    </Dialog>
  );
}

function Quoted({ text, quote }: { text: string; quote: string }) {
  const at = text.indexOf(quote);
  if (at < 0) return <><mark className="evidence chosen">{quote}</mark>{"\n\n"}{text}</>;
  const start = [...text.slice(0, at)].length;
  return pieces(text, [{ field: "quote", start, end: start + [...quote].length }]).map((piece, place) =>
    piece.fields.length > 0 ? <mark key={place} className="evidence chosen">{piece.text}</mark> : <span key={place}>{piece.text}</span>,
  );
}
