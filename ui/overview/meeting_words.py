"""Meetings and their cases in the officer's words."""

from datetime import date

from app.core.days import day_in_words
from app.core.text import plural
from app.overview.meetings.model import Item, Meeting, MeetingRow
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.list import Row
from ui.labels import near_day

_KINDS = {
    "application": "Søknad",
    "vedtak": "Vedtak",
    "lease": "Leieforhold",
    "offer": "Tilbud",
    "appeal": "Klage",
    "dwelling": "Ledig bolig",
    "eviction_case": "Utkastelsessak",
}


def title_of(item: Item) -> str:
    """«Bruk Eksempelgård, S2026-003», an address, or that it is gone."""
    told = ", ".join(part for part in (item.name, item.number) if part)
    return told or f"{_KINDS[item.about.kind]} som er tatt ut av registeret"


def row_of(item: Item, why: tuple[str, ...], today: date) -> Row:
    """A case as a row: decided or not by word and shape."""
    outcome = item.outcome
    decided = outcome.decision.strip()
    chip = Chip(ChipKind.OK, "Vedtatt") if decided else Chip(ChipKind.NOT_STARTED, "Ikke tatt opp")
    due = f"Frist {near_day(outcome.due_on, today)}" if outcome.due_on else ""
    return Row(
        key=item.about,
        title=title_of(item),
        why=decided or " ".join(why),
        chip=chip,
        when=due,
        how_long=outcome.responsible,
        action="Skriv" if not decided else "Endre",
        action_icon=Icon.EDIT,
    )


def facts_of(meeting: Meeting) -> str:
    """«30 saker · 12 ikke tatt opp · Rådhuset»."""
    facts = [plural(len(meeting.items), "sak", "saker")]
    if meeting.undecided:
        facts.append(f"{meeting.undecided} ikke tatt opp")
    if meeting.place:
        facts.append(meeting.place)
    return " · ".join(facts)


def past_row(row: MeetingRow) -> Row:
    """A meeting that was held."""
    return Row(
        key=row.id,
        title=f"Tildelingsmøte {day_in_words(row.held_on)}",
        why=" · ".join(part for part in (plural(row.items, "sak", "saker"), row.place) if part),
        icon=Icon.DOCUMENT,
        action="Se referatet",
    )
