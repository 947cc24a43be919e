/** Prices while one types: who, when, where. The question stands in the address, so it can be kept and shared. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { api, ok } from "../api/client";
import { can } from "../api/can";
import { agency, enquiry, hotels } from "../api/queries";
import type { PriceRequest, Refusal } from "../api/types";
import { isDecimal } from "../format";
import { useWords } from "../i18n";
import type { Dictionary } from "../i18n/en";
import type { Question } from "../router";
import { useRole } from "../session/session";
import { Failure, spoken } from "../ui/failure";
import { Button, CheckField, Empty, PageHead, SelectField, Skeleton, TextField } from "../ui/kit";
import { useSettled } from "../ui/settled";
import { agesOf, Rooms } from "./Rooms";
import { Options } from "./quote/Options";

const MakeQuote = lazy(() => import("./MakeQuote"));

const BOARDS = ["room_only", "bed_and_breakfast", "half_board", "full_board", "all_inclusive", "self_catering"];

export default function Workbench() {
  const { t } = useWords();
  const asked = useSearch({ from: "/agency/price" });
  const navigate = useNavigate({ from: "/price" });
  const [question, setQuestion] = useState<Question>(asked);
  const config = useQuery(agency).data?.config;
  const settled = useSettled(question, 250);

  // Only a changed question moves the address: leaving the page must not lead back to it.
  const moved = useRef(settled);
  useEffect(() => {
    if (moved.current === settled) return;
    moved.current = settled;
    void navigate({ search: settled, replace: true });
  }, [settled, navigate]);

  const change = (next: Partial<Question>) => setQuestion((before) => dropped({ ...before, ...next }));
  const currency = config?.quoting?.display_currency ?? config?.currency ?? "";
  const request = requestOf(question, currency);
  const [making, setMaking] = useState(false);
  const works = useRole() !== "viewer" && can("post /quotes");
  const asking = useAsking(question.enquiry);
  return (
    <>
      <PageHead title={t.price.title} lead={t.price.lead}>
        {works ? <Button look="primary" isDisabled={!request} onPress={() => setMaking(true)}>{t.price.make}</Button> : null}
      </PageHead>
      <div className="workbench">
        <Form question={question} change={change} currency={currency} />
        <Prices question={settled} currency={currency} />
      </div>
      <Suspense>{making && request ? <MakeQuote request={request} enquiry={asking} onClose={() => setMaking(false)} /> : null}</Suspense>
    </>
  );
}

/** The enquiry that the workbench was opened with, unless it has its quote already. */
function useAsking(id: string | undefined) {
  const found = useQuery({ ...enquiry(id ?? ""), enabled: id !== undefined, refetchInterval: false }).data;
  if (!found || found.quote_id) return undefined;
  const contact = found.fields.contact;
  return { id: found.id, name: contact?.name?.value ?? "", email: contact?.email?.value ?? "" };
}

function dropped(question: Question): Question {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined && value !== "" && value !== false));
}

const oneRoom = [{ adults: 2, ages: "" }];

interface FormProps {
  question: Question;
  change: (next: Partial<Question>) => void;
  currency: string;
}

function Form({ question, change, currency }: FormProps) {
  const { t } = useWords();
  const sheet = useQuery(hotels).data?.items ?? [];
  const places = useMemo(() => [...new Set(sheet.map((hotel) => hotel.destination))].sort(), [sheet]);
  const names = sheet.filter((hotel) => !question.destination || hotel.destination === question.destination);
  const backwards = question.check_in && question.check_out && question.check_out <= question.check_in;
  return (
    <form className="panel workbench-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset className="dates">
        <legend className="visually-hidden">{t.fields.dates}</legend>
        <TextField label={t.price.checkIn} type="date" value={question.check_in ?? ""} onChange={(event) => change({ check_in: event.target.value })} />
        <TextField
          label={t.price.checkOut}
          type="date"
          min={question.check_in}
          value={question.check_out ?? ""}
          onChange={(event) => change({ check_out: event.target.value })}
          error={backwards ? t.price.badDates : undefined}
        />
      </fieldset>
      <Rooms rooms={question.rooms ?? oneRoom} onChange={(rooms) => change({ rooms })} />
      <SelectField label={t.price.where} value={question.destination ?? ""} onChange={(event) => change({ destination: event.target.value, hotel: "" })}>
        <option value="">{t.price.anywhere}</option>
        {question.destination && !places.includes(question.destination) ? <option>{question.destination}</option> : null}
        {places.map((place) => (
          <option key={place}>{place}</option>
        ))}
      </SelectField>
      <SelectField label={t.price.hotel} value={question.hotel ?? ""} onChange={(event) => change({ hotel: event.target.value })}>
        <option value="">{t.price.anyHotel}</option>
        {question.hotel && !names.some((hotel) => hotel.name === question.hotel) ? <option>{question.hotel}</option> : null}
        {names.map((hotel) => (
          <option key={hotel.name}>{hotel.name}</option>
        ))}
      </SelectField>
      <div className="pair">
        <SelectField label={t.price.boardAsked} value={question.board ?? ""} onChange={(event) => change({ board: event.target.value })}>
          <option value="">{t.price.anyBoard}</option>
          {BOARDS.map((board) => (
            <option key={board} value={board}>{t.board[board]}</option>
          ))}
        </SelectField>
        <SelectField label={t.price.starsAsked} value={question.stars ?? ""} onChange={(event) => change({ stars: Number(event.target.value) || undefined! })}>
          <option value="">{t.price.anyStars}</option>
          {[3, 4, 5].map((stars) => (
            <option key={stars}>{stars}</option>
          ))}
        </SelectField>
      </div>
      <div className="pair">
        <TextField label={`${t.price.budget}${currency ? ` (${currency})` : ""}`} inputMode="decimal" value={question.budget ?? ""} onChange={(event) => change({ budget: event.target.value })} />
        <SelectField label={t.price.limit} value={question.limit ?? 3} onChange={(event) => change({ limit: Number(event.target.value) })}>
          {[1, 2, 3, 6, 12].map((limit) => (
            <option key={limit}>{limit}</option>
          ))}
        </SelectField>
      </div>
      <CheckField label={t.price.estimate} hint={t.price.estimateHint} checked={question.estimate ?? false} onChange={(event) => change({ estimate: event.target.checked })} />
    </form>
  );
}

