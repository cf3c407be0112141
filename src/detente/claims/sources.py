"""Who a source is: an official, media, a document, a person or a group; and the actor it names."""

from typing import NamedTuple

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft
from detente.claims.spans import SpanIndex
from detente.record.model import Mention
from detente.record.reading import ParsedSentence, Token

# Sectors of PLOVER whose people and bodies speak for a state.
OFFICIAL_SECTORS = frozenset(("GOV", "MIL", "JUD", "LEG", "COP", "SPY"))
# PLOVER's codes of bodies across borders that speak for no state: aid and rights groups, companies, armed groups.
PRIVATE_BODIES = frozenset(("NGO", "MNC", "IMG"))


class SourceKind(NamedTuple):
    """A kind of model.SOURCE_KINDS, the actor's entity and code ("" if none is known), and the evidence."""

    kind: str
    entity: str
    code: str
    evidence: tuple[str, ...]


class ActorIndex:
    """Actor mentions by place, for finding the one a source names."""

    def __init__(self, mentions: tuple[Mention, ...]) -> None:
        self._mentions = [mention for mention in mentions if mention.kind == "actor"]
        self._index = SpanIndex((mention.start, mention.end) for mention in self._mentions)

    def over(self, start: int, end: int) -> list[Mention]:
        """Mentions that overlap start..end, in the order of the text."""
        return [self._mentions[i] for i in self._index.over(start, end)]


def source_kind(draft: Draft, parsed: ParsedSentence, actors: ActorIndex, lexicon: CueLexicon) -> SourceKind:
    """Return what the source of an attribution is; a claim without one is put down to a group, its people unnamed."""
    if not draft.source:
        return SourceKind("group", "", "", ("rule:source_kind.none",))
    if draft.source_head < 0:
        return _of_layout(draft, parsed, actors, lexicon)
    head = _antecedent(parsed, draft.source_head)
    token = parsed.tokens[head]
    mention = _mention(parsed, head, draft, actors)
    words = [parsed.tokens[i] for i in _phrase(parsed, head, draft)]
    kind, evidence = _kind_of_words(token.lemma.lower(), [w.lemma.lower() for w in words], token.tag, lexicon)
    if kind == "unnamed_official" and token.pos == "PROPN":
        kind = "official"
    found = _of_mention(mention)
    sector = mention.sector if mention is not None else ""
    if found is not None and (not evidence or found.kind == "media" or _outweighs(sector, kind, token)):
        return found
    entity, code = (mention.entity, mention.code) if mention is not None else ("", "")
    return SourceKind(kind, entity, code, evidence)


def _of_layout(draft: Draft, parsed: ParsedSentence, actors: ActorIndex, lexicon: CueLexicon) -> SourceKind:
    """A headline's or a signature's source: a known actor, else by its words ("Poll: ...")."""
    mention = next(iter(actors.over(*draft.source[0])), None)
    found = _of_mention(mention)
    if found is not None:
        return found
    words = [token.text.lower() for token in parsed.tokens_in(*draft.source[0])]
    kind, evidence = _kind_of_words(words[-1] if words else "", words, "", lexicon)
    entity, code = (mention.entity, mention.code) if mention is not None else ("", "")
    return SourceKind(kind, entity, code, (*evidence, "rule:source_kind.layout"))


def _antecedent(parsed: ParsedSentence, head: int) -> int:
    """Go from a relative pronoun ("Lee, who said") back to the noun it stands for."""
    token = parsed.tokens[head]
    verb = parsed.tokens[token.head]
    if token.tag in ("WP", "WDT") and verb.dep == "relcl":
        return verb.head
    return head


def _phrase(parsed: ParsedSentence, head: int, draft: Draft) -> list[int]:
    start, end = draft.source[0][0], draft.source[-1][1]
    inside = [token.i for token in parsed.tokens_in(start, end)]
    if head not in inside:
        inside = [head, *(c for c in parsed.children[head] if parsed.tokens[c].dep in ("compound", "amod", "appos"))]
    return inside


def _mention(parsed: ParsedSentence, head: int, draft: Draft, actors: ActorIndex) -> Mention | None:
    token = parsed.tokens[head]
    over_head = actors.over(token.start, token.end)
    if over_head:
        return max(over_head, key=lambda mention: (mention.end - mention.start, bool(mention.entity)))
    return next(iter(actors.over(draft.source[0][0], draft.source[-1][1])), None)


def _of_mention(mention: Mention | None) -> SourceKind | None:
    if mention is None:
        return None
    sector = mention.sector or mention.code[3:6]
    if sector == "JRN":
        kind = "media"
    elif mention.code in PRIVATE_BODIES:
        kind = "group"
    elif sector in OFFICIAL_SECTORS or mention.office or (mention.code and not sector):
        kind = "official"  # a state's own name speaks for its government
    elif mention.entity.startswith("ORG:"):
        kind = "group"
    else:
        return None
    return SourceKind(kind, mention.entity, mention.code, ("rule:source_kind.mention", mention.mention_id))


def _outweighs(sector: str, kind: str, head: Token) -> bool:
    """Whether an actor's sector says more of a source than its words, which call it a person or a group.

    It does for "the commander"; but lawyers and jurors are no officials for being of the judiciary.
    """
    return kind in ("person", "group") and not (head.pos == "NOUN" and sector == "JUD")


def _kind_of_words(head: str, words: list[str], tag: str, lexicon: CueLexicon) -> tuple[str, tuple[str, ...]]:
    """Decide by the head word first, then by titles beside it ("Foreign Minister Lee")."""
    line = lexicon.member("outlet", head) if tag.startswith("NNP") else ""
    if line:
        return "media", (line,)
    line = lexicon.member("spokesperson", head)
    if line:
        return _spoken_for(line, words, lexicon)
    for kind in ("author", "unnamed", "official", "document", "media"):
        line = lexicon.member(kind, head)
        if line:
            return ("unnamed_official" if kind == "unnamed" else kind), (line,)
    for kind in ("official", "media"):
        line = next((found for word in words if (found := lexicon.member(kind, word))), "")
        if line:
            return kind, (line,)
    line = lexicon.member("group", head)
    if line or head == "they" or tag in ("NNS", "NNPS"):
        return "group", (line or "rule:source_kind.plural",)
    line = lexicon.member("person", head)
    return "person", (line,) if line else ()


def _spoken_for(line: str, words: list[str], lexicon: CueLexicon) -> tuple[str, tuple[str, ...]]:
    """A spokesman is of the kind of the body he speaks for: a ministry, a newspaper, a company."""
    bodies = [word for word in words if not lexicon.member("spokesperson", word)]
    for kind in ("official", "media", "group"):
        body = next((found for word in bodies if (found := lexicon.member(kind, word))), "")
        if body:
            return kind, (line, body)
    return "official", (line,)
