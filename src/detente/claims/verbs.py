"""Verb cues: "said that", "called for", "was told", "vowed to", and verbs no list holds."""

from collections.abc import Iterator

from detente.claims.contents import Content, verb_content
from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft, hull, spans_of
from detente.claims.nominals import is_adjective
from detente.claims.speakers import Source, is_passive, source_of
from detente.lexicons.entries import CueLine
from detente.record.reading import ParsedSentence

# A cue no list holds is one only for a clause: "said" is a pattern, "saw the house" is none.
UNLISTED = CueLine("", "", "VERB", "asserts", "speech", ("clause",))
# Confidence by kind of content, set by hand in the order of how often the rules go wrong; not calibrated.
STANDING = {"clause": 0.8, "clause_before": 0.8, "infinitive": 0.6, "object": 0.6, "passive": 0.6, "as_clause": 0.6}
# What may stand between a reported clause and the speaker after it.
SET_OFF = (",", "”", '"', "''", "’", "'", "»", "—", "–", "--", "-", "?", "!", "…", "...")


def verb_drafts(parsed: ParsedSentence, number: int, lexicon: CueLexicon) -> Iterator[Draft]:
    """Yield the attributions that the verbs of a sentence make."""
    for token in parsed.tokens:
        if token.pos != "VERB" or not token.lemma.isalpha() or token.dep in ("aux", "auxpass", "amod", "compound"):
            continue
        if is_adjective(parsed, token, lexicon):
            continue
        found = _verb_draft(parsed, number, token.i, lexicon)
        if found is not None:
            yield found


def cue_line(parsed: ParsedSentence, verb: int, lexicon: CueLexicon) -> tuple[CueLine | None, tuple[int, ...]]:
    """Return the lexicon line of a verb, a phrase first ("point out"), and the tokens beyond the verb that it took."""
    lemma = parsed.tokens[verb].lemma
    for line in lexicon.phrasal.get(lemma, ()):
        words = line.lemma.split()[1:]
        following = parsed.tokens[verb + 1 : verb + 1 + len(words)]
        if [token.text.lower() for token in following] == words:
            return line, tuple(token.i for token in following)
    return lexicon.verbs.get(lemma), ()


def cue_tokens(parsed: ParsedSentence, verb: int, more: tuple[int, ...] = ()) -> list[int]:
    """The verb with its auxiliaries, negation and particle, unbroken."""
    near = [c for c in parsed.children[verb] if parsed.tokens[c].dep in ("aux", "auxpass", "neg", "prt")]
    wanted = {verb, *more, *near}
    first = last = verb
    while first - 1 in wanted or (first - 1 >= 0 and first - 2 in wanted and parsed.tokens[first - 1].pos == "ADV"):
        first -= 1
    while last + 1 in wanted:
        last += 1
    return [*range(first, last + 1), *(i for i in more if not first <= i <= last)]


def _verb_draft(parsed: ParsedSentence, number: int, verb: int, lexicon: CueLexicon) -> Draft | None:
    lemma = parsed.tokens[verb].lemma
    line, more = cue_line(parsed, verb, lexicon)
    if line is None:
        if lexicon.member("not_cue", lemma):
            return None
        line = UNLISTED
    ends = lexicon.prepositional.get(line.lemma or lemma, {})
    source = source_of(parsed, verb)
    content = _content(parsed, verb, line, tuple(ends), lexicon)
    if content is not None:
        line = ends.get(content.takes, line)  # "call for" demands, "call" names
    if content is None or not _credible(parsed, source, line, content, lexicon):
        return None
    cue = cue_tokens(parsed, verb, (*more, *content.cue_tokens))
    spans = spans_of(parsed, _content_words(parsed, content, {*source.tokens, *cue}))
    if not spans:
        return None
    return Draft(
        sentence=number,
        cue_head=verb,
        source_head=source.head,
        source=spans_of(parsed, source.tokens),
        cue=spans_of(parsed, cue),
        content=spans,
        stance=line.stance,
        form=line.form,
        takes=content.takes,
        evidence=(line.id or "rule:cue.unlisted", f"rule:content.{content.takes}", source.rule),
        confidence=STANDING.get(content.takes, 0.7) if line is not UNLISTED else 0.5,
    )


