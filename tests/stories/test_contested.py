from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from detente.record.model import Claim
from detente.stories.contents import Named, Text
from detente.stories.contested import Contest, Told, contested_claims

CHARGE = "Norland accused Sudria of poisoning the wells."
DENIAL = "Sudria denied that it had poisoned any wells."
OTHER = "Sudria denied that it had closed the border."
BACK = "Norland accused Sudria of poisoning the wells. Sudria denied the charge."
NEVER = "Sudria said that it never poisoned wells in Norland."
NO_DOUBT = "Westmark said that there is no doubt that Sudria poisoned the wells."


def document(name: str, text: str, day: date | None = date(2020, 5, 4)) -> Text:
    return Text(name, text, day)


def contested(claims: Sequence[Claim], texts: Sequence[Text], named: Sequence[Named] = ()) -> tuple[Contest, ...]:
    told = (Told(text, [claim for claim in claims if claim.doc_id == text.doc_id], named) for text in texts)
    return contested_claims(told)


def claim(doc: Text, source: str, stance: str, content: str) -> Claim:
    start, at = doc.text.index(content), doc.text.index(source)
    end = start + len(content)
    return Claim(
        f"{doc.doc_id}:{start}",
        doc.doc_id,
        source_start=at,
        source_end=at + len(source),
        cue_start=None,
        cue_end=None,
        content_start=start,
        content_end=end,
        content_spans=((start, end),),
        source_text=source,
        stance=stance,
    )


def charge(doc: Text) -> Claim:
    return claim(doc, "Norland", "accuses", "Sudria of poisoning the wells")


@pytest.mark.parametrize(
    ("text", "source", "stance", "content", "paired"),
    [
        (DENIAL, "Sudria", "denies", "that it had poisoned any wells", True),
        (DENIAL, "Sudria", "doubts", "that it had poisoned any wells", True),
        (DENIAL, "Sudria", "promises", "that it had poisoned any wells", False),
        (OTHER, "Sudria", "denies", "that it had closed the border", False),
        (NEVER, "Sudria", "asserts", "that it never poisoned wells in Norland", True),
        (NO_DOUBT, "Westmark", "asserts", "that there is no doubt that Sudria poisoned the wells", False),
        (
            "Norland denied that it had poisoned any wells.",
            "Norland",
            "denies",
            "that it had poisoned any wells",
            False,
        ),
    ],
)
def test_a_claim_meets_its_denial_in_another_document(
    text: str, source: str, stance: str, content: str, paired: bool
) -> None:
    one, other = document("one", CHARGE), document("other", text)
    found = contested([charge(one), claim(other, source, stance, content)], [one, other])
    assert [(pair.claim.doc_id, pair.denial.doc_id) for pair in found] == ([("one", "other")] if paired else [])
    assert all({"poison", "well"} <= set(pair.shared) and pair.rule == "rule:contested.words" for pair in found)


def test_a_denial_that_points_back_answers_the_claim_before_it() -> None:
    doc = document("one", BACK)
    (pair,) = contested([charge(doc), claim(doc, "Sudria", "denies", "the charge")], [doc])
    assert (pair.claim.stance, pair.denial.stance, pair.rule) == ("accuses", "denies", "rule:contested.answers")


def test_a_denial_that_points_back_meets_the_same_charge_elsewhere() -> None:
    doc, far = document("one", BACK), document("far", "Westmark said that Sudria poisoned the wells of the valley.")
    said = claim(far, "Westmark", "asserts", "that Sudria poisoned the wells of the valley")
    found = contested([charge(doc), claim(doc, "Sudria", "denies", "the charge"), said], [doc, far])
    assert {pair.claim.source_text for pair in found} == {"Norland", "Westmark"}


def test_claims_far_apart_in_time_are_less_alike() -> None:
    one = document("one", CHARGE)
    near, late = document("near", DENIAL), document("late", DENIAL, date(2024, 5, 4))
    denials = [claim(doc, "Sudria", "denies", "that it had poisoned any wells") for doc in (near, late)]
    found = contested([charge(one), *denials], [one, near, late])
    assert [pair.denial.doc_id for pair in found] == ["near", "late"]
    assert found[0].similarity > found[1].similarity


def test_names_of_one_state_are_one() -> None:
    one = document("one", "Norland accused Ostburg of shelling a hospital.")
    other = document("other", "Ostburg denied Sudrian shelling of a hospital.")
    claims = [
        claim(one, "Norland", "accuses", "Ostburg of shelling a hospital"),
        claim(other, "Ostburg", "denies", "Sudrian shelling of a hospital"),
    ]
    named = [Named(15, 23, "SDR")]  # "Ostburg" in one, "Sudrian" in the other
    assert contested(claims, [one, other], named)[0].shared == ("SDR", "hospital", "shell")


def test_refusing_to_act_denies_nothing() -> None:
    one = document("one", "Norland said that Sudria attacked the wells.")
    other = document("other", "Sudria refused to attack the wells.")
    refusal = claim(other, "Sudria", "denies", "to attack the wells")
    said = claim(one, "Norland", "asserts", "that Sudria attacked the wells")
    assert contested([said, refusal], [one, other]) != ()
    refused = replace(refusal, evidence=("rule:content.infinitive",))
    assert contested([said, refused], [one, other]) == ()
