"""Signatures: alike for alike texts, the same on every machine."""

from detente.documents.duplicates import N_VALUES, count_words, shingles, signature

PINNED = (3298756732, 3230274062, 3452529204)
WORDS = [f"word{i}" for i in range(400)]


def test_words() -> None:
    assert count_words("Don’t call the vice-president, she said.") == 6


def test_shingles_of_a_short_text() -> None:
    assert shingles("Two words") == ["two words"]


def test_signature_is_pinned() -> None:
    """Old records hold signatures: if this fails, they can no longer be compared with new ones."""
    values = signature("The ministers met in Riga on Monday and signed a treaty.")
    assert len(values) == N_VALUES
    assert values[:3] == PINNED


def resemblance(one: str, other: str) -> float:
    pairs = zip(signature(one), signature(other), strict=True)
    return sum(a == b for a, b in pairs) / N_VALUES


def test_share_of_equal_values_estimates_the_share_of_common_runs() -> None:
    text, changed = " ".join(WORDS), " ".join(WORDS[:300] + [f"new{i}" for i in range(100)])
    a, b = set(shingles(text)), set(shingles(changed))
    assert abs(resemblance(text, changed) - len(a & b) / len(a | b)) < 0.13  # 3 standard errors
    assert resemblance(text, " ".join(reversed(WORDS))) < 0.1
