#!/usr/bin/env python3
"""Section 5 of product.md a second time, written from its words alone, to check the platform's prices against.

Invariant: this file shares no code, no table and no reading of the rules with the platform; every number is an exact
decimal, and only a line is ever rounded.

    python3 tests/oracle/pricing.py < cases.json > results.json
    python3 tests/oracle/pricing.py --self-test

Cases:   {"rates_csv": text, "fx": [{"from","to","rate"}], "settings": {"display_currency","markup_pct","fx_buffer_pct",
          "rounding_step"}, "extras": [{"code","name","unit","price","currency","optional"}],
          "stays": [{"party": {"rooms": [{"adults","child_ages"}]}, "dates": {"check_in","check_out"}}]}
Results: {"stays": [{"plans": [{"hotel","room_type","board", and either "lines": [{"kind","room"|"code","amount"}] with
          "total", or "refused": reason}]}]}, plans in the order of the sheet, rooms numbered from 1.
"""

import csv
import io
import json
import sys
from collections import namedtuple
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, InvalidOperation, setcontext

# Half up in `decimal` means half away from zero. Inexact arithmetic outside a named rounding would be a wrong price,
# so it stops the program instead.
setcontext(Context(prec=40, rounding=ROUND_HALF_UP, traps=[Inexact, InvalidOperation]))
ROUNDING = Context(prec=40, rounding=ROUND_HALF_UP)

ZERO = Decimal(0)
NO_MINOR_UNIT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split()
THREE_DIGITS = "BHD IQD JOD KWD LYD OMR TND".split()
FOUR_DIGITS = "CLF UYW".split()

Period = namedtuple(
    "Period",
    "first last currency basis unit price single_supplement included extra_adult bands max_adults max_occupancy "
    "min_nights stopped",
)
Band = namedtuple("Band", "youngest oldest ordinal kind value")  # kind: free, percent, amount
Room = namedtuple("Room", "adults children")  # children: their bands, oldest child first


class Refused(Exception):
    """This plan cannot be sold for this stay; the argument is the reason."""


# -- the rate sheet -----------------------------------------------------------------------------------------------


def read_sheet(text):
    """{(hotel, room_type, board): [Period]} in the order of first appearance."""
    plans = {}
    for row in csv.DictReader(io.StringIO(text)):
        key = (row["hotel"], row["room_type"], row["board"])
        plans.setdefault(key, []).append(read_period(row))
    return plans


def read_period(row):
    def number(field, blank):
        return Decimal(row[field]) if row[field].strip() else blank

    max_occupancy = int(row["max_occupancy"])
    return Period(
        first=date.fromisoformat(row["valid_from"]),
        last=date.fromisoformat(row["valid_to"]),
        currency=row["currency"],
        basis=row["basis"],
        unit=row["unit"],
        price=Decimal(row["price"]),
        single_supplement=number("single_supplement", ZERO),
        included=int(number("included", Decimal(max_occupancy))),
        extra_adult=number("extra_adult", ZERO),
        bands=read_bands(row["child_bands"]),
        max_adults=int(row["max_adults"]),
        max_occupancy=max_occupancy,
        min_nights=int(number("min_nights", ZERO)),
        stopped=row["stop_sell"].strip() == "yes",
    )


def read_bands(text):
    bands = []
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        ages, _, value = entry.partition(":")
        ages, _, ordinal = ages.partition("#")
        youngest, _, oldest = ages.partition("-")
        if value == "free":
            kind, amount = "free", ZERO
        elif value.endswith("%"):
            kind, amount = "percent", Decimal(value[:-1])
        else:
            kind, amount = "amount", Decimal(value)
        bands.append(Band(int(youngest), int(oldest), int(ordinal) if ordinal else None, kind, amount))
    return bands


# -- who sleeps in a room, as one period sees it ------------------------------------------------------------------


def seat(room, bands):
    """The room's adults and its children's bands; a child in no band is an adult."""
    adults, children, seen = room["adults"], [], {}
    for age in sorted(room.get("child_ages", []), reverse=True):  # a stable sort: equal ages keep their order
        of_age = [band for band in bands if band.youngest <= age <= band.oldest]
        if of_age:
            span = (of_age[0].youngest, of_age[0].oldest)
            seen[span] = seen.get(span, 0) + 1
            exact = [band for band in of_age if band.ordinal == seen[span]]
            others = [band for band in of_age if band.ordinal is None]
            of_age = exact or others
        if of_age:
            children.append(of_age[0])
        else:
            adults += 1
    return Room(adults, children)


def child_share(band, base):
    if band.kind == "free":
        return ZERO
    if band.kind == "percent":
        return base * band.value.scaleb(-2)
    return band.value


