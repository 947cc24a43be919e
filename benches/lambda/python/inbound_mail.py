"""SES has stored a mail: read it, understand the request, save both once, and queue the quote.

An event without HTTP, so neither FastAPI nor Mangum is loaded here.
"""

import os
import re
import time
import uuid
from datetime import date, datetime, timedelta
from decimal import Decimal
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

import boto3
from dateutil import parser as dates

from files import read
from store import CONFIG, Row, add, commit, create, get, mailbox_key, put, tenant_key

MAIL_BUCKET = os.environ["MAIL_BUCKET"]
QUEUE = os.environ["QUOTE_QUEUE_URL"]
LARGEST_MAIL, MOST_THREAD_IDS = 40_000_000, 20

sqs = boto3.client("sqs", config=CONFIG)

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY = rf"\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH}(?:\s+\d{{4}})?|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?"
RANGE = re.compile(rf"\b({DAY}|\d{{1,2}})\s*(?:to|until|till|-|–|and)\s*({DAY})\b", re.I)
ISO_RANGE = re.compile(r"\b(\d{4}-\d\d-\d\d)\s*(?:to|until|till|-|–|and)\s*(\d{4}-\d\d-\d\d)\b")
NIGHTS = re.compile(r"\b(\d{1,2})\s+nights?\b", re.I)
NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNT = r"(\d{1,2}|one|two|three|four|five|six)"
ADULTS = re.compile(rf"\b{COUNT}\s+(?:adults?|grown-?ups?)\b", re.I)
CHILDREN = re.compile(rf"\b{COUNT}\s+(?:child(?:ren)?|kids?)\b", re.I)
AGES = re.compile(r"\bag(?:ed|es?)\s+((?:\d{1,2}(?:\s*,\s*|\s+and\s+|\s*&\s*)?)+)", re.I)
BUDGET = re.compile(
    r"(?P<currency>\bZAR|\bUSD|\bEUR|\bGBP|\bR|[$€£])\s?(?P<amount>\d[\d ,.]*\d|\d)(?P<thousand>k\b)?", re.I
)
CURRENCIES = {"r": "ZAR", "$": "USD", "€": "EUR", "£": "GBP"}
PER_PERSON = re.compile(r"\b(?:pp|per person|each)\b", re.I)
BOARDS = {
    "all_inclusive": re.compile(r"\ball[- ]inclusive\b", re.I),
    "full_board": re.compile(r"\bfull[- ]board\b", re.I),
    "half_board": re.compile(r"\bhalf[- ]board\b", re.I),
    "bed_and_breakfast": re.compile(r"\b(?:bed (?:and|&) breakfast|B&B)\b", re.I),
    "self_catering": re.compile(r"\bself[- ]catering\b", re.I),
}
STARS = re.compile(r"\b([3-5])[- ]?(?:star|\*)", re.I)
ORIGIN = re.compile(r"\b(?:fl(?:y|ying)(?: up| out| down)?|depart(?:ing)?|leav(?:e|ing)) from ([A-Z]\w+(?: [A-Z]\w+)*)")
PHONE = re.compile(r"\+\d[\d ()-]{7,}\d")
QUOTED = re.compile(r"^(?:On .{5,200} wrote:|-+ ?Original Message ?-+|From: .+|>.*)$", re.M)
SIGNATURE = re.compile(r"^(?:-- ?|(?:kind|best|warm) regards,?|regards,?|many thanks,?)$", re.M | re.I)
_PLACES: dict[str, tuple[int, re.Pattern[str], dict[str, str]]] = {}


