/** An enquiry's fields as a person types them, and back: only what was changed travels. */
import type { Dates, Fields } from "../../api/types";

export type DateKind = "open" | "exact" | "window" | "month";

export interface Typed {
  destinations: string;
  origin: string;
  dateKind: DateKind;
  from: string;
  to: string;
  month: string;
  nights: string;
  adults: string;
  children: string;
  child_ages: string;
  room_count: string;
  amount: string;
  max: string;
  currency: string;
  basis: string;
  board: string;
  stars: string;
  requested_hotels: string;
  interests: string;
  special_requests: string;
  name: string;
  email: string;
  phone: string;
}

const list = (values: readonly (string | number)[] | undefined) => (values ?? []).join(", ");
const number = (value: number | undefined) => (value === undefined ? "" : String(value));

export function typedOf(fields: Fields, currency: string): Typed {
  const dates = fields.dates?.value;
  const budget = fields.budget?.value;
  return {
    destinations: list(fields.destinations?.value),
    origin: fields.origin?.value ?? "",
    dateKind: dates?.kind ?? "open",
    from: dates?.kind === "exact" ? dates.check_in : dates?.kind === "window" ? dates.earliest : "",
    to: dates?.kind === "exact" ? dates.check_out : dates?.kind === "window" ? dates.latest : "",
    month: dates?.kind === "month" ? dates.month : "",
    nights: number(fields.nights?.value),
    adults: number(fields.adults?.value),
    children: number(fields.children?.value),
    child_ages: list(fields.child_ages?.value),
    room_count: number(fields.room_count?.value),
    amount: budget?.amount ?? "",
    max: budget?.max ?? "",
    currency: budget?.currency ?? currency,
    basis: budget?.basis ?? "total",
    board: fields.board?.value ?? "",
    stars: number(fields.stars?.value),
    requested_hotels: list(fields.requested_hotels?.value),
    interests: list(fields.interests?.value),
    special_requests: fields.special_requests?.value ?? "",
    name: fields.contact?.name?.value ?? "",
    email: fields.contact?.email?.value ?? "",
    phone: fields.contact?.phone?.value ?? "",
  };
}

function datesOf({ dateKind, from, to, month }: Typed): Dates | null {
  switch (dateKind) {
    case "exact":
      return { kind: "exact", check_in: from, check_out: to };
    case "window":
      return { kind: "window", earliest: from, latest: to };
    case "month":
      return { kind: "month", month };
    case "open":
      return null;
  }
}

/** The edits that lead from one to the other, as the API takes them: `null` clears a field. */
export function editsOf(before: Typed, after: Typed): Record<string, unknown> {
  const changed = (...names: (keyof Typed)[]) => names.some((name) => before[name].trim() !== after[name].trim());
  const edits: Record<string, unknown> = {};
  const parts = (text: string) => text.split(/[,;\n]+/).map((part) => part.trim()).filter(Boolean);
  for (const name of ["destinations", "requested_hotels", "interests"] as const) {
    if (changed(name)) edits[name] = after[name].trim() ? parts(after[name]) : null;
  }
  if (changed("child_ages")) edits.child_ages = after.child_ages.trim() ? parts(after.child_ages).map(Number) : null;
  for (const name of ["origin", "board", "special_requests"] as const) {
    if (changed(name)) edits[name] = after[name].trim() || null;
  }
  for (const name of ["nights", "adults", "children", "room_count", "stars"] as const) {
    if (changed(name)) edits[name] = after[name].trim() ? Number(after[name]) : null;
  }
  if (changed("dateKind", "from", "to", "month")) edits.dates = datesOf(after);
  if (changed("amount", "max") || (after.amount.trim() && changed("currency", "basis"))) {
    const { amount, max, currency, basis } = after;
    edits.budget = amount.trim() ? { amount: amount.trim(), ...(max.trim() ? { max: max.trim() } : {}), currency: currency.trim(), basis } : null;
  }
  const contact: Record<string, string | null> = {};
  for (const name of ["name", "email", "phone"] as const) {
    if (changed(name)) contact[name] = after[name].trim() || null;
  }
  if (Object.keys(contact).length > 0) edits.contact = contact;
  return edits;
}
