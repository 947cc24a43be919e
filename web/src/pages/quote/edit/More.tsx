/** What else the rates give for this journey, to be taken up as an alternative. */
import { useState } from "react";
import type { Offer } from "../../../api/types";
import { useWords } from "../../../i18n";
import { Amount, Button } from "../../../ui/kit";
import { SearchBox } from "../../../ui/SearchBox";
import { Stars } from "../../../ui/states";
import { choiceOf, keyOf, type Choice, type Draft } from "./draft";

const MOST = 3;
const FIRST = 8;

interface MoreProps {
  draft: Draft;
  offer: Offer | undefined;
  onAdd: (choice: Choice) => void;
}

export function More({ draft, offer, onAdd }: MoreProps) {
  const { t, language } = useWords();
  const [text, setText] = useState("");
  const taken = new Set(draft.options.map(keyOf));
  const words = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const others = (offer?.options ?? []).filter((option) => {
    const said = `${option.hotel} ${option.room_type} ${t.board[option.board] ?? ""}`.toLocaleLowerCase(language);
    return !taken.has(keyOf(option)) && words.every((word) => said.includes(word));
  });
  const full = draft.options.length >= MOST;
  if (!offer) return null;
  return (
    <section aria-labelledby="more">
      <header className="section-head">
        <h2 id="more">{t.editor.more}</h2>
        <SearchBox label={t.editor.search} value={text} onChange={setText} />
      </header>
      {full ? <p className="hint">{t.editor.full}</p> : null}
      <ul className="list">
        {others.slice(0, FIRST).map((option) => (
          <li key={keyOf(option)} className="row static">
            <span className="row-main">
              <span className="row-who">{option.hotel} <Stars n={option.stars} /></span>
              <span className="row-subject">{option.room_type}, {t.board[option.board] ?? option.board}</span>
            </span>
            <Amount money={option.total} strong />
            <Button small isDisabled={full} onPress={() => onAdd(choiceOf(option))} aria-label={`${t.editor.take}: ${option.hotel}, ${option.room_type}`}>{t.editor.take}</Button>
          </li>
        ))}
      </ul>
      {others.length === 0 ? <p className="hint">{t.editor.nothingElse}</p> : null}
    </section>
  );
}
