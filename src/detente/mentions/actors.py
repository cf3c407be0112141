"""Actors: who is named in a document, and which state, sector and office that means on its day."""

from collections.abc import Iterator

from detente.lexicons.entries import NameLine
from detente.mentions.coreference import Coreference
from detente.mentions.domestic import Domestic, Found
from detente.mentions.following import actor_id, follow
from detente.mentions.gazetteer import fold
from detente.mentions.grouping import phrases_of
from detente.mentions.identities import Context, Identity, Known
from detente.mentions.lexicon import ActorLexicon, valid
from detente.mentions.locations import is_place, is_seat
from detente.mentions.naming import Match, lookup
from detente.mentions.people import introduce
from detente.mentions.phrases import PEOPLE, Phrase, text_of
from detente.mentions.resolving import Resolver
from detente.mentions.scanning import COMMON, Scanner
from detente.mentions.shortening import in_brackets_after, remember_short, short_form
from detente.mentions.user_names import load_with
from detente.mentions.words import ActorWords
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading
from detente.settings import Settings

__all__ = ["Actors", "Match", "lookup", "prepare_actors"]


class Actors:
    """Find the actors of a document."""

    def __init__(self, lexicon: ActorLexicon) -> None:
        self._lexicon = lexicon
        self._scanner = Scanner(lexicon)
        self._resolver = Resolver(lexicon)
        self._domestic = Domestic(lexicon)
        self._coreference = Coreference(lexicon)

    def __call__(self, reading: Reading) -> tuple[Mention, ...]:
        """Actor mentions in the order of the text.

        1. find the phrases of every sentence and count the states they name
        2. introduce the persons named in full, so that a headline's surname finds them
        3. resolve every phrase; give those without a state the only one they can belong to
        4. follow pronouns and descriptions
        """
        context = Context(reading.document.doc_id, reading.document.published)
        context.american_georgia = is_american_georgia(reading, self._lexicon.words)
        phrases = list(self._phrases(reading))  # 1
        for _, _, phrase in phrases:
            self._count(phrase, context)
        for _, parsed, phrase in phrases:  # 2
            full = phrase.head.kind in (*PEOPLE, "unknown") and phrase.head.first < phrase.head.last
            if phrase.head.kind == "person" or (phrase.titles and phrase.head.kind in (*PEOPLE, "unknown")) or full:
                self._introduce(parsed, phrase, context)
        found = list(self._identified(phrases, context))  # 3
        found = self._domestic(found, context)
        return follow(reading, [entry for entry in found if _is_party(entry)], self._coreference)  # 4

    def _phrases(self, reading: Reading) -> Iterator[tuple[int, ParsedSentence, Phrase]]:
        folded = fold(reading.document.text)
        for number, parsed in enumerate(reading.sentences):
            items = self._scanner.items(parsed, folded[parsed.sentence.start : parsed.sentence.end])
            for phrase in phrases_of(parsed, items, self._lexicon.words):
                yield number, parsed, phrase

    def _identified(self, phrases: list[tuple[int, ParsedSentence, Phrase]], context: Context) -> Iterator[Found]:
        """Resolve phrase by phrase, so that a short form finds the full name before it."""
        last: Found | None = None
        for number, parsed, phrase in phrases:
            identity = short_form(parsed, phrase, context) or self._identify(parsed, phrase, context)
            if last is not None and last.number == number and in_brackets_after(last, phrase):
                short = text_of(parsed, phrase.first, phrase.last)
                full = actor_id(context.doc_id, parsed, last.phrase, last.identity)
                context.short[short] = Known(last.identity, full, parsed.tokens[phrase.first].start)
                if identity is None or identity.country == last.identity.country:
                    continue
            if identity is None:
                continue
            last = Found(number, parsed, phrase, identity, is_place(parsed, phrase, self._lexicon.words))
            remember_short(last, actor_id(context.doc_id, parsed, last.phrase, last.identity), context)
            yield last

    def _count(self, phrase: Phrase, context: Context) -> None:
        """Count every state a phrase names, unless its name is one of several."""
        for part in (phrase, *phrase.owners):
            codes = {line.code[:3] for line in part.head.names if not _is_unsure(line)}
            if len(codes) == 1 and part.head.kind != "surname":
                context.countries.update(codes & self._lexicon.states.keys())

    def _introduce(self, parsed: ParsedSentence, phrase: Phrase, context: Context) -> None:
        identity = self._resolver.identify(parsed, phrase, context)
        if identity is not None and not identity.antecedent:
            start = parsed.tokens[phrase.first].start
            mention_id = actor_id(context.doc_id, parsed, phrase, identity)
            introduce(parsed, phrase, Known(identity, mention_id, start), self._lexicon, context)
        elif identity is None:
            context.strangers.add(parsed.tokens[phrase.head.last].text)

    def _identify(self, parsed: ParsedSentence, phrase: Phrase, context: Context) -> Identity | None:
        place = is_place(parsed, phrase, self._lexicon.words)
        if is_seat(phrase) and phrase.modifier and not place:
            return None
        if is_seat(phrase) and not any(valid(line, context.on) for line in phrase.head.names):
            return None
        identity = self._resolver.identify(parsed, phrase, context)
        if identity is None or not identity.code or _is_description(parsed, phrase, identity, self._lexicon.words):
            return None
        return identity.because("rule:place", confidence=0.5, note="place") if place else identity


