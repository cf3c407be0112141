"""The genre classifier: report or opinion, a logistic sum over a sentence's figures and the mean score of its words.

Trained on sentences of our own (training/GENRE.md). A word's score is what a sentence vector would say of it: static
word vectors are multiplied by their weights once, while training, so that at run time a word costs one look-up.
"""

import gzip
import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from detente.errors import DetenteError
from detente.learned.encoder import WEIGHTS, required


class WordScores(NamedTuple):
    """How a word pulls: its share in the sentence's log-odds of opinion, and the log-odds that it is loaded."""

    opinion: float
    loaded: float


@dataclass(frozen=True, slots=True)
class GenreModel:
    """Weights of the classifier.

    Attributes:
        name: the model and a hash of its weights, for `coded_with`.
        features: names of the figures, in the order the weights stand.
        weights: one weight a figure.
        intercept: log-odds of opinion where all figures are 0; holds the assumed share of opinion sentences.
        temperature: divides the log-odds, so that probabilities are honest on held-out sentences (Guo et al. 2017).
        words: scores of lower-case words.
    """

    name: str
    features: tuple[str, ...]
    weights: tuple[float, ...]
    intercept: float
    temperature: float
    words: dict[str, WordScores]

    @classmethod
    def load(cls, features: Sequence[str], folder: Path = WEIGHTS) -> "GenreModel":
        """Load the weights that come with the package, or those in `folder`.

        Args:
            features: names of the figures the caller computes.
            folder: holds genre.json and genre_words.tsv.gz.

        Raises:
            MissingWeightsError: one of the two files is not in the folder.
            DetenteError: the weights were trained for other figures.
        """
        facts = required(folder / "genre.json").read_bytes()
        table = required(folder / "genre_words.tsv.gz").read_bytes()
        read = json.loads(facts)
        if list(read["weights"]) != list(features):
            raise DetenteError(f"{folder / 'genre.json'} was trained for other features; train it again")
        return cls(
            name=f"genre-{hashlib.sha256(facts + table).hexdigest()[:10]}",
            features=tuple(features),
            weights=tuple(read["weights"].values()),
            intercept=read["intercept"],
            temperature=read["temperature"],
            words=_read_words(gzip.decompress(table).decode("utf-8"), read["word_unit"]),
        )

    def opinion(self, figures: Sequence[float], words: Iterable[str]) -> float:
        """Return the probability that a sentence argues, 0 to 1.

        Args:
            figures: values in the order of `features`.
            words: the author's own content words, lower case; unknown ones are passed over.
        """
        total = self.intercept + sum(a * b for a, b in zip(self.weights, figures, strict=True))
        known = [scores.opinion for scores in map(self.words.get, words) if scores is not None]
        if known:
            total += sum(known) / len(known)
        return 1 / (1 + math.exp(-total / self.temperature))


def _read_words(text: str, unit: float) -> dict[str, WordScores]:
    rows = (line.split("\t") for line in text.splitlines())
    return {word: WordScores(int(opinion) * unit, int(loaded) * unit) for word, opinion, loaded in rows}