def _content(
    parsed: ParsedSentence, verb: int, line: CueLine, ends: tuple[str, ...], lexicon: CueLexicon
) -> Content | None:
    if is_passive(parsed, verb):
        return _passive_content(parsed, verb, line, lexicon)
    content = verb_content(parsed, verb, (*line.takes, *ends), lexicon)
    if content is None and line.form in ("speech", "document"):
        return _as_clause(parsed, verb)
    return content


def _content_words(parsed: ParsedSentence, content: Content, taken: set[int]) -> list[int]:
    words = [i for i in content.tokens if i not in taken]
    if content.takes == "clause_before" and words:
        # "But talks failed, he said": what stands before the clause in the sentence belongs to it.
        limit = min(taken)
        if parsed.tokens[limit - 1].text not in SET_OFF:
            return []
        words = [i for i in range(limit) if i not in taken]
    if content.takes.startswith("clause") or any(parsed.tokens[i].pos not in ("PRON", "PUNCT", "DET") for i in words):
        return words
    return []  # "discussed it" says nothing of what was said


def _credible(parsed: ParsedSentence, source: Source, line: CueLine, content: Content, lexicon: CueLexicon) -> bool:
    """Whether a verb with this source attributes: an unlisted verb needs someone who can speak."""
    if source.head >= 0 and lexicon.member("hearer", parsed.tokens[source.head].text.lower()):
        return False
    if line is not UNLISTED:
        return True
    if source.head < 0:
        return False
    head = parsed.tokens[source.head]
    speaks = head.pos == "PROPN" or any(lexicon.member(k, head.lemma) for k in ("person", "group", "document", "media"))
    if content.takes != "clause":
        return False
    return speaks or bool(lexicon.member("pronoun", head.text.lower()))


def _passive_content(parsed: ParsedSentence, verb: int, line: CueLine, lexicon: CueLexicon) -> Content | None:
    """Return a passive's content: a clause ("was told that"), or subject and what is said of it ("is said to be")."""
    if line is UNLISTED:
        return None
    content = verb_content(parsed, verb, ("infinitive",), lexicon)
    if content is not None and (content.takes != "infinitive" or lexicon.member("addressee", line.lemma)):
        return content
    subject = parsed.child(verb, "nsubjpass")
    if subject is None or not ({"object", "infinitive"} & set(line.takes) or content is not None):
        return None
    more = list(content.tokens) if content is not None else _said_of_subject(parsed, verb, line)
    if not more and parsed.child(verb, "agent") is None:
        return None  # "was charged", "were admitted": told in the text's own voice
    return Content((*hull(i for i in parsed.subtree(subject) if i < verb), *more), "passive")


def _said_of_subject(parsed: ParsedSentence, verb: int, line: CueLine) -> list[int]:
    """Words for "a traitor" in "was called a traitor", "as a risk", and "of lying" after a verb that accuses."""
    said: list[int] = []
    for child in parsed.children[verb]:
        token = parsed.tokens[child]
        role = token.dep == "prep" and (
            token.lemma == "as" or (token.lemma in ("of", "for") and line.stance == "accuses")
        )
        if child > verb and (token.dep == "oprd" or role):
            said += parsed.subtree(child)
    return said


def _as_clause(parsed: ParsedSentence, verb: int) -> Content | None:
    """Take the main clause as the content of "As Lee noted, talks failed"."""
    token = parsed.tokens[verb]
    if token.dep != "advcl" or parsed.child(verb, "dobj", "prep", "xcomp") not in (None, verb + 1):
        return None
    marks = [c for c in parsed.children[verb] if parsed.tokens[c].text.lower() == "as" and c < verb]
    if not marks:
        return None
    inside = set(parsed.subtree(verb))
    return Content(tuple(i for i in parsed.subtree(token.head) if i not in inside), "as_clause")
