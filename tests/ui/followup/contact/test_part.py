"""«Kontakt» on a person's follow-up: written, counted, put right, printed."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import (
    FIELDS,
    ContactChannel,
    ContactNoteDraft,
    ContactOutcome,
    LogReceiver,
)
from app.letters.model import DocumentKind
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.contact.letters import ContactLogDesk
from ui.followup.contact.part import LOG, ContactPart
from ui.followup.parts import CONTACT
from ui.followup.person import PersonFollowupPage
from ui.kit.cards import Callout
from ui.navigation import PageId, Place
from ui.parted_page import PartedView

TODAY = date(2026, 11, 23)
CALL = ContactNoteDraft(
    TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Vil møtes på torsdag."
)
MISS = ContactNoteDraft(TODAY, ContactChannel.SMS, ContactOutcome.NOT_REACHED)


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def part(page: PersonFollowupPage, person: PersonId, *, again: bool = True) -> ContactPart:
    """The part as it stands."""
    if again:
        page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", person), CONTACT))
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, ContactPart)
    return page.view.part


def test_d10_a_new_note_has_five_fields(page: PersonFollowupPage, kari: PersonId) -> None:
    shown = part(page, kari)
    assert shown.form.names == FIELDS
    assert unnamed_focusables(shown) == []


def test_an_empty_log_says_the_next_step(page: PersonFollowupPage, kari: PersonId) -> None:
    assert "Ingen kontakt er skrevet ned" in spoken_tree(part(page, kari))


def test_a_call_is_logged_by_its_words_and_one_key(
    qtbot: QtBot, page: PersonFollowupPage, office: Office, kari: PersonId, told: list[str]
) -> None:
    shown = part(page, kari)
    QTest.keyClicks(shown.words.control, "Vil bytte bolig.")
    QTest.keyClick(shown.words.control, Qt.Key.Key_Return)
    (note,) = office.contact_notes.of(kari)
    assert note.now.draft == ContactNoteDraft(
        TODAY, ContactChannel.PHONE, ContactOutcome.REACHED, "Vil bytte bolig."
    )
    shown = part(page, kari, again=False)
    assert shown.words.value() is None
    assert shown.list.rows[0].title == "Telefon: Vil bytte bolig."
    assert told == ["Notat skrevet"]


def test_what_is_missing_stands_beside_its_field(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    shown = part(page, kari)
    shown.save_button.click()
    assert shown.words.verdict_words == "Skriv med få ord hva som ble sagt."
    assert office.contact_notes.of(kari) == ()


def test_missed_in_a_row_is_a_chip_and_says_what_to_do(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    office.contact_notes.add(kari, CALL)
    for _ in range(2):
        office.contact_notes.add(kari, MISS)
    shown = part(page, kari)
    assert "Ikke nådd 2 ganger på rad" in spoken_tree(shown).replace("\u00a0", " ")
    assert shown.findChildren(Callout) == []
    office.contact_notes.add(kari, MISS)
    (told,) = part(page, kari).findChildren(Callout)
    assert told.what.text().replace("\u00a0", " ") == "Ikke nådd 3 ganger på rad"


def test_the_log_is_newest_first_and_filtered(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    office.contact_notes.add(kari, CALL)
    office.contact_notes.add(kari, MISS)
    shown = part(page, kari)
    assert [row.title for row in shown.list.rows] == ["SMS", "Telefon: Vil møtes på torsdag."]
    shown.outcome.set_value(ContactOutcome.NOT_REACHED)
    shown.filters.changed.emit()
    assert [row.title for row in shown.list.rows] == ["SMS"]


def test_a_note_is_put_right_and_may_become_navs_alone(
    page: PersonFollowupPage, office: Office, kari: PersonId, told: list[str]
) -> None:
    written = office.contact_notes.add(kari, CALL)
    dialog = part(page, kari).correct(written)
    assert dialog is not None
    assert dialog.form.field("words").value() == CALL.words
    dialog.form.set_values({"words": "Vil møtes på fredag."})
    dialog.other_button.click()
    now = office.contact_notes.get(written).now
    assert (now.words, now.nav_only) == ("Vil møtes på fredag.", True)
    row = part(page, kari, again=False).list.rows[0]
    assert row.how_long == "Bare Nav"
    assert "Rettet" in row.why
    assert told == ["Notat rettet"]
    again = part(page, kari).correct(written)
    assert again is not None
    assert again.verb_button.text() == "Lagre for bare Nav"
    again.reject()


def test_a_next_step_is_ticked(
    page: PersonFollowupPage, office: Office, kari: PersonId, told: list[str]
) -> None:
    ahead = TODAY + timedelta(days=4)
    office.contact_notes.add(kari, ContactNoteDraft(TODAY, MISS.channel, MISS.outcome, "", ahead))
    shown = part(page, kari)
    assert shown.done_button.isEnabled()
    shown.done_button.click()
    shown = part(page, kari, again=False)
    assert not shown.done_button.isEnabled()
    assert told == ["Neste steg gjort"]


def test_what_is_half_typed_outlives_the_page(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    shown = part(page, kari)
    shown.words.box.setPlainText("Halvskrevet")
    page.hide()
    page.show()
    assert part(page, kari).words.value() == "Halvskrevet"
    office.contact_notes.add(kari, CALL)
    assert part(page, kari, again=False).words.value() == "Halvskrevet"


def test_pv_04_the_log_is_printed_for_the_person_and_for_health_with_consent(
    page: PersonFollowupPage, office: Office, kari: PersonId
) -> None:
    office.contact_notes.add(kari, CALL)
    part(page, kari).print_button.click()
    desk = page.view
    assert isinstance(desk, ContactLogDesk)
    assert desk.issue_button.isEnabled()
    desk.form.set_values({"receiver": LogReceiver.HEALTH})
    assert not desk.show_letter()
    office.consents.add(Consent(person=kari, scope=ConsentScope.TALK_WITH_HEALTH, since=TODAY))
    assert desk.show_letter()
    desk.issue()
    kinds = [row.kind for row in office.letters.of(Ref("person", kari))]
    assert kinds == [DocumentKind.CONTACT_LOG]
    assert isinstance(page.view, PartedView)


def test_the_print_has_a_place_of_its_own(page: PersonFollowupPage, kari: PersonId) -> None:
    page.show_place(Place(PageId.PERSON_FOLLOWUP, Ref("person", kari), LOG))
    assert isinstance(page.view, ContactLogDesk)
