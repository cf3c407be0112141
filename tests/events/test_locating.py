"""Where an act took place; the trees are built by hand, the places stand for what step 3 found."""

from dataclasses import replace

import pytest

from detente.events.locating import core, dateline_of, filed_at, goal_of, locate
from detente.events.patterns import FrameIndex, Match
from detente.events.setting_words import SettingWords, setting_words
from detente.events.ties import Goal
from detente.lexicons.entries import FrameLine, PhraseLine
from detente.record.model import Event, Mention
from detente.record.reading import ParsedSentence
from trees import tree


def place(parsed: ParsedSentence, word: str, entity: str = "place:1", *, kind: str = "place") -> Mention:
    token = next(token for token in parsed.tokens if token.text == word)
    country = "" if entity.startswith("venue:sea") else "UKR"
    return Mention("doc", word, token.start, token.end, kind, entity=entity, name=word, country=country)


def goal(parsed: ParsedSentence, lemma: str, type_: str, others: tuple[int, ...] = ()) -> Goal:
    pos = next(token.pos for token in parsed.tokens if token.lemma == lemma)
    line = FrameLine(lemma, lemma, pos, "", type_, "", "", (), (), False, "", "")
    match: Match = next(iter(FrameIndex([line], (), frozenset()).matches(parsed)))
    return Goal(match, type_, core(parsed, match), frozenset(others))


