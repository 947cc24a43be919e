/**
 * What the platform states as a fact in English, in German. It writes them for logs and programs as well, so they come in one
 * language; one that is not known here is shown as it came.
 */
type Rest = (text: string) => string;

const FACTS: [RegExp, string | ((rest: Rest, ...found: string[]) => string)][] = [
  [/^the sender's domain was not confirmed \(DMARC\)$/, "die Domain des Absenders ist nicht bestätigt (DMARC)"],
  [/^no mail asked for this quote$/, "keine Mail hat um dieses Angebot gebeten"],
  [/^no automatic answer to this mail: (.+)$/, (_, why) => `keine automatische Antwort auf diese Mail: ${why}`],
  [/^no option could be priced$/, "keine Alternative ließ sich bepreisen"],
  [/^assumed: (.+)$/, (rest, note) => `angenommen: ${rest(note!)}`],
  [/^priced from (\S+), the first day that fits in (\S+)$/, "bepreist ab $1, dem ersten Tag, der in $2 passt"],
  [/^the party was divided evenly over (\d+) rooms$/, "die Reisenden wurden gleichmäßig auf $1 Zimmer verteilt"],
  [/^(.+): a night has no rate; the price is an estimate$/, "$1: Für eine Nacht gibt es keine Rate, der Preis ist geschätzt"],
  [/^(.+): margin (\S+) % is below the floor of (\S+) %$/, "$1: Die Marge von $2 % liegt unter der Mindestmarge von $3 %"],
  [/^(.+): total (.+) is above the cap for automatic sending$/, "$1: Die Summe von $2 liegt über der Grenze für das Senden von selbst"],
  [/^(\w+) was not stated by the traveller$/, "$1 haben die Reisenden nicht selbst gesagt"],
  [/^no rate for the night of (\S+)$/, "keine Rate für die Nacht des $1"],
  [/^not sold on the night of (\S+)$/, "in der Nacht des $1 nicht verkauft"],
  [/^no price for extra people on the night of (\S+)$/, "kein Preis für weitere Personen in der Nacht des $1"],
  [/^stays of at least (\d+) nights; (\d+) asked for$/, "mindestens $1 Nächte, gefragt sind $2"],
  [/^room (\d+): (\d+) adults, at most (\d+)$/, "Zimmer $1: $2 Erwachsene, höchstens $3"],
  [/^room (\d+): (\d+) people, at most (\d+)$/, "Zimmer $1: $2 Personen, höchstens $3"],
  [/^no exchange rate from (\w+) to (\w+)$/, "kein Wechselkurs von $1 nach $2"],
  [/^New enquiry: (.+)$/, "Neue Anfrage: $1"],
  [/^(.+) lacks ([\w, ]+)$/, "Es fehlt etwas: $1"],
  [/^Quote (\S+) was sent to (.+)$/, "Angebot $1 ging an $2"],
  [/^Quote (\S+) for (.+?) waits for you(?:: (.+))?$/, (rest, number, name, why) => `Angebot ${number} für ${name} wartet auf Sie${why ? `: ${rest(why)}` : ""}`],
  [/^Quote (\S+) for (.+) has expired$/, "Angebot $1 für $2 ist abgelaufen"],
  [/^(.+) accepted quote (\S+): (.+)$/, "$1 hat Angebot $2 angenommen: $3"],
  [/^(.+) declined quote (\S+)$/, "$1 hat Angebot $2 abgelehnt"],
  [/^At the new rates these open quotes earn less than (\S+) % or cannot be had: (.+)$/, "Nach den neuen Raten brächten diese offenen Angebote weniger als $1 % oder sind nicht zu haben: $2"],
  [/^the mail address or the password is wrong$/, "Mailadresse oder Passwort stimmt nicht"],
];

export function fact(text: string): string {
  for (const [pattern, words] of FACTS) {
    const found = pattern.exec(text);
    if (found) return typeof words === "string" ? text.replace(pattern, words) : words(fact, ...found.slice(1));
  }
  return text;
}
