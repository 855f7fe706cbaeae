"""The paper for a stand-in: what to do first, what is open, whom to call, how to get in. Pure."""

import re
from collections.abc import Iterator
from datetime import date
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
    HalfDone,
    Handover,
    HandoverPaper,
    OpenCase,
    OpenKind,
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
            Heading(text.passage("heading_callers")),
            _callers(handover.callers, text),
            Heading(text.passage("heading_tasks")),
            *_tasks(paper.tasks, text),
            Heading(text.passage("heading_cases")),
            *_cases(handover, paper.tasks, text),
            Heading(text.passage("heading_unfinished")),
            _unfinished(_not_told(handover.unfinished, paper.tasks), text),
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
    ]
    return tuple(fact for fact in facts if fact.value)


def _tasks(tasks: tuple[Task, ...], text: Text) -> tuple[Block, ...]:
    """What is most urgent told whole, and the rest in short, each as they come."""
    if not tasks:
        return (Paragraph(text.passage("no_tasks"), part=PARTS[1]),)
    columns = (
        Column(text.passage("column_when"), share=0.08),
        Column(text.passage("column_task"), share=0.34),
        Column(text.passage("column_why"), share=0.58),
    )
    first = [each for each in tasks if each.chip == tasks[0].chip]
    rest = [each for each in tasks if each.chip != tasks[0].chip]
    blocks: list[Block] = []
    for mine, told in ((first, first), (rest, _shortened(rest))):
        if mine:
            rows = tuple((_day(each.due), each.title, each.why) for each in told)
            chips = ", ".join(dict.fromkeys(each.chip for each in mine)).capitalize()
            caption = text.passage("tasks_of", chip=chips, count=str(len(mine)))
            part = "" if blocks else PARTS[1]
            blocks.append(Table(columns, rows, caption=caption, dense=True, part=part))
    return tuple(blocks)


_SENTENCE = re.compile(r"(?<=[.?!])\s(?=[A-ZÆØÅ])")
"""Between two sentences; the point of «5. november» ends none."""


def _shortened(tasks: list[Task]) -> list[Task]:
    """The same task on the same day in one row, and of each why its first sentence."""
    alike: dict[tuple[date | None, str, str], list[str]] = {}
    for each in tasks:
        who, _, what = each.title.rpartition(": ")
        why = _SENTENCE.split(each.why, 1)[0]
        key = (each.due, what, why) if who else (each.due, each.title, why)
        alike.setdefault(key, []).extend([who] if who else [])
    return [
        Task("", f"{', '.join(who)}: {what}" if who else what, why, due)
        for (due, what, why), who in alike.items()
    ]


def _day(day: date | None) -> str:
    return short_day(day) if day else "–"


def _cases(handover: Handover, tasks: tuple[Task, ...], text: Text) -> tuple[Block, ...]:
    """Those of whom no task tells, and the plans by day."""
    if not handover.open:
        return (Paragraph(text.passage("no_cases"), part=PARTS[2]),)
    told = " ".join(each.title for each in tasks)
    left = [case for case in handover.cases if not case.name or case.name not in told]
    plans = [case for case in left if case.kind is OpenKind.FOLLOWUP and case.day and case.step]
    cases = [case for case in left if case not in plans]
    blocks = [*_case_table(cases, text), *_plan_table(plans, text)]
    said = []
    if len(left) < len(handover.cases):
        said.append(text.passage("told_above", count=str(len(handover.cases) - len(left))))
    if handover.others:
        others = ", ".join(
            f"{count} {_kinds(kind, count, text)}" for kind, count in handover.others.items()
        )
        said.append(text.passage("others", what=others))
    said.append(text.passage("day_rule"))
    return (*blocks, Paragraph(" ".join(said), small=True, part=PARTS[2]))


def _kinds(kind: OpenKind, count: int, text: Text) -> str:
    return words.word(kind, text.language) if count == 1 else text.passage(f"many_{kind}")


def _case_table(cases: list[OpenCase], text: Text) -> Iterator[Block]:
    columns = (
        Column(text.passage("column_day"), share=0.08),
        Column(text.passage("column_case"), share=0.19),
        Column(text.passage("column_who"), share=0.18),
        Column(text.passage("column_stands"), share=0.22),
        Column(text.passage("column_next"), share=0.2),
        Column(text.passage("column_coordinator"), share=0.13),
    )
    if cases:
        yield Table(columns, tuple(_case(each, text) for each in cases), dense=True)


def _plan_table(plans: list[OpenCase], text: Text) -> Iterator[Block]:
    """What the plans set a day for: who, with the coordinator, by day and step."""
    columns = (
        Column(text.passage("column_day"), share=0.08),
        Column(text.passage("column_next"), share=0.17),
        Column(text.passage("column_who"), share=0.75),
    )
    together: dict[tuple[date | None, Enum | None], list[str]] = {}
    for case in plans:
        name = _name(case.name, text, protected=case.protected)
        said = f"{name} ({case.coordinator})" if case.coordinator else name
        together.setdefault((case.day, case.step), []).append(said)
    rows = tuple(
        (_day(day), "–" if step is None else _capital(step, text), ", ".join(names))
        for (day, step), names in together.items()
    )
    if rows:
        yield Table(columns, rows, caption=text.passage("plans"), dense=True)


def _case(case: OpenCase, text: Text) -> tuple[str, ...]:
    kind = _capital(case.kind, text)
    return (
        _day(case.day),
        f"{kind} {case.number}".strip(),
        _name(case.name, text, protected=case.protected),
        "–" if case.stands is case.kind else words.word(case.stands, text.language),
        "–" if case.step is None else _capital(case.step, text),
        case.coordinator or "–",
    )


def _name(name: str, text: Text, *, protected: bool) -> str:
    said = name or text.passage("nameless")
    return text.passage("protected", name=said) if protected else said


def _not_told(known: tuple[Unfinished, ...], tasks: tuple[Task, ...]) -> tuple[Unfinished, ...]:
    """Without the letters that wait to be sent where a task says so."""
    told = " ".join(each.title for each in tasks)
    return tuple(
        each
        for each in known
        if each.kind is not HalfDone.LETTER or not each.name or each.name not in told
    )


def _unfinished(known: tuple[Unfinished, ...], text: Text) -> Block:
    if not known:
        return Paragraph(text.passage("no_unfinished"), part=PARTS[3])
    items = tuple(Item(_begun(each, text), lead=f"{_capital(each.kind, text)}:") for each in known)
    return Bullets(items, part=PARTS[3])


def _begun(each: Unfinished, text: Text) -> str:
    since = short_day(each.since)
    if each.ref is None:
        forms = plural(each.count, text.passage("form"), text.passage("forms"))
        return text.passage("forms_begun", forms=forms, since=since)
    kind = words.word(each.document, text.language) if each.document else ""
    what = f"{kind} {each.number}".strip()
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
            _capital(each.kind, text),
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


def _capital(state: Enum, text: Text) -> str:
    said = words.word(state, text.language)
    return said[:1].upper() + said[1:]
