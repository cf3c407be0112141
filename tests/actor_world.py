"""A small world for tests of actors: invented states, offices and role nouns, and sentences parsed by hand.

The sentences are tables as in trees.py; a word marked ^ stands close to the word before it.
"""

from datetime import date

from actor_sentences import SENTENCES
from detente.lexicons.entries import AgentLine, NameLine, OfficeLine, OrganisationLine, StateLine
from detente.mentions.lexicon import ActorLexicon, ActorLines, build
from detente.mentions.words import load_words
from detente.record.ids import fact_id
from detente.record.model import Document, Sentence
from detente.record.reading import ParsedSentence, Reading, Token, children_of

STATES = (("AAA", "Arvia", "Arvian"), ("BBB", "Belmora", "Belmoran"), ("CCC", "Cestria", "Cestrian"))
ROLES = (
    ("army", "MIL", ""), ("rebel", "REB", ""), ("warship", "MIL", ""), ("force", "MIL", ""), ("police", "COP", ""),
    ("official", "GOV", ""), ("minister", "GOV", ""), ("foreign minister", "GOV", "FM"), ("president", "GOV", "HOS"),
    ("rocket", "MIL", ""), ("people", "CVL", ""), ("fighter", "REB", ""), ("fighter jet", "MIL", ""),
    ("spokeswoman", "GOV", "SPOX"), ("foreign ministry", "GOV", "FM"), ("embassy", "GOV", ""), ("diplomat", "GOV", ""),
)  # fmt: skip


def _name(entity: str, alias: str, kind: str, code: str, name: str = "") -> NameLine:
    return NameLine(f"name:{alias.lower()}", entity, name or alias, alias, kind, code, None, None, "own", "own")


def _office(person: str, iso3: str, role: str, start: date, end: date | None) -> OfficeLine:
    entity = person.lower().replace(" ", "-")
    line_id = f"office:{entity}.{role.lower()}"
    return OfficeLine(line_id, entity, person, iso3, role, role, f"{iso3}GOV", start, end, None, "own", "own")


def lexicon() -> ActorLexicon:
    """Arvia (capital Lenz), Belmora, Cestria; their ministers; one newspaper."""
    names = [_name(iso3, name, "name", iso3) for iso3, name, _ in STATES]
    names += [_name(iso3, word, "adjective", iso3, name) for iso3, name, word in STATES]
    names += [_name(iso3, f"{word}s", "demonym", iso3, name) for iso3, name, word in STATES]
    names += [
        _name("AAA:GOV", "Lenz", "capital", "AAAGOV", "Arvian government"),
        _name("JOR", "Jordan", "name", "JOR"),
        _name("ORG:UNION", "Union", "common", "BBBPTY"),
        _name("AAA:CVL:HILMAR", "Hilmar", "adjective", "AAACVL"),
        _name("BBB:CVL:HILMAR", "Hilmar", "adjective", "BBBCVL"),
        _name("NONE:ARVIAN-SEA", "Arvian Sea", "name", ""),
        _name("ORG:FRONT", "Red Front", "name", "CCCREB"),
        _name("AAA:LEG", "Assembly", "short", "AAALEG"),
        _name("ORG:COURIER", "Lenz Courier", "name", "AAAJRN"),
        _name("viktor-orlan", "Viktor Orlan", "name", "AAAGOV"),
        _name("miles-hale", "Miles Hale", "name", "CCCGOV"),
    ]
    states = [StateLine(f"state:{iso3.lower()}", iso3, name, None, None, "", (), "", "") for iso3, name, _ in STATES]
    jordan = StateLine("state:jor", "JOR", "Jordan", None, None, "", (), "", "")
    lines = ActorLines(
        names=tuple(names),
        offices=(
            _office("Viktor Orlan", "AAA", "FM", date(2010, 1, 1), date(2019, 12, 31)),
            _office("Miles Hale", "CCC", "FM", date(2012, 1, 1), date(2020, 12, 31)),
        ),
        organisations=(
            OrganisationLine("organisation:c", "ORG:COURIER", "Lenz Courier", "media", "AAA", "AAAJRN", "", ""),
        ),
        states=(*states, jordan),
        agents=tuple(AgentLine(f"agent:{phrase}", phrase, sector, role, "", "") for phrase, sector, role in ROLES),
    )
    return build(lines, load_words())


def reading(*keys: str, on: date | None = None) -> Reading:
    """A document of these sentences, on a day."""
    sentences: list[ParsedSentence] = []
    text = ""
    for key in keys:
        start = len(text) + 1 if text else 0
        sentences.append(_sentence(SENTENCES[key], start))
        text += (" " if text else "") + _words(sentences[-1])
    published_from = "given" if on else "unknown"
    document = Document("doc", "test", "", "", "", "", on, published_from, "en", text, len(text.split()))
    return Reading(document, "test", tuple(sentences))


def _sentence(table: str, start: int) -> ParsedSentence:
    tokens: list[Token] = []
    at = start
    for i, row in enumerate(line.split() for line in table.strip().splitlines()):
        text, lemma, pos, tag, dep, head = row
        at -= 1 if text[0] == "^" and i else 0
        text = text.removeprefix("^")
        tokens.append(Token(i, at, at + len(text), text, lemma, pos, tag, dep, int(head)))
        at += len(text) + 1
    words = tuple(tokens)
    sentence = Sentence("doc", fact_id("doc", "sentence", start, words[-1].end), start, words[-1].end)
    return ParsedSentence(sentence, words, (), 0, children_of(words))


def _words(parsed: ParsedSentence) -> str:
    text = ""
    for token in parsed.tokens:
        text += " " * (token.start - parsed.sentence.start - len(text)) + token.text
    return text