def charge(room, period):
    """What the sheet asks for this room once: for one night, or for the whole stay of a `_stay` unit."""
    people = seat(room, period.bands)
    if period.unit.startswith("person"):
        total = people.adults * period.price
        if people.adults == 1 and not people.children:
            total += period.single_supplement
        return total + sum((child_share(band, period.price) for band in people.children), ZERO)
    extra_adults = max(0, people.adults - period.included)
    covered_children = max(0, period.included - people.adults)
    beyond = people.children[covered_children:]
    total = period.price + extra_adults * period.extra_adult
    return total + sum((child_share(band, period.extra_adult) for band in beyond), ZERO)


# -- a stay -------------------------------------------------------------------------------------------------------


def nights_of(dates):
    first, after = date.fromisoformat(dates["check_in"]), date.fromisoformat(dates["check_out"])
    return [first + timedelta(days) for days in range((after - first).days)]


def period_of(periods, night):
    return next((period for period in periods if period.first <= night <= period.last), None)


def check(rooms, by_night):
    """Raises the first reason not to sell, each reason over all rooms and nights before the next."""
    arrival = by_night[0]
    if arrival is None:
        raise Refused("unrated_night")
    if any(seat(room, arrival.bands).adults > arrival.max_adults for room in rooms):
        raise Refused("max_adults")
    if any(room["adults"] + len(room.get("child_ages", [])) > arrival.max_occupancy for room in rooms):
        raise Refused("max_occupancy")
    if len(by_night) < arrival.min_nights:
        raise Refused("min_nights")
    if any(period is not None and period.stopped for period in by_night):
        raise Refused("stop_sell")
    if any(period is None for period in by_night):
        raise Refused("unrated_night")
    if arrival.unit.endswith("_night") and any(period.unit.endswith("_stay") for period in by_night):
        raise Refused("unrated_night")


def price_plan(periods, rooms, nights, extras, fx, settings):
    by_night = [period_of(periods, night) for night in nights]
    check(rooms, by_night)
    charged = by_night[:1] if by_night[0].unit.endswith("_stay") else by_night
    lines = []
    for index, room in enumerate(rooms, 1):
        exact = sum((sell(charge(room, period), period, fx, settings) for period in charged), ZERO)
        lines.append({"kind": "accommodation", "room": index, "amount": round_to_minor(exact, settings)})
    people = sum(room["adults"] + len(room.get("child_ages", [])) for room in rooms)
    counts = {"person": people, "booking": 1, "night": len(nights), "person_night": people * len(nights)}
    for extra in extras:
        if not extra.get("optional", False):
            exact = Decimal(extra["price"]) * counts[extra["unit"]] * rate_from(extra["currency"], fx, settings)
            lines.append({"kind": "extra", "code": extra["code"], "amount": round_to_minor(exact, settings)})
    total = sum((line["amount"] for line in lines), ZERO)
    raised = raise_to_step(total, Decimal(settings["rounding_step"]))
    if raised != total:
        lines.append({"kind": "rounding", "amount": raised - total})
    return lines, raised


# -- money --------------------------------------------------------------------------------------------------------


def sell(amount, period, fx, settings):
    if period.basis == "net":
        amount *= 1 + Decimal(settings["markup_pct"]).scaleb(-2)
    return amount * rate_from(period.currency, fx, settings)


def rate_from(currency, fx, settings):
    """The buffered direct rate into the display currency; 1 only where nothing is exchanged."""
    if currency == settings["display_currency"]:
        return Decimal(1)
    for pair in fx:
        if pair["from"] == currency and pair["to"] == settings["display_currency"]:
            return Decimal(pair["rate"]) * (1 + Decimal(settings["fx_buffer_pct"]).scaleb(-2))
    raise Refused("fx_missing")


def minor_unit(currency):
    if currency in NO_MINOR_UNIT:
        return Decimal(1)
    return Decimal(1).scaleb(-3 if currency in THREE_DIGITS else -4 if currency in FOUR_DIGITS else -2)


def round_to_minor(exact, settings):
    return exact.quantize(minor_unit(settings["display_currency"]), context=ROUNDING)


def raise_to_step(total, step):
    """No total is negative, so the next multiple is the one above."""
    over = total % step if step > 0 else ZERO
    return total - over + step if over else total


# -- the command --------------------------------------------------------------------------------------------------


