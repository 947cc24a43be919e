"""Lays out what the functions find: the demo agency, its user and session, rates and documents.

Standard input is a JSON object of the measured events, by function. The user, their password and the session are those
of the events, so that both sides answer the same calls.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from files import FILES_BUCKET, s3
from session import verified
from store import Row, commit, login_key, mailbox_key, put, tenant_key

DEMO = Path(__file__).parent / "demo"
RATES, PASSAGES = "python/rates.csv", "python/passages.json"


def demo(name: str) -> Any:
    return json.loads((DEMO / name).read_text())


def passages() -> list[Row]:
    """The documents, cut at their headings."""
    found = []
    for path in sorted((DEMO / "knowledge").glob("*.md")):
        title, _, text = path.read_text().removeprefix("# ").partition("\n")
        for number, part in enumerate(text.split("\n## ")):
            heading, _, words = part.partition("\n")
            named = {"document_id": path.stem, "title": title, "heading": heading}
            found.append({"id": f"{path.stem}#{number}", **named, "text": words.replace("**", "").strip()})
    return found


def main() -> None:
    events = json.load(sys.stdin)
    login = json.loads(events["auth"]["body"])
    claims = verified(events["tenants"]["headers"]["authorization"].removeprefix("Bearer "))
    (mailbox,) = events["inbound-mail"]["Records"][0]["ses"]["receipt"]["recipients"]
    tenant, user_id, now = claims["tenant"], claims["sub"], int(time.time())
    agency = demo("agency.json")

    s3.put_object(Bucket=FILES_BUCKET, Key=RATES, Body=(DEMO / "rates.csv").read_bytes())
    s3.put_object(Bucket=FILES_BUCKET, Key=PASSAGES, Body=json.dumps(passages()).encode())
    record = {
        "id": tenant,
        "name": agency["name"],
        "config": agency["config"],
        "created_at": "2026-01-01T00:00:00Z",
        "updated_at": "2026-01-01T00:00:00Z",
    }
    prices = {"sheet": RATES, "extras": demo("extras.json")["items"], "fx": demo("fx.json")["rates"]}
    password_hash = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1).hash(login["password"])
    user = {"email": login["email"], "name": "Thandi Mokoena", "password_hash": password_hash}
    session = {"user_id": user_id, "epoch": 0, "expires_at": now + 86_400}
    commit(
        [
            put(tenant_key(tenant, "tenant"), record, status="active", version=1),
            put(tenant_key(tenant, "user", user_id), user, role="admin", epoch=0),
            put(tenant_key(tenant, "session", claims["sid"]), **session),
            put(tenant_key(tenant, "prices"), prices, version=1),
            put(tenant_key(tenant, "knowledge"), {"file": PASSAGES}, version=1),
            put(login_key(login["email"]), tenant=tenant, user_id=user_id),
            put(mailbox_key(mailbox), tenant=tenant),
        ]
    )


if __name__ == "__main__":
    main()
