import { describe, expect, it } from "vitest";
import { pieces, unwrapped, utf16Offsets } from "./spans";

describe("evidence in a text", () => {
  it("counts scalar values, not UTF-16 units", () => {
    expect(utf16Offsets("a🏝b")).toEqual([0, 1, 3, 4]);
    const found = pieces("To 🏝️ Zanzibar", [{ field: "destinations", start: 6, end: 14 }]);
    expect(found.find((piece) => piece.fields.length > 0)?.text).toBe("Zanzibar");
  });

  it("cuts overlapping spans so that nothing is shown twice", () => {
    const text = "2 adults and 2 children";
    const found = pieces(text, [
      { field: "adults", start: 0, end: 8 },
      { field: "rooms", start: 0, end: 23 },
      { field: "children", start: 13, end: 23 },
    ]);
    expect(found.map((piece) => piece.text).join("")).toBe(text);
    expect(found.map((piece) => piece.fields)).toEqual([["adults", "rooms"], ["rooms"], ["rooms", "children"]]);
  });

  it("leaves out what does not lie in the text", () => {
    for (const [start, end] of [[-1, 2], [3, 3], [2, 99], [4, 1]] as const) {
      expect(pieces("short", [{ field: "x", start, end }])).toEqual([{ text: "short", fields: [] }]);
    }
    expect(pieces("", [])).toEqual([]);
  });
});

describe("a text that a mail program broke", () => {
  it("reads as its writer wrote it, sign for sign", () => {
    const sent = "Dear team,\n\nWe have promised the children an island for the winter holidays and they have\nchosen Zanzibar.\n- a beach that is long and white and has no cars on it at all\n- half board\n";
    const read = unwrapped(sent);
    expect(read).toHaveLength(sent.length);
    expect(read).toContain("and they have chosen Zanzibar.\n- a beach");
    expect(read).toContain("Dear team,\n\nWe");
  });
});
