/** An enquiry in a few words, and each of its values as a person would write it. */
import type { Budget, Dates, Enquiry, Evidence, Fields, Room } from "../../api/types";
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

/** How each field reads, in the order they are read. */
const READ: Record<string, (t: Dictionary, language: Language, value: never) => string> = {
  destinations: (_t, _language, names: string[]) => names.join(", "),
  origin: (_t, _language, name: string) => name,
  dates: (_t, language, dates: Dates) => travelDates(language, dates),
  nights: (t, _language, nights: number) => t.enquiries.nights(nights),
  rooms: (t, _language, rooms: Room[]) => rooms.map((room) => roomText(t, room)).join("; "),
  room_count: (t, _language, rooms: number) => t.enquiries.rooms(rooms),
  adults: (_t, language, n: number) => count(language, n),
  children: (_t, language, n: number) => count(language, n),
  child_ages: (_t, _language, ages: number[]) => ages.join(", "),
  budget: (t, language, budget: Budget) => budgetText(t, language, budget),
  board: (t, _language, board: string) => t.board[board] ?? board,
  stars: (t, _language, stars: number) => t.enquiries.stars(stars),
  requested_hotels: (_t, _language, names: string[]) => names.join(", "),
  interests: (_t, _language, names: string[]) => names.join(", "),
  special_requests: (_t, _language, text: string) => text,
  name: (_t, _language, text: string) => text,
  email: (_t, _language, text: string) => text,
  phone: (_t, _language, text: string) => text,
};

/** A field's value in words; empty when it has none. */
export function valueText(t: Dictionary, language: Language, field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const read = READ[field.replace("contact.", "")];
  return read ? read(t, language, value as never) : typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function fieldLines(t: Dictionary, language: Language, fields: Fields): FieldLine[] {
  const { contact, ...own } = fields;
  const known = { ...own, ...contact } as Record<string, Evidence<unknown> | null | undefined>;
  return Object.keys(READ).flatMap((name) => {
    const evidence = known[name];
    return evidence ? [{ name, label: t.fields[name] ?? name, text: valueText(t, language, name, evidence.value), evidence }] : [];
  });
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
    enquiry: enquiry.id,
    rooms: rooms.map((room) => ({ adults: room.adults, ages: (room.child_ages ?? []).join(", ") })),
    check_in: dates?.check_in,
    check_out: dates?.check_out,
    destination: fields.destinations?.value[0],
    hotel: fields.requested_hotels?.value[0],
    board: fields.board?.value,
    stars: fields.stars?.value,
  };
}
