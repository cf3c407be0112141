from detente.events.materials import page_of
from detente.record.model import Document, Mention, Sentence
from detente.record.reading import ParsedSentence, Reading

TEXT = "LIMA, Peru (AP) -- Chile bombed Ecuador."


def test_a_dateline_names_nobody_who_acts() -> None:
    parsed = ParsedSentence(Sentence("doc", "s", 0, len(TEXT)), (), (), 0, ())
    names = {"LIMA": "PER", "Peru": "PER", "Chile": "CHL", "Ecuador": "ECU"}
    mentions = tuple(
        Mention(
            "doc", text, TEXT.index(text), TEXT.index(text) + len(text), "actor", entity=code, code=code, country=code
        )
        for text, code in names.items()
    )
    document = Document("doc", "", "", "", "", "", None, "unknown", "en", TEXT, 6)
    facts = page_of(Reading(document, "test", (parsed,), mentions)).facts.within(parsed, TEXT)
    assert [mention.mention_id for mention in facts.actors] == ["Chile", "Ecuador"]