class Text(HTMLParser):
    """The words of an HTML mail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"br", "p", "div", "tr", "li"}:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def words(mail: EmailMessage) -> tuple[str, str]:
    """The text of the newest part, and the signature below it."""
    body = mail.get_body(preferencelist=("plain", "html"))
    text = body.get_content() if body else ""
    if body and body.get_content_subtype() == "html":
        text = "".join(Text(text).words)
    quoted = QUOTED.search(text)
    text = text[: quoted.start()] if quoted else text
    signed = SIGNATURE.search(text)
    return (text[: signed.start()].strip(), text[signed.end() :].strip()) if signed else (text.strip(), "")


def stated(value: Any, found: re.Match[str]) -> Row:
    """A value with the span that says so."""
    source = {"text": found.group().strip(), "start": found.start(), "end": found.end()}
    return {"value": value, "origin": "stated", "confidence": 0.9, "source": source}


def places(agency: Row) -> tuple[re.Pattern[str], dict[str, str]]:
    """The agency's destinations and their other names, as one expression an instance compiles once a version."""
    held = _PLACES.get(agency["id"])
    if held is None or held[0] != agency["version"]:
        names = {
            alias.casefold(): place["name"]
            for place in agency["config"]["destinations"]
            for alias in (place["name"], *place["aliases"])
        }
        pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
        held = _PLACES[agency["id"]] = int(agency["version"]), re.compile(rf"\b(?:{pattern})\b", re.I), names
    return held[1], held[2]


def number(text: str) -> int:
    return NUMBERS.get(text.lower()) or int(text)


def stay(text: str, sent: date) -> Row | None:
    """First and last day; a day without a year is the next one to come."""
    found = ISO_RANGE.search(text) or RANGE.search(text)
    if found is None:
        return None
    default = datetime(sent.year, sent.month, 1)
    try:
        last = dates.parse(found[2], default=default).date()
        first_text = f"{found[1]} {last:%B}" if found[1].isdigit() else found[1]
        first = dates.parse(first_text, default=datetime(last.year, last.month, 1)).date()
    except dates.ParserError:
        return None
    if last < sent:
        first, last = first.replace(year=sent.year + 1), last.replace(year=sent.year + 1)
    if not timedelta(0) < last - first <= timedelta(365):
        return None
    return stated({"kind": "exact", "check_in": first.isoformat(), "check_out": last.isoformat()}, found)


def budget(text: str) -> Row | None:
    found = BUDGET.search(text)
    if found is None:
        return None
    amount = Decimal(re.sub(r"[ ,]", "", found["amount"])) * (1000 if found["thousand"] else 1)
    currency = CURRENCIES.get(found["currency"].lower(), found["currency"].upper())
    near = text[found.end() : found.end() + 20]
    basis = "per_person" if PER_PERSON.search(near) else "total"
    return stated({"amount": str(amount), "currency": currency, "basis": basis}, found)


def understand(text: str, signature: str, sender: tuple[str, str], agency: Row, sent: date) -> Row:
    """What the mail asks for; what it does not say is absent."""
    pattern, names = places(agency)
    fields: dict[str, Row | None] = {"dates": stay(text, sent), "budget": budget(text)}
    mentioned = {names[found.group().casefold()]: found for found in pattern.finditer(text)}
    if origin := ORIGIN.search(text):
        fields["origin"] = stated(origin[1], origin)
        mentioned.pop(names.get(origin[1].casefold(), ""), None)
    if mentioned:
        fields["destinations"] = stated(list(mentioned), next(iter(mentioned.values())))
    for name, expression in {"nights": NIGHTS, "adults": ADULTS, "children": CHILDREN, "stars": STARS}.items():
        if found := expression.search(text):
            fields[name] = stated(number(found[1]), found)
    if found := AGES.search(text):
        fields["child_ages"] = stated([int(age) for age in re.findall(r"\d+", found[1])], found)
    for board, expression in BOARDS.items():
        if found := expression.search(text):
            fields["board"] = stated(board, found)
            break
    contact = {"name": sender[0], "email": sender[1]}
    if found := PHONE.search(signature) or PHONE.search(text):
        contact["phone"] = "+" + re.sub(r"\D", "", found.group())
    fields["contact"] = {"value": contact, "origin": "stated", "confidence": 1.0}
    return {name: field for name, field in fields.items() if field is not None}


