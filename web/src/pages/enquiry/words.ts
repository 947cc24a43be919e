/** An enquiry in a few words, and each of its values as a person would write it. */
import type { Budget, Enquiry, Evidence, Fields, Room } from "../../api/types";
import { count, decimal, travelDates, type Language } from "../../format";
import type { Dictionary } from "../../i18n/en";

export function travellerOf(enquiry: Enquiry): string | undefined {
  const contact = enquiry.fields.contact;
  return contact?.name?.value ?? contact?.email?.value ?? undefined;
}

export function partyOf(t: Dictionary, fields: Fields): string | undefined {
  const rooms = fields.rooms?.value;
  const adults = rooms ? rooms.reduce((sum, room) => sum + room.adults, 0) : fields.adults?.value;
  const ages = rooms ? rooms.flatMap((room) => room.child_ages ?? []) : (fields.child_ages?.value ?? []);
  const children = Math.max(ages.length, fields.children?.value ?? 0);
  const words = [];
  if (adults) words.push(t.enquiries.adults(adults));
  if (children) words.push(`${t.enquiries.children(children)}${ages.length > 0 ? ` (${ages.join(", ")})` : ""}`);
  return words.join(", ") || undefined;
}

/** Where, when and who, as far as it is known. */
export function wishOf(t: Dictionary, language: Language, enquiry: Enquiry): string {
  const { destinations, dates } = enquiry.fields;
  const words = [
    destinations?.value.join(", "),
    dates ? travelDates(language, dates.value) : undefined,
    partyOf(t, enquiry.fields),
  ];
  return words.filter(Boolean).join("\u2002·\u2002");
}

export function fieldNames(t: Dictionary, names: string[]): string {
  return names.map((name) => t.fields[name] ?? name).join(", ");
}

/** What of the mail each field is, in the order they are read. */
export interface FieldLine {
  name: string;
  label: string;
  text: string;
  evidence: Evidence<unknown>;
}

export function fieldLines(t: Dictionary, language: Language, fields: Fields): FieldLine[] {
  const lines: FieldLine[] = [];
  const put = <T,>(name: string, evidence: Evidence<T> | null | undefined, word: (value: T) => string) => {
    if (evidence) lines.push({ name, label: t.fields[name] ?? name, text: word(evidence.value), evidence });
  };
  const list = (values: string[]) => values.join(", ");
  put("destinations", fields.destinations, list);
  put("origin", fields.origin, String);
  put("dates", fields.dates, (dates) => travelDates(language, dates));
  put("nights", fields.nights, (nights) => t.enquiries.nights(nights));
  put("rooms", fields.rooms, (rooms) => rooms.map((room) => roomText(t, room)).join("; "));
  put("room_count", fields.room_count, (rooms) => t.enquiries.rooms(rooms));
  put("adults", fields.adults, (n) => count(language, n));
  put("children", fields.children, (n) => count(language, n));
  put("child_ages", fields.child_ages, (ages) => ages.join(", "));
  put("budget", fields.budget, (budget) => budgetText(t, language, budget));
  put("board", fields.board, (board) => t.board[board] ?? board);
  put("stars", fields.stars, (stars) => t.enquiries.stars(stars));
  put("requested_hotels", fields.requested_hotels, list);
  put("interests", fields.interests, list);
  put("special_requests", fields.special_requests, String);
  put("name", fields.contact?.name, String);
  put("email", fields.contact?.email, String);
  put("phone", fields.contact?.phone, String);
  return lines;
}

export function roomText(t: Dictionary, room: Room): string {
  const ages = room.child_ages ?? [];
  const children = ages.length > 0 ? `, ${t.enquiries.children(ages.length)} (${ages.join(", ")})` : "";
  return `${t.enquiries.adults(room.adults)}${children}`;
}

function budgetText(t: Dictionary, language: Language, budget: Budget): string {
  const upTo = budget.max ? `–${decimal(language, budget.max)}` : "";
  return `${budget.currency} ${decimal(language, budget.amount)}${upTo} ${t.budgetBasis[budget.basis] ?? ""}`.trim();
}

/** The workbench's question for an enquiry, as far as it is known. */
export function questionOf(enquiry: Enquiry) {
  const { fields } = enquiry;
  const dates = fields.dates?.value.kind === "exact" ? fields.dates.value : undefined;
  const rooms = fields.rooms?.value ?? [{ adults: fields.adults?.value ?? 2, child_ages: fields.child_ages?.value ?? [] }];
  return {
    rooms: rooms.map((room) => ({ adults: room.adults, ages: (room.child_ages ?? []).join(", ") })),
    check_in: dates?.check_in,
    check_out: dates?.check_out,
    destination: fields.destinations?.value[0],
    hotel: fields.requested_hotels?.value[0],
    board: fields.board?.value,
    stars: fields.stars?.value,
  };
}
