/** What the day asks for: drafts, new enquiries, travellers who owe an answer, quotes about to run out, and silence to follow up. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { agency, enquiries, everyEnquiry, everyQuote, quotes } from "../api/queries";
import type { Enquiry, QuoteSummary } from "../api/types";
import { ago, day, daysBetween, today } from "../format";
import { useWords } from "../i18n";
import { useSession } from "../session/session";
import { Failure, sentence } from "../ui/failure";
import { Amount, Empty, Skeleton } from "../ui/kit";
import { ArrowIcon } from "../ui/icons";
import { fieldNames, travellerOf, wishOf } from "./enquiry/words";

const EXPIRES_SOON = 5;
const shown = 6;

export default function Today() {
  const { t, language, zone } = useWords();
  const here = useSession();
  const wishList = useInfiniteQuery(enquiries);
  const offerList = useInfiniteQuery(quotes);
  const wishes = everyEnquiry(wishList.data?.pages);
  const offers = everyQuote(offerList.data?.pages);
  const now = today(zone);

  const toQuote = wishes.filter((one) => one.state === "new" || one.state === "qualified");
  const waiting = wishes.filter((one) => one.state === "needs_info");
  const drafts = offers.filter((one) => one.state === "draft" || one.state === "ready");
  const expiring = offers
    .filter((one) => one.state === "sent" || one.state === "viewed")
    .filter((one) => daysBetween(now, one.valid_until) >= 0 && daysBetween(now, one.valid_until) <= EXPIRES_SOON)
    .sort((a, b) => a.valid_until.localeCompare(b.valid_until));

  const patience = useQuery(agency).data?.config.quoting?.follow_up_days ?? 3;
  const quiet = offers
    .filter((one) => (one.state === "sent" || one.state === "viewed") && !expiring.includes(one))
    .map((one) => ({ quote: one, days: daysBetween(one.updated_at.slice(0, 10), now) }))
    .filter(({ days }) => patience > 0 && days >= patience)
    .sort((a, b) => b.days - a.days);

  const failed = wishList.error ?? offerList.error;
  const pending = wishList.isPending || offerList.isPending;
  const name = here.kind === "in" ? (here.user.name.split(/\s+/)[0] ?? "") : "";

  return (
    <>
      <header className="today-head">
        <p className="today-date">{day(language, now, "weekday")}</p>
        <h1>{t.today.greeting(name)}</h1>
        {pending || wishes.length + offers.length === 0 ? null : <p className="lead">{t.today.summary(toQuote.length, drafts.length)}</p>}
      </header>
      {failed ? <Failure failure={failed} retry={() => void Promise.all([wishList.refetch(), offerList.refetch()])} /> : null}
      {!failed && !pending && wishes.length + offers.length === 0 ? <FirstMail /> : null}
      {pending && !failed ? <Skeleton lines={4} tall /> : null}
      {!pending && wishes.length + offers.length > 0 ? (
        <div className="desk">
          <Pile title={t.today.drafts} hint={t.today.draftsHint} count={drafts.length} all={{ to: "/quotes", state: "draft" }} none={t.today.noneDrafts}>
            {drafts.slice(0, shown).map((one) => (
              <QuoteSlip key={one.id} quote={one} note={one.reasons[0] ? sentence(one.reasons[0]) : t.quoteState[one.state]} />
            ))}
          </Pile>
          <Pile title={t.today.toQuote} hint={t.today.toQuoteHint} count={toQuote.length} all={{ to: "/enquiries", state: "qualified" }} none={t.today.noneToQuote}>
            {toQuote.slice(0, shown).map((one) => (
              <EnquirySlip key={one.id} enquiry={one} note={wishOf(t, language, one) || one.subject} />
            ))}
          </Pile>
          <Pile title={t.today.waiting} hint={t.today.waitingHint} count={waiting.length} all={{ to: "/enquiries", state: "needs_info" }} none={t.today.noneWaiting}>
            {waiting.slice(0, shown).map((one) => (
              <EnquirySlip key={one.id} enquiry={one} note={t.today.missing(fieldNames(t, one.missing))} />
            ))}
          </Pile>
          <Pile title={t.today.expiring} hint={t.today.expiringHint} count={expiring.length} all={{ to: "/quotes", state: "sent" }} none={t.today.noneExpiring}>
            {expiring.slice(0, shown).map((one) => (
              <QuoteSlip key={one.id} quote={one} note={t.today.until(daysBetween(now, one.valid_until))} />
            ))}
          </Pile>
          <Pile title={t.today.quiet} hint={t.today.quietHint} count={quiet.length} all={{ to: "/quotes", state: "sent" }} none={t.today.noneQuiet}>
            {quiet.slice(0, shown).map(({ quote, days }) => (
              <QuoteSlip key={quote.id} quote={quote} note={t.today.silentFor(days, t.quoteState[quote.state])} />
            ))}
          </Pile>
        </div>
      ) : null}
    </>
  );
}

interface PileProps {
  title: string;
  hint: string;
  count: number;
  all: { to: "/enquiries" | "/quotes"; state: string };
  none: string;
  children: ReactNode;
}

function Pile({ title, hint, count, all, none, children }: PileProps) {
  const { t } = useWords();
  return (
    <section className={`pile${count > 0 ? " some" : ""}`} aria-label={title}>
      <header>
        <h2>
          {title} <span className="pile-count">{count}</span>
        </h2>
        <p className="hint">{hint}</p>
      </header>
      {count > 0 ? <ul>{children}</ul> : <p className="pile-none">{none}</p>}
      {count > shown ? (
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
