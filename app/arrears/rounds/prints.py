"""«Møte om ubetalt husleie»: the sheet, the minutes, and the call list of the month. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from app.arrears.rounds.model import AgreedStep, ArrearsMeeting, CallRow, MeetingCase
from app.arrears.steps.model import ArrearsRow, ProposedReason
from app.core.days import day_and_year, day_in_words, month_in_words, short_day
from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.core.text import plural
from app.documents.form_model import Signatures, Signer
from app.documents.model import (
    Block,
    Column,
    Document,
    Form,
    KeepTogether,
    Paragraph,
    Table,
)
from app.documents.texts import Text
from app.settings.letterhead import letterhead
from app.settings.model import OfficeProfile

CASES, SECRECY, DECIDED, PRESENT, SIGNED = (
    "P2 leieforholdene",
    "taushetsplikt",
    "P2 bestemt",
    "P2 til stede",
    "underskrift",
)
SHEET_PARTS = (CASES, SECRECY)
MINUTES_PARTS = (PRESENT, DECIDED, SECRECY, SIGNED)
ROOM_TO_WRITE = 13.0  # mm, two lines by hand; eight rows stand on one page
MANY_UNITS = 1
NOT_FOR_A_LANDLORD = frozenset({ProposedReason.CHILDREN_FIRST, ProposedReason.SHIELDED})


@dataclass(frozen=True, slots=True, repr=False)
class MeetingPaper:
    """All that sheet and minutes say."""

    office: OfficeProfile
    meeting: ArrearsMeeting
    issued: datetime
    number: str
    written_by: str
    text: Text
    for_landlord: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class CallPaper:
    """All that the call list says."""

    office: OfficeProfile
    rows: tuple[CallRow, ...]
    issued: datetime
    text: Text


# the sheet


def meeting_sheet(paper: MeetingPaper) -> Document:
    """One line for each tenancy, with room to write what is decided; the landlord's says less."""
    text, meeting = paper.text, paper.meeting
    day = day_in_words(meeting.held_on, paper.office.language)
    which = "landlord" if paper.for_landlord else "office"
    return Document(
        title=text.passage("title", day=day),
        language=paper.office.language.value,
        issued=paper.issued,
        reference="",
        letterhead=letterhead(paper.office),
        lead=_lead(paper),
        blocks=(
            *_cases(paper),
            KeepTogether(
                (
                    Paragraph(_around(paper), small=True),
                    Paragraph(text.passage(f"secrecy_{which}"), small=True, part=SECRECY),
                )
            ),
        ),
        requires=() if paper.draft else SHEET_PARTS,
        demo=paper.office.demo,
        draft=paper.draft,
        form=Form.SHEET,
        footer=text.passage("kind"),
        landscape=True,
    )


def _lead(paper: MeetingPaper) -> str:
    text, cases = paper.text, paper.meeting.cases
    owed = Ore(sum(each.row.owed.total for each in cases if each.row))
    count = plural(len(cases), text.passage("tenancy_one"), text.passage("tenancy_many"))
    name = "lead_landlord" if paper.for_landlord else "lead"
    return text.passage(name, count=count, sum=format_kroner(owed))


def _cases(paper: MeetingPaper) -> tuple[Block, ...]:
    text, cases = paper.text, paper.meeting.cases
    if not cases:
        return (Paragraph(text.passage("nothing"), part=CASES),)
    shares = _SHARES_LANDLORD if paper.for_landlord else _SHARES
    columns = tuple(Column(_head(name, paper), share=share) for name, share in shares)
    rows = tuple(tuple(_cells(each, paper, [name for name, _ in shares])) for each in cases)
    return (Table(columns, rows, row_height=ROOM_TO_WRITE, dense=True, part=CASES),)


def _head(name: str, paper: MeetingPaper) -> str:
    other = f"head_{name}_landlord"
    theirs = paper.for_landlord and other in paper.text.passages
    return paper.text.passage(other if theirs else f"head_{name}")


_SHARES = (
    ("who", 0.20),
    ("owed", 0.115),
    ("children", 0.075),
    ("help", 0.145),
    ("last", 0.155),
    ("proposed", 0.14),
    ("decided", 0.17),
)
_SHARES_LANDLORD = (
    ("who", 0.22),
    ("owed", 0.14),
    ("last", 0.22),
    ("proposed", 0.18),
    ("decided", 0.24),
)


