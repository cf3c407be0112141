"""Contested claims as rows: both sides with their words, sources and days."""

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

from detente.record.model import Claim, Document, Mention
from detente.record.store import Record
from detente.stories.contested import Contest, contested_claims

SIDE = ("claim_id", "published", "publisher", "source_text", "source_code", "stance", "content", "title", "doc_id")
TYPES = {"published": pa.date32()}


def contest_schema() -> pa.Schema:
    """Columns of `contest_rows`: the claim's, the denial's with `denial_` before their names, and how they match."""
    sides = [(name, TYPES.get(name, pa.string())) for name in SIDE]
    denial = [(f"denial_{name}".replace("denial_claim_id", "denial_id"), kind) for name, kind in sides]
    return pa.schema(
        [*sides, *denial, ("similarity", pa.float64()), ("shared", pa.list_(pa.string())), ("rule", pa.string())]
    )


def contest_rows(record: Record, filters: Mapping[str, object]) -> pa.Table:
    """Return the contested claims of a record, the most alike first.

    Args:
        record: a record.
        filters: parameters of the query `claims`; a pair is kept if one of its sides passes.
    """
    wanted = record.run("claims", {**filters, "limit": None}).project("claim_id").fetchall()
    kept = {claim_id for (claim_id,) in wanted}
    documents = {document.doc_id: document for document in record.facts(Document)}
    pairs = contested_claims(record.facts(Claim), documents.values(), record.facts(Mention, "kind = 'actor'"))
    rows = [_row(pair, documents) for pair in pairs if kept & {pair.claim.claim_id, pair.denial.claim_id}]
    return pa.Table.from_pylist(rows, contest_schema())


def _row(pair: Contest, documents: Mapping[str, Document]) -> dict[str, Any]:
    schema = contest_schema().names
    cells = [*_cells(pair.claim, documents), *_cells(pair.denial, documents), pair.similarity, pair.shared, pair.rule]
    return dict(zip(schema, cells, strict=True))


def _cells(claim: Claim, documents: Mapping[str, Document]) -> list[object]:
    document = documents[claim.doc_id]
    known = {
        "published": document.published,
        "publisher": document.publisher,
        "title": document.title,
        "content": document.text[claim.content_start : claim.content_end],
    }
    return [known[name] if name in known else getattr(claim, name) for name in SIDE]
