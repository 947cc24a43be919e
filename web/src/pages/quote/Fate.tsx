/** What became of a quote: the traveller's answer, and its mail where a person has to look. */
import { call } from "../../api/client";
import { can } from "../../api/can";
import type { Quote } from "../../api/types";
import { moment } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { spoken } from "../../ui/failure";
import { Button } from "../../ui/kit";

export function Answered({ quote }: { quote: Quote }) {
  const { t, language, zone } = useWords();
  const { answer } = quote;
  if (!answer) return null;
  const at = moment(language, zone, answer.at);
  if (answer.kind === "accepted") {
    return (
      <p className="good quote-answer" role="status">
        <strong>{t.quotes.accepted(answer.name, at)}</strong> {t.quotes.acceptedOption(answer.option)}
      </p>
    );
  }
  return (
    <p className="callout quote-answer">
      <strong>{t.quotes.declined(at)}</strong> {answer.reason}
    </p>
  );
}

export function Sending({ quote }: { quote: Quote }) {
  const { t } = useWords();
  const works = useRole() !== "viewer";
  const settle = useAct({
    work: (outcome: "sent" | "not_sent") => call("POST", `/quotes/${quote.id}/settle`, { outcome }),
    said: t.quotes.settled,
    changes: ["quotes"],
  });
  const { sending } = quote;
  if (!sending) return null;
  if (sending.state === "unknown") {
    return (
      <section className="callout" aria-labelledby="unknown">
        <h2 id="unknown">{t.quotes.unknownTitle}</h2>
        <p>{t.quotes.unknownText}</p>
        {works && can("post /quotes/{id}/settle") ? (
          <div className="form-foot">
            <Button onPress={() => settle.mutate("sent")} isPending={settle.isPending}>{t.quotes.wentOut}</Button>
            <Button onPress={() => settle.mutate("not_sent")} isPending={settle.isPending}>{t.quotes.didNot}</Button>
          </div>
        ) : null}
      </section>
    );
  }
  if (sending.state === "failed") {
    return (
      <section className="callout" aria-labelledby="failed">
        <h2 id="failed">{t.quotes.failedTitle}</h2>
        {sending.reason ? <p>{spoken(t, sending.reason)}</p> : null}
      </section>
    );
  }
  return ["pending", "claimed", "deferred"].includes(sending.state) ? <p className="callout" role="status">{t.quotes.sendingState[sending.state]}.</p> : null;
}
