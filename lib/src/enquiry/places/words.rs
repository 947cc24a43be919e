//! The words around places and past journeys, in eight languages, folded as [`super::super::scan`] folds.

#[rustfmt::skip]
pub(super) const FROM: &[&str] = &[
    "from", "leaving", "leaving from", "departing", "depart", "departing from", "depart from", "leave", "leave from",
    "ex", "ab", "ab flughafen", "von", "aus", "out of", "desde", "saliendo de", "saliendo desde", "salida de",
    "salida desde", "salida", "saindo de", "flights in", "flight in", "bus in", "buses in", "saindo do", "saindo da", "saida do", "saida da", "partida do", "partindo do", "saida de", "partindo de", "au depart de", "au depart d", "depart de",
    "partant de", "a partir de", "partir de", "vanaf", "vanuit", "uit", "dal", "dalla", "partenza da",
    "in partenza da", "partendo da", "based in", "live in", "living in", "lives in", "located in", "starting in",
    "starting at", "beginning in", "beginning at", "starts in", "begins in", "commencing in", "departure",
    "departure :", "departure city", "departure airport", "departure city :", "departure airport :", "from :",
    "origin", "origin :", "origin is", "abflug", "abflughafen", "abflughafen :", "abflug ab", "departs",
    "departs from", "start in", "start from", "start at", "back to", "back in", "return to", "returning to", "home to",
    "back home to", "zuruck nach", "retour a", "flying out of", "fly out of", "begin in", "we are in", "i am in",
    "i 'm in", "we 're in", "wohnen in", "wohne in", "vivimos en", "gente mora em", "depuis", "moramos em", "bly in", "ons bly in", "woon in",
    "woont in", "habito a", "vivo en", "moro em", "habitons a", "wonen in", "abitiamo a", "wir kommen aus",
    "away from", "set out from", "kicking off in", "departing out of", "here in", "vertrek vanaf", "vertrek uit",
    "vertrekpunt", "vertrek", "vertrek :", "depart :", "salida :", "saida :", "partida de", "partida :", "partenza",
    "partenza :", "abflug :", "abreise ab", "flying in from", "ex :", "leaves", "leaves from", "beginning from",
    "fly out", "flying out", "decollage de", "decolle de", "decollons de", "sair de", "a sair de", "a gente sai de", "sai de", "salimos de", "saimos de", "embarque em", "embarque no",
    "vertrek in", "partirait de", "partirions de", "partirais de", "partiriamo da", "partiremmo da", "partirei da", "si parte da", "partiriamos de", "partiria de", "saldriamos de", "sairiamos de", "somos de", "parish in",
    "college in", "circle in", "guild in", "teacher in", "manager in", "firm in", "nurse in", "doctor in", "student in", "shop in", "office in", "working in", "departure from", "departures from", "pickup from", "abfahrt in", "losgehen ab", "vlug vanaf", "vlieg uit", "vlieg vanaf", "ons vlieg vanaf",
    "we stay in", "i stay in", "moremos em", "daqui do", "daqui de", "voamos de", "starting off in", "i 'm currently in", "currently in", "departure location is", "departure is",
    "city of departure is", "starting point is", "starting point will be", "origin city is", "origin city",
    "departing city is", "departure city is", "leaving form", "depart form", "frm", "coming from", "coming back from",
    "traveling from", "starting point", "departure location", "departure airport is", "home airport is",
    "nearest airport is", "departure location :", "flights from", "star from",
];

