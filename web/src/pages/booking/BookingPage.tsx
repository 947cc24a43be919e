/** One booking: what was agreed, who travels, what is paid when, and what today's rates would say. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { can } from "../../api/can";
import { call } from "../../api/client";
import { booking as bookingQuery } from "../../api/queries";
import type { Booking, Guest } from "../../api/records";
import { day, moment, stay, today } from "../../format";
import { useWords } from "../../i18n";
import { useRole } from "../../session/session";
import { useAct } from "../../ui/act";
import { Confirm } from "../../ui/dialog";
import { Failure } from "../../ui/failure";
import { BackIcon } from "../../ui/icons";
import { Amount, Button, PageHead, Skeleton, Tag, TextField } from "../../ui/kit";
import { roomText } from "../enquiry/words";
import { BookingTag } from "./Bookings";

export default function BookingPage() {
  const { id } = useParams({ from: "/agency/bookings/$id" });
  const { t } = useWords();
  const found = useQuery(bookingQuery(id));
  return (
    <>
      <Link to="/bookings" className="way-back"><BackIcon size={16} /> {t.bookings.title}</Link>
      {found.error && !found.data ? <Failure failure={found.error} retry={() => void found.refetch()} /> : null}
      {found.isPending ? <Skeleton lines={8} tall /> : null}
      {found.data ? <Whole booking={found.data} key={found.data.version} /> : null}
    </>
  );
}

/** Changes a booking and shows what then stands. */
function useChange(booking: Booking, said: string) {
  const client = useQueryClient();
  return useAct({
    work: (change: object) => call<Booking>("PATCH", `/bookings/${booking.id}`, { version: booking.version, ...change }),
    said,
    changes: ["bookings"],
    then: (saved) => client.setQueryData(bookingQuery(booking.id).queryKey, saved),
  });
}

function Whole({ booking }: { booking: Booking }) {
  const { t, language } = useWords();
  const mayEdit = useRole() !== "viewer" && can("patch /bookings/{id}") && booking.state !== "cancelled";
  return (
    <>
      <PageHead
        title={booking.lead.name || booking.lead.email}
        lead={[booking.number, stay(language, booking.stay.dates), booking.stay.rooms.map((room) => roomText(t, room)).join("; ")].join("\u2002·\u2002")}
      >
        <BookingTag state={booking.state} />
        <Link to="/quotes/$id" params={{ id: booking.quote_id }} className="button plain">{t.bookings.toQuote}</Link>
        {mayEdit ? <States booking={booking} /> : null}
      </PageHead>
      <div className="booking">
        <section className="panel" aria-labelledby="agreed">
          <header className="panel-head"><h2 id="agreed">{t.bookings.agreed}</h2><Amount money={booking.total} strong /></header>
          <div className="panel-body">
            <p className="option-hotel">{booking.stay.hotel}</p>
            <p>{[booking.stay.destination, booking.stay.country].filter(Boolean).join(", ")}</p>
            <p>{booking.stay.room_type}, {t.board[booking.stay.board] ?? booking.stay.board}</p>
            <p className="hint">{t.bookings.acceptedOption(booking.option, booking.revision)}</p>
            <Recheck booking={booking} />
          </div>
        </section>
        <Payments booking={booking} mayEdit={mayEdit} />
        <Guests booking={booking} mayEdit={mayEdit} />
      </div>
    </>
  );
}

