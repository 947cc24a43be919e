/** Dates, times and money for reading. Amounts stay decimal text all the way: no float ever holds one. */
import type { Dates, Money, Stay } from "./api/types";

export type Language = "en" | "de";

const LOCALES: Record<Language, string> = { en: "en-GB", de: "de-DE" };
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${language}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.NumberFormat | undefined;
  if (!format) formats.set(key, (format = new Intl.NumberFormat(LOCALES[language], options)));
  return format;
}

function dates(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${language}${JSON.stringify(options)}`;
  let format = formats.get(key) as Intl.DateTimeFormat | undefined;
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(LOCALES[language], options)));
  return format;
}

/** A decimal text as `Intl` takes it: digits and a point, of any length. */
type Decimal = Intl.StringNumericLiteral;

export function isDecimal(text: string): text is Decimal & string {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** `1234.5` → `1 234.50`, to the currency's own digits. */
export function amount(language: Language, money: Money): string {
  if (!isDecimal(money.amount)) return money.amount;
  return numbers(language, { style: "currency", currency: money.currency, currencyDisplay: "code" })
    .formatToParts(money.amount)
    .filter((part) => part.type !== "currency" && part.type !== "literal")
    .map((part) => part.value)
    .join("");
}

export function money(language: Language, value: Money): string {
  return `${value.currency} ${amount(language, value)}`;
}

/** A decimal as it is, grouped for reading: no digit is added or lost. */
export function decimal(language: Language, text: string, least = 0): string {
  if (!isDecimal(text)) return text;
  const digits = Math.max(least, text.split(".")[1]?.length ?? 0);
  return numbers(language, { minimumFractionDigits: Math.min(digits, 20), maximumFractionDigits: Math.min(digits, 20) }).format(text);
}

export function count(language: Language, value: number): string {
  return numbers(language, {}).format(value);
}

export function percent(language: Language, text: string): string {
  return `${decimal(language, text)} %`;
}

/** A calendar date; it has no zone and is shown in none. */
export function day(language: Language, date: string, style: "short" | "long" | "weekday" = "short"): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
  if (style === "long") options.month = "long";
  if (style === "weekday") options.weekday = "short";
  return dates(language, options).format(new Date(`${date}T00:00:00Z`));
}

export function month(language: Language, text: string): string {
  return dates(language, { timeZone: "UTC", month: "long", year: "numeric" }).format(new Date(`${text}-01T00:00:00Z`));
}

export function span(language: Language, from: string, to: string): string {
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
  return dates(language, options).formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

export function stay(language: Language, value: Stay): string {
  return span(language, value.check_in, value.check_out);
}

export function travelDates(language: Language, value: Dates): string {
  switch (value.kind) {
    case "exact":
      return span(language, value.check_in, value.check_out);
    case "window":
      return span(language, value.earliest, value.latest);
    case "month":
      return month(language, value.month);
  }
}

/** An instant in the agency's zone. */
export function moment(language: Language, zone: string, instant: string): string {
  return dates(language, { timeZone: zone, day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }).format(
    new Date(instant),
  );
}

export function fullMoment(language: Language, zone: string, instant: string): string {
  return dates(language, { timeZone: zone, dateStyle: "full", timeStyle: "long" }).format(new Date(instant));
}

/** How long ago, in the largest unit that fits. */
export function ago(language: Language, instant: string, now: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const relative = new Intl.RelativeTimeFormat(LOCALES[language], { numeric: "auto", style: "short" });
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(0, "minute");
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), "hour");
  return relative.format(Math.trunc(seconds / 86_400), "day");
}

/** Today's date in a zone, `YYYY-MM-DD`. */
export function today(zone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
}

export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
