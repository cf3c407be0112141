from pathlib import Path

import pytest

from detente.learned.classifiers import EventClassifier, MarkedSentence
from detente.learned.encoder import MissingWeightsError
from detente.record.model import Span

SENTENCES = [
    ("AGREE", "[Peru] promised to send {Ecuador} forty buses next year."),
    ("AGREE", "[The rebels] are ready to meet {the governor} on Sunday."),
    ("CONSULT", "[The Danish premier] held talks with {the Greek president} in Copenhagen."),
    ("CONSULT", "[Zambia's king] visited {Botswana} for three days."),
    ("SUPPORT", "[The bishops] praised {the president} for his patience."),
    ("SUPPORT", "[Laos] and {Oman} signed an agreement on air services."),
    ("CONCEDE", "[The cabinet] apologised to {the widows} for the delay."),
    ("CONCEDE", "[The guerrillas] declared a truce with {the army}."),
    ("COOPERATE", "[Togo] and {Benin} held joint naval exercises off Lomé."),
    ("COOPERATE", "[Spain] extradited the forger to {Malta}."),
    ("AID", "[Austria] delivered tents and blankets to {Bulgaria} after the flood."),
    ("AID", "[Commandos from Ghana] rescued {eight sailors} held by pirates."),
    ("RETREAT", "[Chad] withdrew its troops from {Libya}."),
    ("RETREAT", "[The kidnappers] released {the two priests} on Friday."),
    ("RETREAT", "[The mayor] resigned after {the strikers} had surrounded the town hall."),
    ("REQUEST", "[Nepal] urged {India} to reopen the bridge."),
    ("REQUEST", "[The doctors] appealed to {the ministry} for masks."),
    ("ACCUSE", "[Croatia] accused {Serbia} of spying on its ships."),
    ("ACCUSE", "{The police} were criticised by [the ombudsman] for their slowness."),
    ("REJECT", "[Iceland] turned down {Norway's} request for quotas."),
    ("REJECT", "[The junta] will not release {the deputies}."),
    ("THREATEN", "[Sudan] threatened to bomb {Chad} if the raids went on."),
    ("THREATEN", "A judge of [the high court] issued an arrest warrant for {the exiled banker}."),
    ("PROTEST", "[Thousands of miners] marched through the capital against {the government}."),
    ("PROTEST", "[Students] blocked the road to {the ministry} for a second day."),
    ("SANCTION", "[Ottawa] expelled two diplomats of {Belarus}."),
    ("SANCTION", "[The court] found {the former minister} guilty of fraud."),
    ("MOBILIZE", "[Greece] put its fleet on alert as {Turkish} ships drew near."),
    ("MOBILIZE", "[Rwanda] massed troops along the frontier with {Burundi}."),
    ("COERCE", "[Police in Tunis] arrested {a blogger} for insulting the army."),
    ("COERCE", "[The ministry] banned {the weekly} from printing."),
    ("ASSAULT", "[Gunmen] killed {six policemen} at a checkpoint."),
    ("ASSAULT", "[The air force] bombed {a village held by the rebels}."),
    ("NONE", "[Uruguay] beat {Ghana} on penalties in the final."),
    ("NONE", "[Kenya] is larger than {Uganda} but has fewer lakes."),
]

SWAPS = [
    "[A] condemned the arrest of a reporter by {B}.",
    "[A] and {B} signed a trade agreement on Monday.",
    "[A] has imposed sanctions on {B}.",
    "[A] sent food and medicine to {B}.",
    "[A] recalled its ambassador from {B}.",
    "[A] urged {B} to return to the talks.",
    "Troops of [A] crossed the border and shelled two villages in {B}.",
    "[A] welcomed the decision of {B} to hold elections.",
    "[A] released forty prisoners from {B}.",
    "[A] rejected a proposal made by {B}.",
    "[A] agreed to meet {B} next month.",
    "[A] warned {B} that it would answer with force.",
    "[A] withdrew its soldiers from {B}.",
    "The president of [A] arrived in {B} for a state visit.",
    "[A] arrested eleven citizens of {B}.",
    "[A] moved warships close to the coast of {B}.",
    "[A] will send doctors to {B} in spring.",
    "[A] held joint exercises with {B}.",
    "{B} was accused by [A] of breaking the treaty.",
    "[A] has lifted its embargo on {B}.",
]
PAIRS = [("Norway", "Peru"), ("Israel", "Iran"), ("Russia", "Ukraine"), ("China", "Japan")]


def read(text: str) -> MarkedSentence:
    plain = ""
    spans: dict[str, Span] = {}
    for sign in text:
        if sign in "[{":
            spans[sign] = (len(plain), len(plain))
        elif sign in "]}":
            opened = {"]": "[", "}": "{"}[sign]
            spans[opened] = (spans[opened][0], len(plain))
        else:
            plain += sign
    return MarkedSentence(plain, spans.get("["), spans.get("{"))


@pytest.fixture(scope="module")
def classifier() -> EventClassifier:
    return EventClassifier.load()


def test_most_plain_sentences_get_their_type(classifier: EventClassifier) -> None:
    found = classifier.classify([read(text) for _, text in SENTENCES])
    wrong = [
        (label, got.best(), text) for (label, text), got in zip(SENTENCES, found, strict=True) if got.best() != label
    ]
    assert len(wrong) <= 4, wrong


@pytest.mark.parametrize("label", ["REQUEST", "ACCUSE", "REJECT", "ASSAULT", "COERCE", "RETREAT"])
def test_probabilities_belong_to_their_labels(classifier: EventClassifier, label: str) -> None:
    found = classifier.classify([read(text) for known, text in SENTENCES if known == label])
    assert all(max(got.values) == got.of(got.best()) for got in found)
    assert all(abs(sum(got.values) - 1) < 0.001 for got in found)
    assert any(got.of(label) > 0.5 for got in found)


def test_company_and_order_do_not_change_a_sentence(classifier: EventClassifier) -> None:
    pairs = [read(text) for _, text in SENTENCES]
    together = classifier.classify(pairs)
    assert together == [classifier.classify([pair])[0] for pair in pairs]
    assert together[::-1] == classifier.classify(pairs[::-1])


def test_a_second_load_gives_the_same_figures(classifier: EventClassifier) -> None:
    again, pairs = EventClassifier.load(), [read(text) for _, text in SENTENCES[::5]]
    assert again.name == classifier.name
    assert again.classify(pairs) == classifier.classify(pairs)


def test_states_exchanged_leave_the_type(classifier: EventClassifier) -> None:
    changed = []
    for template in SWAPS:
        swapped = [read(template.replace("[A]", f"[{a}]").replace("{B}", f"{{{b}}}")) for a, b in PAIRS]
        kinds = {got.best() for got in classifier.classify(swapped)}
        changed += [(template, kinds)] if len(kinds) > 1 else []
    assert len(changed) <= 2, changed


@pytest.mark.parametrize(
    "text", ["[Gunmen] opened fire.", "{Two reporters} were arrested on Friday.", "It rained all day."]
)
def test_a_party_may_be_unstated(classifier: EventClassifier, text: str) -> None:
    assert classifier.classify([read(text)])[0].best() in classifier.labels


def test_the_likeliest_event_leaves_none_out(classifier: EventClassifier) -> None:
    found = classifier.classify([read(SENTENCES[-2][1])])[0]
    assert (found.best(), found.best(event=True) == "NONE") == ("NONE", False)


def test_nothing_asked_nothing_answered(classifier: EventClassifier) -> None:
    assert classifier.classify([]) == []


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingWeightsError, match=r"event_types\.json: no such file"):
        EventClassifier.load(tmp_path)
