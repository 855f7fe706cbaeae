"""The note to a unit: who, what happens when, what we ask, on which ground. Pure (SD-07, P3).

It never holds an address, and never what other units do.
"""

from app.core.days import day_and_year, day_in_words, short_day
from app.documents.model import Block, Document, Fact, Facts, Heading, Paragraph
from app.documents.texts import Text
from app.evictions.model import EnforcementGround, EvictionStage, LossKind
from app.evictions.units.model import NotePaper, TellingGround
from app.settings.letterhead import letter_document, signed, whom_to_ring

PARTS = (
    "SD-07 hvem det gjelder",
    "SD-07 hva som skjer",
    "SD-07 hva vi ber om",
    "SD-07 rettslig grunnlag",
    "SOT-10 taushetsplikt",
    "SD-07 saksbehandler",
)


def unit_note(note: NotePaper, text: Text) -> Document:
    """The whole note; `text` is «unit_note»."""
    sender, title = note.sender, "title" if note.case.threatened else "title_after"
    asks = note.draft.asks.strip()
    return letter_document(
        sender,
        note.number,
        text,
        title=text.passage(title, unit=note.unit),
        kind=text.passage("kind"),
        lead=text.passage("lead"),
        blocks=(
            Facts(_facts(note, text), part=PARTS[0]),
            Heading(text.passage("heading_what")),
            *_happens(note, text),
            Heading(text.passage("heading_asks")),
            *((Paragraph(asks, part=PARTS[2]),) if asks else ()),
            Paragraph(f"{text.passage('tell_read')} {whom_to_ring(sender, text)}".strip()),
            Heading(text.passage("heading_ground")),
            *_ground(note, text),
            Paragraph(text.passage("secret"), small=True, part=PARTS[4]),
            signed(sender, text, PARTS[5]),
        ),
        requires=PARTS,
    )


def _facts(note: NotePaper, text: Text) -> tuple[Fact, ...]:
    facts = (
        Fact(text.passage("label_about"), _who(note, text)),
        Fact(text.passage("label_children"), _ages(note, text)),
    )
    return tuple(fact for fact in facts if fact.value)


def _who(note: NotePaper, text: Text) -> str:
    if note.born is None:
        return note.case.name
    return text.passage("about_born", name=note.case.name, day=short_day(note.born))


def _ages(note: NotePaper, text: Text) -> str:
    if not note.ages:
        return ""
    *most, last = (str(age) for age in note.ages)
    told = f"{', '.join(most)} og {last}" if most else last
    return text.passage("children", ages=told)


def _happens(note: NotePaper, text: Text) -> tuple[Block, ...]:
    case = note.case
    if not case.threatened:
        lost = text.passage("lost" if case.outcome is None else "lost_since", day=_since(note))
        return (Paragraph(lost, part=PARTS[1]),)
    said = [_stage(note, text)]
    if case.eviction_on is not None:
        day = day_in_words(case.eviction_on, note.sender.language)
        told = "day_set_at" if case.eviction_at else "day_set"
        said.append(text.passage(told, day=day, time=case.eviction_at))
    still = []
    comment = case.comment_until
    if comment is not None and comment >= note.sender.issued.date():
        still.append(text.passage("comment", day=day_and_year(comment)))
    pays = case.ground is EnforcementGround.UNPAID_RENT
    still.append(text.passage("stops_by_paying" if pays else "may_be_stopped"))
    return (Paragraph(" ".join(said), part=PARTS[1]), Paragraph(" ".join(still)))


def _since(note: NotePaper) -> str:
    return day_and_year(note.case.stage_since)


def _stage(note: NotePaper, text: Text) -> str:
    if note.case.kind is LossKind.FORCED_SALE:
        return text.passage("sale")
    if note.case.stage in {EvictionStage.AT_RISK, EvictionStage.NOTICE_SENT}:
        return text.passage(note.case.stage.value)
    return text.passage("petition")


def _ground(note: NotePaper, text: Text) -> tuple[Block, ...]:
    ground, because = note.draft.ground, note.draft.because.strip()
    if ground is None:
        return ()
    given = day_and_year(note.consent.since) if note.consent else ""
    said = text.passage(f"ground_{ground.value}", day=given)
    blocks: list[Block] = [Paragraph(said, part=PARTS[3])]
    if because:
        lead = "lead_worry" if ground is TellingGround.REPORT_DUTY else "lead_because"
        blocks.append(Paragraph(because, lead=text.passage(lead)))
    return tuple(blocks)
