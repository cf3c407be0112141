"""Which language a text is in; Detente reads English and says so of the rest by name."""

import re
from functools import cache
from typing import TYPE_CHECKING

from detente.lexicons.entries import PhraseLine
from detente.lexicons.reading import read_lines

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# Three stretches of a text are enough, and they bound the cost (.3 ms for 1,000 characters).
STRETCH_CHARACTERS = 1_500
# Headlines full of names look like many languages at once (no label above .2), so a text counts as foreign only where
# one label stands out and English is all but excluded. Of 11,455 English texts in the development sets, most of them
# single sentences, none was refused.
LEAST_PROBABILITY = 0.3
MOST_ENGLISH = 0.02
NOT_FOREIGN = ("en", "pcm", "zxx")  # English, Nigerian Pidgin (English to this model where text is short), no language
ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


@cache
def _identifier() -> "LanguageIdentifier":
    """Load the model once a process (0.7 s), only when the first text needs it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_name(code: str) -> str:
    """Return "French (fr)" for "fr", or the code alone where we know no name."""
    names = (line.phrase for line in read_lines("shared/languages.tsv", PhraseLine) if line.kind == code)
    name = next(names, "")
    return f"{name} ({code})" if name else code


def _sample(text: str) -> str:
    """Return the beginning, middle and end of a long text, all of a short one."""
    size, middle = STRETCH_CHARACTERS, len(text) // 2
    if len(text) <= 3 * size:
        return text
    return f"{text[:size]} {text[middle : middle + size]} {text[-size:]}"


def foreign_language(text: str) -> str:
    """Return the language of a text that is not in English, "" for an English one or one too short to tell."""
    ranked = _identifier().rank(ADDRESS.sub(" ", _sample(text)))
    code, probability = ranked[0]
    english = next(p for label, p in ranked if label == "en")
    if code in NOT_FOREIGN or probability < LEAST_PROBABILITY or english > MOST_ENGLISH:
        return ""
    return language_name(code)
