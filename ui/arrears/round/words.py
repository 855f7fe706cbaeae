"""Those who are rung and those on the sheet, as the screen says them."""

from datetime import date

from app.arrears.rounds.model import (
    AgreedStep,
    ArrearsMeeting,
    ArrearsMeetingRow,
    CallRow,
    MeetingCase,
)
from app.arrears.steps.model import ArrearsRow, Children, RankReason
from app.core.days import day_in_words
from app.core.money import format_kroner
from app.core.text import plural
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import day, named, near_day


def children_words(children: Children) -> str:
    """«2 barn, 5 og 8 år»; empty without."""
    if not children.ages:
        return ""
    ages = [str(age) for age in children.ages]
    told = " og ".join(filter(None, (", ".join(ages[:-1]), ages[-1])))
    return f"{plural(children.count, 'barn', 'barn')}, {told} år"


def owed_words(row: ArrearsRow) -> str:
    """«1 krav siden 03.11.2026»."""
    since = day(row.owed.since) if row.owed.since else ""
    return f"{plural(len(row.owed.charges), 'krav', 'krav')} siden {since}"


def sum_words(row: ArrearsRow) -> str:
    """«8 000 kr, 1 krav siden 03.11.2026»."""
    return f"{format_kroner(row.owed.total)}, {owed_words(row)}"


def _chip(row: ArrearsRow) -> Chip:
    """Why they are rung now, by word and shape."""
    if row.children.count:
        return Chip(ChipKind.SOON, "Barn")
    if row.rank is RankReason.YOUNG:
        return Chip(ChipKind.INFO, "Ny")
    return Chip(ChipKind.NOT_STARTED, "Eldre")


def call_row(call: CallRow) -> Row:
    """One to ring: children by word and shape, the sum at the right."""
    row = call.row
    children = children_words(row.children)
    tongue = f"Tolk: {call.interpreter}" if call.interpreter else ""
    facts = (children, call.phone or "Telefon mangler", tongue, row.tenancy.address)
    return Row(
        call.lease,
        named(call.name),
        " · ".join(filter(None, facts)),
        _chip(row),
        when=format_kroner(row.owed.total),
        how_long=owed_words(row),
        action="Ring",
    )


def case_row(case: MeetingCase, today: date) -> Row:
    """One on the sheet: decided or not by word and shape."""
    decided = case.decided
    row = case.row
    words = decided.decision.strip()
    chip = Chip(ChipKind.OK, "Bestemt") if words else Chip(ChipKind.NOT_STARTED, "Ikke tatt opp")
    due = f"innen {near_day(decided.due_on, today)}" if decided.due_on else ""
    who = ", ".join(filter(None, (decided.responsible, due)))
    children = children_words(row.children) if row else ""
    known = (children, owed_words(row) if row else "Alt er betalt", agreed_words(case.agreed))
    return Row(
        case.lease,
        f"{case.place}. {named(case.name)}",
        f"{words.rstrip('.')}. {who}".strip() if words else " · ".join(filter(None, known)),
        chip,
        when=format_kroner(row.owed.total) if row else "",
        action="Endre" if words else "Skriv",
        action_icon=Icon.EDIT,
    )


def agreed_words(agreed: AgreedStep | None) -> str:
    """«Avtalt 24.10.2026: ring arbeidsgiver, innen 01.12.2026»; empty without."""
    if agreed is None:
        return ""
    decided = agreed.decided
    what = " ".join(decided.decision.split()).rstrip(".")
    due = f"innen {day(decided.due_on)}" if decided.due_on else ""
    told = ", ".join(filter(None, (what, decided.responsible, due)))
    return f"Avtalt {day(agreed.held_on)}: {told}"


def facts_of(meeting: ArrearsMeeting) -> str:
    """«Møte tirsdag 24. november 2026 · 8 leieforhold · 2 ikke tatt opp»."""
    facts = [
        f"Møte {day_in_words(meeting.held_on)}",
        plural(len(meeting.cases), "leieforhold", "leieforhold"),
    ]
    if meeting.undecided:
        facts.append(f"{meeting.undecided} ikke tatt opp")
    return " · ".join(facts)


def past_row(row: ArrearsMeetingRow) -> Row:
    """A meeting that was held, with its minutes."""
    return Row(
        f"meeting/{row.id}",
        f"Møte {day_in_words(row.held_on)}",
        plural(row.cases, "leieforhold", "leieforhold"),
        Chip(ChipKind.OK, "Avsluttet"),
        action="Se referatet",
        action_icon=Icon.DOCUMENT,
    )
