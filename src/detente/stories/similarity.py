"""Texts that are (nearly) the same: syndicated and lightly edited copies share a text cluster.

MinHash signatures (Broder 1997) are compared only where they agree on a band of values (Indyk & Motwani 1998, locality
sensitive hashing), so that a large record is not compared pair by pair.
"""

from collections.abc import Iterable, Sequence

from detente.record.ids import digest
from detente.record.model import Document, TextCluster

# 32 bands of 4 values find a pair of resemblance .7 with probability .9998 and one of .3 with .23; the latter are
# thrown out by THRESHOLD.
BAND_VALUES = 4
# A copy with one word in twelve changed keeps about half of its runs of five words.
THRESHOLD = 0.5


def cluster_texts(documents: Sequence[Document]) -> tuple[TextCluster, ...]:
    """Give each document the cluster of its text; a text without copies is a cluster of its own.

    A cluster is named after its earliest document, so its id holds when later copies arrive.
    """
    leaders: dict[str, str] = {document.doc_id: document.doc_id for document in documents}

    def leader(doc_id: str) -> str:
        while leaders[doc_id] != doc_id:
            leaders[doc_id] = leaders[leaders[doc_id]]
            doc_id = leaders[doc_id]
        return doc_id

    order = {document.doc_id: (str(document.published or "9999"), document.doc_id) for document in documents}
    signatures = {document.doc_id: document.signature for document in documents}
    for one, other in _candidates(documents):
        if resemblance(signatures[one], signatures[other]) >= THRESHOLD:
            first, last = sorted((leader(one), leader(other)), key=lambda doc_id: order[doc_id])
            leaders[last] = first
    coded_with = {document.doc_id: document.coded_with for document in documents}
    return tuple(
        TextCluster(doc_id, digest("text_cluster", leader(doc_id)), coded_with[doc_id]) for doc_id in sorted(leaders)
    )


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate the share of word runs two texts have in common, 0 to 1; texts without a signature share nothing."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _candidates(documents: Iterable[Document]) -> list[tuple[str, str]]:
    """Pairs that agree on a band; within a bucket each document meets the first one only, the union does the rest."""
    buckets: dict[tuple[int, tuple[int, ...]], str] = {}
    pairs: dict[tuple[str, str], None] = {}
    for document in documents:
        for at in range(0, len(document.signature), BAND_VALUES):
            band = (at, document.signature[at : at + BAND_VALUES])
            first = buckets.setdefault(band, document.doc_id)
            if first != document.doc_id:
                pairs[first, document.doc_id] = None
    return list(pairs)
