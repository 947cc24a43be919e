"""POST /api/v1/quotes/price: prices a party and a stay from the agency's rates; nothing is saved.

The rules are those of Tripdesk: nights by period, children by band, markup, exchange, one rounding a line, and a trace.
"""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, setcontext
from typing import Annotated, Any, Literal

from fastapi import FastAPI, HTTPException
from mangum import Mangum
from pydantic import BaseModel, ConfigDict, Field, model_validator

from files import versioned
from session import Session, SignedIn
from store import get, tenant_key

# Half up in `decimal` is half away from zero.
setcontext(Context(prec=40, rounding=ROUND_HALF_UP))
ZERO, ONE, CENT = Decimal(0), Decimal(1), Decimal("0.01")

app = FastAPI(openapi_url=None)


class Refused(Exception):
    """A plan cannot be sold for this stay; the argument is the reason."""


# -- what is asked and answered


class Room(BaseModel):
    model_config = ConfigDict(extra="forbid")

    adults: int = Field(ge=1, le=20)
    child_ages: list[Annotated[int, Field(ge=0, le=17)]] = []


class Party(BaseModel):
    rooms: list[Room] = Field(min_length=1, max_length=20)


class Stay(BaseModel):
    check_in: date
    check_out: date

    @model_validator(mode="after")
    def in_order(self) -> "Stay":
        if not 0 < (self.check_out - self.check_in).days <= 365:
            raise ValueError("1 to 365 nights")
        return self


class PriceRequest(BaseModel):
    model_config = ConfigDict(extra="forbid")

    party: Party
    dates: Stay
    destination: str | None = None
    hotels: list[str] = []
    board: str | None = None
    limit: int = Field(default=3, ge=1, le=100)


class Money(BaseModel):
    amount: Decimal
    currency: str


class Line(BaseModel):
    kind: Literal["accommodation", "extra", "rounding"]
    room: int | None = None
    description: str
    net: Money
    amount: Money
    trace: dict[str, Any]


class Option(BaseModel):
    hotel: str
    destination: str
    country: str
    room_type: str
    board: str
    stars: int
    is_main: bool = False
    estimate: bool = False
    lines: list[Line]
    optional_extras: list[Line]
    total: Money
    per_person: Money
    margin_pct: Decimal


class Refusal(BaseModel):
    hotel: str
    room_type: str
    board: str
    reason: str


class Offer(BaseModel):
    options: list[Option]
    refused: list[Refusal]


# -- the rate sheet


@dataclass(frozen=True, slots=True)
class Band:
    youngest: int
    oldest: int
    ordinal: int | None
    text: str
    percent: Decimal | None
    fixed: Decimal

    def share(self, base: Decimal) -> Decimal:
        return self.fixed if self.percent is None else base * self.percent / 100


@dataclass(frozen=True, slots=True)
class Period:
    row: int
    first: date
    last: date
    currency: str
    basis: str
    unit: str
    price: Decimal
    single_supplement: Decimal
    included: int
    extra_adult: Decimal
    bands: tuple[Band, ...]
    commission_pct: Decimal
    max_adults: int
    max_occupancy: int
    min_nights: int
    stopped: bool


@dataclass(frozen=True, slots=True)
class Plan:
    hotel: str
    destination: str
    country: str
    stars: int
    room_type: str
    board: str
    periods: list[Period]


def read_bands(text: str) -> tuple[Band, ...]:
    found = []
    for entry in filter(None, (part.strip() for part in text.split(";"))):
        ages, _, value = entry.partition(":")
        ages, _, ordinal = ages.partition("#")
        youngest, _, oldest = ages.partition("-")
        percent = ZERO if value == "free" else Decimal(value[:-1]) if value.endswith("%") else None
        fixed = Decimal(value) if percent is None else ZERO
        found.append(Band(int(youngest), int(oldest), int(ordinal) if ordinal else None, value, percent, fixed))
    return tuple(found)


def read_period(number: int, row: dict[str, str]) -> Period:
    return Period(
        row=number,
        first=date.fromisoformat(row["valid_from"]),
        last=date.fromisoformat(row["valid_to"]),
        currency=row["currency"],
        basis=row["basis"],
        unit=row["unit"],
        price=Decimal(row["price"]),
        single_supplement=Decimal(row["single_supplement"] or 0),
        included=int(row["included"] or row["max_occupancy"]),
        extra_adult=Decimal(row["extra_adult"] or 0),
        bands=read_bands(row["child_bands"]),
        commission_pct=Decimal(row["commission_pct"] or 0),
        max_adults=int(row["max_adults"]),
        max_occupancy=int(row["max_occupancy"]),
        min_nights=int(row["min_nights"] or 0),
        stopped=row["stop_sell"] == "yes",
    )


