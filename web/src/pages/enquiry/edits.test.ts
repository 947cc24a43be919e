import { expect, it } from "vitest";
import type { Fields } from "../../api/types";
import { editsOf, typedOf } from "./edits";

const stated = <T,>(value: T) => ({ value, origin: "stated" as const, confidence: 1 });
const fields = {
  destinations: stated(["Zanzibar"]),
  dates: stated({ kind: "exact" as const, check_in: "2027-07-03", check_out: "2027-07-10" }),
  adults: stated(2),
  budget: stated({ amount: "80000", currency: "ZAR", basis: "total" as const }),
  contact: { name: stated("Lerato"), email: stated("lerato@post.example") },
} as unknown as Fields;

it("sends nothing when nothing was changed", () => {
  const typed = typedOf(fields, "ZAR");
  expect(editsOf(typed, { ...typed, destinations: " Zanzibar " })).toEqual({});
});

it("sends what was changed, and null for what was emptied", () => {
  const typed = typedOf(fields, "ZAR");
  const after = { ...typed, destinations: "Zanzibar, Pemba", adults: "", child_ages: "4, 9", amount: "", phone: "+27215550100" };
  expect(editsOf(typed, after)).toEqual({
    destinations: ["Zanzibar", "Pemba"],
    adults: null,
    child_ages: [4, 9],
    budget: null,
    contact: { phone: "+27215550100" },
  });
});

it("changes the kind of dates as a whole", () => {
  const typed = typedOf(fields, "ZAR");
  expect(editsOf(typed, { ...typed, dateKind: "month", month: "2027-08" })).toEqual({ dates: { kind: "month", month: "2027-08" } });
  expect(editsOf(typed, { ...typed, dateKind: "open" })).toEqual({ dates: null });
});
