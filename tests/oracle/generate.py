#!/usr/bin/env python3
"""Random but valid rate sheets and stays for the pricing oracle.

Invariant: the same arguments give the same bytes, every sheet obeys section 5 of product.md, and whether a plan can be
sold is left to chance: gaps, stop sells, minimum stays, small rooms and missing exchange rates all occur. A plan keeps
its currency; its other terms may change with the season.

    python3 tests/oracle/generate.py --seed 1 --plans 20 --stays 10 > cases.json
"""

import argparse
import csv
import io
import json
import random
import sys
from datetime import date, timedelta

COLUMNS = (
    "hotel,destination,country,stars,room_type,max_adults,max_occupancy,board,valid_from,valid_to,currency,basis,unit,"
    "price,single_supplement,included,extra_adult,child_bands,commission_pct,min_nights,stop_sell"
).split(",")
SEASON_START, SEASON_DAYS = date(2027, 1, 1), 365
UNITS = ["person_night", "room_night", "person_stay", "room_stay"]
BOARDS = ["RO", "BB", "HB", "FB", "AI", "SC"]
PLACES = [("Zanzibar", "Tanzania"), ("Île Bleue", "Mauritius"), ("Cape Town", "South Africa"), ("Algarve", "Portugal")]
SHEET_CURRENCIES = ["ZAR", "USD", "EUR", "GBP", "JPY"]
# Steps that are whole multiples of the minor unit of each display currency.
STEPS = {
    "ZAR": ["0", "1", "5", "10", "50", "100", "0.05", "2.5"],
    "EUR": ["0", "1", "5", "0.10"],
    "JPY": ["0", "1", "100", "1000"],
    "KWD": ["0", "0.005", "0.25", "1"],
}


def amount(rng, low, high, currency):
    """Text of an amount with no more digits than the currency pays, some of them left out as people do."""
    if currency == "JPY":
        return str(rng.randint(low, high))
    whole, cents = rng.randint(low, high), rng.choice([0, 0, 0, 5, 25, 33, 50, 95, 99])
    return rng.choice([f"{whole}.{cents:02d}", f"{whole}.{cents:02d}", str(whole)])


def percent(rng):
    return rng.choice(["0%", "10%", "25%", "30%", "33.3%", "50%", "50%", "66.67%", "75%", "100%"])


def child_bands(rng, currency):
    """Ranges that do not overlap, each with one entry or with some for its first children."""
    if rng.random() < 0.15:
        return ""
    edges = sorted(rng.sample(range(0, 18), rng.choice([2, 4, 6, 6])))
    entries = []
    for youngest, oldest in zip(edges[::2], edges[1::2]):

        def worth():
            return rng.choice(["free", percent(rng), percent(rng), amount(rng, 5, 90, currency)])

        ages = f"{youngest}-{oldest}"
        ordinals = rng.sample([1, 2, 3], rng.choice([0, 0, 0, 1, 2]))
        entries += [f"{ages}#{ordinal}:{worth()}" for ordinal in sorted(ordinals)]
        if not ordinals or rng.random() < 0.6:
            entries.append(f"{ages}:{worth()}")
    if rng.random() < 0.2:
        rng.shuffle(entries)
    return ";".join(entries)


def periods(rng):
    """Stretches of the season that never overlap; now and then with a gap before one, or a day long."""
    day, ends = 0, SEASON_DAYS
    if rng.random() < 0.2:
        day = rng.randint(1, 40)
    while day < ends:
        length = rng.choice([1, 7, 30, 60, 90, 120, 365])
        last = min(day + length, ends) - 1
        yield SEASON_START + timedelta(day), SEASON_START + timedelta(last)
        day = last + 1 + (rng.randint(1, 20) if rng.random() < 0.12 else 0)


def room_terms(rng):
    max_adults = rng.choice([1, 2, 2, 3, 4, 4, 6])
    return {"max_adults": max_adults, "max_occupancy": max_adults + rng.choice([0, 1, 2, 2, 3])}


def row(rng, plan, first, last):
    """One period: the plan's own terms, some of which a season may change."""
    unit, currency = plan["unit"], plan["currency"]
    if rng.random() < 0.08:
        unit = rng.choice(UNITS)
    terms = room_terms(rng) if rng.random() < 0.1 else {key: plan[key] for key in ("max_adults", "max_occupancy")}
    per_room, per_stay = unit.startswith("room"), unit.endswith("stay")
    basis = plan["basis"] if rng.random() < 0.95 else rng.choice(["net", "gross"])
    included = rng.choice(["", 1, 2, terms["max_occupancy"]]) if per_room else ""
    if included != "":
        included = min(included, terms["max_occupancy"])
    return {
        **{key: plan[key] for key in ("hotel", "destination", "country", "stars", "room_type", "board", "currency")},
        **terms,
        "valid_from": first.isoformat(),
        "valid_to": last.isoformat(),
        "basis": basis,
        "unit": unit,
        "price": amount(rng, 300, 6000, currency) if per_stay else amount(rng, 20, 900, currency),
        "single_supplement": "" if per_room else rng.choice(["", "0", amount(rng, 10, 200, currency)]),
        "included": included,
        "extra_adult": amount(rng, 10, 300, currency) if per_room else "",
        "child_bands": plan["child_bands"] if rng.random() < 0.8 else child_bands(rng, currency),
        "commission_pct": rng.choice(["10", "12.5", "15", "20"]) if basis == "gross" else "",
        "min_nights": rng.choice(["", "", "", "", "", "", "1", "2", "3", "7"]),
        "stop_sell": "yes" if rng.random() < 0.05 else rng.choice(["", "no"]),
    }


