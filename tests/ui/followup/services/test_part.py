"""«Tjenester»: who helps, confirmed with one key; hidden without consent; what may be told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.documents.model import Size
from app.followup.services.model import KnownBy
from app.letters.model import DocumentKind
from app.office import Office
from app.people.consents.model import ConsentScope
from tests.app.followup.services.helped import UNTIL, Helped, agrees, helped, unit_of
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.followup.services.basis import Leaned
from ui.followup.services.letters import CONSENT_FORM, ConsentFormDesk
from ui.followup.services.part import ServicesPart
from ui.navigation import Navigator, Place

TODAY = date(2026, 11, 23)


@pytest.fixture
def known(office: Office) -> Helped:
    return helped(office, registered_person(office))


def part_of(qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId) -> ServicesPart:
    made = ServicesPart(office, navigator, office.people.get(person))
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.begin()
    return made


def spoken(part: ServicesPart) -> str:
    return "\n".join(
        row.spoken for rows in (part.helpers, part.consents, part.sharing) for row in rows.rows
    )


def test_c5_the_page_lists_the_contact_person_with_the_day_and_confirms_with_one_key(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped, told: list[str]
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    assert unnamed_focusables(part) == []
    assert "Siri Testmo, primærkontakt. 900 00 111. 01.06.2026. sist bekreftet" in spoken(part)
    QTest.keyClick(part.helpers, Qt.Key.Key_Return)
    assert told == ["Kontaktperson bekreftet"]
    again = part_of(qtbot, office, navigator, known.person)
    assert "23.11.2026. sist bekreftet" in spoken(again)


def test_a1_without_consent_the_unit_says_so_and_tells_nothing(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    part.consents.setFocus()
    QTest.keyClick(part.consents, Qt.Key.Key_Return)
    words = spoken(part_of(qtbot, office, navigator, known.person))
    assert "Samtykket er trukket. Det enheten gjør, vises ikke." in words
    assert "Siri Testmo" not in words
    assert "Praktisk bistand" not in words
    office.history.undo()
    assert "Siri Testmo" in spoken(part_of(qtbot, office, navigator, known.person))


def test_p6_what_may_be_told_says_whom_the_consent_and_what_never(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    agrees(office, known.person, ConsentScope.TALK_WITH_OTHERS, body="Lia bank")
    rows = {row.title: row for row in part_of(qtbot, office, navigator, known.person).sharing.rows}
    assert "Samtykke gitt 01.06.2026." in rows["Helse- og omsorgstjenesten"].why
    assert rows["Helse- og omsorgstjenesten"].when == "til 01.06.2027"
    assert rows["Nav"].why.startswith("Ingenting uten samtykke. Aldri: helseopplysninger")
    assert "Lia bank" in rows


def test_one_without_services_is_told_the_next_step(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    part = part_of(qtbot, office, navigator, registered_person(office))
    assert part.focusWidget() is part.service_button
    assert unnamed_focusables(part) == []


def test_a_service_from_a_new_unit_asks_what_it_rests_on(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    child = unit_of(office, "childrens_services")
    dialog = part.dialogs.service()
    dialog.form.set_values({"unit": child, "what": "Støttekontakt"})
    assert not dialog.attempt()
    assert dialog.form.problem_count == 1
    leaned = Leaned(KnownBy.CONSENT, known.consent)
    dialog.form.set_values({"unit": child, "what": "Støttekontakt", "known_by": leaned})
    assert dialog.attempt()
    whats = [s.draft.what for b in office.services_given.of(known.person) for s in b.services]
    assert whats == ["Praktisk bistand", "Støttekontakt"]


def test_what_was_typed_is_put_right_and_ended(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    (contact,) = office.services_given.of(known.person)[0].contacts
    part.correct()
    dialog = part.dialogs.change_contact(contact)
    assert dialog.form.values()["name"] == "Siri Testmo"
    dialog.form.set_values({"phone": "900 00 222"})
    assert dialog.attempt()
    assert office.services_given.contact(contact.id).draft == replace(
        contact.draft, phone="900 00 222"
    )
    (service,) = office.services_given.of(known.person)[0].services
    ending = part.dialogs.end_service(service)
    assert ending.attempt()
    assert office.services_given.service(service.id).draft.until == TODAY


def test_a_contact_person_is_taken_in_and_a_lacking_basis_is_mended(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    office.consents.withdraw(known.consent)
    part = part_of(qtbot, office, navigator, known.person)
    home = unit_of(office, "home_services")
    dialog = part.dialogs.basis(home)
    assert not dialog.attempt()
    law = {"known_by": Leaned(KnownBy.DUTY_TO_COOPERATE), "words": "samarbeid om boligen"}
    dialog.form.set_values(law)
    assert dialog.attempt()
    added = part.dialogs.contact(home)
    added.form.set_values({"name": "Lill Linerle"})
    assert added.attempt()
    (block,) = office.services_given.of(known.person)
    assert [each.draft.name for each in block.contacts] == ["Siri Testmo", "Lill Linerle"]


def test_a_consent_is_taken_in_with_an_end(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    dialog = part.dialogs.consent()
    assert not dialog.attempt()
    dialog.form.set_values({"scope": ConsentScope.TALK_WITH_NAV})
    assert dialog.attempt()
    consent = office.consents.holding(known.person, ConsentScope.TALK_WITH_NAV)
    assert consent is not None
    assert (consent.since, consent.until) == (TODAY, date(2027, 11, 23))


def test_the_form_is_made_beside_what_is_asked(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped, went: list[Place]
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    part.form_button.click()
    assert went[-1].task == CONSENT_FORM
    desk = ConsentFormDesk(office, navigator, office.people.get(known.person))
    qtbot.addWidget(desk)
    desk.form.set_values({"scopes": frozenset({ConsentScope.CONTACT_EARLY}), "size": Size.LARGE})
    assert not desk.show_letter()
    desk.form.set_values({"contact_early": "Søsteren"})
    assert desk.show_letter()
    assert desk.draft.until == date(2027, 11, 23) != UNTIL
    desk.issue()
    (row,) = office.letters.of(Ref("person", known.person))
    assert row.kind is DocumentKind.CONSENT_FORM


def test_the_signed_form_is_taken_in_and_kept_with_the_persons_letters(
    qtbot: QtBot, office: Office, navigator: Navigator, known: Helped, tmp_path: Path
) -> None:
    part = part_of(qtbot, office, navigator, known.person)
    dialog = part.dialogs.signed_form()
    assert not dialog.attempt(), "nothing is chosen"
    scan = tmp_path / "skjema.pdf"
    scan.write_bytes(b"%PDF-1.7\n%%EOF\n")
    dialog.form.set_values({"file": scan})
    assert dialog.attempt()
    (row,) = office.letters.of(Ref("person", known.person))
    assert row.kind is DocumentKind.CONSENT_FORM
