"""The keys of a dwelling on its page; nothing that names a protected tenant (ADR-05)."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.dwellings.keys.model import DoorKeyKind, KeyHolder
from app.office import Office
from app.people.model import AddressProtection
from tests.app.leases.conftest import desk as desk
from tests.app.leases.conftest import lease as lease
from tests.app.leases.desk import LeaseDesk
from ui.dwellings.card import DwellingCard
from ui.dwellings.door_keys import MoveKey, RegisterKeys
from ui.kit.jobs import Jobs
from ui.kit.list import RowList
from ui.navigation import Navigator


@pytest.fixture
def card(qtbot: QtBot, office: Office, desk: LeaseDesk) -> DwellingCard:
    """The page of the flat."""
    made = DwellingCard(office, Navigator(Jobs()))
    qtbot.addWidget(made)
    made.show_dwelling(desk.dwelling)
    return made


def rows(card: DwellingCard, desk: LeaseDesk) -> list[tuple[str, str]]:
    card.show_dwelling(desk.dwelling)
    lists = (each for each in card.findChildren(RowList) if each.accessibleName() == "Nøkler")
    return [(row.title, row.why) for row in list(lists)[-1].rows]


def test_keys_are_registered_on_the_dwelling(
    card: DwellingCard, office: Office, desk: LeaseDesk
) -> None:
    told: list[str] = []
    dialog = RegisterKeys(office, desk.dwelling, told.append, card)
    assert not dialog.attempt()
    assert dialog.form.field("marks").verdict_words.startswith("Skriv merket")
    dialog.form.set_values({"marks": "1-2", "kind": DoorKeyKind.POST_BOX})
    assert dialog.attempt()
    assert told
    assert rows(card, desk) == [
        ("1, postkasse", "På kontoret"),
        ("2, postkasse", "På kontoret"),
    ]


def test_a_key_goes_to_the_caretaker(card: DwellingCard, office: Office, desk: LeaseDesk) -> None:
    (key,) = office.door_keys.register(desk.dwelling, DoorKeyKind.DOOR, "1")
    dialog = MoveKey(office, key, lambda _words: None, card)
    dialog.form.set_values({"holder": KeyHolder.CARETAKER, "since": date(2026, 11, 20)})
    assert not dialog.attempt()
    dialog.form.set_values({"since": date(2026, 11, 23)})
    assert dialog.attempt()
    assert office.door_keys.moves(key)[-1].holder is KeyHolder.CARETAKER


def test_a_protected_tenant_is_not_pointed_at(
    card: DwellingCard, office: Office, desk: LeaseDesk, lease: object
) -> None:
    keys = office.door_keys.register(desk.dwelling, DoorKeyKind.DOOR, "1")
    (row,) = office.leases.of_dwelling(desk.dwelling)
    office.door_keys.hand_out(keys, row.id)
    assert rows(card, desk) == [("1, inngangsdør", f"Hos leietakeren, {row.number}")]
    office.people.protect(desk.person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert rows(card, desk) == [("1, inngangsdør", "Hos leietakeren")]
