/** Every enquiry, newest first, found by state and words. */
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, memo, Suspense, useMemo, useState } from "react";
import { can } from "../../api/can";
import { agency, enquiries, everyEnquiry, type EnquiryFilter } from "../../api/queries";
import type { Enquiry, EnquiryState } from "../../api/types";
import { ago, fullMoment, today as dayOf } from "../../format";
import { useWords } from "../../i18n";
import type { ListSearch } from "../../router";
import { useRole } from "../../session/session";
import { Failure } from "../../ui/failure";
import { PlusIcon } from "../../ui/icons";
import { Button, Choices, Empty, PageHead, Skeleton } from "../../ui/kit";
import { RowLink } from "../../ui/RowLink";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";
import { useShown } from "../../ui/shown";
import { EnquiryTag } from "../../ui/states";
import { travellerOf, wishOf } from "./words";

const Make = lazy(() => import("./Make"));

const STATES = ["new", "needs_info", "qualified", "quoted", "won", "lost", "rejected"] as const satisfies EnquiryState[];

export default function Enquiries() {
  const { t, zone } = useWords();
  const { state = "all", text = "", keeper } = useSearch({ from: "/agency/enquiries" });
  const navigate = useNavigate({ from: "/enquiries" });
  const [making, setMaking] = useState(false);
  const works = useRole() !== "viewer";
  const sought = text.trim();
  const filter: EnquiryFilter = {
    ...(state === "all" ? {} : { state: state as EnquiryState }),
    ...(sought ? { q: sought } : {}),
    ...(keeper ? { assigned_to: keeper } : {}),
  };
  const list = useInfiniteQuery({ ...enquiries(filter), placeholderData: keepPreviousData });
  const found = useMemo(() => everyEnquiry(list.data?.pages), [list.data]);
  const { rows, more } = useShown(found, JSON.stringify(filter), list);
  const filtered = state !== "all" || sought !== "" || keeper !== undefined;
  const search = (next: ListSearch) => void navigate({ search: (before) => pruned({ ...before, ...next }), replace: true });
  const today = dayOf(zone);

  return (
    <>
      <PageHead title={t.enquiries.title}>
        {works && can("post /enquiries") ? <Button look="primary" onPress={() => setMaking(true)}><PlusIcon size={16} /> {t.enquiries.make}</Button> : null}
      </PageHead>
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} tall /> : null}
      {list.data && rows.length === 0 && !filtered ? <Empty title={t.enquiries.none}>{t.enquiries.noneText}</Empty> : null}
      {list.data && (rows.length > 0 || filtered) ? (
        <>
          <div className="toolbar">
            <Choices
              label={t.enquiries.filter}
              value={state}
              options={[{ value: "all", label: t.app.all }, ...STATES.map((one) => ({ value: one as string, label: t.enquiryState[one] }))]}
              onChange={(chosen) => search({ state: chosen === "all" ? "" : chosen })}
            />
            <SearchBox label={t.enquiries.search} value={text} onChange={(value) => search({ text: value })} />
            <Keepers value={keeper ?? ""} onChange={(value) => search({ keeper: value })} />
            <span className="end" role="status">{list.hasNextPage ? t.enquiries.countSoFar(found.length) : t.enquiries.count(found.length)}</span>
          </div>
          <ul className="list enquiry-list" aria-label={t.enquiries.title} aria-busy={list.isPlaceholderData}>
            {rows.map((one) => (
              <Row key={one.id} enquiry={one} today={today} />
            ))}
          </ul>
          {rows.length === 0 ? (
            <Empty title={t.enquiries.noMatch} action={<Button onPress={() => void navigate({ search: {} })}>{t.enquiries.clear}</Button>} />
          ) : null}
          <LoadMore list={more} />
        </>
      ) : null}
      <Suspense>{making ? <Make onClose={() => setMaking(false)} /> : null}</Suspense>
    </>
  );
}

function pruned(search: ListSearch): ListSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value)) as ListSearch;
}

function Keepers({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  const people = useQuery(agency).data?.config.consultants ?? [];
  if (people.length < 2) return null;
  return (
    <select className="select-small" aria-label={t.enquiries.assigned} value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t.enquiries.everybody}</option>
      {people.map((one) => (
        <option key={one.email} value={one.email}>{one.name}</option>
      ))}
    </select>
  );
}

/** `today` is what makes a row be drawn again when its relative time grew old. */
const Row = memo(function Row({ enquiry }: { enquiry: Enquiry; today: string }) {
  const { t, language, zone } = useWords();
  return (
    <li>
      <RowLink to={`/enquiries/${enquiry.id}`}>
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
      </RowLink>
    </li>
  );
});