#[rustfmt::skip]
pub(super) const TO: &[&str] = &[
    "to", "into", "towards", "toward", "visit", "visiting", "explore", "exploring", "tour", "touring", "see",
    "heading", "head to", "destination", "destination :", "destination is", "destination of", "destination will be",
    "reach", "reaching", "arrive", "arriving", "arrive in", "arriving in", "arrive at", "arriving at", "arrival",
    "arrival in", "arrival :", "nach", "vers", "para", "pra", "naar", "verso", "discover", "leaving for", "leave for",
    "departing for", "depart for", "bound for", "headed for", "headed to", "leaving to", "ending in", "end in",
    "ending at", "finishing in", "finish in", "destination being", "destino", "destino :", "ziel", "reiseziel",
    "reiseziel :", "bestemming", "bestemming :", "destinazione", "destinazione :", "to :", "to the city of",
    "visite de", "visiter", "visitar", "besuchen", "bezoeken", "visitare", "covering", "includes", "decouvrir",
    "conocer", "conhecer", "fly into", "flying into", "interested in", "considering", "thinking of", "thinking about",
    "love", "like", "want", "prefer", "looking at", "choose", "consider", "dreaming of", "stopping in", "besoek",
    "na", "to either", "experience", "destination country", "try", "do", "dream of", "destination - ", "for",
    "end up in", "venturing into", "through", "across", "between", "either", "around",
    "go back to", "going back to", "get back to", "like to return to", "love to return to", "want to return to", "climb", "climbing", "hike", "hiking",
    "trek", "trekking", "then", "and then", "followed by", "fancy", "fancying", "down to", "city :", "where :", "place :", "location :", "country :", "wohin :", "ort :", "ville :", "pays :", "lieu :",
    "ciudad :", "lugar :", "pais :", "cidade :", "plaats :", "stad :", "land :", "meta :", "citta :", "paese :", "zielgebiet :",
    "region :", "onwards to", "preferably", "ideally in", "am liebsten", "de preference", "preferiblemente", "de preferencia", "liefst",
    "preferibilmente", "gefolgt von", "suivi de", "ideally", "specifically", "especially", "particularly", "namely", "coming back to", "coming back to the",
    "traumt von", "traumen von", "traume von", "getraumt von", "reve de", "revons de", "sonar con", "sognato", "sogniamo", "sonhamos com", "sonho com",
    "droomt van", "dromen van", "droom van", "dreamed of", "dreamt of", "veut", "veux", "voulons", "toca", "queremos", "quiero", "vogliamo", "voglio", "konkret",
    "surtout", "sobre todo", "sobretudo", "soprattutto", "vooral", "ver", "voir", "vedere", "zien", "facciamo", "hacemos", "faisons", "doen", "after",
    "need", "says", "traum ist", "dream is", "reve c'est", "sueno es", "sonho e", "danach", "zum schluss", "anschliessend", "para terminar", "revons d", "reve d", "rever d",
    "that would be", "it would be", "it's", "it is", "so it's", "landed on", "settled on", "decided on", "going for", "plan is",
];

#[rustfmt::skip]
pub(super) const IN: &[&str] = &[
    "in", "at", "on", "auf", "im", "en", "em", "no", "na", "nos", "nas", "op", "su", "sull'", "sulla", "sur", "dans",
    "near", "in der", "auf den", "auf die", "an den", "an die", "in die", "in den", "am", "a l", "a la", "au", "aux",
    "al", "alla", "alle", "ai", "agli", "ao", "aos", "nel", "nella", "nelle", "in de", "aan de", "aan het",
    "close to", "outside", "hotel in", "stay in", "of", "an der", "zur", "a las", "a los", "en la", "en las", "sur l",
    "in 't", "home from", "fly home from", "flying home from", "fly back from", "flying back from",
    "back home from", "all over", "in die omgewing van", "along", "down in", "up in", "over in", "zum",
];

#[rustfmt::skip]
pub(super) const SKIP: &[&str] = &[
    "the", "a", "an", "beautiful", "sunny", "city", "of", "island", "islands", "lovely", "stunning", "gorgeous",
    "both", "either", "mainland", "exotic", "wonderful", "airport", "der", "die", "das", "den", "dem", "la", "le",
    "les", "l", "'", "el", "los", "las", "o", "os", "as", "i", "il", "gli", "de", "het", "ile", "isla", "ilha",
    "isola", "insel", "eiland", "town", "country", "state", "downtown", "central", "northern", "southern", "eastern",
    "western", "north", "south", "nearby", "amazing", "two", "cities", "places", "like", "region", "area", "coast",
    "around", "\"", "maybe", "possibly", "perhaps", "somewhere", "ideally", "probably", "only", "just", "-", ":", "(",
    "*",
];

#[rustfmt::skip]
pub(super) const OTHER: &[&str] = &[
    "not", "not to", "not in", "via", "anywhere but", "instead of", "rather than", "other than", "except", "avoid",
    "stopover in", "layover in", "transit in", "been to", "went to", "visited", "were in", "was in", "returned from",
    "back from", "mr", "mrs", "ms", "dr", "frau", "herr", "mme", "dear", "hi", "hello", "hallo", "hola", "ola",
    "bonjour", "ciao", "beste", "liebe", "lieber", "air", "aunt", "uncle", "my name is", "i 'm", "name is",
    "similar to", "compared to", "thanks", "friend", "cousin", "sister", "brother", "daughter", "son",
    "transit through", "change in", "unlike", "honeymooned in", "got married in", "uber", "stopping over in", "no",
    "kein", "zwischenstopp in", "escale a", "escala en", "visa for", "visas for", "visum fur", "visa pour", "visado para",
    "visto para", "visum voor", "visto per", "passport for", "not interested in", "no interest in", "not keen on", "no more", "never again", "thought was",
    "supposed to go to", "supposed to be going to", "getting married in", "get married in", "married in", "wedding in", "timeshare in",
    "timeshare week in", "moved from", "nicht", "nicht nach", "nicht wieder nach", "statt", "anstatt", "hatten an", "hatten an die", "pas a", "pas en",
    "pas au", "au lieu de", "au lieu du", "plutot que", "en lugar de", "en vez de", "era ir a", "em vez de", "em vez do", "niet naar", "in plaats van", "invece di",
    "invece della", "in plaas van", "nie na", "heiraten wir in", "heiraten in", "wird in", "nos casamos en", "casamos em", "trouwen in", "trou in",
    "settled in", "relocating to", "moving to", "emigrating to", "trip to lourdes", "parents in", "in laws in", "eltern in", "schwiegereltern in", "schoonouders in", "ouders in", "suegros en", "ai nonni a", "nonni a", "family in", "familie in", "flat in", "bought a flat in",
    "forget", "please forget", "scrapped", "lass uns nicht", "lascia stare", "skip", "skip the", "skipping", "used you for", "back in", "weddings in",
];

