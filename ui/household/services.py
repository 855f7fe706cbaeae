"""«Tjenester» on the household card: whom to ring in each unit, and what is lacking."""

from collections.abc import Callable

from app.core.ids import PersonId
from app.followup.services.model import ContactPerson, Standing, UnitBlock
from app.office import Office
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card
from ui.kit.chips import ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import capital, day, word


def services_card(office: Office, person: PersonId, go: Callable[[], object]) -> Card:
    """One row for each contact person, with the day somebody last made sure (C5)."""
    link = Button("Åpne", go, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
    link.setAccessibleName("Åpne tjenestene")
    found = office.services_given.of(person)
    rows = [row for block in found if block.standing.shown for row in _rows(office, block)]
    hidden = [block for block in found if not block.standing.shown]
    flush = bool(rows) and not hidden
    card = Card("Tjenester", icon=Icon.SERVICES, link=link, flush=flush)
    if not found:
        none = "Ingen er ført inn. Spør hvem som hjelper i dag."
        card.add(Label(none, Type.HELP, Token.TEXT2, wrap=True))
    if rows:
        helpers = RowList("Tjenester", Shape.TIMELINE, whole=True)
        helpers.set_rows(rows)
        helpers.activated_key.connect(lambda _key: go())
        card.add(helpers)
    for block in hidden:
        card.add(Callout(ChipKind.SOON, _lacking(office, block)))
    return card


def _rows(office: Office, block: UnitBlock) -> list[Row]:
    unit = capital(office.service_units.get(block.unit).name())
    what = ", ".join(each.draft.what for each in block.services)
    contacts = [
        Row(each.id, _whom(each), f"{unit} · {_confirmed(each)}", icon=Icon.CALL)
        for each in block.contacts
    ]
    if contacts or not what:
        return contacts
    return [Row(-block.unit, what, unit, icon=Icon.SERVICES)]


def _whom(contact: ContactPerson) -> str:
    """«Siri Testmo, 900 00 111»."""
    return ", ".join(part for part in (contact.draft.name, contact.draft.phone) if part)


def _confirmed(contact: ContactPerson) -> str:
    return f"bekreftet {day(contact.confirmed_on)}"


def _lacking(office: Office, block: UnitBlock) -> str:
    """«Nav: samtykke gikk ut 01.11.2026»."""
    unit = capital(office.service_units.get(block.unit).name())
    last = None if block.basis is None else block.basis.last_day
    ended = f" {day(last)}" if last is not None and block.standing is Standing.ENDED else ""
    return f"{unit}: samtykke {word(block.standing)}{ended}"
