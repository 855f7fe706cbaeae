"""Under the name of whoever is followed up: the level, the coordinator and the next talk."""

from datetime import date

from app.core.ids import PersonId
from app.followup.owners.model import Owner
from app.followup.plans.model import Plan
from app.office import Office
from app.people.model import AddressProtection, Person
from ui.kit.chips import Chip, ChipKind, Level
from ui.kit.words import BETWEEN
from ui.labels import near_day, title_word


def standing_chips(office: Office, person: Person) -> tuple[Chip, ...]:
    """The level with its shape, and that the address is protected."""
    chips = []
    now = office.levels.of(person.id)
    if now is not None:
        chips.append(Level.of(now.level.value).chip)
    if person.protection is not AddressProtection.NONE:
        chips.append(Chip(ChipKind.PROTECTED, title_word(person.protection)))
    return tuple(chips)


def standing_line(office: Office, person: PersonId) -> str:
    """«Oppfølging · koordinator Siri Testmo, boligkontoret · neste samtale tor. 26. nov.»"""
    plan = office.plans.of(person)
    runs = plan if plan is not None and not plan.state.over else None
    owner = office.owners.of(person)
    said = _owned(office, owner) if owner is not None else _unowned(office, person, runs)
    parts = ("Oppfølging", said, _next_talk(runs, office.clock.today()))
    return BETWEEN.join([part for part in parts if part])


def _owned(office: Office, owner: Owner) -> str:
    unit = office.owners.unit_of(owner).name()
    return f"koordinator {owner.coordinator}, {unit}" if owner.coordinator else unit


def _unowned(office: Office, person: PersonId, plan: Plan | None) -> str:
    """Something is planned and nobody owns it (P1); or nothing is agreed, or all is over."""
    if plan is not None:
        return "uten ansvarlig enhet"
    return "avsluttet" if office.levels.history(person) else "ikke avtalt ennå"


def _next_talk(plan: Plan | None, today: date) -> str:
    talk = plan.draft.next_talk_on if plan is not None else None
    return "" if talk is None or talk < today else f"neste samtale {near_day(talk, today)}"
