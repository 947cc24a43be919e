/** Every revision, newest first: how far each came, and what changed from one to the next. */
import { useState } from "react";
import { can } from "../../api/can";
import type { Quote } from "../../api/types";
import { day, moment } from "../../format";
import { useWords } from "../../i18n";
import { Amount, Button } from "../../ui/kit";
import { QuoteTag } from "../../ui/states";
import { Difference } from "./Difference";

export function Revisions({ quote }: { quote: Quote }) {
  const { t, language, zone } = useWords();
  const [compared, setCompared] = useState<number>();
  return (
    <section className="panel" aria-labelledby="revisions">
      <header className="panel-head"><h2 id="revisions">{t.quotes.revisions}</h2></header>
      <ol className="panel-body revisions">
        {quote.revisions.toReversed().map((one) => (
          <li key={one.revision} aria-current={one.revision === quote.revision ? "true" : undefined}>
            <span>{t.quotes.revision(one.revision)}</span>
            <QuoteTag state={one.state} />
            {one.main_total ? <Amount money={one.main_total} /> : null}
            <p className="hint">
              {[
                day(language, one.created_at.slice(0, 10)),
                one.sent_at ? t.quotes.sentAt(moment(language, zone, one.sent_at)) : "",
                one.sent_at ? t.quotes.views(one.views) : "",
                one.reminded_at ? t.quotes.reminded(moment(language, zone, one.reminded_at)) : "",
              ].filter(Boolean).join(", ")}
            </p>
            {one.revision > 1 && can("get /quotes/{id}/diff") ? (
              <Button small look="quiet" onPress={() => setCompared(one.revision)}>{t.quotes.compare}</Button>
            ) : null}
          </li>
        ))}
      </ol>
      {compared ? <Difference quote={quote} to={compared} onClose={() => setCompared(undefined)} /> : null}
    </section>
  );
}
