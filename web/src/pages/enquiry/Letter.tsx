/** A mail as it was written, with the words marked that a field was read from. */
import { useEffect, useRef } from "react";
import type { Message } from "../../api/records";
import { fullMoment } from "../../format";
import { useWords } from "../../i18n";
import { pieces, unwrapped, type Span } from "../../text/spans";
import { ClipIcon } from "../../ui/icons";
import type { FieldLine } from "./words";

interface LetterProps {
  message: Message;
  lines: FieldLine[];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
  place: number;
  of: number;
}

export function Letter({ message, lines, chosen, onChoose, place, of }: LetterProps) {
  const { t, language, zone } = useWords();
  const box = useRef<HTMLElement>(null);

  useEffect(() => {
    const mark = chosen ? box.current?.querySelector(`mark[data-fields~="${chosen}"]`) : undefined;
    mark?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }, [chosen]);

  const spans = (part: string): Span[] =>
    lines.flatMap(({ name, evidence }) =>
      evidence.source && evidence.source.part === part && evidence.source.message_id === message.id
        ? [{ field: name, start: evidence.source.start, end: evidence.source.end }]
        : [],
    );
  const labels = Object.fromEntries(lines.map((line) => [line.name, line.label]));
  const marked = (text: string, part: string) => <Marked text={text} spans={spans(part)} chosen={chosen} onChoose={onChoose} labels={labels} />;
  // A span of the sender counts in the name or in the address: whichever has its words there.
  const sender = (said: string) => {
    const letters = [...said];
    const own = spans("from").filter(({ field, start, end }) => {
      const source = lines.find((line) => line.name === field)?.evidence.source;
      return letters.slice(start, end).join("").toLowerCase() === source?.text.toLowerCase();
    });
    return <Marked text={said} spans={own} chosen={chosen} onChoose={onChoose} labels={labels} />;
  };

  return (
    <article className="letter" ref={box} lang="">
      <header className="letter-head">
        <h2>{marked(message.subject, "subject")}</h2>
        <p className="hint">
          {message.from_name ? <>{sender(message.from_name)} </> : null}
          {message.from ? <>&lt;{sender(message.from)}&gt;</> : null}
          <br />
          <time dateTime={message.date ?? message.received_at}>{fullMoment(language, zone, message.date ?? message.received_at)}</time>
          {of > 1 ? <> · {t.enquiries.messageOf(place, of)}</> : null}
        </p>
      </header>
      <div className="letter-text">{marked(unwrapped(message.text), "text")}</div>
      {message.signature ? (
        <div className="letter-signature">
          <span className="visually-hidden">{t.enquiries.signature}</span>
          {marked(message.signature, "signature")}
        </div>
      ) : null}
      {message.attachments.length > 0 ? (
        <ul className="clips" aria-label={t.inbox.attachments}>
          {message.attachments.map((one, at) => (
            <li key={at}>
              <ClipIcon size={15} /> {one.name ?? one.content_type ?? one.type}
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  );
}

interface MarkedProps {
  text: string;
  spans: Span[];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
  labels: Record<string, string>;
}

function Marked({ text, spans, chosen, onChoose, labels }: MarkedProps) {
  return pieces(text, spans).map((piece, at) =>
    piece.fields.length === 0 ? (
      <span key={at}>{piece.text}</span>
    ) : (
      <mark
        key={at}
        className={`evidence${chosen && piece.fields.includes(chosen) ? " chosen" : ""}`}
        data-fields={piece.fields.join(" ")}
        title={piece.fields.map((field) => labels[field] ?? field).join(", ")}
        onClick={() => {
          const [first] = piece.fields;
          onChoose(first);
          if (first) document.getElementById(`field-${first}`)?.focus();
        }}
      >
        {piece.text}
      </mark>
    ),
  );
}
