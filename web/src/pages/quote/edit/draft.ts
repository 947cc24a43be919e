/** A draft as it is edited: the request, the plans to offer and what a consultant decides about them. */
import type { PriceRequest, PricedOption, Quote } from "../../../api/types";
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

export function draftOf(quote: Quote, edits?: { options?: Choice[]; extras?: { code: string; choice: ExtraChoice }[] }): Draft {
  return {
    check_in: quote.dates.check_in,
    check_out: quote.dates.check_out,
    rooms: quote.rooms.map((room) => ({ adults: room.adults, ages: (room.child_ages ?? []).join(", ") })),
    options: edits?.options?.length ? edits.options : quote.options.map(choiceOf),
    extras: Object.fromEntries((edits?.extras ?? []).map((extra) => [extra.code, extra.choice])),
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

/** What is saved. */
export function changeOf(draft: Draft, version: number) {
  return {
    version,
    ...requestOf(draft),
    options: draft.options,
    extras: Object.entries(draft.extras).map(([code, choice]) => ({ code, choice })),
    estimate: draft.estimate ? "last_season" : null,
  };
}
