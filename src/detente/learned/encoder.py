"""The encoder: vocabulary ids in, scores out. The only importer of onnxruntime."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from detente.errors import DetenteError
from detente.learned.marking import Marked, MarkedSentence, mark

WEIGHTS = Path(__file__).parent / "weights"
Scores = npt.NDArray[np.float32]


class MissingWeightsError(DetenteError):
    """The files of a trained model are not where they should be."""


class Encoder:
    """A trained model and its vocabulary.

    One thread, and one sentence a run: 8-bit activations are scaled by the largest value of the whole run, so a
    sentence would come out otherwise in other company. Alone it repeats bit for bit, and no time goes into padding.
    """

    def __init__(self, model: Path, vocabulary: Path) -> None:
        """Load a model.

        Args:
            model: an ONNX file with the inputs ids, mask, source, target and the output scores.
            vocabulary: a tokenizer.json.

        Raises:
            MissingWeightsError: one of the two files is not there.
        """
        content = required(model).read_bytes()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.use_deterministic_compute = True
        self._session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(required(vocabulary)))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self.hash = hashlib.sha256(content).hexdigest()

    def scores(self, sentences: Sequence[MarkedSentence]) -> Scores:
        """Scores before the softmax, a row a sentence."""
        rows = [self._run(self._marked(sentence)) for sentence in sentences]
        return np.concatenate(rows) if rows else np.zeros((0, 0), np.float32)

    def _marked(self, sentence: MarkedSentence) -> Marked:
        read = self._tokenizer.encode(sentence.text, add_special_tokens=False)
        return mark(read.ids, read.offsets, sentence)

    def _run(self, row: Marked) -> Scores:
        width = len(row.ids)
        inputs = {
            "ids": np.array([row.ids], np.int64),
            "mask": np.ones((1, width), np.float32),
            "source": at(row.source, width),
            "target": at(row.target, width),
        }
        found: Scores = self._session.run(["scores"], inputs)[0]
        return found


def at(place: int, width: int) -> Scores:
    """A row of zeros with 1 at `place`; zeros alone for -1."""
    weights = np.zeros((1, width), np.float32)
    if place >= 0:
        weights[0, place] = 1
    return weights


def required(path: Path) -> Path:
    """Return the path of a file that must be there.

    Raises:
        MissingWeightsError: it is not.
    """
    if not path.is_file():
        raise MissingWeightsError(f"{path}: no such file; it comes with the package, so install detente again")
    return path
