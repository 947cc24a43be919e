import { plural } from "../plural";
import type { Dictionary } from "../en";

export const app: Dictionary["app"] = {
  skip: "Zum Inhalt springen",
  loading: "Wird geladen",
  retry: "Noch einmal versuchen",
  close: "Schließen",
  cancel: "Abbrechen",
  save: "Speichern",
  saved: "Gespeichert.",
  discard: "Änderungen verwerfen",
  remove: "Entfernen",
  edit: "Ändern",
  more: "Mehr zeigen",
  no: "Nein",
  search: "Suchen",
  all: "Alle",
  notFound: "Diese Seite gibt es nicht.",
  notFoundHint: "Die Adresse ist vielleicht veraltet oder vertippt.",
  toToday: "Zum heutigen Tag",
  broken: "Diese Seite ist unerwartet stehen geblieben.",
  reload: "Neu laden",
};

export const nav: Dictionary["nav"] = {
  label: "Hauptbereiche",
  today: "Heute",
  enquiries: "Anfragen",
  quotes: "Angebote",
  bookings: "Buchungen",
  clients: "Kunden",
  price: "Preise",
  rates: "Raten",
  inbox: "Posteingang",
  helpdesk: "Auskunft",
  knowledge: "Wissen",
  analytics: "Auswertung",
  settings: "Einstellungen",
  more: "Mehr",
  search: "Suchen oder springen",
  account: "Konto",
  signOut: "Abmelden",
  theme: "Darstellung",
  themes: { system: "System", light: "Hell", dark: "Dunkel" },
  language: "Sprache",
  shortcuts: "Tastenkürzel",
};

export const shortcuts: Dictionary["shortcuts"] = {
  search: "Suchen oder irgendwohin springen",
  go: (page) => `Zu ${page}`,
  help: "Diese Tastenkürzel zeigen",
  then: "dann",
};

export const roles: Dictionary["roles"] = { viewer: "Lesezugriff", consultant: "Beratung", admin: "Verwaltung" };

export const news: Dictionary["news"] = {
  title: "Mitteilungen",
  unread: (n) => (n === 0 ? "Keine ungelesenen Mitteilungen" : plural(n, "ungelesene Mitteilung", "ungelesene Mitteilungen")),
  readAll: "Alle als gelesen markieren",
  none: "Noch ist nichts geschehen. Hier erscheinen neue Anfragen, entworfene Angebote und Mails, die nicht gesendet werden konnten.",
  arrived: "Neu:",
};

export const palette: Dictionary["palette"] = {
  title: "Suche",
  placeholder: "Name, Betreff, Angebotsnummer oder Seite",
  pages: "Seiten",
  enquiries: "Anfragen",
  quotes: "Angebote",
  clients: "Kunden",
  none: "Nichts gefunden.",
};

export const errors: Dictionary["errors"] = {
  offline: "Die Plattform antwortet nicht. Prüfen Sie die Verbindung; Ihre Eingaben sind noch da.",
  busy: (seconds) => `Zu viele Anfragen. Bitte in ${plural(seconds, "Sekunde", "Sekunden")} noch einmal.`,
  forbidden: "Ihre Rolle erlaubt das nicht.",
  notFound: "Das gibt es nicht mehr.",
  tooLarge: "Das ist zu groß.",
  unavailable: "Die Plattform ist gerade ausgelastet. Bitte gleich noch einmal.",
  internal: "Auf der Seite der Plattform ist etwas schiefgegangen.",
  reference: (id) => `Kennzeichen ${id}`,
};
