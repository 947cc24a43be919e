/** Every enquiry, newest first, found by state and words. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { memo, useDeferredValue, useMemo } from "react";
import { enquiries, everyEnquiry } from "../../api/queries";
import type { Enquiry, EnquiryState } from "../../api/types";
import { ago, fullMoment } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Button, Choices, Empty, PageHead, SearchBox, Skeleton } from "../../ui/kit";
import { LoadMore } from "../../ui/LoadMore";
import { useShown } from "../../ui/shown";
import { EnquiryTag } from "../../ui/states";
import { travellerOf, wishOf } from "./words";

const STATES = ["new", "needs_info", "qualified", "quoted", "won", "lost"] as const satisfies EnquiryState[];

export default function Enquiries() {
  const { t, language } = useWords();
  const { state = "all", text = "" } = useSearch({ from: "/agency/enquiries" });
  const navigate = useNavigate({ from: "/enquiries" });
  const list = useInfiniteQuery(enquiries);
  const every = useMemo(() => everyEnquiry(list.data?.pages), [list.data]);
  const sought = useDeferredValue(text);

  const found = useMemo(() => {
    const words = sought.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
    return every.filter((one) => {
      if (state !== "all" && one.state !== state) return false;
      if (words.length === 0) return true;
      const said = `${travellerOf(one) ?? ""} ${one.subject} ${wishOf(t, language, one)}`.toLocaleLowerCase(language);
      return words.every((word) => said.includes(word));
    });
  }, [every, state, sought, t, language]);

  const { rows, more } = useShown(found, `${state} ${sought}`, list);
  const search = (next: { state?: string; text?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const countOf = (one: EnquiryState) => every.filter((enquiry) => enquiry.state === one).length;

  return (
    <>
      <PageHead title={t.enquiries.title} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} tall /> : null}
      {list.data && every.length === 0 ? <Empty title={t.enquiries.none}>{t.enquiries.noneText}</Empty> : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <Choices
              label={t.enquiries.filter}
              value={state}
              options={[
                { value: "all", label: t.app.all },
                ...STATES.filter((one) => countOf(one) > 0 || one === state).map((one) => ({
                  value: one as string,
                  label: t.enquiryState[one],
                  count: countOf(one),
                })),
              ]}
              onChange={(chosen) => search({ state: chosen === "all" ? undefined! : chosen })}
            />
            <SearchBox label={t.enquiries.search} value={text} onChange={(value) => search({ text: value })} />
            <span className="end" role="status">{t.enquiries.count(found.length)}</span>
          </div>
          <ul className="list enquiry-list" aria-label={t.enquiries.title}>
            {rows.map((one) => (
              <Row key={one.id} enquiry={one} />
            ))}
          </ul>
          {found.length === 0 ? (
            <Empty title={t.enquiries.noMatch} action={<Button onPress={() => void navigate({ search: {} })}>{t.enquiries.clear}</Button>} />
          ) : null}
          <LoadMore list={more} />
        </>
      ) : null}
    </>
  );
}

const Row = memo(function Row({ enquiry }: { enquiry: Enquiry }) {
  const { t, language, zone } = useWords();
  return (
    <li>
      <Link to="/enquiries/$id" params={{ id: enquiry.id }} className="row">
        <span className="row-main">
          <span className="row-who">{travellerOf(enquiry) ?? t.enquiries.unknownTraveller}</span>
          <span className="row-subject">{enquiry.subject}</span>
        </span>
        <span className="row-wish">{wishOf(t, language, enquiry)}</span>
        <span className="row-state">
          <EnquiryTag state={enquiry.state} />
        </span>
        <time className="row-when" dateTime={enquiry.created_at} title={fullMoment(language, zone, enquiry.created_at)}>
          {ago(language, enquiry.created_at, Date.now())}
        </time>
      </Link>
    </li>
  );
});