def price_cases(cases):
    plans = read_sheet(cases["rates_csv"])
    settings, fx, extras = cases["settings"], cases.get("fx", []), cases.get("extras", [])

    def text(amount):
        """With the minor digits, and with more only where a step is finer than the minor unit."""
        rounded = round_to_minor(amount, settings)
        return format(rounded if rounded == amount else amount, "f")

    results = []
    for stay in cases["stays"]:
        rooms, nights, answers = stay["party"]["rooms"], nights_of(stay["dates"]), []
        for (hotel, room_type, board), periods in plans.items():
            answer = {"hotel": hotel, "room_type": room_type, "board": board}
            try:
                lines, total = price_plan(periods, rooms, nights, extras, fx, settings)
                answer["lines"] = [{**line, "amount": text(line["amount"])} for line in lines]
                answer["total"] = text(total)
            except Refused as refusal:
                answer["refused"] = str(refusal)
            answers.append(answer)
        results.append({"plans": answers})
    return {"stays": results}


# -- the self-test: every figure below was worked out by hand -----------------------------------------------------

COLUMNS = (
    "hotel,destination,country,stars,room_type,max_adults,max_occupancy,board,valid_from,valid_to,currency,basis,unit,"
    "price,single_supplement,included,extra_adult,child_bands,commission_pct,min_nights,stop_sell\n"
)
SELF_TEST_SHEET = COLUMNS + """\
P,D,C,4,R,2,4,BB,2027-07-01,2027-07-05,USD,net,person_night,100.00,40.00,,,0-1:free;2-11:50%;12-15:30.00,,,
P,D,C,4,R,2,4,BB,2027-07-06,2027-07-10,USD,net,person_night,120.00,40.00,,,0-1:free;2-11:50%;12-15:30.00,,3,
P,D,C,4,R,2,4,BB,2027-07-11,2027-07-12,USD,net,person_night,120.00,40.00,,,,,,yes
R,D,C,4,R,3,5,HB,2027-07-01,2027-07-09,ZAR,gross,room_night,1000.00,,2,300.00,2-11#1:free;2-11#2:50%;12-15:95.00,15,,
S,D,C,4,R,2,3,FB,2027-07-01,2027-07-03,ZAR,net,person_stay,999.99,100.00,,,3-9:33.3%,,,no
S,D,C,4,R,2,3,FB,2027-07-04,2027-07-09,ZAR,net,room_stay,5000.00,,,900.00,,,,no
B,D,C,4,R,2,4,BB,2027-07-01,2027-07-09,ZAR,gross,person_night,100.00,70.00,,,3-11#1:free;3-11:50%,20,,
G,D,C,4,R,2,2,AI,2027-07-01,2027-07-01,GBP,net,room_night,50.00,,2,,,,,
G,D,C,4,R,2,2,AI,2027-07-02,2027-07-09,GBP,net,room_stay,50.00,,2,,,,,
"""
SELF_TEST_SETTINGS = {"display_currency": "ZAR", "markup_pct": "14", "fx_buffer_pct": "2.5", "rounding_step": "10"}
SELF_TEST_FX = [{"from": "USD", "to": "ZAR", "rate": "17.25"}, {"from": "ZAR", "to": "GBP", "rate": "0.04"}]
# (hotel, rooms, check-in, check-out, lines without the rounding one, total or the refusal)
SELF_TEST_CASES = [
    # Nights 4 and 5 at 100, 6 and 7 at 120; two adults and two halves make three: 600 + 720 = 1320 USD.
    # x 1.14 = 1504.80; effective rate 17.25 x 1.025 = 17.68125; 26606.745 rounds up to 26606.75, then to 26610.
    ("P", [[2, 4, 9]], "2027-07-04", "2027-07-08", ["26606.75"], "26610.00"),
    # One adult alone: (100 + 40) x 1.14 x 17.68125 = 2821.9275.
    ("P", [[1]], "2027-07-01", "2027-07-02", ["2821.93"], "2830.00"),
    # A child of 16 is in no band: two adults, no supplement. 200 x 1.14 x 17.68125 = 4031.325.
    ("P", [[1, 16]], "2027-07-01", "2027-07-02", ["4031.33"], "4040.00"),
    # One adult with a baby: a free child still spares the supplement. 100 x 1.14 x 17.68125 = 2015.6625.
    ("P", [[1, 0]], "2027-07-01", "2027-07-02", ["2015.66"], "2020.00"),
    # A fixed amount is the amount itself: (200 + 30) x 1.14 x 17.68125 = 4636.02375.
    ("P", [[2, 13]], "2027-07-01", "2027-07-02", ["4636.02"], "4640.00"),
    # Two rooms, two lines: 4031.33 and 2821.93 make 6853.26.
    ("P", [[2], [1]], "2027-07-01", "2027-07-02", ["4031.33", "2821.93"], "6860.00"),
    ("P", [[2, 16]], "2027-07-01", "2027-07-02", [], "max_adults"),
    ("P", [[2, 1, 1, 1], [3]], "2027-07-01", "2027-07-02", [], "max_adults"),  # the reason comes before the room
    ("P", [[2, 1, 1, 1]], "2027-07-06", "2027-07-07", [], "max_occupancy"),
    ("P", [[2]], "2027-07-06", "2027-07-08", [], "min_nights"),
    ("P", [[2]], "2027-07-05", "2027-07-07", ["8868.92"], "8870.00"),  # 440 x 1.14 x 17.68125 = 8868.915
    ("P", [[2]], "2027-07-09", "2027-07-14", [], "stop_sell"),  # although the 13th is unrated
    ("P", [[2]], "2027-06-30", "2027-07-12", [], "unrated_night"),  # the first night comes before everything
    # Two adults are included; of the children 11 is first and free, 5 second and half of 300.
    ("R", [[2, 5, 11]], "2027-07-01", "2027-07-03", ["2300.00"], "2300.00"),
    # A third child of 2-11 matches no ordinal and is an adult: 1000 + 300 + 0 + 150 a night.
    ("R", [[2, 2, 5, 11]], "2027-07-01", "2027-07-02", ["1450.00"], "1450.00"),
    # One adult leaves one place for the oldest child (13); 11 pays nothing as the first of its band, 5 pays 150.
    ("R", [[1, 5, 13, 11]], "2027-07-01", "2027-07-02", ["1150.00"], "1150.00"),
    ("R", [[3, 14]], "2027-07-01", "2027-07-02", ["1395.00"], "1400.00"),  # 1000 + 300 + 95
    # Once for the stay, whatever the nights: 2 x 999.99 + 33.3 % of 999.99 = 2332.97667; x 1.14 = 2659.5934038.
    ("S", [[2, 3]], "2027-07-03", "2027-07-10", ["2659.59"], "2660.00"),
    # `included` blank is max_occupancy, so nobody is extra: 5000 x 1.14.
    ("S", [[2]], "2027-07-04", "2027-07-06", ["5700.00"], "5700.00"),
    ("S", [[2, 3]], "2027-07-04", "2027-07-05", [], "max_adults"),  # no bands here, so the child is an adult
    # The eldest is the first of its band and free, the other is one of the others: 100 + 0 + 50, no supplement.
    ("B", [[1, 4, 9]], "2027-07-01", "2027-07-02", ["150.00"], "150.00"),
    ("G", [[2]], "2027-07-01", "2027-07-03", [], "unrated_night"),  # a night priced per stay after one per night
    ("G", [[2]], "2027-07-01", "2027-07-02", [], "fx_missing"),  # ZAR to GBP is no rate from GBP
]
# Two people, three nights: 2 x 100; 1 x 40; 3 x 0.333 = 0.999; 6 x 1 USD = 106.0875; the optional one stands outside.
SELF_TEST_EXTRAS = [
    {"code": "A", "name": "A", "unit": "person", "price": "100", "currency": "ZAR", "optional": False},
    {"code": "B", "name": "B", "unit": "booking", "price": "40", "currency": "ZAR", "optional": False},
    {"code": "C", "name": "C", "unit": "night", "price": "0.333", "currency": "ZAR", "optional": False},
    {"code": "D", "name": "D", "unit": "person_night", "price": "1", "currency": "USD", "optional": False},
    {"code": "E", "name": "E", "unit": "person", "price": "7", "currency": "GBP", "optional": True},
]


