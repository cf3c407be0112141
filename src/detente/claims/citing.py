"""Whom a report cites: "the agency said, citing a diplomat" gives the diplomat the same words, within the agency's."""

from collections.abc import Iterator

from detente.claims.chains import CITED
from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft, spans_of
from detente.claims.speakers import noun_phrase
from detente.record.reading import ParsedSentence


def with_cited(sentences: tuple[ParsedSentence, ...], drafts: list[Draft], lexicon: CueLexicon) -> list[Draft]:
    """Add the attributions to those cited, in place of what "citing a diplomat" would say by itself."""
    cited = list(_cited_drafts(sentences, drafts, lexicon))
    verbs = {(draft.sentence, draft.cue_head) for draft in cited}
    return [*(draft for draft in drafts if (draft.sentence, draft.cue_head) not in verbs), *cited]


def _cited_drafts(sentences: tuple[ParsedSentence, ...], drafts: list[Draft], lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield an attribution to whoever is cited after "citing" or "quoting", of what the verb above it says."""
    by_verb = {(draft.sentence, draft.cue_head): draft for draft in drafts if draft.cue_head >= 0}
    for number in sorted({draft.sentence for draft in drafts}):
        parsed = sentences[number]
        for token in parsed.tokens:
            if token.tag != "VBG" or not lexicon.member("citing", token.lemma):
                continue
            above = (by_verb.get((number, i)) for i in parsed.ancestors(token.i))
            draft = next((found for found in above if found is not None), None)
            if draft is not None and not draft.start <= token.start < draft.end:
                yield from _cited(parsed, token.i, draft, lexicon)


def _cited(parsed: ParsedSentence, verb: int, draft: Draft, lexicon: CueLexicon) -> Iterator[Draft]:
    """The one cited, unless what is cited is a reason of the speaker's own ("citing fears of unrest")."""
    named = parsed.child(verb, "dobj")
    if named is None or not _speaks(parsed, named, lexicon):
        return
    token = parsed.tokens[verb]
    yield draft._replace(
        cue_head=verb,
        source_head=named,
        source=spans_of(parsed, noun_phrase(parsed, named)),
        cue=((token.start, token.end),),
        stance="asserts",
        form="speech",
        evidence=(lexicon.member("citing", token.lemma), CITED),
        confidence=0.6,
    )


def _speaks(parsed: ParsedSentence, noun: int, lexicon: CueLexicon) -> bool:
    token = parsed.tokens[noun]
    kinds = ("person", "official", "unnamed", "media", "document", "group", "spokesperson")
    return token.pos == "PROPN" or any(lexicon.member(kind, token.lemma) for kind in kinds)
