"""Texts that are (nearly) the same: syndicated and lightly edited copies share a text cluster.

MinHash signatures (Broder 1997) are compared only where they agree on a band of values (Indyk & Motwani 1998, locality
sensitive hashing), so that a large record is not compared pair by pair. All documents of a record are compared,
whenever they came; of each only the signature is held (512 bytes).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from detente.record.ids import digest
from detente.record.model import Document, TextCluster
from detente.record.store import Record

# 32 bands of 4 values find a pair of resemblance .7 with probability .9998 and one of .3 with .23; the latter are
# thrown out by THRESHOLD.
BAND_VALUES = 4
# A copy with one word in twelve changed keeps about half of its runs of five words.
THRESHOLD = 0.5
BATCH_ROWS = 10_000
# Neighbours of a document among those that agree on a band with it: enough to hold a cluster together where one of
# its texts is shortened, few enough where ten thousand share a boilerplate.
NEIGHBOURS = 3
# An odd number near 2^64 divided by the golden ratio scatters products well (Knuth, TAOCP 3, 6.4).
MULTIPLIER = np.uint64(11400714819323198485)
TEXTS = pa.schema(
    [
        ("doc_id", pa.string()),
        ("coded_with", pa.string()),
        ("published", pa.date32()),
        ("signature", pa.list_(pa.int64())),
    ]
)
Signatures = npt.NDArray[np.uint32]


class Texts(NamedTuple):
    """What is known of texts without their words, by day of publication and doc_id: the first of a cluster names it.

    `signatures` holds a row for each text that has one; `signed` says which text each row belongs to.
    """

    doc_ids: list[str]
    coded_with: list[str]
    signed: npt.NDArray[np.int64]
    signatures: Signatures


def cluster_texts(documents: Iterable[Document]) -> tuple[TextCluster, ...]:
    """Give each document the cluster of its text; a text without copies is a cluster of its own.

    A cluster is named after its earliest document, so its id holds when later copies arrive.
    """
    names = ("doc_id", "coded_with", "published", "signature")
    rows = pa.table({name: [getattr(each, name) for each in documents] for name in names}, TEXTS)
    return cluster(_texts(rows.to_batches()))


def cluster_record(record: Record) -> tuple[TextCluster, ...]:
    """Give each document of a record the cluster of its text; only signatures are read, no words."""
    found = record.run("story_texts", {})
    return cluster(_texts(found.to_arrow_reader(BATCH_ROWS)))


def _texts(batches: Iterable[pa.RecordBatch]) -> Texts:
    doc_ids, coded_with, days, parts = [], [], [], []
    for batch in batches:
        doc_ids += batch["doc_id"].to_pylist()
        coded_with += batch["coded_with"].to_pylist()
        days += batch["published"].to_pylist()
        parts.append(_signatures(batch["signature"]))
    ranked = sorted(range(len(doc_ids)), key=lambda row: (str(days[row] or "9999"), doc_ids[row]))
    width = max((part.shape[1] for part in parts), default=0)
    empty = np.zeros((0, width), np.uint32)
    table = np.concatenate(
        [empty, *(part if part.shape[1] == width else np.resize(empty, (len(part), width)) for part in parts)]
    )
    parts.clear()
    order = np.array(ranked, np.int64)
    signed = np.flatnonzero(table.max(axis=1, initial=0)[order])
    return Texts([doc_ids[row] for row in ranked], [coded_with[row] for row in ranked], signed, table[order[signed]])


def _signatures(column: pa.ListArray) -> Signatures:
    """A row for each list; a list that is shorter than others, such as an empty one, is a row of zeros."""
    lengths = np.diff(column.offsets.to_numpy())
    table = np.zeros((len(lengths), int(lengths.max(initial=0))), np.uint32)
    whole = lengths == table.shape[1]
    values = column.flatten().to_numpy(zero_copy_only=False)
    table[whole] = values[np.repeat(whole, lengths)].reshape(int(whole.sum()), -1)
    return table


def cluster(texts: Texts) -> tuple[TextCluster, ...]:
    """Give each text its cluster, in the order of the doc_ids."""
    leaders = list(range(len(texts.doc_ids)))

    def leader(place: int) -> int:
        while leaders[place] != place:
            leaders[place] = leaders[leaders[place]]
            place = leaders[place]
        return place

    for one, other in _pairs(texts):
        first, last = sorted((leader(one), leader(other)))
        leaders[last] = first
    rows = sorted(range(len(texts.doc_ids)), key=texts.doc_ids.__getitem__)
    return tuple(
        TextCluster(texts.doc_ids[row], digest("text_cluster", texts.doc_ids[leader(row)]), texts.coded_with[row])
        for row in rows
    )


def resemblance(one: Sequence[int], other: Sequence[int]) -> float:
    """Estimate the share of word runs two texts have in common, 0 to 1; texts without a signature share nothing."""
    if not one or len(one) != len(other):
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def _pairs(texts: Texts) -> list[tuple[int, int]]:
    """Pairs of texts that are alike, by the places of their rows."""
    table, places = texts.signatures, texts.signed
    found = []
    for at in range(0, table.shape[1], BAND_VALUES):
        keys = _keys(table[:, at : at + BAND_VALUES])
        ranked = np.argsort(keys, kind="stable")
        for step in range(1, NEIGHBOURS + 1):
            one, other = ranked[:-step], ranked[step:]
            met = keys[one] == keys[other]
            one, other = one[met], other[met]
            alike = (table[one] == table[other]).mean(axis=1) >= THRESHOLD
            found.append(np.stack((places[one[alike]], places[other[alike]]), axis=1))
    pairs: list[tuple[int, int]] = np.unique(np.concatenate(found), axis=0).tolist() if found else []
    return pairs


def _keys(band: Signatures) -> npt.NDArray[np.uint64]:
    """One number for the values of each row; two rows that share it by chance are told apart by their signatures."""
    keys = np.zeros(len(band), np.uint64)
    for column in band.T:
        keys = keys * MULTIPLIER + column
    return keys