/// Words after a name that make it something else: an airline, a street, a firm, a dish.
#[rustfmt::skip]
pub(super) const NAMED_AFTER: &[&str] = &[
    "airlines", "airline", "airways", "air", "travel", "travels", "tours", "bank", "street", "road", "avenue",
    "university", "cuisine", "cuisines", "food", "express", "times", "ltd", "inc", "gmbh", "pty", "embassy",
    "passport", "visa", "style", "hilton", "marriott", "cup", "dollars", "rand", "sauvignon", "wine", "wines", "time",
    "embassies", "citizens", "citizen", "passports", "lodge", "hotel", "inn", "resort", "suites", "hotels",
    "guesthouse", "pounds", "palace", "sheraton", "hyatt", "regency", "grand", "plaza", "ct", "bridge",
];

#[rustfmt::skip]
pub(super) const PAST: &[&str] = &[
    "last year", "last january", "last february", "last march", "last april", "last may", "last june", "last july", "last august", "last september", "last october", "last november", "last december", "thanks for the lovely", "thanks for the wonderful", "thank you for the lovely", "last summer", "last winter", "last time", "last yr", "last fall", "last autumn", "years since", "we've had", "has sent me", "sent me to", "you sent", "you got them", "you got us", "we liked", "paid", "spent a", "gap year", "who returned", "returned from your", "been in", "proposed", "experience in", "letzten herbst", "letzten winter", "letztes fruhjahr", "deja vecu", "cumplio", "had a good", "voltou", "voltaram", "vieram encantados", "avons passe", "passions", "previously",
    "years ago", "have been to", "been to", "we went", "i went", "went to", "we visited", "had visited", "we stayed",
    "we were", "letztes jahr", "letzten sommer", "letztes mal", "waren wir", "l'annee derniere", "l'an dernier",
    "l'ete dernier", "el ano pasado", "el verano pasado", "ano passado", "vorig jaar", "vorige keer", "afgelopen",
    "vor drei jahren", "vor zwei jahren", "vor vier jahren", "vor funf jahren", "vor einem jahr", "vor einigen jahren", "vor ein paar jahren", "l'an passe", "l'annee passee",
    "l'ete passe", "il y a deux ans", "il y a trois ans", "il y a un an", "hace un ano", "hace dos anos", "hace tres anos", "hace unos anos", "ha um ano", "ha dois anos", "ha tres anos",
    "due anni fa", "tre anni fa", "un anno fa", "twee jaar geleden", "drie jaar geleden", "een jaar geleden", "twee jaar gelede", "volvio encantada", "volvio encantado",
    "my last holiday", "our last holiday", "my last trip", "our last trip", "last holiday was", "last trip was", "put us off", "is overdone", "idea inicial", "damals", "someone quoted us",
    "l'anno scorso", "l'estate scorsa", "verlede jaar", "we loved", "already been", "just returned", "came back from",
    "got back", "you organised", "you organized", "you booked", "you arranged", "first met", "we had a", "enjoyed",
    "was amazing", "was wonderful", "was great", "was nice", "was lovely", "was fantastic", "was perfect", "fuimos",
    "estuvimos", "fomos", "siamo stati", "etions", "sommes alles", "sommes deja alles", "waren schon", "zijn geweest",
    "we did", "recommended by", "we usually", "usually go", "usually do", "we normally", "normally go", "we always", "normalerweise",
    "d'habitude", "used to live", "was born", "grew up", "had planned", "had thought of", "were going to book", "hatten geplant",
    "wollten eigentlich", "avions prevu", "habiamos pensado", "we lost", "passed away", "we did", "did that", "i did", "haben sie uns", "reisen gemacht",
    "avions dormi", "sono stata", "sono stato", "eravamo stati", "eravamo", "fui a", "ja fomos", "was al in", "ons was", "zaten we", "gedaan", "l'hiver dernier",
    "l'hiver passe", "verlede desember", "destijds", "gewees", "had gone to", "we still talk about", "talk about", "came back", "was the highlight", "used a different",
];

#[rustfmt::skip]
pub(super) const AGAIN: &[&str] = &[
    "this time", "this year", "now we", "again", "would like", "want to", "we'd like", "we'd love", "dieses mal",
    "diesmal", "cette fois", "esta vez", "desta vez", "deze keer", "questa volta", "hierdie keer", "but", "so",
    "next", "would love", "hoping", "planning", "looking", "mochten", "return to", "go back to", "wollen",
];
