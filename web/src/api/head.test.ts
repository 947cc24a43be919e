import { expect, it } from "vitest";
import { spliced } from "./head";

it("puts what arrived first and what changed where it stood", () => {
  const page = (...items: { id: string; state?: string }[]) => ({ items });
  const list = { pages: [page({ id: "c" }, { id: "b", state: "new" }), page({ id: "a" })], pageParams: ["", "1"] };
  const after = spliced(list, page({ id: "d" }, { id: "c" }, { id: "b", state: "won" }));
  expect(after.pages.map((one) => one.items)).toEqual([[{ id: "d" }, { id: "c" }, { id: "b", state: "won" }], [{ id: "a" }]]);
});
