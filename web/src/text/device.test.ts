import { expect, it } from "vitest";
import { deviceOf } from "./device";

it("names the browser that says it is several", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
  expect(deviceOf(edge)).toEqual({ browser: "Edge", system: "Windows" });
  const telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/604.1";
  expect(deviceOf(telephone)).toEqual({ browser: "Safari", system: "iOS" });
  expect(deviceOf("curl/8.5")).toBeUndefined();
});
