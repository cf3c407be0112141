"""Did it happen? A table of rules, each with a name that becomes evidence; the first that fits decides.

Where a rule names a new type the words perform another act than the one they speak of: "will send aid" is a promise
(AGREE), "will not lift the ban" a refusal (REJECT), "could bomb" in the attacker's own mouth a threat (THREATEN), "must
withdraw" in another's mouth a demand (REQUEST). The new act has happened once it is uttered; what it speaks of becomes
a content row (DESIGN 7; PLOVER digest, sections 3.1, 3.10, 3.11 and 8).

Two decisions of ours. A meeting that the reporter announces ("the two are to meet in May") is a planned row and no
promise, any other friendly act in the future tense is one, since nobody else can say so. A hostile act in the future is
a threat only in the mouth of its own party, else a planned row.
"""

from collections.abc import Callable
from typing import NamedTuple

from detente.events.manner import Manner

FRIENDLY = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
# Acts that are more than words: in the simple present they are habits ("presidents visit"), words are reported in it.
DEEDS = HOSTILE | {"CONSULT", "COOPERATE", "AID", "RETREAT", "CONCEDE"}
ASSENT = frozenset({"AGREE", "SUPPORT"})
POSSIBLE = frozenset({"can", "could", "may", "might", "would"})
DUTY = frozenset({"must", "should", "shall", "ought"})
UNABLE = frozenset({"can", "could", "would"})
# With have: "should have passed" did not, nor did "could have passed" unless somebody holds it possible; whether it
# "may have passed" is not known.
UNDONE = frozenset({"should", "ought"})
UNREAL = frozenset({"could", "would"})


class Telling(NamedTuple):
    """An act as it is told: its type, the manner of the words, and whose words they are.

    Attributes:
        type: PLOVER type of the words themselves.
        manner: tense, negation and the rest.
        own_word: the act's source says it.
        other_word: another actor says it.
        long_ago: a date or period far before the document stands with it.
        headline: it stands in a headline, whose present tense is past.
        to_come: a date after the document's own stands with it.
        standing: told in the simple present of a report, which tells habits and standing facts.
        judged: undated and without a past tense in the author's own opinion, which tells what the author thinks.
        stance: what the claim it stands in does (model.STANCES), "" in the author's own voice.
    """

    type: str
    manner: Manner
    own_word: bool = False
    other_word: bool = False
    long_ago: bool = False
    headline: bool = False
    to_come: bool = False
    standing: bool = False
    judged: bool = False
    stance: str = ""

    @property
    def future(self) -> bool:
        """Still to come: will, plans to, or a would that reports a will."""
        manner = self.manner
        reported = manner.modal == "would" and (self.own_word or self.other_word)
        return (
            manner.tense == "future"
            or manner.modal in ("will", "shall")
            or reported
            or "plan" in manner.kinds
            or self.to_come
        )

    @property
    def hostile(self) -> bool:
        """Does harm."""
        return self.type in HOSTILE

    @property
    def friendly(self) -> bool:
        """Does good, and can therefore be promised."""
        return self.type in FRIENDLY

    def has(self, *kinds: str) -> bool:
        """Tell whether a word of one of these kinds stands with the trigger."""
        return not self.manner.kinds.isdisjoint(kinds)


class Rule(NamedTuple):
    """What a rule looks for, the status it gives, and the act performed instead with the status of its content."""

    name: str
    fits: Callable[[Telling], bool]
    status: str
    act: str = ""
    content: str = ""


class Verdict(NamedTuple):
    """Status of an act, the act performed instead ("" for none), status of its content row, and the rule's id."""

    status: str
    act: str
    content: str
    rule: str


def _withholds(telling: Telling) -> bool:
    """Not agreeing, not supporting: said of now or later it is a refusal; of the past only for agreement."""
    if telling.type not in ASSENT:
        return False
    return telling.type == "AGREE" or telling.future or telling.manner.tense == "present"


def _refuses(telling: Telling) -> bool:
    return telling.future or telling.manner.modal in UNABLE


def _counterfactual(telling: Telling) -> bool:
    manner = telling.manner
    return manner.perfect and (manner.modal in UNDONE or (manner.modal in UNREAL and not telling.stance))


def _denied(telling: Telling) -> bool:
    """Denied by who speaks; words the same speaker utters beside the denial are not."""
    return telling.has("denial") or (telling.stance == "denies" and (not telling.type or telling.type in DEEDS))


def _duty(telling: Telling) -> bool:
    return telling.manner.modal in DUTY or telling.has("must")


def _promises(telling: Telling) -> bool:
    return telling.own_word or telling.type != "CONSULT"


