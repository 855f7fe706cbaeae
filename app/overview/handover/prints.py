"""The paper for a stand-in: what to do first, what is open, whom to call, how to get in. Pure."""

from enum import Enum

from app.core import words
from app.core.days import day_and_year, short_day
from app.core.text import plural
from app.documents.model import (
    Block,
    Bullets,
    Callout,
    Column,
    Document,
    Fact,
    Facts,
    Heading,
    Item,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.overview.handover.model import (
    Caller,
    Handover,
    HandoverPaper,
    OpenCase,
    Task,
    Unfinished,
)
from app.overview.sheet import sheet
from app.settings.model import Officer

PARTS = (
    "overlevering: dager",
    "overlevering: gjøremål",
    "overlevering: åpne saker",
    "overlevering: halvferdig",
    "overlevering: hvem du ringer",
    "overlevering: inngang",
)


def handover_paper(paper: HandoverPaper, text: Text) -> Document:
    """The whole paper; `text` is «handover_paper». It names people, never where they hide."""
    handover = paper.handover
    own = (Callout(text.passage("from_me"), paper.words),) if paper.words else ()
    return sheet(
        paper.office,
        paper.issued,
        text,
        (
            Facts(_facts(paper, text), part=PARTS[0]),
            *own,
            Heading(text.passage("heading_ways_in")),
            *_ways_in(handover.ways_in, text),
            Heading(text.passage("heading_tasks")),
            _tasks(paper.tasks, text),
            Heading(text.passage("heading_cases")),
            *_cases(handover, text),
            Heading(text.passage("heading_unfinished")),
            _unfinished(handover.unfinished, text),
            Heading(text.passage("heading_callers")),
            _callers(handover.callers, text),
            Paragraph(text.passage("names"), small=True),
        ),
        PARTS,
        title=text.passage("title", last=day_and_year(handover.last)),
        lead=text.passage("lead"),
        reference={"last": short_day(handover.last)},
        landscape=True,
    )


def _facts(paper: HandoverPaper, text: Text) -> tuple[Fact, ...]:
    handover = paper.handover
    days = text.passage(
        "days", first=day_and_year(handover.first), last=day_and_year(handover.last)
    )
    facts = [
        Fact(text.passage("label_days"), days),
        Fact(text.passage("label_by"), handover.by),
        Fact(text.passage("label_tasks"), str(len(paper.tasks))),
        Fact(text.passage("label_open"), str(handover.open)),
    ]
    return tuple(fact for fact in facts if fact.value)


def _tasks(tasks: tuple[Task, ...], text: Text) -> Block:
    if not tasks:
        return Paragraph(text.passage("no_tasks"), part=PARTS[1])
    columns = (
        Column(text.passage("column_when"), share=0.13),
        Column(text.passage("column_urgency"), share=0.11),
        Column(text.passage("column_task"), share=0.29),
        Column(text.passage("column_why"), share=0.47),
    )
    rows = tuple(
        (
            short_day(each.due) if each.due else "–",
            each.chip,
            each.title,
            f"{each.why} ({each.basis})" if each.basis else each.why,
        )
        for each in tasks
    )
    return Table(columns, rows, dense=True, part=PARTS[1])


def _cases(handover: Handover, text: Text) -> tuple[Block, ...]:
    if not handover.open:
        return (Paragraph(text.passage("no_cases"), part=PARTS[2]),)
    blocks: list[Block] = []
    if handover.cases:
        columns = (
            Column(text.passage("column_day"), share=0.11),
            Column(text.passage("column_case"), share=0.22),
            Column(text.passage("column_who"), share=0.21),
            Column(text.passage("column_stands"), share=0.17),
            Column(text.passage("column_next"), share=0.16),
            Column(text.passage("column_coordinator"), share=0.13),
        )
        rows = tuple(_case(each, text) for each in handover.cases)
        blocks.append(Table(columns, rows, dense=True))
    if handover.others:
        left = ", ".join(
            f"{count} {words.word(kind) if count == 1 else text.passage(f'many_{kind}')}"
            for kind, count in handover.others.items()
        )
        blocks.append(Paragraph(text.passage("others", what=left)))
    return (*blocks, Paragraph(text.passage("day_rule"), small=True, part=PARTS[2]))


def _case(case: OpenCase, text: Text) -> tuple[str, ...]:
    kind = _capital(case.kind)
    return (
        short_day(case.day) if case.day else "–",
        f"{kind} {case.number}".strip(),
        _name(case.name, text, protected=case.protected),
        "–" if case.stands is case.kind else words.word(case.stands),
        "–" if case.step is None else _capital(case.step),
        case.coordinator or "–",
    )


def _name(name: str, text: Text, *, protected: bool) -> str:
    said = name or text.passage("nameless")
    return text.passage("protected", name=said) if protected else said


def _unfinished(known: tuple[Unfinished, ...], text: Text) -> Block:
    if not known:
        return Paragraph(text.passage("no_unfinished"), part=PARTS[3])
    items = tuple(Item(_begun(each, text), lead=f"{_capital(each.kind)}:") for each in known)
    return Bullets(items, part=PARTS[3])


def _begun(each: Unfinished, text: Text) -> str:
    since = short_day(each.since)
    if each.ref is None:
        forms = plural(each.count, text.passage("form"), text.passage("forms"))
        return text.passage("forms_begun", forms=forms, since=since)
    what = f"{words.word(each.document)} {each.number}" if each.document else each.number
    name = _name(each.name, text, protected=each.protected)
    return text.passage("begun", what=f"{what}, {name}" if what else name, since=since)


def _callers(known: tuple[Caller, ...], text: Text) -> Block:
    if not known:
        return Paragraph(text.passage("no_callers"), part=PARTS[4])
    columns = (
        Column(text.passage("column_role"), share=0.2),
        Column(text.passage("column_name"), share=0.44),
        Column(text.passage("column_phone"), share=0.2),
        Column(text.passage("column_cases"), share=0.16),
    )
    rows = tuple(
        (
            _capital(each.kind),
            ", ".join(part for part in (each.name, each.unit) if part),
            each.phone or "–",
            str(each.cases) if each.cases else "–",
        )
        for each in known
    )
    return Table(columns, rows, dense=True, part=PARTS[4])


def _ways_in(known: tuple[Officer, ...], text: Text) -> tuple[Block, ...]:
    steps = Paragraph(text.passage("way_in"), part=PARTS[5])
    if not known:
        return (Paragraph(text.passage("no_way_in")), steps)
    items = tuple(
        Item(
            text.passage("from_until", since=short_day(each.since), until=short_day(each.until))
            if each.until
            else text.passage("from_on", since=short_day(each.since)),
            lead=f"{', '.join(part for part in (each.name, each.title) if part)}:",
        )
        for each in known
    )
    return (Bullets(items), steps)


def _capital(state: Enum) -> str:
    said = words.word(state)
    return said[:1].upper() + said[1:]