def threads(mail: EmailMessage) -> list[str]:
    """Message-IDs that this mail answers, the newest first."""
    named = f"{mail.get('References', '')} {mail.get('In-Reply-To', '')}".split()
    return list(dict.fromkeys(reversed(named)))[:MOST_THREAD_IDS]


def continued(tenant: str, mail: EmailMessage) -> str | None:
    """The enquiry that the mail goes on with."""
    for message_id in threads(mail):
        if known := get(tenant_key(tenant, "message-id", message_id)):
            return known["enquiry_id"]
    return None


def take_in(tenant: str, ses: Row, raw: bytes) -> Row:
    """One mail for one tenant, once."""
    ses_id, now = ses["mail"]["messageId"], int(time.time())
    if get(tenant_key(tenant, "ses", ses_id)):
        return {"duplicate": True}
    agency = get(tenant_key(tenant, "tenant"))
    if agency is None:
        raise LookupError(f"no tenant {tenant}")
    mail = message_from_bytes(raw, policy=policy.default)
    sender = parseaddr(str(mail.get("From", "")))
    text, signature = words(mail)
    sent = parsedate_to_datetime(str(mail["Date"])).date() if mail["Date"] else date.today()
    fields = understand(text, signature, sender, agency, sent)

    enquiry_id = continued(tenant, mail) or str(uuid.uuid4())
    message_id, job_id = str(uuid.uuid4()), str(uuid.uuid4())
    missing = [name for name in agency["config"]["required_enquiry_fields"] if name not in fields]
    receipt = ses["receipt"]
    quarantined = "FAIL" in (receipt["spamVerdict"]["status"], receipt["virusVerdict"]["status"])
    message = {
        "id": message_id,
        "from": sender[1],
        "to": receipt["recipients"],
        "subject": str(mail.get("Subject", "")),
        "text": text,
        "attachments": [part.get_filename() for part in mail.iter_attachments()],
        "verdicts": {name: receipt[f"{name}Verdict"]["status"] for name in ("spam", "virus", "spf", "dkim", "dmarc")},
        "state": "quarantined" if quarantined else "processed",
        "enquiry_id": enquiry_id,
        "received_at": now,
    }
    enquiry = {
        "id": enquiry_id,
        "state": "needs_info" if missing else "qualified",
        "missing": missing,
        "fields": fields,
    }
    job = {"id": job_id, "enquiry_id": enquiry_id, "work": "quote", "created_at": now}
    header = str(mail.get("Message-ID", ses_id)).strip()
    saved = commit(
        [
            create(tenant_key(tenant, "ses", ses_id), message_id=message_id),
            create(tenant_key(tenant, "message-id", header), enquiry_id=enquiry_id),
            put(tenant_key(tenant, "message", message_id), message),
            put(tenant_key(tenant, "enquiry", enquiry_id), enquiry),
            put(tenant_key(tenant, "job", job_id), job),
        ]
    )
    if not saved:
        return {"duplicate": True}
    add(tenant_key(tenant, "usage", f"{now // 86_400}"), "mail_bytes", len(raw))
    if not quarantined:
        sqs.send_message(QueueUrl=QUEUE, MessageBody=f"{tenant}\n{job_id}")
    return {"message_id": message_id, "enquiry_id": enquiry_id, "fields": sorted(fields)}


def handler(event: Row, _context: object) -> Row:
    outcomes = []
    for record in event["Records"]:
        ses = record["ses"]
        raw = read(MAIL_BUCKET, f"mail/{ses['mail']['messageId']}")
        if len(raw) > LARGEST_MAIL:
            raise ValueError(f"a mail of {len(raw)} bytes")
        mailboxes = [get(mailbox_key(address)) for address in ses["receipt"]["recipients"]]
        tenants = dict.fromkeys(mailbox["tenant"] for mailbox in mailboxes if mailbox)
        outcomes += [take_in(tenant, ses, raw) for tenant in tenants]
    return {"messages": outcomes, "unrouted": not outcomes}
