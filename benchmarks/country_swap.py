"""Does a country's name change what is coded? `python benchmarks/country_swap.py [SENTENCES]` (default 300).

Every country of a sentence of training/events.jsonl is exchanged for another one, in all its forms (name, adjective,
demonym, capital), and both sentences are coded. Events must be the same, with the codes exchanged and nothing else. The
share of sentences where they are is printed, then what differs in the others, by kind.

Only sentences qualify in which each actor that belongs to a state is named by such a form: a sentence that names a
minister would contradict itself.
"""

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from detente import code_text
from detente.lexicons.entries import NameLine
from detente.lexicons.reading import read_lines
from detente.record.model import Coded, Event

SENTENCES = Path(__file__).resolve().parent.parent / "training" / "events.jsonl"
DAY = date(2019, 6, 3)
SEED = 20190603
# At least two parties, else hardly anything can be mixed up.
FEWEST_COUNTRIES = 2
VOWELS = "AEIOU"


class Forms(NamedTuple):
    """How a country is called: "Norway", "Norwegian", "Norwegian", "Norwegians", "Oslo"."""

    name: str
    adjective: str
    person: str
    people: str
    capital: str


class Difference(NamedTuple):
    """What differs between the events of a sentence and of its exchanged twin."""

    kind: str
    text: str
    twin: str
    before: tuple[str, ...]
    after: tuple[str, ...]


Key = tuple[str, str, str, str, bool, bool]


@cache
def all_forms() -> dict[str, Forms]:
    """Countries whose forms are all known, one word each, and told apart from other countries' forms."""
    called: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    owners: dict[str, set[str]] = defaultdict(set)
    for line in read_lines("shared/names.tsv", NameLine):
        # a capital stands for the government
        iso3 = line.entity.removesuffix(":GOV")
        if len(iso3) == 3 and line.alias.isascii() and line.alias.isalpha():
            owners[line.alias].add(iso3)
            called[iso3]["name" if line.alias == line.name else line.kind].append(line.alias)
    found = {iso3: forms for iso3, kinds in called.items() if (forms := _forms(kinds)) is not None}
    return {iso3: forms for iso3, forms in found.items() if all(owners[form] == {iso3} for form in forms)}


def _forms(kinds: Mapping[str, Sequence[str]]) -> Forms | None:
    """Forms of a country that has a regular demonym (Kenyan, Kenyans), or None."""
    demonyms = [*kinds.get("demonym", ()), *kinds.get("adjective", ())]
    person = next((one for one in demonyms if f"{one}s" in demonyms), None)
    if not (kinds.get("name") and kinds.get("adjective") and kinds.get("capital") and person):
        return None
    adjective = person if person in kinds["adjective"] else kinds["adjective"][0]
    return Forms(kinds["name"][0], adjective, person, f"{person}s", kinds["capital"][0])


def swap(text: str, exchange: Mapping[str, str]) -> str:
    """Exchange countries (by ISO3) in all their forms; "a Kenyan" becomes "an Indian"."""
    words: dict[str, str] = {}
    for iso3, other in exchange.items():
        # the name goes last and wins where two forms look the same
        words |= dict(zip(reversed(all_forms()[iso3]), reversed(all_forms()[other]), strict=True))
    pattern = re.compile(rf"\b(?:(?P<article>[Aa]n?) )?(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})\b")
    return pattern.sub(lambda found: _replacement(found, words), text)


def _replacement(found: re.Match[str], words: Mapping[str, str]) -> str:
    word, article = words[found["word"]], found["article"]
    if not article:
        return word
    return f"{article[0]}{'n' if word[0] in VOWELS else ''} {word}"


def countries(coded: Coded, text: str) -> list[str] | None:
    """Countries of a sentence in the order they appear, or None if an actor of a state is named in any other way."""
    found: list[str] = []
    for mention in coded.mentions:
        if mention.kind != "actor" or not mention.country:
            continue
        forms = all_forms().get(mention.country)
        words = set(re.findall(r"\w+", text[mention.start : mention.end]))
        if forms is None or mention.antecedent or not words & set(forms):
            return None
        found.append(mention.country)
    return list(dict.fromkeys(found))


def exchanged(found: Sequence[str], dice: random.Random) -> dict[str, str]:
    """Another country for each, none of them in the sentence."""
    others = dice.sample(sorted(set(all_forms()) - set(found)), len(found))
    return dict(zip(found, others, strict=True))


def keys(events: Sequence[Event], exchange: Mapping[str, str]) -> Counter[Key]:
    """Events as what must stay: type, status, parties (with the codes exchanged), mutual or not, act or content."""
    return Counter(
        (
            event.type, event.status, _exchanged(event.source_code, exchange), _exchanged(event.target_code, exchange),
            event.reciprocal, bool(event.content_of),
        )
        for event in events
    )  # fmt: skip


def _exchanged(code: str, exchange: Mapping[str, str]) -> str:
    return exchange.get(code[:3], code[:3]) + code[3:]


def compare(text: str, twin: str, exchange: Mapping[str, str]) -> Difference | None:
    """Code a sentence and its twin; return what differs, if anything."""
    before = keys(code_text(text, published=DAY).events, exchange)
    after = keys(code_text(twin, published=DAY).events, {})
    if before == after:
        return None
    lost, gained = sorted((before - after).elements()), sorted((after - before).elements())
    return Difference(_kind(lost, gained), text, twin, tuple(map(str, lost)), tuple(map(str, gained)))


def _kind(lost: Sequence[Key], gained: Sequence[Key]) -> str:
    if len(lost) != len(gained):
        return "an event more or less"
    changed = {
        name
        for one, other in zip(lost, gained, strict=True)
        for name, at in (("type", 0), ("status", 1), ("parties", 2), ("parties", 3), ("mutual", 4), ("content", 5))
        if one[at] != other[at]
    }
    return " and ".join(sorted(changed))


def sentences(path: Path = SENTENCES, seed: int = SEED) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Sentences that qualify, in a fixed random order, each with its twin and the exchange."""
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    dice = random.Random(seed)  # noqa: S311 - an order, not a secret
    dice.shuffle(texts)
    for text in texts:
        forms = {form for known in all_forms().values() for form in known}
        if len(set(re.findall(r"\w+", text)) & forms) < FEWEST_COUNTRIES:
            continue
        coded = code_text(text, published=DAY)
        found = countries(coded, text)
        if found is not None and len(found) >= FEWEST_COUNTRIES and coded.events:
            exchange = exchanged(found, dice)
            yield text, swap(text, exchange), exchange


def main(arguments: list[str]) -> int:
    """Print the share of sentences whose events are the same, and the differences."""
    number = int(arguments[0]) if arguments else 300
    chosen = list(islice(sentences(), number))
    differences = [found for found in (compare(*sentence) for sentence in chosen) if found is not None]
    same = len(chosen) - len(differences)
    lines = [f"{same} of {len(chosen)} sentences ({same / len(chosen):.1%}) give the same events after the exchange"]
    lines += [f"{n:4} {kind}" for kind, n in Counter(found.kind for found in differences).most_common()]
    for found in differences:
        lines += ["", found.kind, f"  {found.text}", f"  {found.twin}"]
        lines += [f"  - {'; '.join(found.before)}", f"  + {'; '.join(found.after)}"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