def read_sheet(sheet: bytes) -> list[Plan]:
    """The sheet's plans in the order of first appearance."""
    found: dict[tuple[str, str, str], Plan] = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(sheet.decode())), 2):
        key = row["hotel"], row["room_type"], row["board"]
        if key not in found:
            place = row["destination"], row["country"], int(row["stars"])
            found[key] = Plan(row["hotel"], *place, row["room_type"], row["board"], [])
        found[key].periods.append(read_period(number, row))
    return list(found.values())


# -- money


@dataclass(frozen=True, slots=True)
class Prices:
    """What of the agency's settings prices are made with."""

    currency: str
    markup: Decimal
    buffer: Decimal
    step: Decimal
    extras: list[dict[str, Any]]
    fx: dict[str, Decimal]

    def exchange(self, currency: str) -> Decimal:
        """The buffered rate into the display currency; a missing one is never 1."""
        if currency == self.currency:
            return ONE
        if currency not in self.fx:
            raise Refused("fx_missing")
        return self.fx[currency] * (1 + self.buffer / 100)

    def money(self, amount: Decimal) -> Money:
        return Money(amount=amount.quantize(CENT), currency=self.currency)


# -- one plan for one stay


@dataclass(frozen=True, slots=True)
class Seated:
    """A room's people as a period sees them: a child in no band is an adult; the oldest child is first."""

    adults: int
    children: list[Band]


def seat(room: Room, of_period: tuple[Band, ...]) -> Seated:
    adults, children = room.adults, []
    seen: Counter[tuple[int, int]] = Counter()
    for age in sorted(room.child_ages, reverse=True):
        fitting = [band for band in of_period if band.youngest <= age <= band.oldest]
        if not fitting:
            adults += 1
            continue
        span = fitting[0].youngest, fitting[0].oldest
        seen[span] += 1
        exact = [band for band in fitting if band.ordinal == seen[span]]
        exact = exact or [band for band in fitting if band.ordinal is None]
        if exact:
            children.append(exact[0])
        else:
            adults += 1
    return Seated(adults, children)


def charge(room: Room, period: Period) -> Decimal:
    """What the sheet asks for this room once: a night, or the whole stay of a `_stay` unit."""
    people = seat(room, period.bands)
    if period.unit.startswith("person"):
        total = people.adults * period.price
        if people.adults == 1 and not people.children:
            total += period.single_supplement
        return total + sum((band.share(period.price) for band in people.children), ZERO)
    beyond = people.children[max(0, period.included - people.adults) :]
    total = period.price + max(0, people.adults - period.included) * period.extra_adult
    return total + sum((band.share(period.extra_adult) for band in beyond), ZERO)


def check(rooms: list[Room], by_night: list[Period | None]) -> list[Period]:
    """The period of every night, or the first reason not to sell."""
    arrival = by_night[0]
    if arrival is None:
        raise Refused("unrated_night")
    if any(seat(room, arrival.bands).adults > arrival.max_adults for room in rooms):
        raise Refused("max_adults")
    if any(room.adults + len(room.child_ages) > arrival.max_occupancy for room in rooms):
        raise Refused("max_occupancy")
    if len(by_night) < arrival.min_nights:
        raise Refused("min_nights")
    if any(period is not None and period.stopped for period in by_night):
        raise Refused("stop_sell")
    rated = [period for period in by_night if period is not None]
    mixed = arrival.unit.endswith("_night") and any(period.unit.endswith("_stay") for period in rated)
    if mixed or len(rated) < len(by_night):
        raise Refused("unrated_night")
    return rated


def room_line(number: int, room: Room, plan: Plan, charged: list[Period], prices: Prices) -> tuple[Line, Decimal]:
    """A room for all nights, and what it costs the agency in the display currency."""
    counted: dict[int, tuple[Period, int]] = {}
    for period in charged:
        counted[period.row] = period, counted.get(period.row, (period, 0))[1] + 1
    net = sell = bill = cost = ZERO
    rows = []
    for period, times in counted.values():
        amount = charge(room, period) * times
        exchange = prices.exchange(period.currency)
        net_basis = period.basis == "net"
        owed = amount if net_basis else amount * (1 - period.commission_pct / 100)
        sold = amount * (1 + prices.markup / 100) if net_basis else amount
        net, sell, cost, bill = net + owed, sell + sold, cost + owed * exchange, bill + sold * exchange
        rows.append(
            {
                "row": period.row,
                "valid_from": period.first,
                "valid_to": period.last,
                "unit": period.unit,
                "times": times,
                "price": period.price,
                "children": [band.text for band in seat(room, period.bands).children],
                "markup_pct": prices.markup if net_basis else None,
                "fx": exchange,
                "amount": amount,
                "sell": sold,
            }
        )
    currency = charged[0].currency
    people = f"{room.adults} adults" + (f", children {room.child_ages}" if room.child_ages else "")
    line = Line(
        kind="accommodation",
        room=number,
        description=f"{plan.hotel}, {plan.room_type}, {plan.board}: {people}",
        net=Money(amount=net.quantize(CENT), currency=currency),
        amount=prices.money(bill),
        trace={"kind": "accommodation", "currency": currency, "periods": rows, "net": net, "sell": sell, "exact": bill},
    )
    return line, cost


