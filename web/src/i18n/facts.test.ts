import { expect, it } from "vitest";
import { fact } from "./de/facts";

it.each([
  ["the sender's domain was not confirmed (DMARC)", "die Domain des Absenders ist nicht bestätigt (DMARC)"],
  ["assumed: priced from 2027-07-01, the first day that fits in 2027-07", "angenommen: bepreist ab 2027-07-01, dem ersten Tag, der in 2027-07 passt"],
  ["Quote Q-2026-0004 for Petra Novak waits for you: no mail asked for this quote", "Angebot Q-2026-0004 für Petra Novak wartet auf Sie: keine Mail hat um dieses Angebot gebeten"],
  ["Quote Q-2026-0004 for Petra Novak waits for you", "Angebot Q-2026-0004 für Petra Novak wartet auf Sie"],
  ["something nobody foresaw", "something nobody foresaw"],
])("says %j in German", (english, german) => {
  expect(fact(english)).toBe(german);
});
