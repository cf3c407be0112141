"""From resolved phrases to mentions, sentence by sentence, with the pronouns and descriptions that go back to them."""

from dataclasses import replace

from detente.mentions.antecedents import Reference, Referent
from detente.mentions.coreference import REACH, Coreference
from detente.mentions.domestic import Found
from detente.mentions.identities import Identity
from detente.mentions.phrases import Phrase
from detente.record.ids import fact_id
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Reading

# A bare "the minister" goes back to one of the last persons named; older ones have left the stage.
REMEMBERED = 60


def follow(reading: Reading, found: list[Found], coreference: Coreference) -> tuple[Mention, ...]:
    """Mentions in the order of the text."""
    thread = Thread(reading, coreference, found)
    at = 0
    for number in range(len(reading.sentences)):
        first = at
        while at < len(found) and found[at].number == number:
            at += 1
        thread.read(number, found[first:at])
    return thread.mentions()


class Thread:
    """The actors on stage while a document is read."""

    def __init__(self, reading: Reading, coreference: Coreference, found: list[Found]) -> None:
        self._reading = reading
        self._coreference = coreference
        self._done: list[Mention] = []
        self._recent: list[Referent] = []
        self._persons: list[Referent] = []
        # a headline's surname goes back to a name further down: what was inferred there must be known here
        self._moved = {entry.inferred_from: self._mention(entry) for entry in found if entry.inferred_from}

    def read(self, number: int, found: list[Found]) -> None:
        """Take up the actors of a sentence, then what goes back to them and to earlier ones."""
        here = [self._named(entry) for entry in found]
        self._recent = [referent for referent in self._recent if referent.number >= number - REACH]
        parsed = self._reading.sentences[number]
        # an antecedent may be replaced by a pronoun of this very sentence before a second one goes back to it
        before = tuple(self._recent)
        for reference in list(self._coreference.follow(number, self._reading.sentences, self._recent)):
            start, end = parsed.tokens[reference.first].start, parsed.tokens[reference.last].end
            mention = mention_of(reference.identity, start, end, self._reading)
            here = [other for other in here if other.start >= end or other.end <= start or other.antecedent]
            here = [_owned(other, reference, parsed, self._reading) for other in here]
            here.append(mention)
            again = self._coreference.again(reference, parsed, mention.mention_id, [*self._recent, *before])
            self._recent = [old for old in self._recent if not _replaced(old, reference)]
            self._recent.append(again)
        self._done.extend(here)

    def _named(self, entry: Found) -> Mention:
        """The mention of a phrase; one that goes back to a phrase whose state was inferred takes over that state."""
        described = self._coreference.described(entry, self._persons)
        identity = described or entry.identity
        origin = self._moved.get(identity.antecedent)
        if origin is not None:
            identity = identity._replace(
                entity=origin.entity, country=origin.country, sector=origin.sector, antecedent=origin.mention_id
            )
        entry = entry._replace(identity=identity)
        mention = self._mention(entry)
        referent = self._coreference.referent(entry, mention.mention_id)
        self._recent.append(referent)
        if referent.person:
            self._persons = [*self._persons[-REMEMBERED:], referent]
        return mention

    def _mention(self, entry: Found) -> Mention:
        tokens, phrase = entry.parsed.tokens, entry.phrase
        return mention_of(entry.identity, tokens[phrase.first].start, tokens[phrase.last].end, self._reading)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, in the order of the text; an antecedent that was dropped since is dropped here too."""
        known = {mention.mention_id for mention in self._done}
        sure = [m if m.antecedent in known or not m.antecedent else replace(m, antecedent="") for m in self._done]
        return tuple(sorted(sure, key=lambda mention: (mention.start, mention.end, mention.mention_id)))


def _replaced(referent: Referent, reference: Reference) -> bool:
    """A description that turned out to go back to others is no actor of its own any more."""
    inside = referent.number == reference.number and reference.first <= referent.at <= reference.last
    return inside and not referent.identity.antecedent


def _owned(mention: Mention, reference: Reference, parsed: ParsedSentence, reading: Reading) -> Mention:
    """Give a role after a possessive pronoun the state the pronoun stands for: "its army"."""
    token = parsed.tokens[reference.last]
    if mention.country or token.tag != "PRP$" or reference.last + 1 == len(parsed.tokens):
        return mention
    if mention.start != parsed.tokens[reference.last + 1].start or not reference.identity.country:
        return mention
    owner = reference.identity
    identity = Identity(
        f"{owner.country}:{mention.sector}", mention.name, owner.country, mention.sector, "", mention.evidence, 0.9
    )
    identity = identity.because(*owner.evidence, "rule:possessive", confidence=owner.confidence)
    return mention_of(identity, mention.start, mention.end, reading)


def actor_id(doc_id: str, parsed: ParsedSentence, phrase: Phrase, identity: Identity) -> str:
    """The mention_id that a phrase has with this identity."""
    start, end = parsed.tokens[phrase.first].start, parsed.tokens[phrase.last].end
    return fact_id(doc_id, "actor", start, end, identity.entity, identity.code)


def mention_of(identity: Identity, start: int, end: int, reading: Reading) -> Mention:
    """The mention of an actor at characters start..end."""
    doc_id = reading.document.doc_id
    return Mention(
        doc_id=doc_id,
        mention_id=fact_id(doc_id, "actor", start, end, identity.entity, identity.code),
        start=start,
        end=end,
        kind="actor",
        entity=identity.entity,
        name=identity.name,
        code=identity.code,
        country=identity.country,
        sector=identity.sector,
        office=identity.office,
        antecedent=identity.antecedent,
        evidence=identity.evidence,
        confidence=identity.confidence,
        note=identity.note,
        coded_with=reading.coded_with,
    )