def _cells(case: MeetingCase, paper: MeetingPaper, names: Sequence[str]) -> Iterator[str]:
    text, row = paper.text, case.row
    cells = {
        "who": f"{case.place}. {case.name}\n{case.address or case.number}",
        "owed": _owed(row, text),
        "children": _children(row, text),
        "help": _help(case, text),
        "last": _last(case, text, for_landlord=paper.for_landlord),
        "proposed": _proposed(row, text, for_landlord=paper.for_landlord),
        "decided": "",
    }
    return (cells[name] for name in names)


def _owed(row: ArrearsRow | None, text: Text) -> str:
    """The sum and how many claims, then since which day."""
    if row is None or row.owed.since is None:
        return text.passage("paid")
    claims = plural(len(row.owed.charges), text.passage("claim_one"), text.passage("claim_many"))
    return text.passage(
        "owes",
        sum=format_kroner(row.owed.total),
        claims=claims,
        since=short_day(row.owed.since),
    )


def _children(row: ArrearsRow | None, text: Text) -> str:
    """How many and how old: nothing else about them."""
    ages = row.children.ages if row else ()
    if not ages:
        return text.passage("no_children")
    old = _listed([str(age) for age in ages], text)
    count = plural(len(ages), text.passage("child_one"), text.passage("child_many"))
    return text.passage("children", count=count, ages=old)


def _listed(words: Sequence[str], text: Text) -> str:
    """«5 og 8», «2, 5 og 8»."""
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {text.passage('and')} {words[-1]}"


def _help(case: MeetingCase, text: Text) -> str:
    level = text.passage(f"level_{case.help.level}")
    units = case.help.units
    named = ", ".join(units[:MANY_UNITS])
    more = len(units) - MANY_UNITS
    if more > 0:
        named = text.passage("and_more", units=named, count=str(more))
    return f"{level}\n{named}".strip()


def _last(case: MeetingCase, text: Text, *, for_landlord: bool) -> str:
    """The last step, then what an earlier meeting agreed on, who has it, and by when.

    What was agreed may tell of help and children, so the landlord's sheet leaves it out.
    """
    step = case.row.last if case.row else None
    told = f"{text.passage(f'step_{step.kind}')} {short_day(step.day)}" if step else ""
    shown = case.agreed if not for_landlord else None
    agreed = agreed_words(shown, text) if shown else ""
    return "\n".join(filter(None, (told, agreed))) or text.passage("no_step")


def agreed_words(agreed: AgreedStep, text: Text) -> str:
    """«Avtalt 24.10.2026: ring arbeidsgiver. Siri, innen 01.12.2026.»"""
    decided = agreed.decided
    words = text.passage(
        "agreed", day=short_day(agreed.held_on), what=_one_line(decided.decision).rstrip(".")
    )
    by = text.passage("by_day", day=short_day(decided.due_on)) if decided.due_on else ""
    who = ", ".join(part for part in (decided.responsible, by) if part)
    return f"{words} {who}.".strip() if who else words


def _proposed(row: ArrearsRow | None, text: Text, *, for_landlord: bool) -> str:
    """The next step and why; the landlord is never told of children or of a shielded person."""
    if row is None:
        return ""
    if for_landlord and row.next.reason in NOT_FOR_A_LANDLORD:
        return text.passage(f"next_{row.next.kind}")
    return f"{text.passage(f'next_{row.next.kind}')} {text.passage(f'why_{row.next.reason}')}"


def _around(paper: MeetingPaper) -> str:
    """Where, who is there, the next meeting, and that it is typed in the same day."""
    text, meeting = paper.text, paper.meeting
    facts = []
    if meeting.place:
        facts.append(text.passage("place", place=meeting.place))
    if meeting.present:
        facts.append(text.passage("present_line", present=_one_line(meeting.present)))
    if meeting.next_on:
        day = day_in_words(meeting.next_on, paper.office.language)
        facts.append(text.passage("next_meeting", day=day))
    return " ".join((*facts, text.passage("written_same_day")))


