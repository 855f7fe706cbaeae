"""«Tjenester» on the household card: whom to ring in each unit, and what is lacking."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout

from app.core.ids import PersonId
from app.core.text import HARD_BLANK
from app.followup.services.model import ContactPerson, Standing, UnitBlock
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import capital, day, word

COORDINATOR = "Koordinator · "


def services_card(office: Office, person: PersonId, go: Callable[[], object]) -> Card:
    """Each contact person by unit, with the day somebody last made sure (C5)."""
    link = Button("Åpne", go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    link.setAccessibleName("Åpne tjenestene")
    found = office.services_given.of(person)
    card = Card("Tjenester", icon=Icon.SERVICES, link=link)
    owner = office.owners.of(person)
    leads = "" if owner is None else owner.coordinator
    contacts = [
        each.draft.name for block in found if block.standing.shown for each in block.contacts
    ]
    if owner is not None and leads and leads not in contacts:
        unit = capital(office.owners.unit_of(owner).draft.name)
        phone = HARD_BLANK.join(owner.phone.split())
        card.add(_pair(leads, "\n".join(part for part in (f"{COORDINATOR}{unit}", phone) if part)))
    elif not found:
        none = "Ingen er ført inn. Spør hvem som hjelper i dag."
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
    for block in found:
        if block.standing.shown:
            card.add(*(_pair(*words) for words in _helpers(office, block, leads)))
        else:
            card.add(Callout(ChipKind.SOON, _lacking(office, block)))
    return card


def _helpers(office: Office, block: UnitBlock, leads: str) -> list[tuple[str, str]]:
    """Who, and under it the unit, the number and the day; a unit without anyone by what it does."""
    unit = capital(office.service_units.get(block.unit).name())
    contacts = [
        (name, f"{COORDINATOR if name == leads else ''}{unit}\n{_reached(each)}")
        for each in block.contacts
        for name in (each.draft.name,)
    ]
    what = ", ".join(each.draft.what for each in block.services)
    return contacts or ([(what, unit)] if what else [])


def _reached(contact: ContactPerson) -> str:
    """«900 00 111 · bekreftet 01.06.2026»."""
    confirmed = f"bekreftet {day(contact.confirmed_on)}"
    phone = HARD_BLANK.join(contact.draft.phone.split())
    return " · ".join(part for part in (phone, confirmed) if part)


def _pair(who: str, more: str) -> QVBoxLayout:
    """Two labels that are seen as one."""
    pair = QVBoxLayout()
    pair.setSpacing(0)
    pair.addWidget(Label(who, Type.LABEL, wrap=True))
    pair.addWidget(Label(more, Type.HELP, Token.TEXT2, wrap=True))
    return pair


def _lacking(office: Office, block: UnitBlock) -> str:
    """«Nav: samtykke gikk ut 01.11.2026»."""
    unit = capital(office.service_units.get(block.unit).name())
    last = None if block.basis is None else block.basis.last_day
    ended = f" {day(last)}" if last is not None and block.standing is Standing.ENDED else ""
    return f"{unit}: samtykke {word(block.standing)}{ended}"
