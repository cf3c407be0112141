"""Does a country's name change what is coded? `python benchmarks/country_swap.py [SENTENCES]` (default 300).

Every country of a sentence of training/events.jsonl is exchanged for another one, in all its forms (name, adjective,
demonym, capital), and both sentences are coded. Events must be the same, with the codes exchanged and nothing else. The
share of sentences where they are is printed, then what differs in the others, by kind.

Only sentences qualify in which each actor that belongs to a state is named by such a form: a sentence that names a
minister would contradict itself. Sentences that name a state that is no more do not qualify either: it makes an act a
historical one.
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
from detente.lexicons.entries import NameLine, StateLine
from detente.lexicons.reading import read_lines
from detente.record.model import Coded, Event

SENTENCES = Path(__file__).resolve().parent.parent / "training" / "events.jsonl"
DAY = date(2019, 6, 3)
SEED = 20190603
# At least two parties, else hardly anything can be mixed up.
FEWEST_COUNTRIES = 2
# Among the states of the lexicon, and none.
BODIES = frozenset({"UNO", "EUR", "IGO"})
VOWELS = "AEIOU"
# Kinds of names that are exchanged; of two that look the same the first counts.
SLOTS = ("name", "abbreviation", "adjective", "demonym", "capital")


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
    """Countries to exchange for: all their forms are known, one word each, and no other country's."""
    called: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    owners: dict[str, set[str]] = defaultdict(set)
    for iso3, kind, alias in _aliases():
        owners[alias].add(iso3)
        if alias.isascii() and alias.isalpha():
            called[iso3][kind].append(alias)
    found = {iso3: forms for iso3, kinds in called.items() if (forms := _forms(kinds)) is not None}
    return {iso3: forms for iso3, forms in found.items() if all(owners[form] == {iso3} for form in forms)}


@cache
def all_names() -> dict[str, tuple[str, str]]:
    """Every form that may be exchanged: its country and which of the `Forms` it is."""
    found: dict[str, tuple[str, str]] = {}
    for iso3, kind, alias in sorted(_aliases(), key=lambda each: SLOTS.index(each[1]), reverse=True):
        slot = kind if kind != "demonym" else "people" if alias.endswith("s") else "person"
        found[alias] = (iso3, "name" if kind == "abbreviation" else slot)
    return found


@cache
def former_states() -> frozenset[str]:
    """States that are no more, such as the Soviet Union."""
    return frozenset(line.iso3 for line in read_lines("shared/states.tsv", StateLine) if line.valid_to is not None)


def _aliases() -> Iterator[tuple[str, str, str]]:
    """Forms of states: country, kind, form."""
    states = {line.iso3 for line in read_lines("shared/states.tsv", StateLine)} - BODIES
    for line in read_lines("shared/names.tsv", NameLine):
        # a capital stands for the government
        iso3 = line.entity.removesuffix(":GOV") if line.kind == "capital" else line.entity
        kind = "name" if line.alias == line.name else line.kind
        if iso3 in states and kind in SLOTS and line.alias[0].isupper() and (kind != "name" or line.alias == line.name):
            yield iso3, kind, line.alias


def _forms(kinds: Mapping[str, Sequence[str]]) -> Forms | None:
    """Forms of a country that has a regular demonym (Kenyan, Kenyans), or None."""
    demonyms = [*kinds.get("demonym", ()), *kinds.get("adjective", ())]
    person = next((one for one in demonyms if f"{one}s" in demonyms), None)
    if not (kinds.get("name") and kinds.get("adjective") and kinds.get("capital") and person):
        return None
    adjective = person if person in kinds["adjective"] else kinds["adjective"][0]
    return Forms(kinds["name"][0], adjective, person, f"{person}s", kinds["capital"][0])


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(all_names(), key=len, reverse=True))
    return re.compile(rf"\b(?:(?P<article>An?|an?|[Tt]he) )?(?P<word>{names})(?!\w)")


def swap(text: str, exchange: Mapping[str, str]) -> str:
    """Exchange countries (by ISO3) in all their forms: "a Kenyan" becomes "an Indian", "the United States" "Fiji"."""
    return _pattern().sub(lambda found: _replacement(found, exchange), text)


def _replacement(found: re.Match[str], exchange: Mapping[str, str]) -> str:
    iso3, slot = all_names()[found["word"]]
    if iso3 not in exchange:
        return found[0]
    word, article = str(getattr(all_forms()[exchange[iso3]], slot)), found["article"] or ""
    if not article or (slot == "name" and article.lower() == "the"):
        return word
    return f"{article} {word}" if article.lower() == "the" else f"{article[0]}{'n' * (word[0] in VOWELS)} {word}"


def countries(coded: Coded, text: str) -> list[str] | None:
    """Countries of a sentence in the order they appear, or None if an actor of a state is named in any other way."""
    found: list[str] = []
    for mention in coded.mentions:
        if mention.kind != "actor" or not mention.country:
            continue
        named = {all_names()[match["word"]][0] for match in _pattern().finditer(text[mention.start : mention.end])}
        if mention.antecedent or mention.country not in named:
            return None
        found.append(mention.country)
    return None if _is_people(text) else list(dict.fromkeys(found))


def _is_people(text: str) -> bool:
    """Whether an adjective stands for a people ("the French"), which no other one need do."""
    return any(
        all_names()[match["word"]][1] == "adjective" and (match["article"] or "").lower() == "the"
        and not re.match(r" [a-z]", text[match.end() :])
        for match in _pattern().finditer(text)
    )  # fmt: skip


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
        named = {all_names()[match["word"]][0] for match in _pattern().finditer(text)}
        if len(named) < FEWEST_COUNTRIES or named & former_states():
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
