/** Rows of the sheet, gathered into plans: a hotel's room type with its board, and its seasons in order. */
import type { RateRecord } from "../../api/types";

export interface Plan {
  key: string;
  hotel: string;
  destination: string;
  country: string;
  stars: number;
  room_type: string;
  board: string;
  currency: string;
  seasons: RateRecord[];
}

export function plansOf(rows: RateRecord[]): Plan[] {
  const plans = new Map<string, Plan>();
  for (const row of rows) {
    const key = JSON.stringify([row.hotel, row.room_type, row.board]);
    const plan = plans.get(key);
    if (plan) plan.seasons.push(row);
    else {
      const { hotel, destination, room_type, board, currency } = row;
      plans.set(key, { key, hotel, destination, country: row.country ?? "", stars: row.stars ?? 0, room_type, board, currency, seasons: [row] });
    }
  }
  for (const plan of plans.values()) plan.seasons.sort((a, b) => a.valid_from.localeCompare(b.valid_from));
  return [...plans.values()];
}

export interface Bar {
  season: RateRecord;
  /** Where it begins and how long it is, as shares of the whole time shown. */
  x: number;
  width: number;
  /** Its price as a share of the dearest. */
  height: number;
}

export interface Chart {
  bars: Bar[];
  /** First days of the months, as shares of the whole. */
  months: { date: string; x: number }[];
  from: string;
  to: string;
}

const DAY = 86_400_000;
const at = (date: string) => Date.parse(`${date}T00:00:00Z`);

/** The seasons of a plan over time. Only the picture needs a float; every price beside it is its own text. */
export function chartOf(seasons: RateRecord[]): Chart | undefined {
  const first = seasons[0];
  if (!first) return undefined;
  const from = seasons.reduce((least, season) => (season.valid_from < least ? season.valid_from : least), first.valid_from);
  const to = seasons.reduce((most, season) => (season.valid_to > most ? season.valid_to : most), first.valid_to);
  const whole = at(to) + DAY - at(from);
  const dearest = Math.max(...seasons.map((season) => Number.parseFloat(season.price)), 1e-9);
  const bars = seasons.map((season) => ({
    season,
    x: (at(season.valid_from) - at(from)) / whole,
    width: (at(season.valid_to) + DAY - at(season.valid_from)) / whole,
    height: Number.parseFloat(season.price) / dearest,
  }));
  const months = [];
  for (const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`); month.getTime() <= at(to); month.setUTCMonth(month.getUTCMonth() + 1)) {
    if (month.getTime() >= at(from)) months.push({ date: month.toISOString().slice(0, 10), x: (month.getTime() - at(from)) / whole });
  }
  return { bars, months, from, to };
}