def sibling_of(rng, plan):
    """The same room of the same hotel with other meals, as most sheets have it."""
    board = rng.choice([board for board in BOARDS if board != plan["board"]])
    return {**plan, "board": board, "unit": rng.choice(UNITS[:2]), "basis": rng.choice(["net", "gross"])}


def plan_of(rng, number):
    place, country = PLACES[number % len(PLACES)]
    names = ["Hotel {}", 'The "Blue" House, No. {}', "Résidence Étoile {}", "O'Reilly's Rest {}"]
    hotel = rng.choice(names).format(number)
    return {
        "hotel": hotel,
        "destination": place,
        "country": country,
        "stars": rng.randint(1, 5),
        "room_type": rng.choice(["Double", "Family Room", "Suite, sea view"]),
        "board": rng.choice(BOARDS),
        "currency": rng.choice(SHEET_CURRENCIES),
        "basis": rng.choice(["net", "net", "gross"]),
        "unit": rng.choice(UNITS[:2] * 3 + UNITS[2:]),
        **room_terms(rng),
        "child_bands": "",
    }


def sheet(rng, count):
    rows, plan, was_alone = [], None, False
    for number in range(count):
        was_alone = plan is None or not was_alone or rng.random() < 0.7
        plan = plan_of(rng, number) if was_alone else sibling_of(rng, plan)
        plan["child_bands"] = child_bands(rng, plan["currency"])
        rows += [row(rng, plan, first, last) for first, last in periods(rng)]
    if rng.random() < 0.3:
        rng.shuffle(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator=rng.choice(["\n", "\r\n"]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def settings(rng):
    display = rng.choice(["ZAR", "ZAR", "EUR", "JPY", "KWD"])
    return {
        "display_currency": display,
        "markup_pct": rng.choice(["0", "10", "12.5", "14", "17.35", "33.333"]),
        "fx_buffer_pct": rng.choice(["0", "1", "2.5", "3.75"]),
        "rounding_step": rng.choice(STEPS[display]),
    }


def exchange_rates(rng, display):
    """Most pairs into the display currency, some missing, and pairs the other way that must not be used."""
    rates = []
    for currency in SHEET_CURRENCIES:
        rate = f"{rng.randint(0, 150)}.{rng.randint(1, 999999):06d}"
        if currency != display and rng.random() < 0.85:
            rates.append({"from": currency, "to": display, "rate": rate})
        if currency != display and rng.random() < 0.3:
            rates.append({"from": display, "to": currency, "rate": f"0.{rng.randint(1, 9999):04d}"})
    rng.shuffle(rates)
    return rates


def extras(rng, display):
    """Few, and those that every option must carry in the display currency more often than not."""
    items = []
    for number in range(rng.choice([0, 0, 1, 2, 3])):
        currency = rng.choice([display, display, display] + SHEET_CURRENCIES)
        items.append(
            {
                "code": f"X{number}",
                "name": f"Extra {number}",
                "unit": rng.choice(["person", "booking", "night", "person_night"]),
                "price": amount(rng, 1, 500, "JPY" if currency == "JPY" else "ZAR"),
                "currency": currency,
                "optional": rng.random() < 0.4,
            }
        )
    return items


def stay(rng):
    check_in = SEASON_START + timedelta(rng.randint(-2, SEASON_DAYS - 3))
    nights = rng.choice([1, 2, 3, 4, 5, 7, 7, 10, 14])
    rooms = [
        {
            "adults": rng.choice([1, 1, 2, 2, 2, 2, 2, 3]),
            "child_ages": [rng.randint(0, 16) for _ in range(rng.choice([0, 0, 1, 1, 2, 2, 3]))],
        }
        for _ in range(rng.choice([1, 1, 1, 1, 1, 2, 3]))
    ]
    return {
        "party": {"rooms": rooms},
        "dates": {"check_in": check_in.isoformat(), "check_out": (check_in + timedelta(nights)).isoformat()},
    }


def cases(seed, plans, stays):
    rng = random.Random(seed)
    chosen = settings(rng)
    display = chosen["display_currency"]
    return {
        "rates_csv": sheet(rng, plans),
        "fx": exchange_rates(rng, display),
        "settings": chosen,
        "extras": extras(rng, display),
        "stays": [stay(rng) for _ in range(stays)],
    }


def main():
    parser = argparse.ArgumentParser(description="Random rate sheets and stays for the pricing oracle.")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--plans", type=int, default=20)
    parser.add_argument("--stays", type=int, default=10)
    chosen = parser.parse_args()
    json.dump(cases(chosen.seed, chosen.plans, chosen.stays), sys.stdout, indent=1)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
