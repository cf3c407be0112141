import pytest

from detente.events.manner import Manner
from detente.events.status import RULES, Telling, judge

PLAIN = Manner(
    "past", "", negated=False, conditional=False, question=False, progressive=False, unless=False, on_condition=False,
    gerund=False, kinds=frozenset(), evidence=(),
)  # fmt: skip


def told(type_: str, kind: str = "", **manner: object) -> Telling:
    how = replace_manner(**manner)
    return Telling(type_, how._replace(kinds=frozenset({kind} if kind else ())))


def replace_manner(**manner: object) -> Manner:
    return PLAIN._replace(**manner)  # type: ignore[arg-type]


OWN = {"own_word": True}
OTHER = {"other_word": True}
CASES = [
    (told("ASSAULT", question=True), {}, "hypothetical", ""),
    (told("ASSAULT", conditional=True), {}, "hypothetical", ""),
    (told("ASSAULT"), {"long_ago": True}, "historical", ""),
    (told("CONSULT", "noun_past"), {}, "historical", ""),
    (told("RETREAT", "doubt"), {}, "hypothetical", ""),
    (told("ASSAULT", "prevent"), {}, "not_happened", ""),
    (told("AGREE", "failed"), {}, "happened", "REJECT"),
    (told("RETREAT", "failed"), {}, "failed", ""),
    (told("ASSAULT", "denial"), {}, "denied", ""),
    (told("ASSAULT"), {"stance": "denies"}, "denied", ""),
    (told("REJECT"), {"stance": "denies"}, "happened", ""),
    (told("ACCUSE"), {"stance": "denies"}, "happened", ""),
    (told("ASSAULT", "imagine"), {}, "hypothetical", ""),
    (told("SUPPORT", "adverb_near"), {}, "not_happened", ""),
    (told("SUPPORT", forestalled=True), {}, "not_happened", ""),
    (told("SUPPORT", modal="could", perfect=True), {}, "not_happened", ""),
    (told("ASSAULT", modal="could", perfect=True), {"stance": "asserts"}, "hypothetical", ""),
    (told("ASSAULT", modal="may", perfect=True), {}, "hypothetical", ""),
    (told("CONSULT", "postpone"), {}, "planned", ""),
    (told("CONSULT"), {"to_come": True}, "planned", ""),
    (told("", "announce"), {}, "planned", ""),
    (told("AID", "permit"), {}, "hypothetical", ""),
    (told("ASSAULT", "belief"), {}, "alleged", ""),
    (told("AGREE", negated=True), {}, "happened", "REJECT"),
    (told("SUPPORT", negated=True, tense="present"), {}, "happened", "REJECT"),
    (told("SUPPORT", negated=True), {}, "not_happened", ""),
    (told("RETREAT", negated=True, tense="future"), {}, "happened", "REJECT"),
    (told("RETREAT", negated=True, modal="can"), {}, "happened", "REJECT"),
    (told("ASSAULT", negated=True, tense="future"), OWN, "happened", "AGREE"),
    (told("ASSAULT", negated=True), {}, "not_happened", ""),
    (told("RETREAT", modal="must"), OTHER, "happened", "REQUEST"),
    (told("RETREAT", modal="must"), {}, "hypothetical", ""),
    (told("AID", tense="future"), {}, "happened", "AGREE"),
    (told("AID", "plan", tense="present"), {}, "happened", "AGREE"),
    (told("CONSULT", tense="future"), {}, "planned", ""),
    (told("CONSULT", tense="future"), OWN, "happened", "AGREE"),
    (told("ASSAULT", tense="future"), {}, "planned", ""),
    (told("ASSAULT", tense="future"), OWN, "happened", "THREATEN"),
    (told("ASSAULT", modal="may"), OWN, "happened", "THREATEN"),
    (told("ASSAULT", modal="may"), {}, "hypothetical", ""),
    (told("RETREAT", tense="future", unless=True), OWN, "happened", "THREATEN"),
    (told("SANCTION", modal="may", on_condition=True), OTHER, "happened", "THREATEN"),
    (told("RETREAT", gerund=True), {}, "hypothetical", ""),
    (told("RETREAT", "open"), {}, "hypothetical", ""),
    (told("REJECT", tense="future"), OWN, "happened", ""),
    (told("SANCTION", "propose"), {}, "proposed", ""),
    (told("SANCTION", "noun_threatened"), {}, "threatened", ""),
    (told("ASSAULT", "noun_alleged"), {}, "alleged", ""),
    (told("CONSULT", "wish"), {}, "hypothetical", ""),
    (told("RETREAT", "attempt"), {}, "planned", ""),
    (told("ASSAULT", "attempt"), {}, "happened", ""),
    (told("CONSULT", "topic"), {}, "hypothetical", ""),
    (told("ASSAULT", tense="participle"), {"judged": True}, "alleged", ""),
    (told("CONSULT", tense="present"), {"standing": True}, "hypothetical", ""),
    (told("ACCUSE", tense="present"), {"standing": True}, "happened", ""),
    (told("CONSULT", tense="infinitive"), {}, "planned", ""),
    (told("CONSULT", "ongoing"), {}, "ongoing", ""),
    (told("ASSAULT", tense="present"), {}, "ongoing", ""),
    (told("ASSAULT", tense="present"), {"headline": True}, "happened", ""),
    (told("ACCUSE", tense="present"), {}, "happened", ""),
    (told("ASSAULT"), {}, "happened", ""),
]


@pytest.mark.parametrize(("telling", "more", "status", "act"), CASES)
def test_verdict(telling: Telling, more: dict[str, bool], status: str, act: str) -> None:
    verdict = judge(telling._replace(**more))  # type: ignore[arg-type]
    assert (verdict.status, verdict.act) == (status, act)


def test_every_rule_is_reached_by_a_case() -> None:
    reached = {judge(telling._replace(**more)).rule for telling, more, _, _ in CASES}  # type: ignore[arg-type]
    assert reached == {f"rule:status.{rule.name}" for rule in RULES}