def _ultimatum(telling: Telling) -> bool:
    """Told by somebody with a condition: "will leave unless", "may cut off aid if"."""
    manner = telling.manner
    if telling.own_word and telling.future and manner.unless:
        return True
    spoken = telling.own_word or telling.other_word
    return telling.hostile and spoken and manner.on_condition and _held_out(telling)


def _held_out(telling: Telling) -> bool:
    return telling.future or telling.manner.modal in POSSIBLE


def _goes_on(telling: Telling) -> bool:
    """A present tense outside headlines lasts, unless the act is one of words, done when said."""
    if telling.manner.tense != "present" or telling.headline:
        return False
    return telling.manner.progressive or telling.hostile or telling.type in ("COOPERATE", "AID")


RULES = (
    Rule("question", lambda t: t.manner.question, "hypothetical"),
    Rule("condition", lambda t: t.manner.conditional, "hypothetical"),
    Rule("long_ago", lambda t: t.long_ago or t.has("noun_past"), "historical"),
    Rule("doubted", lambda t: t.has("doubt", "groundless") or t.stance == "doubts", "hypothetical"),
    Rule("imagined", lambda t: t.has("imagine", "fiction"), "hypothetical"),
    Rule("almost", lambda t: t.has("adverb_near") or t.manner.forestalled, "not_happened"),
    Rule("counterfactual", _counterfactual, "not_happened"),
    Rule("prevented", lambda t: t.has("prevent") and not t.manner.negated, "not_happened"),
    Rule("assent_failed", lambda t: t.type in ASSENT and t.has("failed", "noun_failed"), "happened", "REJECT"),
    Rule("failed", lambda t: t.has("failed", "noun_failed"), "failed"),
    Rule("denied", _denied, "denied"),
    Rule("assent_withheld", lambda t: t.manner.negated and _withholds(t), "happened", "REJECT"),
    Rule("refused", lambda t: t.manner.negated and t.friendly and _refuses(t), "happened", "REJECT"),
    Rule("renounced", lambda t: t.manner.negated and t.hostile and t.future and t.own_word, "happened", "AGREE"),
    Rule("negated", lambda t: t.manner.negated, "not_happened"),
    Rule("demanded", lambda t: _duty(t) and t.other_word, "happened", "REQUEST", "demanded"),
    Rule("duty", _duty, "hypothetical"),
    Rule("ultimatum", _ultimatum, "happened", "THREATEN", "threatened"),
    Rule("promised", lambda t: t.friendly and t.future and _promises(t), "happened", "AGREE", "planned"),
    Rule("held_out", lambda t: t.hostile and t.own_word and _held_out(t), "happened", "THREATEN", "threatened"),
    Rule("refusal_to_come", lambda t: t.type == "REJECT" and t.future and t.own_word, "happened"),
    Rule("planned", lambda t: t.future or t.has("noun_planned"), "planned"),
    Rule("announced", lambda t: not t.type and t.has("announce"), "planned"),
    Rule("proposed", lambda t: t.has("propose", "noun_proposed"), "proposed"),
    Rule("threatened", lambda t: t.has("noun_threatened"), "threatened"),
    Rule("uncertain", lambda t: t.manner.perfect and t.manner.modal in POSSIBLE, "hypothetical"),
    Rule("postponed", lambda t: t.has("postpone"), "planned"),
    Rule("alleged", lambda t: t.has("noun_alleged", "adverb_alleged", "belief"), "alleged"),
    Rule("permitted", lambda t: t.has("permit"), "hypothetical"),
    Rule("gerund", lambda t: t.manner.gerund, "hypothetical"),
    Rule("open", lambda t: t.has("open"), "hypothetical"),
    Rule("wished", lambda t: t.has("wish", "noun_possible"), "hypothetical"),
    Rule("possible", lambda t: t.manner.modal in POSSIBLE, "hypothetical"),
    Rule("attempted", lambda t: t.has("attempt") and t.type != "ASSAULT", "planned"),
    Rule("topic", lambda t: t.has("topic") and not t.has("motion"), "hypothetical"),
    Rule("purpose", lambda t: t.manner.tense == "infinitive" and not t.has("aspect", "ongoing", "attempt"), "planned"),
    Rule("judged", lambda t: t.judged, "alleged"),
    Rule("habitual", lambda t: t.standing and not t.has("ongoing") and t.type in DEEDS, "hypothetical"),
    Rule("ongoing", lambda t: t.has("ongoing") or _goes_on(t), "ongoing"),
    Rule("happened", lambda _: True, "happened"),
)


def judge(telling: Telling) -> Verdict:
    """Return the verdict of the first rule that fits."""
    for rule in RULES:
        if rule.fits(telling):
            return Verdict(rule.status, rule.act, rule.content, f"rule:status.{rule.name}")
    raise AssertionError("the last rule fits everything")
