"""The report of condition, filled or to be filled in by hand. Pure (DOC-22)."""

from app.core.days import day_and_year
from app.documents.form_model import Field, FillIn
from app.documents.model import (
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.leases.handover.receipts.prints import keys_table
from app.leases.handover.reports.model import (
    Difference,
    HandoverKind,
    ItemCondition,
    Place,
    ReportPaper,
    RoomKind,
    SmokeAlarm,
)
from app.leases.handover.reports.rules import places, remark_of, rooms
from app.leases.handover.sheet import parties, sheet, signatures

ROOMS_PART = "DOC-22 rom og tilstand"
METERS_PART = "DOC-22 målere"
KEYS_PART = "DOC-22 nøkler"
PHOTOS_PART = "DOC-22 bilder"
ALARM_PART = "HL-31 røykvarsler"
SIGN_PART = "DOC-22 underskrifter"
DIFFERENCE_PART = "HL-73 endret siden innflytting"
PARTS = (ROOMS_PART, METERS_PART, KEYS_PART, PHOTOS_PART, ALARM_PART, SIGN_PART)
_BLANK_HEIGHT = 8.0  # mm: room to write
_BY_HAND = "…" * 40


def required(paper: ReportPaper) -> tuple[str, ...]:
    """The parts without which this report is not printed."""
    out = paper.kind is HandoverKind.MOVE_OUT and not paper.blank
    return (*PARTS, DIFFERENCE_PART) if out else PARTS


def report_document(paper: ReportPaper, text: Text) -> Document:
    """The whole report; `text` is «handover_report» in the tenant's language."""
    blocks = (
        _head(paper, text),
        Paragraph(text.passage("intro_blank" if paper.blank else f"intro_{paper.kind}")),
        *_differences(paper, text),
        *_rooms(paper, text),
        *_meters(paper, text),
        *_keys(paper, text),
        *_photos(paper, text),
        *_note(paper, text),
        signatures(paper.head, text, SIGN_PART, Paragraph(text.passage("signed"))),
    )
    return sheet(paper.head, text, f"title_{paper.kind}", blocks, required(paper))


def _head(paper: ReportPaper, text: Text) -> Facts:
    draft = paper.draft
    held = day_and_year(draft.held_on) if draft.held_on else "…"
    return parties(
        paper.head,
        text,
        Fact(text.passage("label_held"), _BY_HAND if paper.blank else held),
        Fact(text.passage("label_present"), _BY_HAND if paper.blank else draft.present),
    )


def place_words(place: Place, text: Text) -> str:
    """«Soverom 2: gulv»."""
    item = text.passage(f"item_{place.item}")
    return f"{_room_words(place.room, place.number, text)}: {item[0].lower()}{item[1:]}"


def _room_words(room: RoomKind, number: int, text: Text) -> str:
    return f"{text.passage(f'room_{room}')} {number or ''}".strip()


def _differences(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    if paper.kind is HandoverKind.MOVE_IN or paper.blank:
        return ()
    heading = Heading(text.passage("heading_difference"))
    if paper.compared is None:
        return (heading, Paragraph(text.passage("difference_unknown"), part=DIFFERENCE_PART))
    if not paper.compared:
        return (heading, Paragraph(text.passage("difference_none"), part=DIFFERENCE_PART))
    columns = (
        Column(text.passage("label_place"), share=0.24),
        Column(text.passage("label_before"), share=0.14),
        Column(text.passage("label_after"), share=0.13),
        Column(text.passage("label_words"), share=0.32),
        Column(text.passage("label_wear"), share=0.17),
    )
    rows = tuple(_difference(each, text) for each in paper.compared)
    table = Table(columns, rows, dense=True, part=DIFFERENCE_PART)
    beyond = any(each.beyond_wear for each in paper.compared)
    note = (Paragraph(text.passage("wear_note")),) if beyond else ()
    return (heading, table, *note)


def _difference(each: Difference, text: Text) -> tuple[str, ...]:
    before = text.passage("not_known")
    if each.before is not None:
        before = text.passage(f"condition_{each.before}")
    return (
        place_words(each.place, text),
        before,
        text.passage(f"condition_{each.after}"),
        each.words,
        text.passage("wear_yes" if each.beyond_wear else "wear_no"),
    )


def _rooms(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    tables = [_room(paper, text, room, number) for room, number in rooms(paper.draft)]
    if not tables:
        return ()
    heading = Heading(text.passage("heading_rooms"))
    first, *rest = tables
    return (KeepTogether((heading, first), part=ROOMS_PART), *rest)


def _room(paper: ReportPaper, text: Text, room: RoomKind, number: int) -> Table:
    mine = [place for place in places(paper.draft) if (place.room, place.number) == (room, number)]
    title = _room_words(room, number, text)
    if paper.blank:
        return _blank_room(mine, title, text)
    columns = (
        Column(title, share=0.34),
        Column(text.passage("label_condition"), share=0.16),
        Column(text.passage("label_words"), share=0.5),
    )
    rows = []
    for place in mine:
        said = remark_of(paper.draft, place)
        condition = text.passage(f"condition_{said.condition}")
        rows.append((text.passage(f"item_{place.item}"), condition, said.words))
    return Table(columns, tuple(rows), dense=True)


def _blank_room(mine: list[Place], title: str, text: Text) -> Table:
    states = [text.passage(f"condition_{each}") for each in ItemCondition]
    columns = (
        Column(title, share=0.24),
        *(Column(each, share=0.085) for each in states),
        Column(text.passage("label_words"), share=0.42),
    )
    rows = tuple((text.passage(f"item_{place.item}"), "", "", "", "", "") for place in mine)
    return Table(columns, rows, row_height=_BLANK_HEIGHT)


def _meters(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    draft = paper.draft
    columns = (
        Column(text.passage("label_meter"), share=0.25),
        Column(text.passage("label_meter_number"), share=0.4),
        Column(text.passage("label_reading"), share=0.35),
    )
    rows = (
        (text.passage("meter_power"), paper.meter_power, draft.power_reading),
        (text.passage("meter_water"), paper.meter_water, draft.water_reading),
    )
    height = _BLANK_HEIGHT if paper.blank else 0.0
    table = Table(columns, rows, row_height=height, part=METERS_PART)
    heading = Heading(text.passage("heading_meters"))
    return (KeepTogether((heading, table)), *_alarm(paper, text))


def _alarm(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    alarm: SmokeAlarm | None = paper.draft.smoke_alarm
    if alarm is None and not paper.blank:
        return ()
    words = text.passage("alarm_blank" if alarm is None else f"alarm_{alarm}")
    duty = text.passage("alarm_duty")
    said = f"{words}. {duty}" if not words.endswith(".") else f"{words} {duty}"
    return (Paragraph(said, lead=f"{text.passage('label_alarm')}:", part=ALARM_PART),)


def _keys(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    heading = Heading(text.passage("heading_keys"))
    if paper.keys:
        return (KeepTogether((heading, keys_table(paper.keys, text, KEYS_PART))),)
    if not paper.blank:
        return (KeepTogether((heading, Paragraph(text.passage("keys_none"), part=KEYS_PART))),)
    names = ("label_mark", "label_opens", "label_out", "label_in")
    columns = tuple(Column(text.passage(name), share=0.25) for name in names)
    rows = tuple(
        (text.passage(f"key_{kind}"), "", "", "") for kind in ("door", "post_box", "store")
    )
    columns = (columns[1], columns[0], *columns[2:])
    table = Table(columns, rows, row_height=_BLANK_HEIGHT, part=KEYS_PART)
    return (KeepTogether((heading, table)),)


def _photos(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    heading = Heading(text.passage("heading_photos"))
    if paper.blank:
        field = Field(text.passage("photos_blank"))
        return (KeepTogether((heading, FillIn((field,), lines=2, part=PHOTOS_PART))),)
    if paper.photos:
        return (heading, Bullets(paper.photos, part=PHOTOS_PART))
    return (KeepTogether((heading, Paragraph(text.passage("photos_none"), part=PHOTOS_PART))),)


def _note(paper: ReportPaper, text: Text) -> tuple[Block, ...]:
    if paper.blank:
        field = Field(text.passage("heading_note"))
        return (FillIn((field,), lines=3, ruled=True),)
    heading = Heading(text.passage("heading_note"))
    return (heading, Paragraph(paper.draft.note)) if paper.draft.note else ()
