import { plural } from "../plural";
import type { Dictionary } from "../en";

export const enquiries: Dictionary["enquiries"] = {
  title: "Anfragen",
  filter: "Stand",
  search: "Anfragen durchsuchen",
  none: "Noch keine Anfrage",
  noneText: "Schreibt jemand an Ihre Agentur, wird die Mail hier binnen Sekunden gelesen: wohin, wann, wer und was es kosten darf.",
  noMatch: "Keine Anfrage passt.",
  clear: "Filter aufheben",
  state: "Stand",
  unknownTraveller: "Unbekannter Absender",
  count: (n) => plural(n, "Anfrage", "Anfragen"),
  fields: "Was darin steht",
  fieldsHint: "Eine Zeile zeigt die Worte, aus denen sie gelesen wurde.",
  mail: "Die Mail",
  noMail: "Die Worte, aus denen diese Anfrage gelesen wurde:",
  noMailAtAll: "Zu dieser Anfrage gehört keine Mail.",
  messageOf: (n, of) => `Mail ${n} von ${of}`,
  missing: "Steht nicht in der Mail",
  missingText: "Für ein Angebot nötig. Geraten wird nichts.",
  draftReply: "Entworfene Rückfrage",
  quote: "Angebot",
  quoteNow: "Angebot schreiben",
  quoting: "Wird bepreist",
  openQuote: "Angebot öffnen",
  cannotQuote: (fields) => `Für ein Angebot fehlt noch: ${fields}.`,
  tryPrice: "Preise probieren",
  steps: "Weg der Mail",
  step: "Schritt",
  signature: "Signatur",
  reason: "Grund",
  follows: "Folgt auf eine frühere Anfrage",
  adults: (n) => plural(n, "Erwachsener", "Erwachsene"),
  children: (n) => plural(n, "Kind", "Kinder"),
  nights: (n) => plural(n, "Nacht", "Nächte"),
  rooms: (n) => plural(n, "Zimmer", "Zimmer"),
  stars: (n) => `ab ${plural(n, "Stern", "Sternen")}`,
};

export const enquiryState: Dictionary["enquiryState"] = {
  new: "Neu",
  needs_info: "Rückfrage offen",
  qualified: "Angebotsreif",
  quoted: "Angeboten",
  won: "Gewonnen",
  lost: "Verloren",
  rejected: "Abgelehnt",
  spam: "Spam",
};

export const fields: Dictionary["fields"] = {
  destinations: "Reiseziel",
  origin: "Von",
  dates: "Daten",
  nights: "Nächte",
  rooms: "Zimmer",
  room_count: "Anzahl Zimmer",
  adults: "Erwachsene",
  children: "Kinder",
  child_ages: "Alter der Kinder",
  budget: "Budget",
  board: "Verpflegung",
  stars: "Sterne",
  requested_hotels: "Genannte Hotels",
  interests: "Interessen",
  special_requests: "Besondere Wünsche",
  contact: "Kontakt",
  name: "Name",
  email: "Mailadresse",
  phone: "Telefon",
  party: "Reisende",
};

export const origin: Dictionary["origin"] = { stated: "Gesagt", inferred: "Gefolgert", default: "Ihre Vorgabe" };

export const originHint: Dictionary["originHint"] = {
  stated: "So steht es in der Mail",
  inferred: "Folgt aus der Mail; einen Blick wert",
  default: "Nicht in der Mail; aus Ihren Einstellungen",
};

export const board: Dictionary["board"] = {
  room_only: "Nur Übernachtung",
  bed_and_breakfast: "Frühstück",
  half_board: "Halbpension",
  full_board: "Vollpension",
  all_inclusive: "All-inclusive",
  self_catering: "Selbstverpflegung",
  RO: "Nur Übernachtung",
  BB: "Frühstück",
  HB: "Halbpension",
  FB: "Vollpension",
  AI: "All-inclusive",
  SC: "Selbstverpflegung",
};

export const budgetBasis: Dictionary["budgetBasis"] = { total: "insgesamt", per_person: "pro Person", per_night: "pro Nacht" };
