"""The event-type classifier: which PLOVER type, or none, a sentence tells between its marked parties."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from detente.learned.encoder import WEIGHTS, Encoder, required
from detente.learned.marking import MarkedSentence

__all__ = ["EventClassifier", "MarkedSentence", "TypeProbabilities"]

NO_EVENT = "NONE"
DECIMALS = 4  # processors differ from the sixth decimal on


@dataclass(frozen=True, slots=True)
class TypeProbabilities:
    """A probability for every label, calibrated on sentences the model was not trained on."""

    labels: tuple[str, ...]
    values: tuple[float, ...]

    def of(self, label: str) -> float:
        """Return the probability of one label, 0 to 1."""
        return self.values[self.labels.index(label)]

    def best(self, *, event: bool = False) -> str:
        """Return the likeliest label; with `event` the likeliest type, as where it is known that something happened."""
        pairs = [
            (value, label)
            for label, value in zip(self.labels, self.values, strict=True)
            if not (event and label == NO_EVENT)
        ]
        return max(pairs, key=lambda pair: pair[0])[1]


class EventClassifier:
    """Classifies sentences whose parties are known.

    Attributes:
        name: the model and a hash of its weights, for `coded_with`.
        labels: the sixteen types and NONE, in the order of the probabilities.
    """

    def __init__(self, encoder: Encoder, labels: Sequence[str], temperature: float) -> None:
        """Take a loaded encoder; `temperature` divides its scores (Guo et al. 2017, "On calibration")."""
        self._encoder = encoder
        self._temperature = temperature
        self.labels = tuple(labels)
        self.name = f"event-types-{encoder.hash[:10]}"

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> "EventClassifier":
        """Load the classifier that comes with the package, or one trained anew from `folder`.

        Raises:
            MissingWeightsError: event_types.onnx, event_types.json or tokenizer.json is not in the folder.
        """
        facts = json.loads(required(folder / "event_types.json").read_text(encoding="utf-8"))
        encoder = Encoder(folder / "event_types.onnx", folder / "tokenizer.json")
        return cls(encoder, facts["labels"], facts["temperature"])

    def classify(self, pairs: Sequence[MarkedSentence]) -> list[TypeProbabilities]:
        """Return the probabilities of the types, one item a sentence, in the order given."""
        if not pairs:
            return []
        scores = self._encoder.scores(pairs).astype(np.float64) / self._temperature
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        rows = np.round(powers / powers.sum(axis=1, keepdims=True), DECIMALS)
        return [TypeProbabilities(self.labels, tuple(row)) for row in rows.tolist()]
