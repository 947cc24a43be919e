"""GET /api/v1/tenants/me: the caller's agency with its whole configuration."""

from typing import Any

from fastapi import FastAPI
from mangum import Mangum
from pydantic import BaseModel

from session import SignedIn

app = FastAPI(openapi_url=None)


class Agency(BaseModel):
    id: str
    name: str
    status: str
    version: int
    config: dict[str, Any]
    created_at: str
    updated_at: str


@app.get("/api/v1/tenants/me")
async def me(session: SignedIn) -> Agency:
    return Agency.model_validate(session.agency)


handler = Mangum(app, lifespan="off")
