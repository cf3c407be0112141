"""What stance a source takes: the cue's own, turned by negation, and by what the source says of its own acts.

"Did not deny" is no denial, "does not believe" is a doubt, "said it would withdraw" is a promise.
"""

from typing import NamedTuple

from detente.claims.cues import CueLexicon
from detente.claims.drafts import Draft
from detente.claims.verbs import cue_line
from detente.record.reading import Clause, ParsedSentence

# What negation makes of a stance, by the form of the cue; "other" where the claim is then simply not made.
NEGATED = {
    ("asserts", "thought"): "doubts",
    ("asserts", "intent"): "denies",
    ("predicts", "thought"): "doubts",
    ("predicts", "speech"): "doubts",
    ("promises", "intent"): "denies",
    ("doubts", "thought"): "asserts",
}


# Auxiliaries of an act still to come; "would" is the "will" of reported speech.
OWN_FUTURE = ("will", "would", "shall", "'ll", "'d")


class Stance(NamedTuple):
    """A stance of model.STANCES and the rules that turned the cue's own into it."""

    stance: str
    rules: tuple[str, ...]


def stance_of(draft: Draft, parsed: ParsedSentence, lexicon: CueLexicon) -> Stance:
    """Return the stance an attribution takes towards its content."""
    stance, rules = draft.stance, []
    if draft.cue_head < 0:
        return Stance(stance, ())
    own = _own_act(draft, parsed, lexicon)
    if lexicon.member("warning", parsed.tokens[draft.cue_head].lemma):
        stance, rule = _warning(draft, own=own)
        rules.append(rule)
    elif own and stance == "asserts" and draft.form == "speech":
        stance = "promises"
        rules.append("rule:stance.own_future_act")
    if stance in ("asserts", "other") and draft.form == "speech" and _bids(draft, parsed):
        stance = "demands"
        rules.append("rule:stance.bidding")
    if stance == "promises" and _harms(draft, parsed, lexicon):
        stance = "threatens"
        rules.append("rule:stance.harm_announced")
    if _unreal(draft, parsed) or _refuses_to_speak(draft, parsed, lexicon):
        return Stance("other", (*rules, "rule:stance.not_said"))
    if negated(draft.cue_head, parsed, lexicon):
        stance = NEGATED.get((draft.stance, draft.form), "other")
        rules.append("rule:stance.negated")
    return Stance(stance, tuple(rules))


def negated(cue: int, parsed: ParsedSentence, lexicon: CueLexicon) -> bool:
    """Whether a cue is denied: by not, never or no longer on it or its auxiliary, or under "refused to"."""
    if _has_negation(cue, parsed, lexicon):
        return True
    token = parsed.tokens[cue]
    if token.dep in ("acomp", "dobj", "oprd") and _has_negation(token.head, parsed, lexicon):
        return True
    if token.dep == "conj" and _neither(token.head, parsed):
        return True
    return token.dep in ("xcomp", "pcomp") and bool(lexicon.member("refusal", _governor(cue, parsed)))


def _neither(i: int, parsed: ParsedSentence) -> bool:
    """Whether a verb is the first of "neither ... nor"."""
    return any(parsed.tokens[c].dep == "preconj" and parsed.tokens[c].lemma == "neither" for c in parsed.children[i])


def _governor(cue: int, parsed: ParsedSentence) -> str:
    """Lemma of the verb a cue completes, over prepositions and adverbs: "stopped short of accusing"."""
    at = parsed.tokens[cue].head
    while parsed.tokens[at].pos in ("ADP", "ADV", "SCONJ") and parsed.tokens[at].head != at:
        at = parsed.tokens[at].head
    return parsed.tokens[at].lemma


def _has_negation(i: int, parsed: ParsedSentence, lexicon: CueLexicon) -> bool:
    clause = parsed.clause_of(i)
    if clause is not None and clause.negated:
        return True
    below = [parsed.tokens[c] for c in parsed.children[i]]
    if any(word.dep == "advmod" and parsed.child(word.i, "neg") is not None for word in below):  # "no longer believes"
        return True
    return any(word.dep == "neg" or (word.i < i and lexicon.member("negator", word.lemma)) for word in below)


