/** Every booking, newest first. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { bookings } from "../../api/queries";
import type { Booking, BookingState } from "../../api/records";
import { day, stay, today } from "../../format";
import { useWords } from "../../i18n";
import { Failure } from "../../ui/failure";
import { Amount, Button, Choices, Empty, PageHead, Skeleton, Tag, type Tone } from "../../ui/kit";
import { RowLink } from "../../ui/RowLink";
import { SearchBox } from "../../ui/SearchBox";
import { LoadMore } from "../../ui/LoadMore";
import { useShown } from "../../ui/shown";

const STATES = ["open", "confirmed", "completed", "cancelled"] as const satisfies BookingState[];
const TONES: Record<BookingState, Tone> = { open: "amber", confirmed: "green", completed: "plain", cancelled: "faint" };

export function BookingTag({ state }: { state: BookingState }) {
  const { t } = useWords();
  return <Tag tone={TONES[state] ?? "plain"}>{t.bookings.states[state] ?? state}</Tag>;
}

/** The next payment that has not been made. */
export function nextPayment(booking: Booking) {
  return booking.state === "cancelled" ? undefined : booking.payments.find((one) => !one.paid_on);
}

export default function Bookings() {
  const { t, language } = useWords();
  const { state = "all", text = "" } = useSearch({ from: "/agency/bookings" });
  const navigate = useNavigate({ from: "/bookings" });
  const list = useInfiniteQuery(bookings);
  const every = list.data?.pages.flatMap((page) => page.items) ?? [];
  const sought = text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = every.filter((one) => {
    const said = `${one.number} ${one.lead.name} ${one.lead.email} ${one.stay.hotel} ${one.stay.destination}`.toLocaleLowerCase(language);
    return (state === "all" || one.state === state) && sought.every((word) => said.includes(word));
  });
  const { rows, more } = useShown(found, `${state} ${sought.join(" ")}`, list);
  const countOf = (one: BookingState) => every.filter((booking) => booking.state === one).length;
  const search = (next: { state?: string; text?: string }) => void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <>
      <PageHead title={t.bookings.title} />
      {list.error ? <Failure failure={list.error} retry={() => void list.refetch()} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={6} tall /> : null}
      {list.data && every.length === 0 ? (
        <Empty title={t.bookings.none} action={<Link to="/quotes" className="button plain">{t.nav.quotes}</Link>}>{t.bookings.noneText}</Empty>
      ) : null}
      {every.length > 0 ? (
        <>
          <div className="toolbar">
            <Choices
              label={t.quotes.state}
              value={state}
              options={[
                { value: "all", label: t.app.all },
                ...STATES.filter((one) => countOf(one) > 0 || one === state).map((one) => ({ value: one as string, label: t.bookings.states[one], count: countOf(one) })),
              ]}
              onChange={(chosen) => search({ state: chosen === "all" ? undefined! : chosen })}
            />
            <SearchBox label={t.bookings.search} value={text} onChange={(value) => search({ text: value })} />
            <span className="end" role="status">{t.bookings.count(found.length)}</span>
          </div>
          <ul className="list quote-list" aria-label={t.bookings.title}>
            {rows.map((one) => (
              <BookingRow key={one.id} booking={one} />
            ))}
          </ul>
          {found.length === 0 ? (
            <Empty title={t.bookings.noMatch} action={<Button onPress={() => void navigate({ search: {} })}>{t.enquiries.clear}</Button>} />
          ) : null}
          <LoadMore list={more} />
        </>
      ) : null}
    </>
  );
}

function BookingRow({ booking }: { booking: Booking }) {
  const { t, language, zone } = useWords();
  const next = nextPayment(booking);
  const late = next && next.due < today(zone);
  return (
    <li>
      <RowLink to={`/bookings/${booking.id}`}>
        <span className="row-main">
          <span className="row-who">{booking.lead.name || booking.lead.email}</span>
          <span className="row-subject">{booking.number}, {stay(language, booking.stay.dates)}</span>
        </span>
        <span className="row-wish">{booking.stay.hotel}</span>
        <span className="row-total"><Amount money={booking.total} strong /></span>
        <span className="row-state"><BookingTag state={booking.state} /></span>
        <span className={`row-when${late ? " late" : ""}`}>{next ? t.bookings.due(day(language, next.due)) : t.bookings.paid}</span>
      </RowLink>
    </li>
  );
}
