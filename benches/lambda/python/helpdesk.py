"""POST /api/v1/helpdesk/ask: the best passages by BM25, and an answer of sentences that stand in them.

Lexical search alone: Tripdesk adds vectors where its model is installed, this does not.
"""

import json
import math
import re
import time
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import FastAPI, HTTPException
from mangum import Mangum
from pydantic import BaseModel, ConfigDict, StringConstraints

from files import versioned
from session import Session, SignedIn
from store import commit, get, put, tenant_key

K1, B = 1.2, 0.75
PASSAGES, SENTENCES, TURNS = 12, 3, 6
# Below this share of the question's weight, what was found is about something else.
FLOOR = 0.35
WORD = re.compile(r"\w+")
# Paragraphs may be wrapped; rows of a table and points of a list stand alone.
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=[-|])")
STOP = frozenset(
    """a an and are as at be by can do does for from how i in is it may much many my of on or our that the there this
    to we what when which who will with you your""".split()
)
# Words that travellers use for those of the documents.
SYNONYMS = {"luggage": "baggage", "bag": "baggage", "suitcase": "baggage", "kid": "child", "children": "child"}

app = FastAPI(openapi_url=None)


class Question(BaseModel):
    model_config = ConfigDict(extra="forbid")

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2_000)]
    conversation_id: uuid.UUID | None = None


class Citation(BaseModel):
    document_id: str
    title: str
    passage_id: str
    quote: str
    score: float


class Timings(BaseModel):
    search_ms: float
    synthesis_ms: float
    total_ms: float


class Answer(BaseModel):
    id: str
    answer: str
    method: str = "extractive_lexical"
    abstained: bool
    citations: list[Citation]
    conversation_id: str
    timings: Timings


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    document_id: str
    title: str
    heading: str
    text: str


@dataclass(slots=True)
class Index:
    """An agency's passages with their words; compiled once a version by each instance."""

    passages: list[Passage]
    lengths: list[int] = field(default_factory=list)
    postings: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for number, passage in enumerate(self.passages):
            terms = terms_of(f"{passage.title} {passage.heading} {passage.text}")
            self.lengths.append(len(terms))
            for term, count in Counter(terms).items():
                self.postings[term].append((number, count))

    def idf(self, term: str) -> float:
        among = len(self.postings.get(term, ()))
        return math.log(1 + (len(self.passages) - among + 0.5) / (among + 0.5))

    def search(self, terms: list[str]) -> list[tuple[Passage, float]]:
        average = sum(self.lengths) / max(1, len(self.lengths))
        scores: dict[int, float] = defaultdict(float)
        for term in set(terms):
            idf = self.idf(term)
            for number, count in self.postings.get(term, ()):
                norm = K1 * (1 - B + B * self.lengths[number] / average)
                scores[number] += idf * count * (K1 + 1) / (count + norm)
        best = sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))[:PASSAGES]
        return [(self.passages[number], score) for number, score in best]


def stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word[: -len(ending)]
            break
    return SYNONYMS.get(word, word)


def terms_of(text: str) -> list[str]:
    return [stem(word) for word in WORD.findall(text.lower()) if word not in STOP]


def read_index(file: bytes) -> Index:
    return Index([Passage(**passage) for passage in json.loads(file)])


def compose(index: Index, asked: set[str], found: list[tuple[Passage, float]]) -> list[Citation]:
    """The sentences that say most of what was asked, best first; none when too little is."""
    weights = {term: index.idf(term) for term in asked}
    whole = sum(weights.values()) or 1.0
    candidates = []
    for rank, (passage, score) in enumerate(found):
        above = set(terms_of(f"{passage.title} {passage.heading}")) & asked
        for sentence in SENTENCE.split(passage.text):
            if own := set(terms_of(sentence)):
                share = sum(weights[term] for term in (own & asked) | above) / whole
                candidates.append((share, -rank, " ".join(sentence.split()), passage, score))
    candidates.sort(key=lambda candidate: candidate[:2], reverse=True)
    if not candidates or candidates[0][0] < FLOOR:
        return []
    least = candidates[0][0] * 0.8
    return [
        Citation(
            document_id=passage.document_id, title=passage.title, passage_id=passage.id, quote=sentence, score=score
        )
        for share, _, sentence, passage, score in candidates[:SENTENCES]
        if share >= least
    ]


def conversation_of(session: Session, asked: uuid.UUID | None) -> tuple[str, list[str]]:
    if asked is None:
        return str(uuid.uuid4()), []
    found = get(tenant_key(session.tenant, "conversation", str(asked)))
    if found is None or found["user_id"] != session.user_id:
        raise HTTPException(404, "no such conversation")
    return str(asked), found["turns"]


def millis(since: float) -> float:
    return (time.perf_counter() - since) * 1_000


@app.post("/api/v1/helpdesk/ask")
async def ask(question: Question, session: SignedIn) -> Answer:
    start = time.perf_counter()
    if not session.config["agents"]["helpdesk"]["enabled"]:
        raise HTTPException(403, "the helpdesk is switched off for your agency")
    conversation_id, turns = conversation_of(session, question.conversation_id)
    pointer = get(tenant_key(session.tenant, "knowledge"))
    if pointer is None:
        raise HTTPException(422, "the agency has no documents")
    index = versioned(pointer["file"], int(pointer["version"]), read_index)
    terms = terms_of(question.question)
    found = index.search(terms)
    search_ms = millis(start)

    synthesis = time.perf_counter()
    citations = compose(index, set(terms), found)
    answer = " ".join(citation.quote for citation in citations) or "The agency's documents do not say."
    synthesis_ms = millis(synthesis)

    asked_id, now = str(uuid.uuid4()), int(time.time())
    turns = [*turns, question.question][-TURNS:]
    conversation = {"user_id": session.user_id, "turns": turns, "updated_at": now}
    asked = {"question": question.question, "abstained": not citations, "at": now, "total_ms": round(millis(start))}
    commit(
        [
            put(tenant_key(session.tenant, "conversation", conversation_id), conversation),
            put(tenant_key(session.tenant, "asked", asked_id), asked),
        ]
    )
    timings = Timings(search_ms=search_ms, synthesis_ms=synthesis_ms, total_ms=millis(start))
    return Answer(
        id=asked_id,
        answer=answer,
        abstained=not citations,
        citations=citations,
        conversation_id=conversation_id,
        timings=timings,
    )


handler = Mangum(app, lifespan="off")