def _bids(draft: Draft, parsed: ParsedSentence) -> bool:
    """Whether somebody is told what to do: "asked them to leave", or a quotation such as "Open the border now"."""
    if draft.takes == "infinitive":
        return parsed.child(draft.cue_head, "dobj") is not None
    if draft.takes not in ("quote", "clause_before"):
        return False
    clause = next((c for c in parsed.clauses if _is_main_content(c, draft, parsed)), None)
    if clause is None or parsed.tokens[clause.head].tag != "VB" or clause.modal or clause.question:
        return False
    below = {parsed.tokens[c].dep for c in parsed.children[clause.head]}
    return not below & {"nsubj", "nsubjpass", "aux", "expl"}


def _harms(draft: Draft, parsed: ParsedSentence, lexicon: CueLexicon) -> bool:
    """Whether the act announced is one against another: "vowed to crush the uprising"."""
    acts = (c for c in parsed.clauses if draft.start <= parsed.tokens[c.head].start < draft.end)
    act = next((c for c in acts if c.head != draft.cue_head), None)
    if act is None or act.negated or act.passive:
        return False
    return bool(lexicon.member("hostile", parsed.tokens[act.head].lemma))


def _unreal(draft: Draft, parsed: ParsedSentence) -> bool:
    """A cue under if or whether, or asked about ("Did he say that ...?"), was not said."""
    clause = parsed.clause_of(draft.cue_head)
    if clause is None:
        return False
    asked = clause.question and parsed.tokens[draft.cue_head].dep == "ROOT"
    return clause.conditional or (asked and draft.takes not in ("quote", "clause_before"))


def _refuses_to_speak(draft: Draft, parsed: ParsedSentence, lexicon: CueLexicon) -> bool:
    """Whether a source refuses to speak: "refused to say whether" takes no stance on what was asked."""
    if not lexicon.member("refusal", parsed.tokens[draft.cue_head].lemma):
        return False
    act = parsed.child(draft.cue_head, "xcomp")
    line = cue_line(parsed, act, lexicon)[0] if act is not None else None
    return line is not None and line.form == "speech" and line.stance in ("asserts", "denies")


def _warning(draft: Draft, *, own: bool) -> tuple[str, str]:
    """Tell a warning's stance: "it would strike" threatens, "them to leave" and "against" demand, the rest predicts."""
    if own:
        return "threatens", "rule:stance.warns_of_own_act"
    if draft.takes in ("infinitive", "against"):
        return "demands", "rule:stance.warns_to_act"
    return "predicts", "rule:stance.warns_of_event"


def _own_act(draft: Draft, parsed: ParsedSentence, lexicon: CueLexicon) -> bool:
    """Whether the content's first clause is the source's own future act: "Iran said it would retaliate"."""
    if draft.source_head < 0 or not draft.takes.startswith(("clause", "quote")):
        return False
    clause = next((c for c in parsed.clauses if _is_main_content(c, draft, parsed)), None)
    if clause is None or clause.modal not in OWN_FUTURE or clause.negated or clause.passive:
        return False
    subject = parsed.child(clause.head, "nsubj")
    return subject is not None and (_same(parsed, subject, draft) or _own_side(parsed, subject, lexicon))


def _is_main_content(clause: Clause, draft: Draft, parsed: ParsedSentence) -> bool:
    token = parsed.tokens[clause.head]
    main = clause.head != draft.cue_head and token.dep in ("ccomp", "ROOT", "parataxis")
    return main and draft.start <= token.start < draft.end


def _own_side(parsed: ParsedSentence, subject: int, lexicon: CueLexicon) -> bool:
    """Whether the act is that of the source's own state or force: "warned that his country would"."""
    owner = parsed.child(subject, "poss")
    if owner is None or parsed.tokens[owner].tag != "PRP$" or owner + 1 != subject:
        return False
    return bool(lexicon.member("own_side", parsed.tokens[subject].lemma))


def _same(parsed: ParsedSentence, subject: int, draft: Draft) -> bool:
    word, source = parsed.tokens[subject], parsed.tokens[draft.source_head]
    if word.text.lower() in ("i", "we"):
        return draft.takes == "quote" or word.text.lower() == source.text.lower()
    if word.lemma == source.lemma and word.pos == source.pos:
        return True
    # "it" goes with a body that is named; "he" and "she" with a person; "they" with several.
    if word.text.lower() == "it":
        return source.pos == "PROPN" or source.tag == "NN"
    return word.text.lower() in ("he", "she", "they") and source.pos in ("PROPN", "NOUN", "PRON")
