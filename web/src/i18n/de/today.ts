import { plural } from "../plural";
import type { Dictionary } from "../en";

export const today: Dictionary["today"] = {
  greeting: (name) => `Guten Tag, ${name}`,
  toQuote: "Neue Anfragen",
  toQuoteHint: "Vollständig und ohne Preis.",
  noneToQuote: "Nichts Neues. Eine Mail an die Adresse Ihrer Agentur erscheint hier binnen Sekunden.",
  waiting: "Antwort der Reisenden fehlt",
  waitingHint: "Etwas fehlt, die Rückfrage ist entworfen.",
  noneWaiting: "Niemand schuldet Ihnen eine Antwort.",
  drafts: "Entwürfe zur Durchsicht",
  draftsHint: "Bepreist, aber aus gutem Grund zurückgehalten.",
  noneDrafts: "Kein Entwurf wartet. Angebote, die jede Prüfung bestehen, gingen von selbst hinaus.",
  expiring: "Laufen ab",
  expiringHint: "Gesendet, unbeantwortet und bald nicht mehr gültig.",
  noneExpiring: "Kein offenes Angebot läuft in den nächsten fünf Tagen ab.",
  stuck: "E-Mails, die Sie brauchen",
  stuckHint: "Nicht gesendet, oder niemand weiß es.",
  clear: "Erledigt",
  allClear: "Nichts wartet auf Sie",
  lately: "Zuletzt",
  quiet: "Nachfassen",
  quietHint: "Vor einer Weile gesendet, seither kein Wort.",
  noneQuiet: "Alle mit einem Angebot haben geantwortet oder sind eben erst gefragt worden.",
  silentFor: (days, state) => `${state}, seit ${plural(days, "Tag", "Tagen")} ohne Antwort`,
  missing: (fields) => `Es fehlt: ${fields}`,
  until: (days) => (days <= 0 ? "Endet heute" : days === 1 ? "Endet morgen" : `Endet in ${days} Tagen`),
  seeAll: "Alle ansehen",
  start: "Die erste Mail steht noch aus",
  startText: "Reisende schreiben wie immer an die Adresse Ihrer Agentur. Senden Sie eine Probemail und sehen Sie zu, wie sie ankommt.",
  address: "Adresse Ihrer Agentur",
  summary: (open, drafts) => {
    const work = [open > 0 ? `${plural(open, "Anfrage", "Anfragen")} ohne Angebot` : "", drafts > 0 ? `${plural(drafts, "Entwurf", "Entwürfe")} zur Durchsicht` : ""].filter(Boolean);
    return work.length > 0 ? `${work.join(", ")}.` : "Keine Anfrage und kein Entwurf wartet auf Sie.";
  },
};
