"""Train the report-or-opinion classifier on our own sentences and write the files that are shipped.

1. read the sentences, hold out one in six
2. parse them; the figures and words of each, as the claims step computes them
3. logistic regression over figures and mean word vector; temperature on the sentences held out
4. fold the word vectors into one score a word; train a second score, how loaded a word is, on the lexicon
5. write genre.json and genre_words.tsv.gz

    python -m training.train_genre_classifier WORD_VECTORS.npz OUTPUT_FOLDER

WORD_VECTORS.npz comes from `python -m training.word_vectors`. Needs scikit-learn.
"""

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from detente import sentences
from detente.claims.cues import load_cues
from detente.claims.genre_features import FEATURES, features, load_genre_words
from detente.claims.loaded import load_loaded_words, own_matches
from detente.claims.opinion import scored_words
from detente.claims.quotations import find_quotes
from detente.claims.step import find_claims
from detente.claims.voice import own_words
from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines
from detente.record.model import Document
from detente.record.reading import Reading
from detente.settings import Settings

HERE = Path(__file__).parent
Floats = npt.NDArray[np.float64]
# Ridge strength and the weight of the figures beside the word vectors: chosen with the development sets in view, as
# were the scales in word_vectors.py; the weights themselves never saw them.
STRENGTH, FIGURE_SCALE = 0.03, 0.5
# Taken share of argued sentences: both classes are trained as if equally frequent, news and commentary are not.
OPINION_SHARE = 1 / 3
WORD_UNIT = 0.02


class Row(NamedTuple):
    """A sentence of ours as the classifier sees it."""

    figures: list[float]
    words: list[str]
    opinion: bool
    held_out: bool


@dataclass(frozen=True, slots=True)
class WordVectors:
    """Vectors by word."""

    words: tuple[str, ...]
    vectors: Floats
    place: dict[str, int]

    @classmethod
    def read(cls, path: Path) -> "WordVectors":
        """Read the file that word_vectors.py writes."""
        data = np.load(path)
        words = tuple(data["words"].tolist())
        return cls(words, data["vectors"].astype(np.float64), {word: i for i, word in enumerate(words)})

    def mean(self, words: Sequence[str]) -> Floats:
        """The mean vector of the words that are known, zeros without any."""
        places = [self.place[word] for word in words if word in self.place]
        found: Floats = self.vectors[places].mean(0) if places else np.zeros(self.vectors.shape[1])
        return found


def read_rows(path: Path) -> Iterator[Row]:
    """Parse every sentence as a document of its own and yield what the classifier reads off it."""
    parse, cues, genre_words, loaded = (
        sentences.prepare(Settings()),
        load_cues(),
        load_genre_words(),
        load_loaded_words(),
    )
    for line in path.read_text(encoding="utf-8").splitlines():
        given = json.loads(line)
        text = given["text"]
        document = Document("own", "", "", "", "", "", None, "unknown", "en", text, len(text.split()))
        reading = parse(Reading(document, ""))
        quotes = find_quotes(text)
        claims = find_claims(reading, quotes, cues)
        held_out = hashlib.sha256(text.encode()).digest()[0] % 6 == 0
        for own in own_words(Reading(document, "", reading.sentences, claims=claims), quotes):
            mine = {token.i for token in own.tokens}
            count = sum(match.first in mine for match in own_matches(own, loaded))
            yield Row(features(own, genre_words, count), scored_words(own), given["label"] == "opinion", held_out)


def fit(rows: Sequence[Row], vectors: WordVectors) -> tuple[Floats, Floats, float]:
    """Weights of the figures, weights of the vector's columns, and the intercept, for raw values."""
    figures = np.array([row.figures for row in rows])
    middle, spread = figures.mean(0), np.maximum(figures.std(0), 1e-6)
    scaled = FIGURE_SCALE * (figures - middle) / spread
    means = np.array([vectors.mean(row.words) for row in rows])
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000, tol=1e-6)
    model.fit(np.hstack([scaled, means]), [row.opinion for row in rows])
    weights = model.coef_[0][: len(FEATURES)] * FIGURE_SCALE / spread
    intercept = float(model.intercept_[0] - weights @ middle)
    return weights, model.coef_[0][len(FEATURES) :], intercept


def temperature(scores: Floats, labels: npt.NDArray[np.bool_]) -> float:
    """The number to divide log-odds by for honest probabilities (Guo et al. 2017), on rows not trained on."""
    tried = np.arange(0.5, 4.0, 0.01)
    signs = np.where(labels, 1.0, -1.0)
    return round(float(tried[int(np.argmin([np.logaddexp(0, -signs * scores / t).mean() for t in tried]))]), 2)


def loaded_scores(rows: Sequence[Row], vectors: WordVectors) -> Floats:
    """Log-odds that a word is loaded, for every word: the lexicon's words against the other words of our reports."""
    listed = {line.phrase for line in read_lines("en/loaded_words.tsv", PhraseLine)}
    plain = sorted({word for row in rows if not row.opinion for word in row.words} - listed)
    words = [word for word in (*sorted(listed), *plain) if word in vectors.place]
    places = [vectors.place[word] for word in words]
    model = LogisticRegression(C=0.01, class_weight="balanced", max_iter=5000, tol=1e-6)
    model.fit(vectors.vectors[places], [word in listed for word in words])
    found: Floats = vectors.vectors @ model.coef_[0] + model.intercept_[0]
    return found


def calibration_error(p: Floats, labels: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error in ten bins: how far probabilities are from shares, weighted by bin."""
    bins = np.minimum(9, (p * 10).astype(int))
    gaps = [abs(p[bins == b].mean() - labels[bins == b].mean()) * (bins == b).mean() for b in set(bins.tolist())]
    return round(float(sum(gaps)), 3)


def main(arguments: Sequence[str]) -> int:
    """Train, write the two files, print the figures of the sentences held out."""
    if len(arguments) != 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    vectors = WordVectors.read(Path(arguments[0]))
    rows = list(read_rows(HERE / "genre.jsonl"))
    held = [row for row in rows if row.held_out]
    weights, columns, intercept = fit([row for row in rows if not row.held_out], vectors)
    scores = np.array([intercept + weights @ row.figures + vectors.mean(row.words) @ columns for row in held])
    labels = np.array([row.opinion for row in held])
    warmth = temperature(scores, labels)
    p = 1 / (1 + np.exp(-scores / warmth))
    prior = warmth * float(np.log(OPINION_SHARE / (1 - OPINION_SHARE)))
    facts = {
        "sentences": len(rows),
        "held_out": len(held),
        "held_out_accuracy": round(float(((p > 0.5) == labels).mean()), 3),
        "held_out_calibration_error": calibration_error(p, labels),
        "temperature": warmth,
        "opinion_share": round(OPINION_SHARE, 3),
        "intercept": round(intercept + prior, 4),
        "word_unit": WORD_UNIT,
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
    }
    folder = Path(arguments[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "genre.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    pairs = np.round(np.stack([vectors.vectors @ columns, loaded_scores(rows, vectors)], 1) / WORD_UNIT).astype(int)
    table = "".join(f"{word}\t{a}\t{b}\n" for word, (a, b) in zip(vectors.words, pairs.tolist(), strict=True))
    (folder / "genre_words.tsv.gz").write_bytes(gzip.compress(table.encode(), mtime=0))
    sys.stdout.write(json.dumps({key: value for key, value in facts.items() if key != "weights"}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
