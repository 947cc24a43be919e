import { plural } from "../plural";
import type { Dictionary } from "../en";

export const signIn: Dictionary["signIn"] = {
  title: "Anmelden",
  lead: "Jede Anfrage gelesen, bepreist und bereit für Ihren Blick.",
  email: "Mailadresse",
  password: "Passwort",
  totp: "Sechsstelliger Code",
  haveCode: "Ich nutze einen Anmeldecode",
  submit: "Anmelden",
  forgot: "Passwort vergessen?",
  wrong: "Adresse oder Passwort stimmen nicht.",
  needCode: "Jetzt der Code aus Ihrer Authenticator-App.",
  wrongCode: "Das Passwort oder der Code stimmt nicht.",
  totpHint: "Oder einer Ihrer Ersatzcodes.",
  wait: (seconds) => `Zu viele Versuche. Bitte in ${plural(seconds, "Sekunde", "Sekunden")} noch einmal.`,
  expired: "Ihre Sitzung ist abgelaufen. Nach der Anmeldung geht es dort weiter, wo Sie waren.",
  left: "Sie sind abgemeldet.",
  suspended: "Ihre Agentur ist zurzeit gesperrt. Bitte wenden Sie sich an den Betreiber der Plattform.",
  operator: "Betreiberbereich",
  how: ["Reisende schreiben eine gewöhnliche Mail.", "Tripdesk markiert, was darin steht, und nur das.", "Ihre eigenen Raten ergeben den Preis. Was hinausgeht, entscheiden Sie."],
  sample: {
    from: "Von: Mara Lindqvist",
    before: "Wir sind ",
    party: "zwei Erwachsene und unser Sohn (6)",
    middle: " und wünschen uns eine Woche am Meer, ",
    dates: "vom 4. bis 11. Juli",
    after: ", gern mit Halbpension.",
    alt: "Eine Beispielmail, in der Reisende und Daten markiert sind",
  },
};

export const forgot: Dictionary["forgot"] = {
  title: "Passwort zurücksetzen",
  lead: "Nennen Sie uns Ihre Adresse, wir senden einen Link.",
  submit: "Link senden",
  sent: "Wenn die Adresse bekannt ist, ist ein Link unterwegs. Er gilt ein einziges Mal.",
  newTitle: "Neues Passwort wählen",
  submitNew: "Passwort setzen",
  done: "Das Passwort ist gesetzt. Sie können sich jetzt damit anmelden.",
  invitation: "Willkommen bei Tripdesk",
  invitationLead: "Wählen Sie Namen und Passwort, um Ihrer Agentur beizutreten.",
  name: "Ihr Name",
  join: "Beitreten",
  noToken: "Dieser Link ist unvollständig. Bitte öffnen Sie ihn noch einmal aus der Mail.",
  rule: "Mindestens 15 Zeichen. Am besten einige Wörter, die nur zu Ihnen gehören.",
};
