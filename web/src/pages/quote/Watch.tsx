/** Open quotes that would earn too little if they were bought at today's rates: nothing is repriced, somebody looks. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { can } from "../../api/can";
import { staleOptions } from "../../api/queries";
import { percent } from "../../format";
import { useWords } from "../../i18n";
import { spoken } from "../../ui/failure";
import { Button } from "../../ui/kit";

const FIRST = 4;

export function Watch() {
  const { t, language } = useWords();
  const [all, setAll] = useState(false);
  const found = useQuery({ ...staleOptions, enabled: can("get /rates/stale") }).data;
  if (!found || found.items.length === 0) return null;
  return (
    <section className="callout watch" aria-labelledby="watch">
      <h2 id="watch">{t.quotes.watch(found.items.length)}</h2>
      <p className="hint">{t.quotes.watchText(percent(language, found.margin_floor_pct))}</p>
      <ul>
        {found.items.slice(0, all ? undefined : FIRST).map((one) => (
          <li key={`${one.quote_id}${one.hotel}${one.room_type}${one.board}`}>
            <Link to="/quotes/$id" params={{ id: one.quote_id }}>{one.number}</Link> {one.hotel}, {one.room_type}:{" "}
            {one.margin_pct ? t.quotes.watchMargin(percent(language, one.quoted_margin_pct), percent(language, one.margin_pct)) : spoken(t, one.reason)}
          </li>
        ))}
      </ul>
      {found.items.length > FIRST && !all ? <Button small look="quiet" onPress={() => setAll(true)}>{t.price.showAll(found.items.length)}</Button> : null}
    </section>
  );
}
