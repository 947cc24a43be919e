/** Dates, times and money for reading. Amounts stay decimal text all the way: no float ever holds one. */
import type { Dates, Money, Stay } from "./api/types";

export type Language = "en" | "de";

const LOCALES: Record<Language, string> = { en: "en-GB", de: "de-DE" };

/** What is made once for each name; a formatter takes far longer to make than to use. */
function kept<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    let found = made.get(name);
    if (found === undefined) made.set(name, (found = make(name)));
    return found;
  };
}

const currencies = kept((name) => {
  const [language, currency] = name.split(" ") as [Language, string];
  return new Intl.NumberFormat(LOCALES[language], { style: "currency", currency, currencyDisplay: "code" });
});

const decimals = kept((name) => {
  const [language, digits] = name.split(" ") as [Language, string];
  return new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: Number(digits), maximumFractionDigits: Number(digits) });
});

const relatives = kept((language) => new Intl.RelativeTimeFormat(LOCALES[language as Language], { numeric: "auto", style: "short" }));

const STYLES = {
  short: { day: "numeric", month: "short", year: "numeric" },
  long: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "short" },
  moment: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  full: { dateStyle: "full", timeStyle: "long" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const dateStyles = kept((name) => {
  const [language, style, timeZone] = name.split(" ") as [Language, keyof typeof STYLES, string];
  return new Intl.DateTimeFormat(LOCALES[language], { ...STYLES[style], timeZone });
});

function dates(language: Language, style: keyof typeof STYLES, zone = "UTC"): Intl.DateTimeFormat {
  return dateStyles(`${language} ${style} ${zone}`);
}

const isoDays = kept((timeZone) => new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }));

/** A decimal text as `Intl` takes it: digits and a point, of any length. */
type Decimal = Intl.StringNumericLiteral;

export function isDecimal(text: string): text is Decimal & string {
  return /^-?\d+(\.\d+)?$/.test(text);
}

/** `1234.5` → `1 234.50`, to the currency's own digits. */
export function amount(language: Language, money: Money): string {
  if (!isDecimal(money.amount)) return money.amount;
  return currencies(`${language} ${money.currency}`)
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
  const digits = Math.min(Math.max(least, text.split(".")[1]?.length ?? 0), 20);
  return decimals(`${language} ${digits}`).format(text);
}

export function count(language: Language, value: number): string {
  return decimals(`${language} 0`).format(value);
}

export function percent(language: Language, text: string): string {
  return `${decimal(language, text.replace(/\.0+$/, ""))} %`;
}

/** A calendar date; it has no zone and is shown in none. */
export function day(language: Language, date: string, style: "short" | "long" | "weekday" = "short"): string {
  return dates(language, style).format(new Date(`${date}T00:00:00Z`));
}

export function month(language: Language, text: string, style: "month" | "monthName" = "month"): string {
  return dates(language, style).format(new Date(`${text}-01T00:00:00Z`));
}

export function span(language: Language, from: string, to: string): string {
  return dates(language, "short").formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
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
  return dates(language, "moment", zone).format(new Date(instant));
}

export function fullMoment(language: Language, zone: string, instant: string): string {
  return dates(language, "full", zone).format(new Date(instant));
}

/** How long ago, in the largest unit that fits. */
export function ago(language: Language, instant: string, now: number): string {
  const seconds = Math.round((new Date(instant).getTime() - now) / 1000);
  const relative = relatives(language);
  const size = Math.abs(seconds);
  if (size < 60) return relative.format(0, "minute");
  if (size < 3600) return relative.format(Math.trunc(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.trunc(seconds / 3600), "hour");
  return relative.format(Math.trunc(seconds / 86_400), "day");
}

/** Today's date in a zone, `YYYY-MM-DD`. */
export function today(zone: string, now: Date = new Date()): string {
  return isoDays(zone).format(now);
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
