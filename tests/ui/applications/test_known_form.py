"""The form of a registered application: each answer saved as its field is left."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.applications.intake.model import (
    Hindrance,
    Income,
    IncomeKind,
    Intake,
    PaperKind,
    Requirement,
    Tenure,
)
from app.core.ids import ApplicationId, Ref
from app.core.money import kroner
from app.office import Office
from tests.app.applications.conftest import a_new_application
from tests.ui.applications.desk import Heard
from ui.applications.application_form import ApplicationForm
from ui.applications.application_page import ApplicationPage
from ui.applications.papers_part import PapersField
from ui.kit.rows_field import RowsField
from ui.kit.ticks_field import TicksField
from ui.navigation import PageId, Place


@pytest.fixture
def application(office: Office) -> ApplicationId:
    return office.applications.register(a_new_application())


@pytest.fixture
def form(page: ApplicationPage, application: ApplicationId) -> ApplicationForm:
    page.show_place(Place(PageId.APPLICATION, Ref("application", application)))
    return page.known.form


def _rows(form: ApplicationForm, name: str) -> RowsField:
    field = form.field(name)
    assert isinstance(field, RowsField)
    return field


def _fold(form: ApplicationForm, name: str) -> tuple[bool, str]:
    fold = next(each for each in form.folds if each.accessibleName() == name)
    return fold.opened, fold.toggle.accessibleDescription()


def test_an_answer_is_saved_when_its_field_is_left(
    form: ApplicationForm, office: Office, application: ApplicationId
) -> None:
    field = form.field("landlord")
    QTest.keyClicks(field.control, "Per Testvik")
    field.leave()
    assert office.intake.of(application).landlord == "Per Testvik"
    assert office.history.latest(1)[0].verb == "intake.saved"
    office.history.undo()
    assert field.value() is None


def test_a_row_of_income_is_saved_and_begun_anew_with_enter(
    form: ApplicationForm, office: Office, application: ApplicationId, dressed: QApplication
) -> None:
    rows = _rows(form, "incomes")
    row = rows.add()
    dressed.processEvents()
    QTest.keyClicks(row.form.field("monthly").control, "24 000")
    row.form.field("monthly").leave()
    applicant = office.applications.get(application).applicant
    assert office.intake.of(application).incomes == (
        Income(applicant, IncomeKind.WORK, kroner(24000)),
    )
    rows.add()
    form.field("school").set_value("Lia skole")
    form.left.emit("school")
    assert len(rows.rows) == 2
    rows.rows[0].remove.click()
    assert office.intake.of(application).incomes == ()


def test_a_tick_is_saved_at_once(
    form: ApplicationForm, office: Office, application: ApplicationId
) -> None:
    ticks = form.field("hindrances")
    assert isinstance(ticks, TicksField)
    ticks.boxes[Hindrance.DEBT].click()
    assert office.intake.of(application).hindrances == {Hindrance.DEBT}
    papers = form.field("papers")
    assert isinstance(papers, PapersField)
    papers.spare[PaperKind.IDENTITY].click()
    papers.here[PaperKind.IDENTITY].click()
    (paper,) = office.intake.of(application).papers
    assert (paper.received_on, paper.not_needed) == (date(2026, 11, 23), False)


def test_the_wheelchair_is_one_tick_for_the_list_and_the_form(
    form: ApplicationForm, office: Office, application: ApplicationId
) -> None:
    was = office.applications.get(application).draft.accessible
    form.field("accessible").control.click()  # type: ignore[attr-defined]  # a tick box
    assert office.applications.get(application).draft.accessible is not was
    told = office.intake.of(application).requirements
    assert (Requirement.WHEELCHAIR in told) is not was


def test_what_can_not_be_kept_is_told_in_its_row(
    form: ApplicationForm, office: Office, application: ApplicationId
) -> None:
    row = _rows(form, "loans").add()
    QTest.keyClicks(row.form.field("remaining").control, "5000")
    row.form.field("remaining").leave()
    assert row.form.field("creditor").verdict is not None
    assert form.problem_count == 1
    assert office.intake.of(application).loans == ()


def test_leaving_a_page_untouched_writes_nothing(
    page: ApplicationPage, form: ApplicationForm, office: Office
) -> None:
    assert form.isVisible()
    before = office.history.latest(1)
    page.about_to_leave()
    assert office.history.latest(1) == before


def test_what_is_told_stands_open_and_the_rest_folded(
    page: ApplicationPage, office: Office, application: ApplicationId, heard: Heard
) -> None:
    told = replace(Intake(application), tenure=Tenure.PRISON, owed=kroner(0))
    office.intake.save(application, told)
    page.show_place(Place(PageId.APPLICATION, Ref("application", application)))
    form = page.known.form
    assert _fold(form, "Tidligere leieforhold og gjeld til kommunen") == (True, "åpen, 1\u00a0svar")
    assert _fold(form, "Lån og gjeld") == (False, "lukket, ikke fylt ut")
    assert heard.failed == []
