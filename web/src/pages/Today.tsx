/** What the day asks for: drafts, new enquiries, travellers who owe an answer, quotes about to run out, and silence to follow up. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useMemo, type ReactNode } from "react";
import { agency, enquiries, everyEnquiry, everyQuote, news, quotes } from "../api/queries";
import type { Enquiry, EnquiryState, QuoteSummary } from "../api/types";
import { ago, day, daysBetween, today } from "../format";
import { useWords } from "../i18n";
import { useSession } from "../session/session";
import { Failure, spoken } from "../ui/failure";
import { Amount, Empty, Skeleton } from "../ui/kit";
import { leadsTo } from "../ui/news";
import { ArrowIcon, CheckIcon } from "../ui/icons";
import { fieldNames, travellerOf, wishOf } from "./enquiry/words";

const EXPIRES_SOON = 5;
const SHOWN = 6;

/** The enquiries in one state, as far as a pile shows them. */
function useWishes(state: EnquiryState) {
  return useInfiniteQuery(enquiries({ state }));
}

export default function Today() {
  const { t, language, zone } = useWords();
  const here = useSession();
  const wishLists = [useWishes("new"), useWishes("qualified"), useWishes("needs_info")] as const;
  const offerList = useInfiniteQuery(quotes);
  const [fresh, qualified, waiting] = wishLists.map((list) => everyEnquiry(list.data?.pages)) as [Enquiry[], Enquiry[], Enquiry[]];
  const toQuote = [...fresh, ...qualified];
  const offers = everyQuote(offerList.data?.pages);
  const now = today(zone);
  const patience = useQuery(agency).data?.config.quoting?.follow_up_days ?? 3;
  const { drafts, stuck, expiring, quiet } = useMemo(() => sorted(offers, now, patience), [offers, now, patience]);

  const lists = [...wishLists, offerList];
  const failed = lists.find((list) => list.error)?.error;
  const pending = lists.some((list) => list.isPending);
  const nothing = toQuote.length + waiting.length + offers.length === 0;
  const name = here.kind === "in" ? (here.user.name.split(/\s+/)[0] ?? "") : "";

  const piles: PileProps[] = [
    {
      title: t.today.stuck, hint: t.today.stuckHint, count: stuck.length, all: { to: "/quotes", state: "draft" }, none: "",
      children: stuck.slice(0, SHOWN).map((one) => <QuoteSlip key={one.id} quote={one} note={t.quotes.sendingState[one.sending?.state ?? ""] ?? ""} />),
    },
    {
      title: t.today.drafts, hint: t.today.draftsHint, count: drafts.length, all: { to: "/quotes", state: "draft" }, none: t.today.noneDrafts,
      children: drafts.slice(0, SHOWN).map((one) => <QuoteSlip key={one.id} quote={one} note={one.reasons[0] ? spoken(t, one.reasons[0]) : t.quoteState[one.state]} />),
    },
    {
      title: t.today.toQuote, hint: t.today.toQuoteHint, count: toQuote.length, all: { to: "/enquiries", state: "qualified" }, none: t.today.noneToQuote,
      children: toQuote.slice(0, SHOWN).map((one) => <EnquirySlip key={one.id} enquiry={one} note={wishOf(t, language, one) || one.subject} />),
    },
    {
      title: t.today.waiting, hint: t.today.waitingHint, count: waiting.length, all: { to: "/enquiries", state: "needs_info" }, none: t.today.noneWaiting,
      children: waiting.slice(0, SHOWN).map((one) => <EnquirySlip key={one.id} enquiry={one} note={t.today.missing(fieldNames(t, one.missing))} />),
    },
    {
      title: t.today.expiring, hint: t.today.expiringHint, count: expiring.length, all: { to: "/quotes", state: "sent" }, none: t.today.noneExpiring,
      children: expiring.slice(0, SHOWN).map((one) => <QuoteSlip key={one.id} quote={one} note={t.today.until(daysBetween(now, one.valid_until))} />),
    },
    {
      title: t.today.quiet, hint: t.today.quietHint, count: quiet.length, all: { to: "/quotes", state: "sent" }, none: t.today.noneQuiet,
      children: quiet.slice(0, SHOWN).map((one) => <QuoteSlip key={one.id} quote={one} note={t.today.silentFor(daysSilent(one, now), t.quoteState[one.state])} />),
    },
  ];
  const full = piles.filter((pile) => pile.count > 0);
  const done = piles.filter((pile) => pile.count === 0 && pile.none);

  return (
    <>
      <header className="today-head">
        <p className="today-date">{day(language, now, "weekday")}</p>
        <h1>{t.today.greeting(name)}</h1>
        {pending || nothing ? null : <p className="lead">{t.today.summary(toQuote.length, drafts.length)}</p>}
      </header>
      {failed ? <Failure failure={failed} retry={() => void Promise.all(lists.map((list) => list.refetch()))} /> : null}
      {!failed && !pending && nothing ? <FirstMail /> : null}
      {pending && !failed ? <Skeleton lines={4} tall /> : null}
      {!pending && !nothing ? (
        <div className="today">
          <div className="desk">
            {full.map((pile) => (
              <Pile key={pile.title} {...pile} />
            ))}
            {done.length > 0 ? (
              <section className="pile clear" aria-label={t.today.clear}>
                <header><h2>{full.length === 0 ? t.today.allClear : t.today.clear}</h2></header>
                <ul>
                  {done.map((pile) => (
                    <li key={pile.title}><CheckIcon size={16} /> <span><strong>{pile.title}</strong> <span className="hint">{pile.none}</span></span></li>
                  ))}
                </ul>
              </section>
            ) : null}
          </div>
          <Lately />
        </div>
      ) : null}
    </>
  );
}

