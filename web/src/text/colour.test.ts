import { expect, it } from "vitest";
import { contrast, inkOn, isColour } from "./colour";

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

it("always finds an ink that can be read", () => {
  for (const colour of ["#14505c", "#e08e45", "#ffffff", "#000000", "#ffd400", "#7f7f00", "#c06020"]) {
    expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5);
  }
  expect(isColour("red")).toBe(false);
});
