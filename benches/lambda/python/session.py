"""Who is calling: the token, the session it names, and the agency's record.

Endpoints are `async def` and call boto3 directly: an instance has one event at a time, so there is nothing that a pool
of threads could overlap, and each hand-over to one would cost a thread.
"""

import json
import os
import time
from dataclasses import dataclass
from typing import Annotated, Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from fastapi import Depends, Header, HTTPException
from jwt.utils import base64url_decode

from store import Row, get, get_all, tenant_key

ISSUER, AUDIENCE, TOKEN_TYPE = "tripdesk", "tripdesk-api", "at+jwt"
TOKEN_SECONDS = 900
LEEWAY_SECONDS = 60
CACHE_SECONDS = 300


def _keys() -> tuple[str, Ed25519PrivateKey, dict[str, Ed25519PublicKey]]:
    """The key that signs, and all that verify."""
    keys = json.loads(os.environ["JWT_KEYS"])["keys"]
    pairs = {key["kid"]: Ed25519PrivateKey.from_private_bytes(base64url_decode(key["d"])) for key in keys}
    signing_id = next(iter(pairs))
    public = {kid: private.public_key() for kid, private in pairs.items()}
    return signing_id, pairs[signing_id], public


_SIGNING_ID, _SIGNING, _VERIFYING = _keys()
_TENANTS: dict[str, tuple[float, Row]] = {}


@dataclass(frozen=True)
class Session:
    """A caller whose token, session, user and agency all hold."""

    tenant: str
    agency: Row
    user_id: str
    role: str

    @property
    def config(self) -> dict[str, Any]:
        return self.agency["config"]


def access_token(tenant: str, user_id: str, session_id: str, now: int) -> str:
    claims = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": user_id,
        "tenant": tenant,
        "sid": session_id,
        "iat": now,
        "nbf": now,
        "exp": now + TOKEN_SECONDS,
    }
    headers = {"typ": TOKEN_TYPE, "kid": _SIGNING_ID}
    return jwt.encode(claims, _SIGNING, algorithm="EdDSA", headers=headers)


def verified(token: str) -> dict[str, Any]:
    """What a token says, when it is one of ours and in time."""
    header = jwt.get_unverified_header(token)
    key = _VERIFYING.get(header.get("kid", ""))
    if key is None or header.get("typ") != TOKEN_TYPE:
        raise jwt.InvalidTokenError("not one of our access tokens")
    return jwt.decode(
        token,
        key,
        algorithms=["EdDSA"],
        audience=AUDIENCE,
        issuer=ISSUER,
        leeway=LEEWAY_SECONDS,
        options={"require": ["iss", "aud", "sub", "exp", "nbf"]},
    )


def agency_of(tenant: str, version: int) -> Row:
    """The agency's record: this instance's copy for as long as its version counts."""
    held = _TENANTS.get(tenant)
    if held and held[1]["version"] == version and held[0] > time.monotonic():
        return held[1]
    found = get(tenant_key(tenant, "tenant"))
    if found is None:
        raise HTTPException(401, "not signed in")
    _TENANTS[tenant] = (time.monotonic() + CACHE_SECONDS, found)
    return found


async def signed_in(authorization: Annotated[str, Header()] = "") -> Session:
    """The caller. How session, user and agency stand is read anew each time, in one call."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        raise HTTPException(401, "not signed in")
    try:
        claims = verified(token)
    except jwt.InvalidTokenError:
        raise HTTPException(401, "not signed in") from None
    tenant, user_id = claims["tenant"], claims["sub"]
    keys = [
        tenant_key(tenant, "session", claims["sid"]),
        tenant_key(tenant, "user", user_id),
        tenant_key(tenant, "tenant"),
    ]
    fields = ["epoch", "role", "expires_at", "status", "version", "user_id"]
    session, user, standing = get_all(keys, fields)
    if session is None or user is None or standing is None:
        raise HTTPException(401, "not signed in")
    if session["epoch"] != user["epoch"] or session["expires_at"] <= time.time():
        raise HTTPException(401, "not signed in")
    if standing["status"] != "active":
        raise HTTPException(403, "this agency is suspended")
    agency = agency_of(tenant, standing["version"])
    return Session(tenant, agency, user_id, user["role"])


SignedIn = Annotated[Session, Depends(signed_in)]