def self_test():
    def stay(rooms, check_in, check_out):
        party = {"rooms": [{"adults": room[0], "child_ages": room[1:]} for room in rooms]}
        return {"party": party, "dates": {"check_in": check_in, "check_out": check_out}}

    def ask(hotel, asked, extras):
        cases = {"rates_csv": SELF_TEST_SHEET, "fx": SELF_TEST_FX, "settings": SELF_TEST_SETTINGS, "extras": extras}
        plans = price_cases({**cases, "stays": [asked]})["stays"][0]["plans"]
        found = next(plan for plan in plans if plan["hotel"] == hotel)
        lines = [line["amount"] for line in found.get("lines", []) if line["kind"] != "rounding"]
        return lines, found.get("total") or found["refused"]

    failures = 0
    extra_case = ("R", [[2]], "2027-07-01", "2027-07-04", ["3000.00", "200.00", "40.00", "1.00", "106.09"], "3350.00")
    for case, extras in [(case, []) for case in SELF_TEST_CASES] + [(extra_case, SELF_TEST_EXTRAS)]:
        hotel, rooms, check_in, check_out, lines, outcome = case
        found = ask(hotel, stay(rooms, check_in, check_out), extras)
        if found != (lines, outcome):
            failures += 1
            print(f"{case}: found {found}", file=sys.stderr)
    print(f"{len(SELF_TEST_CASES) + 1 - failures} of {len(SELF_TEST_CASES) + 1} hand-computed cases agree")
    return 1 if failures else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(self_test())
    json.dump(price_cases(json.load(sys.stdin.buffer)), sys.stdout)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
