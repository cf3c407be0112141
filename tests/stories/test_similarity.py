"""Near-duplicate texts, by signatures made by hand."""

from datetime import date

from detente.record.model import Document
from detente.stories.similarity import cluster_texts, resemblance

SAME = tuple(range(128))
EDITED = (*range(100), *range(900, 928))  # 100 of 128 values agree
OTHER = tuple(range(1000, 1128))


def document(doc_id: str, signature: tuple[int, ...], day: int = 1) -> Document:
    return Document(
        doc_id,
        doc_id,
        "",
        "",
        "",
        "",
        date(2018, 7, day),
        "given",
        "en",
        "words",
        1,
        signature=signature,
        coded_with="t",
    )


def test_copies_share_a_cluster_and_others_do_not() -> None:
    documents = [document("a", SAME), document("b", EDITED, 2), document("c", OTHER), document("d", SAME, 3)]
    found = {cluster.doc_id: cluster.text_cluster for cluster in cluster_texts(documents)}
    assert found["a"] == found["b"] == found["d"] != found["c"]


def test_cluster_keeps_its_id_when_a_later_copy_arrives() -> None:
    before = cluster_texts([document("m", SAME)])
    after = cluster_texts([document("a", EDITED, 9), document("m", SAME)])
    assert before[0].text_cluster == after[0].text_cluster == after[1].text_cluster


def test_texts_without_signature_stay_alone() -> None:
    found = cluster_texts([document("a", ()), document("b", ())])
    assert found[0].text_cluster != found[1].text_cluster


def test_resemblance() -> None:
    assert resemblance(SAME, EDITED) == 100 / 128
    assert resemblance(SAME, ()) == 0
