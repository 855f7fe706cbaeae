"""The view of one open register: where one is, saved filters, and drafts that outlive a lock."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.arrears.accounts.model import ChargeDraft
from app.core.ids import Ref
from app.core.money import kroner
from app.dwellings.model import DwellingStatus
from app.office import Office
from app.people.model import AddressProtection
from app.settings.model import Duty
from tests.app.arrears.desk import tenancy
from tests.factories import a_dwelling, a_person
from ui.dwellings.one import DwellingPage
from ui.household.page import HouseholdPage
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.kit.kept import KeptForm
from ui.kit.page import ScrollBody
from ui.main_window import MainWindow, OfficeView
from ui.navigation import PageId, Place
from ui.pages import spec_of

FORMS = {PageId.HOUSEHOLD: "family_name", PageId.DWELLING: "street"}


def never(error: Exception) -> None:
    """A job that must not fail."""
    raise error


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def unlocked(window: MainWindow, office: Office) -> OfficeView:
    """The view, as after an unlocking."""
    made = OfficeView(office, Jobs())
    window.show_inside(made)
    return made


def locked(window: MainWindow, view: OfficeView) -> None:
    """Leave and destroy it, as a lock does."""
    view.leave()
    window.show_inside(QWidget())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(view)


@pytest.fixture
def view(window: MainWindow, office: Office) -> Iterator[OfficeView]:
    office.dwellings.register(a_dwelling())
    made = unlocked(window, office)
    yield made
    made.leave()


def begun(view: OfficeView, page: PageId) -> KeptForm:
    """The new form of a page, in sight."""
    view.go(Place(page, task="new"))
    shown: QWidget | None = view.shell.pages.currentWidget()
    assert isinstance(shown, HouseholdPage | DwellingPage)
    return shown.new.kept


def type_in(form: Form, name: str, value: object) -> None:
    form.field(name).set_value(value)
    form.changed.emit(name)


@pytest.mark.parametrize("page", list(FORMS))
def test_what_is_half_typed_outlives_a_lock(
    office: Office, window: MainWindow, page: PageId
) -> None:
    view = unlocked(window, office)
    kept = begun(view, page)
    assert kept.note.isHidden()
    type_in(kept.form, FORMS[page], "Halvskrevet")
    locked(window, view)

    again = begun(unlocked(window, office), page)
    assert again.form.field(FORMS[page]).value() == "Halvskrevet"
    assert again.note.what.text() == "Utkast fra kl.\u00a010.00"
    assert not again.note.isHidden()


def test_a_draft_keeps_days_choices_and_ticks(office: Office, window: MainWindow) -> None:
    view = unlocked(window, office)
    typed = {"status": DwellingStatus.MAINTENANCE, "accessible": True, "rent": 720_000}
    form = begun(view, PageId.DWELLING).form
    form.set_values(typed)
    before = form.values()
    locked(window, view)

    page = begun(unlocked(window, office), PageId.DWELLING)
    assert page.form.values() == before
    assert page.form.field("status").value() is DwellingStatus.MAINTENANCE


@pytest.mark.parametrize("how", ["cleared", "registered", "emptied"])
def test_a_draft_is_gone_when_it_is_finished(office: Office, window: MainWindow, how: str) -> None:
    view = unlocked(window, office)
    kept = begun(view, PageId.HOUSEHOLD)
    type_in(kept.form, "family_name", "Njárga")
    view.go(Place(PageId.PEOPLE))
    kept = begun(view, PageId.HOUSEHOLD)
    page = view.shell.pages.currentWidget()
    assert isinstance(page, HouseholdPage)
    assert not kept.note.isHidden()
    if how == "cleared":
        page.new.clear()
    elif how == "registered":
        page.new.register()
    else:
        type_in(kept.form, "family_name", None)
    locked(window, view)

    again = begun(unlocked(window, office), PageId.HOUSEHOLD)
    assert again.form.field("family_name").value() is None
    assert again.form.field("protection").value() is AddressProtection.NONE
    assert again.note.isHidden()


def test_a_form_that_was_only_looked_at_is_no_draft(office: Office, window: MainWindow) -> None:
    view = unlocked(window, office)
    begun(view, PageId.HOUSEHOLD)
    begun(view, PageId.DWELLING)
    locked(window, view)

    assert office.drafts.of("person.new") == {}
    assert office.drafts.of("dwelling.new") == {}


def test_a_saved_filter_leads_to_its_rows_and_the_page_back_to_all(view: OfficeView) -> None:
    view.go(Place(PageId.DWELLINGS))
    sidebar = view.shell.sidebar
    assert list(sidebar.filter_buttons) == ["ready", "maintenance", "to_check"]
    sidebar.filter_buttons["maintenance"].click()
    assert view.place == Place(PageId.DWELLINGS, task="maintenance")
    assert sidebar.filter_key == "maintenance"

    sidebar.buttons["dwellings"].click()
    assert sidebar.filter_key == ""
    view.go(Place(PageId.PEOPLE))
    assert "ready" not in sidebar.filter_buttons


def test_the_foot_tells_the_last_backup(view: OfficeView, office: Office) -> None:
    assert view._backup_words(None) == "Ingen sikkerhetskopi ennå"
    now = office.clock.now().astimezone()
    assert view._backup_words(now) == f"Sikkerhetskopi i\u00a0dag\u00a0{now:%H.%M}"


def test_the_whole_register_is_checked_when_a_week_has_passed(qtbot: QtBot, office: Office) -> None:
    jobs = Jobs()
    view = OfficeView(office, jobs)
    qtbot.addWidget(view)
    assert office.safekeeping.check_due()
    with qtbot.waitSignal(jobs.upkeep.ended, timeout=10_000):
        view.each_minute()
    assert not office.safekeeping.check_due()
    view.each_minute()
    assert jobs.still
    view.leave()


def test_what_husrom_does_of_itself_refuses_nobody(qtbot: QtBot, office: Office) -> None:
    jobs = Jobs()
    view = OfficeView(office, jobs)
    qtbot.addWidget(view)
    got: list[int] = []
    with qtbot.waitSignals([jobs.ended, jobs.upkeep.ended], timeout=10_000):
        view.back_up()
        assert jobs.upkeep.busy
        jobs.start(lambda _progress: 7, got.append, never)
    assert got == [7]
    assert office.safekeeping.newest() is not None
    view.leave()


def test_no_upkeep_begins_while_the_officer_waits_for_something(
    qtbot: QtBot, office: Office
) -> None:
    jobs = Jobs()
    view = OfficeView(office, jobs)
    qtbot.addWidget(view)
    go_on = threading.Event()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(lambda _progress: go_on.wait(5), lambda _done: None, never)
        view.each_minute()
        assert not jobs.upkeep.busy
        go_on.set()
    view.leave()


def test_another_record_is_read_from_its_beginning(view: OfficeView, office: Office) -> None:
    view.window().resize(1280, 500)
    first = office.dwellings.rows()[0].id
    other = office.dwellings.register(a_dwelling(street="Annen"))
    view.go(Place(PageId.DWELLING, Ref("dwelling", first)))
    QCoreApplication.processEvents()
    bodies = view.shell.pages.currentWidget().findChildren(ScrollBody)  # type: ignore[union-attr]  # a page is shown
    bar = max((body.verticalScrollBar() for body in bodies), key=lambda each: each.maximum())
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    view.go(Place(PageId.DWELLING, Ref("dwelling", first)))
    assert bar.value() > 0
    view.go(Place(PageId.DWELLING, Ref("dwelling", other)))
    assert bar.value() == 0


def test_what_the_office_does_not_do_has_no_row_and_no_key(
    view: OfficeView, office: Office
) -> None:
    rows = list(view.shell.sidebar.buttons)
    assert "debt" in rows
    profile = office.settings.profile
    office.settings.change_profile(replace(profile, duties=profile.duties - {Duty.DEBT}))
    assert list(view.shell.sidebar.buttons) == [row for row in rows if row != "debt"]
    view._go_to_row(rows.index("debt"))
    assert view.place == Place(PageId(rows[rows.index("debt") + 1]))
    view.go(Place(PageId.DEBT))  # it can still be searched for: what is there is not hidden
    assert view.place == Place(PageId.DEBT)


@pytest.mark.parametrize(
    ("service", "reading"),
    [
        ("arrears", "accounts"),
        ("arrears", "tenancies"),
        ("eviction_cases", "rows"),
        ("followups", "rows"),
        ("leases", "rows"),
        ("letters", "rows"),
        ("people", "ids"),
    ],
)
def test_neither_i_dag_nor_the_sidebar_reads_a_whole_register(
    window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch, service: str, reading: str
) -> None:
    """They are told after an unlocking and after all one does: ten years must not be felt there.

    Somebody who owes is there, so that each number has something to look for.
    """
    lease = tenancy(office)
    office.arrears.add_charge(
        lease, ChargeDraft(due_on=date(2026, 10, 1), amount=kroner(8000), month="2026-10")
    )
    monkeypatch.setattr(
        getattr(office, service), reading, lambda *_args, **_named: pytest.fail(reading)
    )
    view = unlocked(window, office)
    assert spec_of(PageId.ARREARS).count(office) == 1
    whose = office.arrears.tenancy(lease).tenant
    office.people.correct(whose, a_person(family_name="Nyttnavn", national_id=""))
    assert spec_of(PageId.ARREARS).count(office) == 1
    view.leave()