function States({ booking }: { booking: Booking }) {
  const { t } = useWords();
  const [cancelling, setCancelling] = useState(false);
  const confirm = useAct({ work: () => call("POST", `/quotes/${booking.quote_id}/book`), said: t.bookings.confirmed, changes: ["bookings", "quotes"] });
  const change = useChange(booking, t.bookings.changed);
  return (
    <>
      <Button onPress={() => setCancelling(true)}>{t.bookings.cancel}</Button>
      {booking.state === "open" && can("post /quotes/{id}/book") ? (
        <Button look="primary" onPress={() => confirm.mutate()} isPending={confirm.isPending}>{t.bookings.confirm}</Button>
      ) : null}
      {booking.state === "confirmed" ? <Button onPress={() => change.mutate({ state: "completed" })} isPending={change.isPending}>{t.bookings.complete}</Button> : null}
      <Confirm title={t.bookings.cancelTitle(booking.number)} open={cancelling} onClose={() => setCancelling(false)} onConfirm={() => change.mutate({ state: "cancelled" })} confirm={t.bookings.cancel} danger busy={change.isPending}>
        <p>{t.bookings.cancelText}</p>
      </Confirm>
    </>
  );
}

function Recheck({ booking }: { booking: Booking }) {
  const { t, language, zone } = useWords();
  const check = booking.recheck;
  if (!check) return null;
  const moved = check.difference && !/^-?0+(\.0+)?$/.test(check.difference.amount);
  return (
    <p className={moved || check.refusal ? "callout" : "hint"}>
      {check.refusal ?? (moved && check.difference ? <>{t.bookings.rechecked} <Amount money={check.difference} /></> : t.bookings.unmoved)}{" "}
      <time className="hint" dateTime={check.at}>({moment(language, zone, check.at)})</time>
    </p>
  );
}

function Payments({ booking, mayEdit }: { booking: Booking; mayEdit: boolean }) {
  const { t, language, zone } = useWords();
  const change = useChange(booking, t.bookings.changed);
  const now = today(zone);
  const pay = (at: number, paid_on: string | null) => change.mutate({ payments: [{ number: at + 1, paid_on }] });
  return (
    <section className="panel" aria-labelledby="payments">
      <header className="panel-head"><h2 id="payments">{t.bookings.payments}</h2></header>
      <ul className="panel-body payments">
        {booking.payments.map((one, at) => (
          <li key={at}>
            <span>{t.bookings.kind[one.kind]}</span>
            <Amount money={one.amount} strong />
            <span className="hint">{t.bookings.due(day(language, one.due))}</span>
            {one.paid_on ? <Tag tone="green">{t.bookings.paidOn(day(language, one.paid_on))}</Tag> : one.due < now ? <Tag tone="red">{t.bookings.late}</Tag> : <span />}
            {mayEdit ? (
              <Button small look={one.paid_on ? "quiet" : "plain"} onPress={() => pay(at, one.paid_on ? null : now)} isPending={change.isPending}>
                {one.paid_on ? t.enquiries.undo : t.bookings.markPaid}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Guests({ booking, mayEdit }: { booking: Booking; mayEdit: boolean }) {
  const { t } = useWords();
  const [names, setNames] = useState(() => booking.travellers.map((guest) => guest.name));
  const change = useChange(booking, t.bookings.changed);
  const dirty = names.some((name, at) => name !== booking.travellers[at]?.name);
  const who = (guest: Guest) => `${t.price.room(guest.room)}, ${guest.age == null ? t.bookings.adult : t.trace.age(guest.age)}`;
  return (
    <section className="panel" aria-labelledby="guests">
      <header className="panel-head"><h2 id="guests">{t.bookings.guests}</h2><p className="hint">{t.bookings.guestsHint}</p></header>
      <form
        className="panel-body"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ travellers: booking.travellers.map((guest, at) => ({ ...guest, name: (names[at] ?? "").trim() })) });
        }}
      >
        <div className="fields">
          {booking.travellers.map((guest, at) => (
            <TextField key={at} label={who(guest)} disabled={!mayEdit} maxLength={120} value={names[at] ?? ""} onChange={(event) => setNames(names.map((name, place) => (place === at ? event.target.value : name)))} />
          ))}
        </div>
        {mayEdit ? <div className="form-foot"><Button type="submit" isDisabled={!dirty} isPending={change.isPending}>{t.app.save}</Button></div> : null}
      </form>
    </section>
  );
}
