import { describe, expect, it } from "vitest";
import { addDays, amount, daysBetween, decimal, span, today, travelDates } from "./format";

describe("amounts", () => {
  it("keeps every digit of an amount that no float holds", () => {
    expect(amount("en", { amount: "12345678901234567.89", currency: "ZAR" })).toBe("12,345,678,901,234,567.89");
    expect(decimal("en", "0.123456789012345678")).toBe("0.123456789012345678");
  });

  it("shows the currency's own digits", () => {
    expect(amount("en", { amount: "1200", currency: "JPY" })).toBe("1,200");
    expect(amount("de", { amount: "1200.5", currency: "EUR" })).toBe("1.200,50");
  });

  it("shows what is no number as it came", () => {
    expect(amount("en", { amount: "many", currency: "ZAR" })).toBe("many");
    expect(decimal("en", "1e5")).toBe("1e5");
  });
});

describe("dates", () => {
  it("has no zone of its own", () => {
    expect(span("en", "2027-07-03", "2027-07-13").replaceAll(/\s/gu, "")).toBe("3–13Jul2027");
    expect(travelDates("de", { kind: "month", month: "2027-07" })).toBe("Juli 2027");
  });

  it("knows the day where the agency is", () => {
    expect(today("Africa/Johannesburg", new Date("2026-11-23T22:30:00Z"))).toBe("2026-11-24");
    expect(today("America/New_York", new Date("2026-11-23T02:30:00Z"))).toBe("2026-11-22");
  });

  it("counts across a change of the clocks", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-10-24", "2026-10-27")).toBe(3);
  });
});
