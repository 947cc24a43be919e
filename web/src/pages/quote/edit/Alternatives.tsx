/** The plans that are offered, the first being the main one, each with its price of now. */
import { useState } from "react";
import type { Offer, PricedOption, Quote } from "../../../api/types";
import { useWords } from "../../../i18n";
import { Amount, Button, Empty, Tag } from "../../../ui/kit";
import { spoken } from "../../../ui/failure";
import { keyOf, type Choice, type Draft } from "./draft";
import { ByHand } from "./ByHand";

interface AlternativesProps {
  draft: Draft;
  quote: Quote;
  offer: Offer | undefined;
  busy: boolean;
  onChange: (options: Choice[]) => void;
}

export function Alternatives({ draft, quote, offer, busy, onChange }: AlternativesProps) {
  const { t } = useWords();
  const { options } = draft;
  const put = (at: number, next: Choice) => onChange(options.map((one, place) => (place === at ? next : one)));
  const first = (at: number) => onChange([options[at]!, ...options.filter((_, place) => place !== at)]);
  return (
    <section aria-labelledby="chosen" aria-busy={busy}>
      <header className="section-head">
        <h2 id="chosen">{t.editor.chosen}</h2>
        <p className="hint">{t.editor.chosenHint}</p>
      </header>
      {options.length === 0 ? <Empty title={t.editor.noneChosen}>{t.editor.noneChosenText}</Empty> : null}
      <ol className="chosen">
        {options.map((choice, at) => (
          <li key={keyOf(choice)} className="panel">
            <Alternative
              choice={choice}
              main={at === 0}
              priced={offer?.options.find((one) => keyOf(one) === keyOf(choice))}
              refused={offer?.refused.find((one) => keyOf(one) === keyOf(choice))?.detail}
              was={quote.options.find((one) => keyOf(one) === keyOf(choice))}
              onChange={(next) => put(at, next)}
              onFirst={() => first(at)}
              onDrop={() => onChange(options.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface AlternativeProps {
  choice: Choice;
  main: boolean;
  priced: PricedOption | undefined;
  refused: string | undefined;
  was: PricedOption | undefined;
  onChange: (next: Choice) => void;
  onFirst: () => void;
  onDrop: () => void;
}

function Alternative({ choice, main, priced, refused, was, onChange, onFirst, onDrop }: AlternativeProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(choice.prices.length + choice.lines.length > 0);
  const byHand = choice.prices.length + choice.lines.length;
  return (
    <article aria-label={choice.hotel} className="chosen-one">
      <header>
        <div>
          <h3 className="option-hotel">{choice.hotel}</h3>
          <p className="hint">{choice.room_type}, {t.board[choice.board] ?? choice.board}</p>
        </div>
        <p className="chosen-price">
          {priced ? <Amount money={priced.total} strong /> : refused ? <Tag tone="red">{t.price.refused}</Tag> : null}
          {priced && was && priced.total.amount !== was.total.amount ? <span className="hint">{t.editor.was} <Amount money={was.total} /></span> : null}
          {byHand > 0 ? <span className="hint">{t.editor.beforeByHand}</span> : null}
        </p>
      </header>
      {refused ? <p className="error">{spoken(t, refused)}</p> : null}
      <div className="form-foot">
        {main ? <Tag tone="blue">{t.quotes.mainOption}</Tag> : <Button small onPress={onFirst}>{t.editor.makeMain}</Button>}
        <Button small onPress={() => setOpen(!open)} aria-expanded={open}>{t.editor.byHand(byHand)}</Button>
        <Button small look="quiet" onPress={onDrop}>{t.app.remove}</Button>
      </div>
      {open ? <ByHand choice={choice} priced={priced ?? was} onChange={onChange} /> : null}
    </article>
  );
}