def extra_line(extra: dict[str, Any], people: int, nights: int, prices: Prices) -> Line:
    count = {"person": people, "booking": 1, "night": nights, "person_night": people * nights}[extra["unit"]]
    exchange = prices.exchange(extra["currency"])
    amount = Decimal(extra["price"]) * count
    return Line(
        kind="extra",
        description=extra["name"],
        net=Money(amount=amount, currency=extra["currency"]),
        amount=prices.money(amount * exchange),
        trace={"kind": "extra", "code": extra["code"], "count": count, "price": extra["price"], "fx": exchange},
    )


def price_plan(plan: Plan, request: PriceRequest, prices: Prices) -> Option:
    rooms, nights = request.party.rooms, (request.dates.check_out - request.dates.check_in).days
    days = [request.dates.check_in + timedelta(day) for day in range(nights)]
    by_night = check(rooms, [next((p for p in plan.periods if p.first <= day <= p.last), None) for day in days])
    charged = by_night[:1] if by_night[0].unit.endswith("_stay") else by_night

    priced = [room_line(number, room, plan, charged, prices) for number, room in enumerate(rooms, 1)]
    people = sum(room.adults + len(room.child_ages) for room in rooms)
    required = [extra_line(x, people, nights, prices) for x in prices.extras if not x["optional"]]
    optional = [extra_line(x, people, nights, prices) for x in prices.extras if x["optional"]]
    lines = [line for line, _ in priced] + required
    total = sum((line.amount.amount for line in lines), ZERO)
    over = total % prices.step if prices.step else ZERO
    if over:
        raised, total = prices.step - over, total + prices.step - over
        step = {"kind": "rounding", "step": prices.step}
        nothing = prices.money(ZERO)
        lines.append(
            Line(kind="rounding", description="Rounding", net=nothing, amount=prices.money(raised), trace=step)
        )
    cost = sum((cost for _, cost in priced), ZERO) + sum((line.amount.amount for line in required), ZERO)
    return Option(
        hotel=plan.hotel,
        destination=plan.destination,
        country=plan.country,
        room_type=plan.room_type,
        board=plan.board,
        stars=plan.stars,
        lines=lines,
        optional_extras=optional,
        total=prices.money(total),
        per_person=prices.money(total / people),
        margin_pct=((total - cost) / total * 100).quantize(CENT) if total else ZERO,
    )


# -- the endpoint


def asked_for(plan: Plan, request: PriceRequest) -> bool:
    place = request.destination is None or request.destination.casefold() == plan.destination.casefold()
    hotel = not request.hotels or plan.hotel in request.hotels
    return place and hotel and (request.board is None or request.board == plan.board)


def prices_of(session: Session, lists: dict[str, Any]) -> Prices:
    quoting = session.config["quoting"]
    display = quoting["display_currency"]
    return Prices(
        currency=display,
        markup=Decimal(quoting["markup_pct"]),
        buffer=Decimal(quoting["fx_buffer_pct"]),
        step=Decimal(quoting["rounding_step"]),
        extras=lists["extras"],
        fx={rate["from"]: Decimal(rate["rate"]) for rate in lists["fx"] if rate["to"] == display},
    )


@app.post("/api/v1/quotes/price")
async def price(request: PriceRequest, session: SignedIn) -> Offer:
    lists = get(tenant_key(session.tenant, "prices"))
    if lists is None:
        raise HTTPException(422, "the agency has no rates")
    prices = prices_of(session, lists)
    options, refused = [], []
    for plan in versioned(lists["sheet"], int(lists["version"]), read_sheet):
        if not asked_for(plan, request):
            continue
        try:
            options.append(price_plan(plan, request, prices))
        except Refused as why:
            name = {"hotel": plan.hotel, "room_type": plan.room_type, "board": plan.board}
            refused.append(Refusal(**name, reason=str(why)))
    options.sort(key=lambda option: (option.total.amount, option.hotel))
    options = options[: request.limit]
    if options:
        options[0].is_main = True
    return Offer(options=options, refused=refused)


handler = Mangum(app, lifespan="off")