SHELLED_CITY = """
They they PRON PRP nsubj 1
shelled shell VERB VBD ROOT 1
the the DET DT det 3
city city NOUN NN dobj 1
of of ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
POSITIONS = """
They they PRON PRP nsubj 1
shelled shell VERB VBD ROOT 1
positions position NOUN NNS dobj 1
in in ADP IN prep 2
the the DET DT det 5
port port NOUN NN pobj 3
of of ADP IN prep 5
Sumy sumy PROPN NNP pobj 6
"""
EMBASSY = """
They they PRON PRP nsubj 1
marched march VERB VBD ROOT 1
outside outside ADP IN prep 1
an an DET DT det 4
embassy embassy NOUN NN pobj 2
in in ADP IN prep 4
Sumy sumy PROPN NNP pobj 5
"""
REBELS = """
Rebels rebel NOUN NNS nsubj 3
in in ADP IN prep 0
Sumy sumy PROPN NNP pobj 1
killed kill VERB VBD ROOT 3
him he PRON PRP dobj 3
"""
BASED = """
They they PRON PRP nsubj 1
accused accuse VERB VBD ROOT 1
rebels rebel NOUN NNS dobj 1
based base VERB VBN acl 2
in in ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
PRAISED = """
They they PRON PRP nsubj 1
praised praise VERB VBD ROOT 1
troops troop NOUN NNS dobj 1
in in ADP IN prep 2
Sumy sumy PROPN NNP pobj 3
"""
URGED = PRAISED.replace("troops troop NOUN NNS", "Peru peru PROPN NNP")
SPEAKING = """
Speaking speak VERB VBG advcl 4
in in ADP IN prep 0
Sumy sumy PROPN NNP pobj 1
she she PRON PRP nsubj 4
accused accuse VERB VBD ROOT 4
him he PRON PRP dobj 4
"""
WHERE = """
They they PRON PRP nsubj 1
flew fly VERB VBD ROOT 1
to to ADP IN prep 1
Sumy sumy PROPN NNP pobj 2
where where SCONJ WRB advmod 6
they they PRON PRP nsubj 6
met meet VERB VBD relcl 3
him he PRON PRP dobj 6
"""
SENT = """
They they PRON PRP nsubj 1
sent send VERB VBD ROOT 1
ships ship NOUN NNS dobj 1
to to ADP IN prep 1
Sumy sumy PROPN NNP pobj 3
"""
STRIKE = """
They they PRON PRP nsubj 1
launched launch VERB VBD ROOT 1
a a DET DT det 3
strike strike NOUN NN dobj 1
on on ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
SIEGE = """
He he PRON PRP nsubjpass 2
was be AUX VBD auxpass 2
killed kill VERB VBN ROOT 2
during during ADP IN prep 2
the the DET DT det 5
siege siege NOUN NN pobj 3
of of ADP IN prep 5
Sumy sumy PROPN NNP pobj 6
"""
SAW = """
Sumy sumy PROPN NNP nsubj 1
saw see VERB VBD ROOT 1
protests protest NOUN NNS dobj 1
"""
WHEN = """
He he PRON PRP nsubjpass 2
was be AUX VBD auxpass 2
killed kill VERB VBN ROOT 2
when when SCONJ WRB advmod 6
a a DET DT det 5
bomb bomb NOUN NN nsubj 6
exploded explode VERB VBD advcl 2
in in ADP IN prep 6
Sumy sumy PROPN NNP pobj 7
"""

CASES = [
    (SHELLED_CITY, "shell", "ASSAULT", "rule:at.part"),
    (POSITIONS, "shell", "ASSAULT", "rule:at.part"),
    (EMBASSY, "march", "PROTEST", "rule:at.in"),
    (REBELS, "kill", "ASSAULT", "rule:at.in"),
    (BASED, "accuse", "ACCUSE", ""),
    (PRAISED, "praise", "SUPPORT", ""),
    (URGED, "praise", "REQUEST", "rule:at.in"),
    (SPEAKING, "accuse", "ACCUSE", "rule:at.in"),
    (WHERE, "meet", "CONSULT", "rule:at.where"),
    (SENT, "send", "MOBILIZE", "rule:at.towards"),
    (SENT, "send", "REQUEST", ""),
    (STRIKE, "strike", "ASSAULT", "rule:at.target"),
    (STRIKE, "strike", "PROTEST", ""),
    (SIEGE, "kill", "ASSAULT", "rule:at.part"),
    (SAW, "protest", "PROTEST", "rule:at.host"),
    (WHEN, "kill", "ASSAULT", "rule:at.in"),
    (WHEN, "kill", "ACCUSE", ""),
]


@pytest.mark.parametrize(("table", "lemma", "type_", "rule"), CASES)
def test_way_from_a_place_to_an_act(table: str, lemma: str, type_: str, rule: str) -> None:
    parsed = tree(table)
    found = locate(parsed, goal(parsed, lemma, type_), [place(parsed, "Sumy")])
    assert (found.evidence[0] if found is not None else "") == rule


def test_another_act_on_the_way_ends_it() -> None:
    parsed = tree(POSITIONS.replace("positions position", "attacks attack"))
    assert locate(parsed, goal(parsed, "shell", "ACCUSE", (2,)), [place(parsed, "Sumy")]) is None


OBJECT = """
They they PRON PRP nsubj 1
invaded invade VERB VBD ROOT 1
Peru peru PROPN NNP dobj 1
"""


@pytest.mark.parametrize(
    ("type_", "entity", "found"), [("ASSAULT", "UKR", True), ("AID", "UKR", False), ("ASSAULT", "Q1", False)]
)
def test_a_state_is_the_place_of_what_is_aimed_at_it(type_: str, entity: str, found: bool) -> None:
    parsed = tree(OBJECT)
    state = place(parsed, "Peru", entity, kind="actor")
    assert (locate(parsed, goal(parsed, "invade", type_), [state]) is not None) is found


TWO = """
They they PRON PRP nsubj 1
attacked attack VERB VBD ROOT 1
Diffa diffa PROPN NNP dobj 1
in in ADP IN prep 2
Niger niger PROPN NNP pobj 3
"""


def test_of_two_places_the_nearer_wins() -> None:
    parsed = tree(TWO)
    places = [place(parsed, "Niger", "place:country.NER"), place(parsed, "Diffa")]
    found = locate(parsed, goal(parsed, "attack", "ASSAULT"), places)
    assert found is not None
    assert found.mention.name == "Diffa"


EVENT = Event("e", "doc", "s", 10, 15, "said", "ACCUSE", "happened", date_from="document", source_country="UKR")
KILLED = replace(EVENT, type="ASSAULT")


@pytest.mark.parametrize(
    ("event", "filed"),
    [
        (EVENT, True),
        (replace(EVENT, source_country="PER"), False),
        (replace(EVENT, content_of="x"), False),
        (replace(EVENT, place_start=1, place_end=4), False),
        (KILLED, False),
        (replace(KILLED, target_country="UKR"), True),
        (replace(EVENT, type="CONSULT", source_country="PER"), True),
    ],
)
def test_dateline_is_a_fall_back(event: Event, filed: bool) -> None:
    assert filed_at(event, Mention("doc", "m", 0, 4, "place", country="UKR", note="dateline")) is filed


def test_dateline_opens_its_sentence() -> None:
    parsed = tree(SAW)
    filed = replace(place(parsed, "Sumy"), note="dateline")
    assert dateline_of(parsed, [filed]) is filed
    assert dateline_of(parsed, [replace(filed, note="")]) is None


def test_words_have_ids() -> None:
    words = SettingWords.of([PhraseLine("setting:in.at", "at", "in")])
    assert words.id_of("in", "at") == "setting:in.at"
    assert setting_words().has("since", "since")


MEETING = """
After after ADP IN prep 6
talks talk NOUN NNS pobj 0
with with ADP IN prep 1
envoys envoy NOUN NNS pobj 2
in in ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
agreed agree VERB VBD ROOT 6
they they PRON PRP nsubj 6
"""
VISIT = """
She she PRON PRP nsubj 6
on on ADP IN prep 0
a a DET DT det 3
visit visit NOUN NN pobj 1
to to ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
condemned condemn VERB VBD ROOT 6
him he PRON PRP dobj 6
"""
POSTPONED = """
She she PRON PRP nsubj 1
postponed postpone VERB VBD ROOT 1
a a DET DT det 3
visit visit NOUN NN dobj 1
to to ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
CLASHED = """
They they PRON PRP nsubj 1
clashed clash VERB VBD ROOT 1
with with ADP IN prep 1
police police NOUN NN pobj 2
in in ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
TOLD = PRAISED.replace("troops troop NOUN NNS", "reporters reporter NOUN NNS")
OVER = """
They they PRON PRP nsubj 1
warned warn VERB VBD ROOT 1
him he PRON PRP dobj 1
over over ADP IN prep 1
patrols patrol NOUN NNS pobj 3
near near ADP IN prep 4
Sumy sumy PROPN NNP pobj 5
"""
CEASEFIRE = """
They they PRON PRP nsubj 1
agreed agree VERB VBD ROOT 1
on on ADP IN prep 1
sanctions sanction NOUN NNS pobj 2
in in ADP IN prep 3
Sumy sumy PROPN NNP pobj 4
"""
NEAR = """
Near near PROPN NNP compound 1
Sumy sumy PROPN NNP npadvmod 4
, , PUNCT , punct 4
they they PRON PRP nsubj 4
shot shoot VERB VBD ROOT 4
him he PRON PRP dobj 4
"""


@pytest.mark.parametrize(
    ("table", "lemma", "type_", "rule"),
    [
        (MEETING, "agree", "AGREE", "rule:at.in"),
        (MEETING, "agree", "ASSAULT", ""),
        (VISIT, "condemn", "ACCUSE", "rule:at.towards"),
        (POSTPONED, "postpone", "REJECT", ""),
        (CLASHED, "clash", "PROTEST", "rule:at.in"),
        (CLASHED, "clash", "ACCUSE", ""),
        (TOLD, "praise", "SUPPORT", "rule:at.in"),
        (OVER, "warn", "THREATEN", ""),
        (CEASEFIRE, "agree", "AGREE", ""),
        (NEAR, "shoot", "ASSAULT", "rule:at.in"),
    ],
)
def test_way_through_another_party_or_a_meeting(table: str, lemma: str, type_: str, rule: str) -> None:
    parsed = tree(table)
    found = locate(parsed, goal(parsed, lemma, type_), [place(parsed, "Sumy")])
    assert (found.evidence[0] if found is not None else "") == rule


def test_words_told_by_a_deed_have_no_place_of_their_own() -> None:
    parsed = tree(EMBASSY)
    match = goal(parsed, "march", "PROTEST").match
    assert goal_of(parsed, match, "AGREE", frozenset()) is None
    assert goal_of(parsed, match, "PROTEST", frozenset()) is not None
