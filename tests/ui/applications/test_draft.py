"""«Ny søknad» half typed: through the lock, from a person's card, gone when finished."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.applications.intake.model import (
    Hindrance,
    IncomeKind,
    Paper,
    PaperKind,
    Tenure,
)
from app.applications.model import Channel, NeedCategory, TargetGroup
from app.core.cases import CaseKind
from app.core.clock import FixedClock
from app.core.ids import ApplicationId, Ref
from app.core.money import kroner
from app.office import Office
from app.people.consents.model import ConsentScope
from app.people.model import AddressProtection
from tests.app.applications.conftest import a_new_application
from tests.factories import CANARY_NAME, a_number, registered_dwelling, registered_person
from tests.ui.applications.desk import Heard, Keys, seen
from ui.applications.application_page import ApplicationPage
from ui.applications.new_application import DRAFT
from ui.kit.buttons import IconButton
from ui.kit.jobs import Jobs
from ui.kit.rows_field import RowsField
from ui.main_window import OfficeView
from ui.navigation import PageId, Place

NEW = Place(PageId.APPLICATION, task="new")
NUMBER = a_number(date(1988, 3, 14), 0)
Unlock = Callable[[], ApplicationPage]


@pytest.fixture
def unlock(dressed: QApplication, office: Office, qtbot: QtBot) -> Iterator[Unlock]:
    """Opens the register in a new view on «Ny søknad», the one before locked and destroyed."""
    jobs, views = Jobs(), list[QWidget]()

    def lock() -> None:
        for view in views:
            assert isinstance(view, OfficeView)
            view.leave()
            view.deleteLater()
        views.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def open_again() -> ApplicationPage:
        lock()
        view = OfficeView(office, jobs)
        views.append(view)
        view.resize(1240, 800)
        view.show()
        view.activateWindow()
        view.go(NEW)
        dressed.processEvents()
        page = view.shell.pages.currentWidget()
        assert isinstance(page, ApplicationPage)
        return page

    yield open_again
    lock()
    jobs.stop_all()


def test_everything_half_typed_survives_the_lock(
    unlock: Unlock, office: Office, clock: FixedClock
) -> None:
    page = unlock()
    Keys(page).type("Ingunn Sølvberg")
    Keys(page).press(Qt.Key.Key_Return)
    form = page.new.form
    form.set_values(
        {
            "national_id": NUMBER,
            "address": "Testbakken 12",
            "channel": Channel.PHONE,
            "group": TargetGroup.YOUNG,
            "needs": frozenset({NeedCategory.TOO_SMALL}),
            "reason": "<b>leiligheten\nble solgt",
            "bedrooms": 2,
            "accessible": True,
        }
    )
    Keys(page).tab()
    form.field("birth_date").control.setFocus()
    Keys(page).type("14.3")
    child, half = form.members.add(), form.members.add()
    child.set_values({"name": "Elias Sølvberg", "born": a_number(date(2019, 5, 4), 0)})
    half.field("name").control.setFocus()
    Keys(page).type("Nora")
    half.field("born").control.setFocus()
    Keys(page).type("3.2.")
    draft, members = form.draft(), [line.typed() for line in form.members.lines]
    assert "Utkast" not in seen(page)
    clock.at = clock.at.replace(hour=10, minute=42)
    there = unlock()
    assert there is not page
    assert "Utkast fra kl.\u00a010.42" in seen(there)
    assert there.new.form.draft() == draft
    assert [line.typed() for line in there.new.form.members.lines] == members
    assert NUMBER not in seen(there)
    clock.at = clock.at.replace(day=24)
    assert "Utkast fra 23. november kl.\u00a010.42" in seen(unlock())
    assert office.applications.rows() == ()


def test_half_a_day_is_kept_as_it_was_typed(unlock: Unlock) -> None:
    page = unlock()
    field = page.new.form.field("received_on")
    field.control.setFocus()
    Keys(page).press(Qt.Key.Key_A, ctrl=True)
    Keys(page).type("31.")
    again = unlock().new.form.field("received_on")
    assert again.value() is None
    assert again.control.property("text") == "31."


def test_what_was_searched_for_and_who_was_chosen_are_kept(unlock: Unlock, office: Office) -> None:
    person = registered_person(office)
    Keys(unlock()).type("kana")
    page = unlock()
    assert page.new.form.finder.field.text() == "kana"
    page.new.form.choose(person)
    page.new.keep()
    kept = office.drafts.of(DRAFT)
    assert kept["person"] == person
    assert CANARY_NAME not in str(kept)
    assert unlock().new.form.finder.person == person


def test_an_empty_form_is_no_draft(unlock: Unlock, office: Office) -> None:
    page = unlock()
    page.new.keep()
    assert office.drafts.of(DRAFT) == {}
    page.new.form.set_values({"note": "ringer igjen"})
    page.new.keep()
    assert office.drafts.of(DRAFT)["note"] == "ringer igjen"
    page.new.form.set_values({"note": None})
    page.new.keep()
    assert office.drafts.of(DRAFT) == {}
    page.new.form.set_values({"note": "ringer igjen"})
    page.new.keep()
    page.new.clear()
    assert office.drafts.of(DRAFT) == {}
    assert "Utkast" not in seen(page)
    assert page.new.form.field("note").value() is None


def test_a_registered_application_leaves_no_draft(unlock: Unlock, office: Office) -> None:
    page = unlock()
    page.new.form.choose(registered_person(office))
    page.new.keep()
    page.new.register()
    assert len(office.applications.rows()) == 1
    assert office.drafts.of(DRAFT) == {}
    assert unlock().new.form.finder.person is None


def test_shielding_someone_empties_what_is_half_typed(unlock: Unlock, office: Office) -> None:
    page = unlock()
    person = registered_person(office)
    page.new.form.set_values({"present_housing": "Testbakken 12"})
    page.new.keep()
    office.people.shield(person, "Folkeregisteret", "mappe 7")
    assert page.new.form.field("present_housing").value() is None
    page.new.keep()
    assert office.drafts.of(DRAFT) == {}


def test_nothing_that_tells_where_is_kept_of_one_to_be_shielded(
    unlock: Unlock, office: Office
) -> None:
    page = unlock()
    page.new.form.begin_new()
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    where = {"address": "Testbakken 12", "present_housing": "Testbakken 12"}
    page.new.form.set_values({"family_name": "Testmo", "protection": strict} | where)
    page.new.keep()
    assert "Testbakken" not in str(office.drafts.of(DRAFT))
    assert office.drafts.of(DRAFT)["family_name"] == "Testmo"


def test_one_begun_from_a_card_has_its_applicant_and_a_draft_of_its_own(
    page: ApplicationPage, office: Office, heard: Heard
) -> None:
    person = registered_person(office)
    page.show_place(NEW)
    page.new.form.set_values({"note": "en annen"})
    card = Place(PageId.APPLICATION, Ref("person", person), "new")
    page.show_place(card)
    assert page.new.form.finder.person == person
    assert page.new.form.field("note").value() is None
    assert "Utkast" not in seen(page)
    page.about_to_leave()
    assert office.drafts.of(f"{DRAFT}:{person}") == {}
    page.new.form.set_values({"note": "fra kortet"})
    page.show_place(NEW)
    assert page.new.form.finder.person is None
    assert page.new.form.field("note").value() == "en annen"
    page.show_place(card)
    assert page.new.form.field("note").value() == "fra kortet"
    page.new.register()
    ref = heard.places[-1].ref
    assert ref is not None
    assert office.applications.get(ApplicationId(ref.id)).applicant == person
    assert office.drafts.of(f"{DRAFT}:{person}") == {}
    assert office.drafts.of(DRAFT)["note"] == "en annen"


def test_a_dwelling_begins_an_application_of_nobody(page: ApplicationPage, office: Office) -> None:
    office.applications.register(a_new_application())
    place = Place(PageId.APPLICATION, Ref("dwelling", registered_dwelling(office)), "new")
    page.show_place(place)
    assert page.new.isVisible()
    assert page.new.form.finder.person is None


def test_the_answers_of_the_whole_form_survive_the_lock(unlock: Unlock, office: Office) -> None:
    page = unlock()
    form = page.new.form
    Keys(page).type("Ingunn Testmo")
    Keys(page).press(Qt.Key.Key_Return)
    form.members.add()
    child = form.members.add()
    child.set_values({"name": "Elias Testmo"})
    first = [each for each in form.members.findChildren(IconButton) if "1" in each.toolTip()]
    first[0].click()
    form.set_values(
        {
            "cases": frozenset({CaseKind.HOUSING_HELP}),
            "tenure": Tenure.PRISON,
            "registered_here": False,
            "permit_until": date(2027, 8, 1),
            "owed": kroner(4200),
            "hindrances": frozenset({Hindrance.DEBT}),
            "other_groups": frozenset({TargetGroup.YOUNG}),
            "papers": (Paper(PaperKind.INCOME, received_on=date(2026, 11, 20)),),
            "representative.name": "Siv Testvik",
        }
    )
    incomes, consents = form.field("incomes"), form.field("consents")
    assert isinstance(incomes, RowsField)
    assert isinstance(consents, RowsField)
    whose = form.household_people()[-1][0]
    incomes.add().form.set_values({"person": whose, "monthly": kroner(1968)})
    QTest.keyClicks(incomes.add().form.field("monthly").control, "12x")
    consents.add().form.set_values({"scope": ConsentScope.FETCH_NAV})
    before = form.registration()
    again = unlock().new.form
    assert again.registration() == before
    assert before.incomes[0].place == 1
    rows = again.field("incomes")
    assert isinstance(rows, RowsField)
    assert rows.typed()[1] == [0, IncomeKind.WORK, "12x"]
    assert again.unreadable


def test_where_a_shielded_one_lives_is_kept_in_no_draft(unlock: Unlock, office: Office) -> None:
    page = unlock()
    page.new.form.begin_new()
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    where = dict.fromkeys(("landlord", "rented_where", "representative.line"), "Testbakken 12")
    page.new.form.set_values({"family_name": "Testmo", "protection": strict} | where)
    page.new.keep()
    assert "Testbakken" not in str(office.drafts.of(DRAFT))
