"""Step 4: the claims of a document in the order of its text, and the genre of it and of its sentences."""

from dataclasses import replace

from detente.claims.chains import enclosing
from detente.claims.citing import with_cited
from detente.claims.colons import colon_drafts
from detente.claims.cues import CueLexicon, load_cues
from detente.claims.discourse import attach_quotes, carry_on
from detente.claims.drafts import Draft
from detente.claims.layout import layout_drafts
from detente.claims.nominals import nominal_drafts
from detente.claims.opinion import judge_genres, load_judge
from detente.claims.quotations import Quote, find_quotes, quotes_within
from detente.claims.sources import ActorIndex, source_kind
from detente.claims.stance import stance_of
from detente.claims.verbs import verb_drafts
from detente.record.ids import fact_id
from detente.record.model import Claim
from detente.record.reading import Reading
from detente.settings import Settings

# From this share of its characters inside quotation marks a content counts as direct speech.
DIRECT_SHARE = 0.9


class ClaimStep:
    """Find who says what in a reading, with what stance, and what is report and what opinion."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._lexicon = load_cues()
        self._judge = load_judge()

    def __call__(self, reading: Reading) -> Reading:
        """Add claims and loaded words; set the genre of the document and its sentences."""
        quotes = find_quotes(reading.document.text)
        claims = find_claims(reading, quotes, self._lexicon)
        return judge_genres(replace(reading, claims=claims), quotes, self._judge)


def find_claims(reading: Reading, quotes: tuple[Quote, ...], lexicon: CueLexicon) -> tuple[Claim, ...]:
    """Find who says what in a reading, in the order of its text."""
    return _claims(find_drafts(reading, quotes, lexicon), reading, quotes, lexicon)


def find_drafts(reading: Reading, quotes: tuple[Quote, ...], lexicon: CueLexicon) -> list[Draft]:
    """Find the attributions of a reading.

    1. verb cues, 2. noun, adjective and preposition cues, 3. colons and layout, 4. quotations given to their speakers,
    5. quotations that carry on over sentences and paragraphs, 6. those that a speaker cites.
    """
    text, sentences = reading.document.text, reading.sentences
    drafts: list[Draft] = []
    for number, parsed in enumerate(sentences):
        drafts.extend(verb_drafts(parsed, number, lexicon))  # 1
        drafts.extend(nominal_drafts(parsed, number, lexicon))  # 2
    drafts.extend(colon_drafts(sentences, quotes, lexicon))
    drafts.extend(layout_drafts(text, sentences, quotes))  # 3
    drafts = attach_quotes(text, sentences, drafts, quotes, lexicon)  # 4
    drafts = carry_on(text, sentences, drafts, quotes)  # 5
    return with_cited(sentences, drafts, lexicon)  # 6


def _claims(drafts: list[Draft], reading: Reading, quotes: tuple[Quote, ...], lexicon: CueLexicon) -> tuple[Claim, ...]:
    drafts = sorted(drafts, key=lambda draft: (draft.start, -draft.end, draft.cue))
    actors = ActorIndex(reading.mentions)
    claims = [_claim(draft, reading, quotes, actors, lexicon) for draft in drafts]
    unique: dict[str, Claim] = {}
    for claim, holder in zip(claims, enclosing(drafts), strict=True):
        within = claims[holder].claim_id if holder >= 0 else ""
        if within and claim.source_kind == "author":  # "I" inside what someone else says is that someone
            claim = replace(claim, source_kind="person")  # noqa: PLW2901
        unique.setdefault(claim.claim_id, replace(claim, within_claim=within))
    return tuple(unique.values())


def _claim(draft: Draft, reading: Reading, quotes: tuple[Quote, ...], actors: ActorIndex, lexicon: CueLexicon) -> Claim:
    document, parsed = reading.document, reading.sentences[draft.sentence]
    kind = source_kind(draft, parsed, actors, lexicon)
    stance = stance_of(draft, parsed, lexicon)
    source_start = draft.source[0][0] if draft.source else None
    cue_start = draft.cue[0][0] if draft.cue else None
    return Claim(
        claim_id=fact_id(document.doc_id, "claim", draft.start, draft.end, source_start, cue_start),
        doc_id=document.doc_id,
        source_start=source_start,
        source_end=draft.source[-1][1] if draft.source else None,
        cue_start=cue_start,
        cue_end=draft.cue[-1][1] if draft.cue else None,
        content_start=draft.start,
        content_end=draft.end,
        source_spans=draft.source,
        cue_spans=draft.cue,
        content_spans=draft.content,
        source_text=document.text[source_start : draft.source[-1][1]] if draft.source else "",
        source_entity=kind.entity,
        source_code=kind.code,
        source_kind=kind.kind,
        quote=_quote(draft, quotes),
        stance=stance.stance,
        evidence=(*draft.evidence, *kind.evidence, *stance.rules),
        confidence=draft.confidence,
        coded_with=reading.coded_with,
    )


def _quote(draft: Draft, quotes: tuple[Quote, ...]) -> str:
    """Return direct, mixed or indirect by the share of the content that stands in quotation marks."""
    if "rule:layout.transcript" in draft.evidence:
        return "direct"
    total = inside = 0
    for start, end in draft.content:
        total += end - start
        inside += sum(min(end, q.end) - max(start, q.start) for q in quotes_within(quotes, start, end))
    if not inside:
        return "indirect"
    return "direct" if inside >= DIRECT_SHARE * total else "mixed"
