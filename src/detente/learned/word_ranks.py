"""How common English words are: their places in the encoder's vocabulary, which lists words by frequency.

By Zipf's law the frequency of a word falls with its place, so the logarithm of the place stands for rarity; it is the
same for every record, so that what was once judged alike stays so when more documents arrive.
"""

import json

from detente.learned.encoder import WEIGHTS, required

# Letters and signs come first; the words begin with "the". A letter that is a word, "a", is a common one.
FIRST_WORD = "the"


def word_ranks() -> dict[str, int]:
    """Return words in lower case with their places by frequency, 0 for the commonest.

    Raises:
        MissingWeightsError: the vocabulary is not where it should be.
    """
    content = json.loads(required(WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
    places: dict[str, int] = content["model"]["vocab"]
    first = places[FIRST_WORD]
    return {word: max(place - first, 0) for word, place in places.items() if word.isalpha()}
