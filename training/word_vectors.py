"""Static word vectors for the genre classifier: two vectors a word, side by side.

1. the vocabulary: whole words of MiniLM's vocabulary and words derived from them, where the second set knows them;
2. each word on its own through all-MiniLM-L6-v2, less the mean over all words;
3. its vector in the medium English spaCy model (GloVe, Common Crawl).

    python -m training.word_vectors MINILM_FOLDER SPACY_MODEL_FOLDER OUTPUT.npz

Needs torch and transformers beside spaCy. OUTPUT holds `words` and `vectors` (a row a word, 384 + 300 columns).
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from spacy.vocab import Vocab
from tokenizers import Tokenizer
from transformers import BertModel

Vectors = npt.NDArray[np.float32]
WORD = re.compile(r"[a-z][a-z'-]{1,17}")
ENDINGS = (
    "s", "es", "ed", "d", "ing", "ly", "er", "ers", "r", "ist", "ists", "ism", "ish", "less", "ful", "ness", "ous",
    "ive", "able", "ity", "ation", "ization", "ize", "ized", "izing", "ally", "al", "ic", "ical", "y", "ily", "ier",
    "iest", "est",
)  # fmt: skip
BEGINNINGS = ("un", "in", "im", "dis", "mis", "over", "anti", "pro", "non", "re", "de", "out", "under", "ir", "il")
# The two sets have vectors of unlike spread; these factors did best of four on sentences held out.
CONTEXT_SCALE, GLOVE_SCALE = 24.0, 12.0


def vocabulary(whole: set[str], known: Sequence[str]) -> list[str]:
    """Words both sets have something to say about, in alphabetic order."""
    return sorted(word for word in known if WORD.fullmatch(word) and any(stem in whole for stem in stems(word)))


def stems(word: str) -> Iterator[str]:
    """The word itself and what it may be derived from."""
    bare = [word[len(start) :] for start in BEGINNINGS if word.startswith(start) and len(word) - len(start) >= 4]
    for form in (word, *bare):
        yield form
        for ending in ENDINGS:
            stem = form.removesuffix(ending)
            if stem != form and len(stem) >= 3:
                yield from (stem, stem + "e", stem + "y", stem[:-1] if stem[-1] == stem[-2] else stem)


def context_vectors(folder: Path, words: Sequence[str]) -> Vectors:
    """Each word as a sentence of its own: the mean of its pieces' vectors, at length 1, less the mean of all words."""
    model = BertModel.from_pretrained(folder, add_pooling_layer=False).eval()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    ids = [tokenizer.encode(word).ids for word in words]
    found = np.zeros((len(words), model.config.hidden_size), np.float32)
    by_length: dict[int, list[int]] = {}
    for place, row in enumerate(ids):
        by_length.setdefault(len(row), []).append(place)
    with torch.no_grad():
        for places in by_length.values():
            for start in range(0, len(places), 256):
                batch = places[start : start + 256]
                mean = model(input_ids=torch.tensor([ids[i] for i in batch])).last_hidden_state.mean(1)
                found[batch] = (mean / mean.norm(dim=1, keepdim=True)).numpy()
    centred: Vectors = found - found.mean(0)
    return centred


def glove_vectors(vocab: Vocab, words: Sequence[str]) -> Vectors:
    """Vectors of the spaCy model at length 1."""
    found = np.array([vocab.vectors[vocab.strings[word]] for word in words], np.float32)
    scaled: Vectors = found / np.maximum(1e-6, np.linalg.norm(found, axis=1, keepdims=True))
    return scaled


def main(arguments: Sequence[str]) -> int:
    """Write the vectors of the vocabulary."""
    if len(arguments) != 3:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    torch.set_num_threads(1)
    minilm = Path(arguments[0])
    pieces = json.loads((minilm / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    vocab = Vocab().from_disk(Path(arguments[1]) / "vocab")
    known = {vocab.strings[key] for key in vocab.vectors.key2row if key in vocab.strings}
    words = vocabulary({piece for piece in pieces if WORD.fullmatch(piece)}, sorted(known))
    vectors = np.hstack([CONTEXT_SCALE * context_vectors(minilm, words), GLOVE_SCALE * glove_vectors(vocab, words)])
    np.savez(arguments[2], words=np.array(words), vectors=vectors.astype(np.float16))
    sys.stdout.write(f"{len(words)} words, {vectors.shape[1]} columns\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
