"""Signatures that tell how alike two texts are without keeping both at hand.

A text is the set of its runs of five words; the share of runs two texts have in common is their resemblance, which
the share of equal values in two MinHash signatures estimates (A. Z. Broder, "On the resemblance and containment of
documents", Compression and Complexity of Sequences 1997, pp. 21-29).
With 128 values the standard error is at most .044.
"""

import re

from rensa import RMinHash

WORD = re.compile(r"\w+(?:['’\-]\w+)*")
N_VALUES = 128
SHINGLE_WORDS = 5
SEED = 1997  # any constant would do; a changed one makes signatures of old records incomparable


def count_words(text: str) -> int:
    """Count the words of a text; "don't" and "vice-president" are one word each."""
    return sum(1 for _ in WORD.finditer(text))


def shingles(text: str) -> list[str]:
    """List the runs of five words of a text, letter case aside; a shorter text is one run."""
    words = WORD.findall(text.casefold())
    last = max(len(words) - SHINGLE_WORDS, 0)
    return [" ".join(words[start : start + SHINGLE_WORDS]) for start in range(last + 1)]


def signature(text: str) -> tuple[int, ...]:
    """Return the MinHash signature of a text: 128 unsigned 32-bit values, the same on every machine."""
    hashes = RMinHash(num_perm=N_VALUES, seed=SEED)
    hashes.update(shingles(text))
    return tuple(hashes.digest())
