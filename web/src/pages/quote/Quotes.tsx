/** Every quote, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { can } from "../../api/can";
import { everyQuote, quotes } from "../../api/queries";
import type { QuoteState } from "../../api/types";
import { day } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PlusIcon } from "../../ui/icons";
import { Amount, Button, Choices, Empty, PageHead, Skeleton } from "../../ui/kit";
import { RowLink } from "../../ui/RowLink";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";
import { useShown } from "../../ui/shown";
import { QuoteTag } from "../../ui/states";
import { Watch } from "./Watch";

const STATES = ["draft", "ready", "sent", "viewed", "accepted", "declined", "expired", "withdrawn"] as const satisfies QuoteState[];

export default function Quotes() {
  const { t, language } = useWords();
  const { state = "all", text = "" } = useSearch({ from: "/agency/quotes" });
  const navigate = useNavigate({ from: "/quotes" });
  const list = useInfiniteQuery(quotes);
  const every = useMemo(() => everyQuote(list.data?.pages), [list.data]);
  const sought = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => {
    const said = `${one.number} ${one.traveller.name} ${one.traveller.email} ${one.main_hotel ?? ""}`.toLocaleLowerCase(language);
    return (state === "all" || one.state === state) && sought.every((word) => said.includes(word));
  });
  const { rows, more } = useShown(found, `${state} ${sought.join(" ")}`, list);
  const works = useRole() !== "viewer" && can("post /quotes");
  const search = (next: { state?: string; text?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const countOf = (one: QuoteState) => every.filter((quote) => quote.state === one).length;

  return (
    <>
      <PageHead title={t.quotes.title}>
        {works ? <Link to="/price" className="button primary"><PlusIcon size={16} /> {t.quotes.make}</Link> : null}
      </PageHead>
      <Watch />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} tall /> : null}
      {list.data && every.length === 0 ? (
        <Empty title={t.quotes.none} action={<Link to="/enquiries" className="button plain">{t.nav.enquiries}</Link>}>
          {t.quotes.noneText}
        </Empty>
      ) : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <Choices
              label={t.quotes.state}
              value={state}
              options={[
                { value: "all", label: t.app.all },
                ...STATES.filter((one) => countOf(one) > 0 || one === state).map((one) => ({
                  value: one as string,
                  label: t.quoteState[one],
                  count: countOf(one),
                })),
              ]}
              onChange={(chosen) => search({ state: chosen === "all" ? undefined! : chosen })}
            />
            <SearchBox label={t.quotes.search} value={text} onChange={(value) => search({ text: value })} />
            <span className="end" role="status">{t.quotes.count(found.length)}</span>
          </div>
          <ul className="list quote-list" aria-label={t.quotes.title}>
            {rows.map((one) => (
              <li key={one.id}>
                <RowLink to={`/quotes/${one.id}`}>
                  <span className="row-main">
                    <span className="row-who">{one.traveller.name || one.traveller.email || t.enquiries.unknownTraveller}</span>
                    <span className="row-subject">{one.number}{one.revision > 1 ? `, ${t.quotes.revision(one.revision)}` : ""}</span>
                  </span>
                  <span className="row-wish">{one.main_hotel}</span>
                  <span className="row-total">{one.main_total ? <Amount money={one.main_total} strong /> : null}</span>
                  <span className="row-state"><QuoteTag state={one.state} /></span>
                  <span className="row-when">{t.quotes.validUntil} {day(language, one.valid_until)}</span>
                </RowLink>
              </li>
            ))}
          </ul>
          {found.length === 0 ? (
            <Empty title={t.quotes.noMatch} action={<Button onPress={() => void navigate({ search: {} })}>{t.enquiries.clear}</Button>} />
          ) : null}
          <LoadMore list={more} />
        </>
      ) : null}
    </>
  );
}