/** Days since the traveller last heard of it. */
function daysSilent(quote: QuoteSummary, now: string): number {
  return daysBetween(quote.updated_at.slice(0, 10), now);
}

function sorted(offers: QuoteSummary[], now: string, patience: number) {
  const out = offers.filter((one) => one.state === "sent" || one.state === "viewed");
  const left = (one: QuoteSummary) => daysBetween(now, one.valid_until);
  const expiring = out.filter((one) => left(one) >= 0 && left(one) <= EXPIRES_SOON).sort((a, b) => a.valid_until.localeCompare(b.valid_until));
  const stuck = offers.filter((one) => one.sending && ["unknown", "failed"].includes(one.sending.state) && !["accepted", "withdrawn", "superseded"].includes(one.state));
  return {
    stuck,
    drafts: offers.filter((one) => (one.state === "draft" || one.state === "ready") && !stuck.includes(one)),
    expiring,
    quiet: out.filter((one) => !expiring.includes(one) && patience > 0 && daysSilent(one, now) >= patience).sort((a, b) => a.updated_at.localeCompare(b.updated_at)),
  };
}

/** What happened last, so that coming back to the desk is catching up. */
function Lately() {
  const { t, language } = useWords();
  const items = useQuery(news).data?.items.slice(0, 8) ?? [];
  if (items.length === 0) return null;
  return (
    <section className="lately" aria-labelledby="lately">
      <h2 id="lately">{t.today.lately}</h2>
      <ol>
        {items.map((one) => (
          <li key={one.id}>
            <Link to={leadsTo(one)}>{t.fact(one.text)}</Link>
            <time className="hint" dateTime={one.created_at}>{ago(language, one.created_at, Date.now())}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface PileProps {
  title: string;
  hint: string;
  count: number;
  all: { to: "/enquiries" | "/quotes"; state: string };
  none: string;
  children: ReactNode[];
}

function Pile({ title, hint, count, all, children }: PileProps) {
  const { t } = useWords();
  return (
    <section className="pile some" aria-label={title}>
      <header>
        <h2>
          {title} <span className="pile-count">{count}</span>
        </h2>
        <p className="hint">{hint}</p>
      </header>
      <ul>{children}</ul>
      {count > SHOWN ? (
        <Link to={all.to} search={{ state: all.state }} className="pile-all">
          {t.today.seeAll} <ArrowIcon size={16} />
        </Link>
      ) : null}
    </section>
  );
}

function EnquirySlip({ enquiry, note }: { enquiry: Enquiry; note: string }) {
  const { t, language } = useWords();
  return (
    <li>
      <Link to="/enquiries/$id" params={{ id: enquiry.id }} className="slip">
        <span className="slip-who">{travellerOf(enquiry) ?? t.enquiries.unknownTraveller}</span>
        <time className="slip-when" dateTime={enquiry.created_at}>{ago(language, enquiry.created_at, Date.now())}</time>
        <span className="slip-note">{note}</span>
      </Link>
    </li>
  );
}

function QuoteSlip({ quote, note }: { quote: QuoteSummary; note: string }) {
  const { t } = useWords();
  return (
    <li>
      <Link to="/quotes/$id" params={{ id: quote.id }} className="slip">
        <span className="slip-who">{quote.traveller.name || quote.traveller.email || t.enquiries.unknownTraveller}</span>
        <span className="slip-when">{quote.main_total ? <Amount money={quote.main_total} /> : quote.number}</span>
        <span className="slip-note">{note}</span>
      </Link>
    </li>
  );
}

const root = getRouteApi("__root__");

function FirstMail() {
  const { t } = useWords();
  const { config } = root.useRouteContext();
  const tenant = useQuery(agency).data;
  const address = tenant && config.inbound_domain ? `${tenant.id}@${config.inbound_domain}` : undefined;
  return (
    <Empty
      title={t.today.start}
      action={
        address ? (
          <p className="own-address">
            <span className="hint">{t.today.address}</span> <code>{address}</code>
          </p>
        ) : null
      }
    >
      {t.today.startText}
    </Empty>
  );
}
