import pytest

import claim_trees as sentences
from detente.claims.cues import load_cues
from detente.claims.drafts import Draft
from detente.claims.nominals import nominal_drafts
from detente.claims.speakers import source_of
from detente.claims.step import ClaimStep
from detente.claims.verbs import verb_drafts
from detente.record.model import Mention
from detente.settings import Settings
from trees import reading, tree


def words(table: str, draft: Draft) -> tuple[str, str, str]:
    text = " ".join(token.text for token in tree(table).tokens)
    parts = (draft.source, draft.cue, draft.content)
    source, cue, content = (" // ".join(text[start:end] for start, end in spans) for spans in parts)
    return source, cue, content


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (sentences.DENIED, ("The minister", "did not deny", "that talks failed")),
        (sentences.VOWED, ("Norland", "vowed", "to retaliate")),
        (sentences.CALLED_FOR, ("Sudria", "called for", "calm")),
        (sentences.ACCUSED, ("Norland", "accused", "Sudria of fraud")),
        (sentences.WERE_TOLD, ("", "were told", "that talks failed")),
        (sentences.IS_SAID, ("", "is said", "The envoy // to resign")),
        (sentences.SAID_AFTER, ("the envoy", "said", "Talks failed")),
        (sentences.AS_NOTED, ("Lee", "noted", "talks failed")),
        (sentences.SAYING, ("Lee", "saying", "that talks failed")),
        (sentences.CONVEYED, ("Lee", "conveyed", "that talks failed")),
    ],
)
def test_a_verb_attributes(table: str, expected: tuple[str, str, str]) -> None:
    found = list(verb_drafts(tree(table), 0, load_cues()))
    assert [words(table, draft) for draft in found] == [expected]


def test_a_verb_that_says_nothing_attributes_nothing() -> None:
    assert list(verb_drafts(tree(sentences.MEANS), 0, load_cues())) == []


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (sentences.CLAIM_BY, ("Norland", "claim", "that Sudria lied")),
        (sentences.ACCORDING, ("the ministry", "according to", "Talks failed")),
        (sentences.IS_SURE, ("Lee", "is sure", "that talks failed")),
    ],
)
def test_nouns_adjectives_and_prepositions_attribute(table: str, expected: tuple[str, str, str]) -> None:
    found = list(nominal_drafts(tree(table), 0, load_cues()))
    assert [words(table, draft) for draft in found] == [expected]


@pytest.mark.parametrize(
    ("table", "verb", "rule"),
    [
        (sentences.SAYING, 3, "rule:source.shared_subject"),
        (sentences.WERE_TOLD, 2, "rule:source.none"),
        (sentences.VOWED, 1, "rule:source.subject"),
    ],
)
def test_where_a_source_comes_from(table: str, verb: int, rule: str) -> None:
    assert source_of(tree(table), verb).rule == rule


@pytest.mark.parametrize(
    ("table", "stance"),
    [
        (sentences.DENIED, "other"),
        (sentences.VOWED, "threatens"),
        (sentences.ACCUSED, "accuses"),
        (sentences.CALLED_FOR, "demands"),
        (sentences.WARNED_OWN, "threatens"),
        (sentences.WARNED_THEM, "demands"),
        (sentences.WARNED_EVENT, "predicts"),
        (sentences.REFUSED, "other"),
        (sentences.NOT_BELIEVE, "doubts"),
        (sentences.SAID_WILL, "promises"),
        (sentences.IF_SAID, "other"),
        (sentences.SAID_AFTER, "asserts"),
    ],
)
def test_stance(table: str, stance: str) -> None:
    outer = [c for c in ClaimStep(Settings())(reading(table)).claims if not c.within_claim]
    assert [claim.stance for claim in outer] == [stance]


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        (sentences.DENIED, "official"),
        (sentences.SOURCES, "unnamed_official"),
        (sentences.REPORT, "document"),
        (sentences.CRITICS, "group"),
        (sentences.CONVEYED, "person"),
        (sentences.WHO_SAID, "official"),
        (sentences.I_THINK, "author"),
        (sentences.WERE_TOLD, "group"),
        (sentences.HEADLINE, "document"),
    ],
)
def test_source_kind(table: str, kind: str) -> None:
    outer = [c for c in ClaimStep(Settings())(reading(table)).claims if not c.within_claim]
    assert [claim.source_kind for claim in outer] == [kind]


@pytest.mark.parametrize(
    ("table", "start", "end", "sector", "kind"),
    [
        (sentences.VOWED, 0, 7, "", "official"),  # a state's name speaks for its government
        (sentences.VOWED, 0, 7, "JRN", "media"),
        (sentences.VOWED, 0, 7, "REB", "person"),
        (sentences.WHO_SAID, 0, 9, "JRN", "media"),  # "who" goes back to the envoy
    ],
)
def test_a_source_takes_entity_and_code_from_the_mention(
    table: str, start: int, end: int, sector: str, kind: str
) -> None:
    mention = Mention("doc", "m1", start, end, "actor", entity="NRL", code=f"NRL{sector}", sector=sector)
    claim = ClaimStep(Settings())(reading(table, mentions=(mention,))).claims[0]
    assert (claim.source_entity, claim.source_code, claim.source_kind) == ("NRL", f"NRL{sector}", kind)


def test_a_claim_inside_a_claim_names_it() -> None:
    outer, inner = ClaimStep(Settings())(reading(sentences.CHAIN)).claims
    assert (outer.source_text, outer.within_claim) == ("The paper", "")
    assert (inner.source_text, inner.within_claim) == ("Lee", outer.claim_id)
