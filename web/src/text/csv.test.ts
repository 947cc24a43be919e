import { describe, expect, it } from "vitest";
import { cellsOf } from "./csv";

describe("cells of a sheet", () => {
  it("finds a cell by its line and column, past quotes and line breaks", () => {
    const text = '\uFEFFhotel,price\r\n"The ""Old"" Mill, East",12\r\n"two\nlines",x1\r\nLast,7';
    const cell = cellsOf(text, new Set([2, 3, 5]));
    expect(cell(2, "hotel")).toBe('The "Old" Mill, East');
    expect(cell(3, "price")).toBe("x1");
    expect(cell(5, "hotel")).toBe("Last");
  });

  it("knows no cell that was not asked for or is not there", () => {
    const cell = cellsOf("hotel,price\nA,1", new Set([2]));
    expect(cell(1, "hotel")).toBeUndefined();
    expect(cell(2, "board")).toBeUndefined();
    expect(cellsOf("", new Set([1]))(1, "hotel")).toBeUndefined();
  });
});
