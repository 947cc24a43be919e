/** A draft as it is edited: the request, the plans to offer and what a consultant decides about them. */
import type { Extra, HandTrace, PriceRequest, PricedOption, Quote } from "../../../api/types";
import { agesOf, type RoomRow } from "../../Rooms";

export interface ManualPrice {
  room?: number;
  extra?: string;
  amount: string;
  reason: string;
}

export interface OwnLine {
  description: string;
  arranged_by: "agency" | "traveller";
  amount?: string;
  optional: boolean;
}

export interface Choice {
  hotel: string;
  room_type: string;
  board: string;
  prices: ManualPrice[];
  lines: OwnLine[];
}

export type ExtraChoice = "included" | "optional" | "left_out";

export interface Draft {
  check_in: string;
  check_out: string;
  rooms: RoomRow[];
  options: Choice[];
  extras: Record<string, ExtraChoice>;
  estimate: boolean;
}

export const keyOf = (option: Pick<Choice, "hotel" | "room_type" | "board">) => JSON.stringify([option.hotel, option.room_type, option.board]);

export const choiceOf = (option: PricedOption): Choice => ({ hotel: option.hotel, room_type: option.room_type, board: option.board, prices: [], lines: [] });

/** What was set by hand stands in the traces of a draft: from there it comes back to be changed. */
function editedOf(option: PricedOption): Choice {
  const inside = option.lines.map((line) => ({ line, optional: false }));
  const beside = (option.optional_extras ?? []).map((line) => ({ line, optional: true }));
  const choice = choiceOf(option);
  for (const { line, optional } of [...inside, ...beside]) {
    const trace = line.trace as HandTrace;
    if (trace.kind === "manual") {
      const what = trace.computed.kind === "extra" ? { extra: trace.computed.code } : { room: line.room ?? 1 };
      choice.prices.push({ ...what, amount: line.amount.amount, reason: trace.reason });
    } else if (trace.kind === "own") {
      const byTraveller = (line.kind as string) === "own_arrangement";
      choice.lines.push({ description: line.description, arranged_by: byTraveller ? "traveller" : "agency", ...(byTraveller ? {} : { amount: line.amount.amount }), optional });
    }
  }
  return choice;
}

/** How each extra of the price list stands in the draft, where that is not as the list has it. */
function extrasOf(option: PricedOption | undefined, list: Extra[]): Draft["extras"] {
  if (!option) return {};
  const codes = (lines: PricedOption["lines"]) => new Set(lines.map((line) => codeOf(line.trace as HandTrace)));
  const [inside, beside] = [codes(option.lines), codes(option.optional_extras ?? [])];
  return Object.fromEntries(
    list.flatMap(({ code, optional }) => {
      const stands: ExtraChoice = inside.has(code) ? "included" : beside.has(code) ? "optional" : "left_out";
      return stands === (optional ? "optional" : "included") ? [] : [[code, stands]];
    }),
  );
}

const codeOf = (trace: HandTrace): string | undefined => (trace.kind === "extra" ? trace.code : trace.kind === "manual" ? codeOf(trace.computed) : undefined);

export function draftOf(quote: Quote, list: Extra[]): Draft {
  return {
    check_in: quote.dates.check_in,
    check_out: quote.dates.check_out,
    rooms: quote.rooms.map((room) => ({ adults: room.adults, ages: (room.child_ages ?? []).join(", ") })),
    options: quote.options.map(editedOf),
    extras: extrasOf(quote.options[0], list),
    estimate: quote.options.some((option) => option.estimate),
  };
}

/** Party and dates as the API takes them, or nothing while they make no sense. */
export function requestOf(draft: Draft): Pick<PriceRequest, "party" | "dates"> | undefined {
  const rooms = draft.rooms.map((room) => ({ adults: room.adults, child_ages: agesOf(room.ages) }));
  if (!draft.check_in || draft.check_out <= draft.check_in || rooms.some((room) => !room.child_ages)) return undefined;
  return {
    party: { rooms: rooms.map((room) => ({ adults: room.adults, child_ages: room.child_ages ?? [] })) },
    dates: { check_in: draft.check_in, check_out: draft.check_out },
  };
}

/** What is saved: only what was changed. */
export function changeOf(before: Draft, draft: Draft, version: number) {
  const request = requestOf(draft);
  const changed = (...names: (keyof Draft)[]) => names.some((name) => JSON.stringify(before[name]) !== JSON.stringify(draft[name]));
  return {
    version,
    ...(changed("check_in", "check_out") && request ? { dates: request.dates } : {}),
    ...(changed("rooms") && request ? { rooms: request.party.rooms } : {}),
    ...(changed("options") ? { options: draft.options } : {}),
    ...(changed("extras") ? { extras: Object.entries(draft.extras).map(([code, choice]) => ({ code, choice })) } : {}),
    ...(changed("estimate") ? { estimate: draft.estimate ? "last_season" : "none" } : {}),
  };
}