/** The question as the API takes it, or nothing while it is incomplete. */
export function requestOf(question: Question, currency: string): PriceRequest | undefined {
  const { check_in, check_out, destination, hotel, board, stars, budget, limit, estimate } = question;
  if (!check_in || !check_out || check_out <= check_in) return undefined;
  const rooms = (question.rooms ?? oneRoom).map((room) => ({ adults: room.adults, child_ages: agesOf(room.ages) }));
  if (rooms.some((room) => room.child_ages === undefined)) return undefined;
  const request: PriceRequest = {
    party: { rooms: rooms.map((room) => ({ adults: room.adults, child_ages: room.child_ages ?? [] })) },
    dates: { check_in, check_out },
    limit: limit ?? 3,
  };
  if (destination) request.destination = destination;
  if (hotel) request.hotels = [hotel];
  if (board) request.board = board as NonNullable<PriceRequest["board"]>;
  if (stars) request.stars = stars;
  if (budget && isDecimal(budget) && currency) request.budget = { amount: budget, currency, basis: "total" };
  if (estimate) request.estimate = "last_season";
  return request;
}

function Prices({ question, currency }: { question: Question; currency: string }) {
  const { t } = useWords();
  const request = useDeferredValue(requestOf(question, currency));
  const [took, setTook] = useState<number>();
  const priced = useQuery({
    queryKey: ["price", request],
    queryFn: async ({ signal }) => {
      const started = performance.now();
      const offer = await ok(api.POST("/api/v1/quotes/price", { body: request!, signal }));
      setTook(Math.round(performance.now() - started));
      return offer;
    },
    enabled: request !== undefined,
    placeholderData: keepPreviousData,
  });
  if (!request) return <Empty title={t.price.start}>{t.price.startText}</Empty>;
  if (priced.error) return <Failure failure={priced.error} retry={() => void priced.refetch()} />;
  if (!priced.data) return <Skeleton lines={8} tall />;
  const { options, refused } = priced.data;
  return (
    <section className="prices" aria-busy={priced.isFetching} aria-label={t.quotes.options}>
      <p className="hint prices-status" role="status">
        {t.price.options(options.length)}{took !== undefined ? `, ${t.price.ms(took)}` : ""}
      </p>
      {options.length > 0 ? (
        <Options under={2} options={options} frozen={false} />
      ) : (
        <Empty title={t.price.none}>{refused.length > 0 ? t.price.noneText : t.price.noRates}</Empty>
      )}
      {refused.length > 0 ? <Refused refused={refused} /> : null}
    </section>
  );
}

const FIRST = 8;

function Refused({ refused }: { refused: Refusal[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  return (
    <section className="refused" aria-labelledby="refused">
      <h2 id="refused">{t.price.refused}</h2>
      <p className="hint">{t.price.refusedCount(refused.length)}</p>
      <ul>
        {refused.slice(0, all ? undefined : FIRST).map((one, at) => (
          <li key={at}>
            <span>
              {one.hotel}
              <span className="hint">{one.room_type}, {t.board[one.board] ?? one.board}</span>
            </span>
            <span>
              {why(t, one)}
              <span className="hint">{spoken(t, one.detail)}</span>
            </span>
          </li>
        ))}
      </ul>
      {refused.length > FIRST && !all ? (
        <Button small look="quiet" onPress={() => setAll(true)}>{t.price.showAll(refused.length)}</Button>
      ) : null}
    </section>
  );
}

function why(t: Dictionary, refusal: Refusal): string {
  return t.price.reason[refusal.reason] ?? refusal.reason;
}
