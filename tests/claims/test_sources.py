"""Kinds of sources, by their words and by the actor they name; the trees are built by hand."""

import pytest

from detente.claims.step import ClaimStep
from detente.record.model import Mention
from detente.settings import Settings
from trees import reading

STEP = ClaimStep(Settings())
SAID = "said say VERB VBD ROOT {verb}\ntalks talk NOUN NNS nsubj {failed}\nfailed fail VERB VBD ccomp {verb}"


def said(phrase: str, mentions: tuple[Mention, ...] = ()) -> str:
    """Kind of the source in "<phrase> said talks failed"; words with a capital are names, plurals end in s."""
    words = phrase.split()
    head = words.index("for") - 1 if "for" in words else len(words) - 1
    verb = len(words)
    rows = []
    for i, word in enumerate(words):
        plural = word.endswith("s") and not word[0].isupper()
        pos, tag = ("PROPN", "NNP") if word[0].isupper() else ("NOUN", "NNS" if plural else "NN")
        dep, at = ("nsubj", verb) if i == head else ("compound", head)
        if word in ("the", "a", "for"):
            pos, tag, dep = ("ADP", "IN", "prep") if word == "for" else ("DET", "DT", "det")
        if "for" in words and i > head + 1:
            dep, at = ("pobj", head + 1) if i == len(words) - 1 else ("det", len(words) - 1)
        rows.append(f"{word} {word.lower().removesuffix('s') if plural else word.lower()} {pos} {tag} {dep} {at}")
    table = "\n".join([*rows, SAID.format(verb=verb, failed=verb + 2)])
    return STEP(reading(table, mentions=mentions)).claims[0].source_kind


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the ministry", "official"),
        ("a diplomat", "unnamed_official"),
        ("officials", "unnamed_official"),
        ("the analyst", "person"),
        ("analysts", "group"),
        ("the militia", "group"),
        ("the palace", "official"),
        ("the survey", "document"),
        ("the newspaper", "media"),
        ("the Evening Post", "media"),
        ("the economist", "person"),
        ("the spokesman for the ministry", "official"),
        ("the spokesman for the company", "group"),
        ("the spokesman for the broadcaster", "media"),
        ("We", "author"),
    ],
)
def test_kind_by_words(phrase: str, kind: str) -> None:
    assert said(phrase) == kind


@pytest.mark.parametrize(
    ("entity", "code", "sector", "kind"),
    [
        ("ORG:X", "NORREB", "REB", "group"),
        ("ORG:X", "NGO", "", "group"),
        ("ORG:X", "IGO", "", "official"),
        ("NOR", "NOR", "", "official"),
        ("ORG:X", "NORJRN", "JRN", "media"),
    ],
)
def test_kind_by_actor(entity: str, code: str, sector: str, kind: str) -> None:
    mention = Mention("doc", "m", 0, 7, "actor", entity=entity, code=code, country=code[:3], sector=sector)
    assert said("Norland", (mention,)) == kind
