import { plural } from "../plural";
import type { Dictionary } from "../en";

export const analytics: Dictionary["analytics"] = {
  title: "Auswertung",
  days: "Tage",
  last: (n) => (n === 365 ? "Ein Jahr" : `${n} Tage`),
  from: "Von",
  to: "Bis",
  none: "Nichts in diesen Tagen",
  noneText: "Sobald Reisende schreiben, sehen Sie hier, wie viele ein Angebot bekamen, wie schnell, und wie viele gebucht haben.",
  enquiries: "Anfragen",
  conversion: "Gewonnen",
  speed: "Bis zum ersten Angebot",
  sold: "Verkauft",
  ofIt: "davon",
  margin: "Marge",
  funnel: "Von der Anfrage zur Buchung",
  shareOf: "Anteil an allen",
  share: (pct) => `${pct} % von allen`,
  step: { enquiries: "Eingegangen", quoted: "Angeboten", won: "Gebucht", needs_info: "Warten auf Antwort", lost: "Verloren", rejected: "Abgelehnt" },
  groups: "Nebeneinander",
  by: { destination: "Reiseziel", consultant: "Beratung", source: "Herkunft" },
  unknown: "Nicht bekannt",
  andMore: (n) => `und ${n} weitere`,
  duration: (seconds) =>
    seconds < 90 ? `${seconds} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : seconds < 129_600 ? plural(Math.round(seconds / 3_600), "Stunde", "Stunden") : plural(Math.round(seconds / 86_400), "Tag", "Tage"),
};