def _is_unsure(line: NameLine) -> bool:
    """A name that does not vouch for its state: "Congress", "Diet"."""
    return line.kind == COMMON or (line.kind == "short" and ":LEG" in line.entity)


def is_american_georgia(reading: Reading, words: ActorWords) -> bool:
    """Whether the text speaks of Georgia in the United States: of its neighbours and people, never of the Caucasus."""
    if "Georgia" not in reading.document.text:
        return False
    found = {token.text for parsed in reading.sentences for token in parsed.tokens}
    american = any(words.has("us_georgia", word) for word in found)
    return american and not any(words.has("caucasus_georgia", word) for word in found)


def _is_party(entry: Found) -> bool:
    """A capital that only says where is a place, not an actor."""
    return not (entry.place and is_seat(entry.phrase))


def _is_description(parsed: ParsedSentence, phrase: Phrase, identity: Identity, words: ActorWords) -> bool:
    """Words that name nobody: a language ("said in Russian"), a bare predicate ("he is a weak president")."""
    token = parsed.tokens[phrase.head.last]
    if phrase.head.kind == "agent" and not identity.country:
        return token.dep == "attr"
    if phrase.head.kind not in ("state", "body"):
        return False
    plural = token.tag in ("NNPS", "NNS")
    qualifies = any(line.kind in ("adjective", "demonym") for line in phrase.head.names) and not plural
    if qualifies and _of_a_thing(parsed, phrase, words):
        return True
    if phrase.head.kind == "body":
        return False
    adjective = all(line.kind == "adjective" for line in phrase.head.names) and not plural
    return adjective and token.dep == "pobj" and phrase.first > 0 and parsed.tokens[phrase.first - 1].pos == "ADP"


def _of_a_thing(parsed: ParsedSentence, phrase: Phrase, words: ActorWords) -> bool:
    """Whether an adjective only says of which kind a thing is: "a Chinese restaurant", "the Russian language"."""
    after = parsed.tokens[phrase.last + 1 : phrase.last + 4]
    nouns = [token for token in after if token.pos in ("NOUN", "PROPN")]
    run = next((n for n, token in enumerate(after) if token.pos not in ("NOUN", "PROPN", "ADJ")), len(after))
    return bool(nouns) and words.has("thing", after[run - 1].lemma.lower() if run else "")


def prepare_actors(settings: Settings) -> Actors:
    """Load the lexicons, and a user's dictionaries over them, and return the actor finder."""
    return Actors(load_with(settings.actors))
