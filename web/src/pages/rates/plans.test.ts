import { describe, expect, it } from "vitest";
import type { RateRecord } from "../../api/types";
import { chartOf, plansOf } from "./plans";

function row(valid_from: string, valid_to: string, price: string, room_type = "Double"): RateRecord {
  return {
    id: `${room_type}${valid_from}`,
    hotel: "Pier House",
    destination: "Coast",
    room_type,
    max_adults: 2,
    max_occupancy: 3,
    board: "BB",
    valid_from,
    valid_to,
    currency: "ZAR",
    basis: "net",
    unit: "room_night",
    price,
    included: 2,
  };
}

describe("plans", () => {
  it("gathers the seasons of a plan in order, however the sheet has them", () => {
    const plans = plansOf([row("2027-05-01", "2027-08-31", "900"), row("2027-01-01", "2027-04-30", "1200"), row("2027-01-01", "2027-12-31", "2000", "Suite")]);
    expect(plans.map((plan) => [plan.room_type, plan.seasons.map((season) => season.valid_from)])).toEqual([
      ["Double", ["2027-01-01", "2027-05-01"]],
      ["Suite", ["2027-01-01"]],
    ]);
  });

  it("draws inclusive periods end to end", () => {
    const chart = chartOf([row("2027-01-01", "2027-01-31", "1000"), row("2027-02-01", "2027-02-28", "500")])!;
    const [first, second] = chart.bars;
    expect(first!.x + first!.width).toBeCloseTo(second!.x, 12);
    expect(second!.x + second!.width).toBeCloseTo(1, 12);
    expect(second!.height).toBe(0.5);
    expect(chart.months.map((month) => month.date)).toEqual(["2027-01-01", "2027-02-01"]);
  });

  it("has nothing to draw of nothing", () => {
    expect(chartOf([])).toBeUndefined();
  });
});
