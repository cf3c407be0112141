"""Contested claims as rows: both sides with their words, sources and days."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

import pyarrow as pa

from detente.record.model import Claim
from detente.record.store import Record
from detente.stories.contents import Named, Text
from detente.stories.contested import Contest, Told, contested_claims

SIDE = ("claim_id", "published", "publisher", "source_text", "source_code", "stance", "content", "title", "doc_id")
TYPES = {"published": pa.date32()}
# Texts held at a time.
BATCH_ROWS = 200


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
    pairs = contested_claims(_told(record, None))
    if any(value is not None for value in filters.values()):
        wanted = record.run("claims", {**filters, "limit": None}).project("claim_id").fetchall()
        kept = {claim_id for (claim_id,) in wanted}
        pairs = tuple(pair for pair in pairs if kept & {pair.claim.claim_id, pair.denial.claim_id})
    return _rows(record, pairs)


def pair_contest_rows(record: Record, a: str, b: str) -> pa.Table:
    """Return the contested claims that are a matter between two actors, the most alike first.

    They stand in documents that name both, and each actor is one of the two sources or, as a state, what both speak of.
    """
    within = [doc_id for (doc_id,) in record.run("pair_documents", {"a": a, "b": b}).fetchall()]
    pairs = contested_claims(_told(record, within)) if within else ()
    return _rows(record, [pair for pair in pairs if _concerns(pair, a) and _concerns(pair, b)])


def _concerns(pair: Contest, actor: str) -> bool:
    states = {pair.claim.source_code[:3], pair.denial.source_code[:3], *pair.shared}
    return actor[:3] in states if ":" not in actor else actor in {pair.claim.source_entity, pair.denial.source_entity}


def _told(record: Record, within: Sequence[str] | None) -> Iterator[Told]:
    """Documents with their claims, one after the other: claims and texts come in the order of coding."""
    chosen, asked = ("doc_id in (select unnest($within))", {"within": within}) if within is not None else ("true", None)
    claims = groupby(record.facts(Claim, chosen, asked), key=lambda claim: claim.doc_id)
    texts = record.run("contest_texts", {"within": within}).to_arrow_reader(BATCH_ROWS)
    rows = (row for batch in texts for row in batch.to_pylist())
    for row, (_, said) in zip(rows, claims, strict=True):
        named = [Named(**each) for each in row["named"] or ()]
        yield Told(Text(row["doc_id"], row["text"], row["published"]), list(said), named)


def _rows(record: Record, pairs: Sequence[Contest]) -> pa.Table:
    schema = contest_schema()
    if not pairs:
        return schema.empty_table()
    ids = [claim.claim_id for pair in pairs for claim in (pair.claim, pair.denial)]
    found = record.run("contest_claims", {"ids": ids}).to_arrow_table().to_pylist()
    known = {row["claim_id"]: [row[name] for name in SIDE] for row in found}
    cells = [
        [*known[pair.claim.claim_id], *known[pair.denial.claim_id], pair.similarity, pair.shared, pair.rule]
        for pair in pairs
    ]
    return pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in cells], schema)
