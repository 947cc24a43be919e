"""POST /api/v1/auth/login: address and password for a session and its two tokens."""

import secrets
import time
import uuid
from hashlib import sha256

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from fastapi import FastAPI, HTTPException, Request
from mangum import Mangum
from pydantic import BaseModel, ConfigDict, Field

from session import TOKEN_SECONDS, access_token
from store import add, attempts_key, commit, create, delete, get, get_all, login_key, put, tenant_key

SESSION_SECONDS = 30 * 24 * 3600
MOST_ATTEMPTS, ATTEMPT_SECONDS = 10, 900
# The parameters of Tripdesk's own hashes.
HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
# What the password for an unknown address is checked against, so that it takes as long as a known one.
NOBODYS = "$argon2id$v=19$m=19456,t=2,p=1$gZ8nB/cmMVxmLxC3RftixQ$nvZpR4e73sdmwE6LLSXSVx2AcSVC0+PWfFXUdfH4GwQ"
WRONG = HTTPException(401, "address or password is wrong")

app = FastAPI(openapi_url=None)


class Login(BaseModel):
    model_config = ConfigDict(extra="forbid")

    email: str = Field(min_length=3, max_length=254, pattern=r"^\S+@\S+$")
    password: str = Field(max_length=128)


class User(BaseModel):
    id: str
    email: str
    name: str
    role: str
    tenant_id: str


class SignedIn(BaseModel):
    access_token: str
    token_type: str = "Bearer"
    expires_in: int = TOKEN_SECONDS
    refresh_token: str
    user: User


def matches(password_hash: str, password: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except VerificationError:
        return False


@app.post("/api/v1/auth/login")
async def login(body: Login, request: Request) -> SignedIn:
    now = int(time.time())
    address = request.client.host if request.client else ""
    attempts = attempts_key(body.email, address)
    if add(attempts, "count", 1, expires_at=now + ATTEMPT_SECONDS) > MOST_ATTEMPTS:
        raise HTTPException(429, "too many attempts", {"Retry-After": str(ATTEMPT_SECONDS)})
    found = get(login_key(body.email))
    if found is None:
        matches(NOBODYS, body.password)
        raise WRONG
    tenant, user_id = found["tenant"], found["user_id"]
    agency, user = get_all([tenant_key(tenant, "tenant"), tenant_key(tenant, "user", user_id)])
    if agency is None or user is None or not matches(user["password_hash"], body.password):
        raise WRONG
    if agency["status"] != "active":
        raise HTTPException(403, "this agency is suspended")
    delete(attempts)

    session_id, refresh = str(uuid.uuid4()), secrets.token_urlsafe(32)
    session = {
        "user_id": user_id,
        "epoch": user["epoch"],
        "expires_at": now + SESSION_SECONDS,
        "refresh_hash": sha256(refresh.encode()).hexdigest(),
    }
    details = {"created_at": now, "device": request.headers.get("user-agent", ""), "address": address}
    entry = {"actor": user_id, "action": "session.signed_in", "at": now, "address": address}
    commit(
        [
            create(tenant_key(tenant, "session", session_id), details, **session),
            put(tenant_key(tenant, "audit", f"{now}#{session_id}"), entry),
        ]
    )
    profile = User(id=user_id, email=user["email"], name=user["name"], role=user["role"], tenant_id=tenant)
    return SignedIn(access_token=access_token(tenant, user_id, session_id, now), refresh_token=refresh, user=profile)


handler = Mangum(app, lifespan="off")
