"""Agenda and minutes of the joint allocation meeting. Pure (D16)."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from app.core.days import day_and_year, day_in_words, short_day
from app.core.records import dataclass
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Block,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.meetings.model import Item, Line, Meeting, Section
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

AGENDA_PARTS = ("D16 dag", "D16 saker", "taushetsplikt")
MINUTES_PARTS = ("D16 dag", "D16 til stede", "D16 vedtatt", "taushetsplikt", "underskrift")


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """All that agenda and minutes say."""

    office: OfficeProfile
    meeting: Meeting
    issued: datetime
    number: str
    written_by: str
    with_names: bool
    text: Text
    draft: bool = False


def sentence(line: Line, text: Text) -> str:
    """One reason a case is on the agenda, with its days as they are written."""
    facts = {name: _fact(fact) for name, fact in line.facts}
    if line.code.startswith("alert_") and facts.get("due"):
        return f"{text.passage(line.code)} {text.passage('due', due=facts['due'])}"
    asked = text.placeholders(line.code)
    return text.passage(line.code, **{name: facts.get(name, "–") for name in asked})


def _fact(fact: str) -> str:
    try:
        return short_day(date.fromisoformat(fact))
    except ValueError:
        return fact


def agenda_paper(paper: Paper) -> Document:
    """What is brought to the meeting, with room to write beside each case."""
    items = paper.meeting.items
    cases = tuple(_sections(paper, _agenda_table))
    nothing = (Paragraph(paper.text.passage("nothing"), part="D16 saker"),)
    return _paper(paper, "agenda", cases if items else nothing, AGENDA_PARTS)


def minutes_paper(paper: Paper) -> Document:
    """What was decided, by whom it is done and by when, and what goes on to the next meeting."""
    text, meeting = paper.text, paper.meeting
    present = Paragraph(meeting.present, lead=text.passage("present"), part="D16 til stede")
    note = (Paragraph(meeting.note, lead=text.passage("note")),) if meeting.note else ()
    cases = tuple(_sections(paper, _minutes_table))
    nothing = (Paragraph(text.passage("nothing"), part="D16 vedtatt"),)
    signers = (
        Signer(paper.written_by, act=text.passage("written_by")),
        Signer("", act=text.passage("approved_by")),
    )
    blocks = (
        *((present,) if meeting.present else ()),
        *(cases if meeting.items else nothing),
        *note,
        Signatures(signers, part="underskrift"),
    )
    return _paper(paper, "minutes", blocks, MINUTES_PARTS)


def _secrecy(which: str, text: Text) -> str:
    """The list is destroyed when it has served; the minutes are kept."""
    secrecy = text.passage("secrecy")
    return f"{secrecy} {text.passage('secrecy_agenda')}" if which == "agenda" else secrecy


def _paper(paper: Paper, which: str, blocks: tuple[Block, ...], parts: tuple[str, ...]) -> Document:
    text, meeting = paper.text, paper.meeting
    language = paper.office.language
    day = day_in_words(meeting.held_on, language)
    facts = [Fact(text.passage("label_day"), day_and_year(meeting.held_on))]
    if meeting.place:
        facts.append(Fact(text.passage("label_place"), meeting.place))
    facts.append(Fact(text.passage("label_cases"), str(len(meeting.items))))
    return Document(
        title=text.passage(f"title_{which}", day=day),
        language=language.value,
        issued=paper.issued,
        reference=paper.number if which == "minutes" else "",
        letterhead=letterhead(paper.office),
        blocks=(
            Facts(tuple(facts), part="D16 dag"),
            *blocks,
            Paragraph(_secrecy(which, text), small=True, part="taushetsplikt"),
        ),
        requires=() if paper.draft else parts,
        demo=paper.office.demo,
        draft=paper.draft,
        form=Form.SHEET,
        kind=text.passage(f"kind_{which}"),
        landscape=which == "agenda",
    )


TableOf = Callable[[Paper, tuple[Item, ...]], Table]


def _sections(paper: Paper, table: TableOf) -> Iterator[Block]:
    for section in Section:
        items = tuple(item for item in paper.meeting.items if item.section is section)
        if items:
            yield Heading(paper.text.passage(f"section_{section}"))
            yield table(paper, items)


def _agenda_table(paper: Paper, items: tuple[Item, ...]) -> Table:
    text = paper.text
    columns = (
        Column(text.passage("head_case"), share=0.24),
        Column(text.passage("head_why"), share=0.40),
        Column(text.passage("head_notes"), share=0.36),
    )
    rows = tuple(
        (_case(paper, item), " ".join(sentence(line, text) for line in item.lines), "")
        for item in items
    )
    return Table(columns, rows, row_height=14, part="D16 saker")


def _minutes_table(paper: Paper, items: tuple[Item, ...]) -> Table:
    text = paper.text
    columns = (
        Column(text.passage("head_case"), share=0.26),
        Column(text.passage("head_decided"), share=0.40),
        Column(text.passage("head_responsible"), share=0.19),
        Column(text.passage("head_due"), share=0.15),
    )
    rows = tuple(
        (
            _case(paper, item),
            item.outcome.decision.strip() or text.passage("goes_on"),
            item.outcome.responsible,
            short_day(item.outcome.due_on) if item.outcome.due_on else "",
        )
        for item in items
    )
    return Table(columns, rows, part="D16 vedtatt")


def _case(paper: Paper, item: Item) -> str:
    """Number and name; a case that is gone since, or a name that is not to be told, is said so."""
    text = paper.text
    kind = text.passage(f"about_{item.about.kind}")
    name = item.name if paper.with_names else ""
    told = ", ".join(part for part in (name, item.number) if part)
    return f"{kind}: {told}" if told else f"{kind} ({text.passage('gone')})"