# the minutes


def minutes_paper(paper: MeetingPaper) -> Document:
    """What was decided, who does it and by when; no address, so that it may be kept (ADR-05)."""
    text, meeting = paper.text, paper.meeting
    day = day_and_year(meeting.held_on)
    present = Paragraph(_one_line(meeting.present), lead=text.passage("present"), part=PRESENT)
    note = Paragraph(meeting.note, lead=text.passage("note"))
    return Document(
        title=text.passage("title_minutes", day=day),
        language=paper.office.language.value,
        issued=paper.issued,
        reference=paper.number,
        letterhead=letterhead(paper.office),
        blocks=(
            *((present,) if meeting.present else ()),
            _decided_table(paper),
            *((note,) if meeting.note else ()),
            Paragraph(text.passage("secrecy_minutes"), small=True, part=SECRECY),
            KeepTogether(
                (Signatures((Signer(paper.written_by, act=text.passage("sign")),), part=SIGNED),)
            ),
        ),
        requires=() if paper.draft else MINUTES_PARTS,
        demo=paper.office.demo,
        draft=paper.draft,
        form=Form.SHEET,
        kind=text.passage("kind_minutes"),
    )


def _decided_table(paper: MeetingPaper) -> Block:
    text, cases = paper.text, paper.meeting.cases
    if not cases:
        return Paragraph(text.passage("nothing"), part=DECIDED)
    columns = (
        Column(text.passage("head_tenancy"), share=0.30),
        Column(text.passage("head_what"), share=0.38),
        Column(text.passage("head_responsible"), share=0.17),
        Column(text.passage("head_due"), share=0.15),
    )
    rows = tuple(
        (
            f"{each.name}\n{each.number}",
            each.decided.decision.strip() or text.passage("undecided"),
            each.decided.responsible,
            _day(each.decided.due_on),
        )
        for each in cases
    )
    return Table(columns, rows, dense=True, part=DECIDED)


# the call list


def call_sheet(paper: CallPaper) -> Document:
    """Whom to ring this month, with room for what came of it."""
    text = paper.text
    month = month_in_words(paper.issued.date())
    return Document(
        title=text.passage("title_calls", month=month),
        language=paper.office.language.value,
        issued=paper.issued,
        reference="",
        letterhead=letterhead(paper.office),
        lead=text.passage("lead_calls"),
        blocks=(
            _calls(paper),
            Paragraph(text.passage("secrecy_office"), small=True, part=SECRECY),
        ),
        requires=SHEET_PARTS,
        demo=paper.office.demo,
        form=Form.SHEET,
        footer=text.passage("kind_calls"),
        landscape=True,
    )


def _calls(paper: CallPaper) -> Block:
    text = paper.text
    if not paper.rows:
        return Paragraph(text.passage("nobody_to_ring"), part=CASES)
    columns = (
        Column(text.passage("head_who"), share=0.23),
        Column(text.passage("head_phone"), share=0.12),
        Column(text.passage("head_owed"), share=0.12),
        Column(text.passage("head_children"), share=0.09),
        Column(text.passage("head_said"), share=0.22),
        Column(text.passage("head_result"), share=0.22),
    )
    rows = tuple(_call(each, text) for each in paper.rows)
    return Table(columns, rows, row_height=ROOM_TO_WRITE, dense=True, part=CASES)


def _call(each: CallRow, text: Text) -> tuple[str, ...]:
    tenancy = each.row.tenancy
    phone = each.phone or text.passage("no_phone")
    tongue = text.passage("interpreter", language=each.interpreter) if each.interpreter else ""
    said = f"{short_day(each.last.on)}: {_short(each.last.words)}" if each.last else ""
    return (
        f"{tenancy.tenant_name}\n{tenancy.address or tenancy.number}",
        f"{phone}\n{tongue}".strip(),
        _owed(each.row, text),
        _children(each.row, text),
        said or text.passage("nothing_said"),
        "",
    )


def _short(words: str, most: int = 90) -> str:
    line = _one_line(words)
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"


def _one_line(words: str) -> str:
    return " ".join(words.split())


def _day(day: date | None) -> str:
    return short_day(day) if day else ""
