"""«Meldinger» on a lease's page: registered, done something with, and the warning made ready."""

from datetime import date

import pytest

from app.core.ids import LeaseId, Ref
from app.leases.reports.model import (
    ReportDraft,
    ReportKind,
    ReportSource,
    ReportState,
    ReportStep,
)
from app.leases.warnings.model import RuleBroken
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.ui.leases.conftest import desk, lease, page, told
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.chips import Chip, ChipKind
from ui.kit.list import RowList
from ui.leases.lease import LeasePage
from ui.leases.parts import REPORTS
from ui.leases.reports.letters import WarningDesk
from ui.leases.reports.part import WARNING, ReportsPart
from ui.leases.standing import Standing
from ui.navigation import PageId, Place

__all__ = ["desk", "lease", "page", "told"]
TODAY = date(2026, 11, 23)
NOISE = ReportDraft(
    ReportKind.DISTURBANCE,
    "Høy musikk etter klokken 23.",
    date(2026, 11, 20),
    TODAY,
    ReportSource.NEIGHBOUR,
    "H0201",
)


@pytest.fixture
def signed(desk: LeaseDesk, lease: LeaseId) -> LeaseId:
    """The lease, signed today."""
    desk.office.leases.issue(lease)
    desk.office.leases.signed(lease, TODAY)
    return lease


def part(page: LeasePage, lease: LeaseId) -> ReportsPart:
    """The part as it stands."""
    page.show_place(Place(PageId.LEASE, Ref("lease", lease), REPORTS))
    assert isinstance(page.view, Standing)
    assert isinstance(page.view.part, ReportsPart)
    return page.view.part


def test_an_empty_part_says_the_next_step(page: LeasePage, signed: LeaseId) -> None:
    shown = part(page, signed)
    assert "Ingenting er meldt" in spoken_tree(shown)
    assert unnamed_focusables(shown) == []


def test_a_report_is_registered_and_answered(
    page: LeasePage, signed: LeaseId, office: Office, told: list[str]
) -> None:
    dialog = part(page, signed).dialogs.register(signed)
    assert not dialog.attempt()
    assert dialog.form.field("what").verdict_words == "Skriv hva som er meldt."
    dialog.form.set_values({"what": "Det lekker på badet.", "kind": ReportKind.DEFECT})
    assert dialog.attempt()
    (report,) = office.reports.of(signed)
    shown = part(page, signed)
    assert shown.list.rows[0].title == "Mangel: Det lekker på badet."
    step = shown.dialogs.step(report)
    step.form.set_values({"words": "Rørlegger kommer torsdag."})
    assert step.attempt()
    assert office.reports.get(report.id).state is ReportState.ANSWERED
    step = shown.dialogs.step(report)
    step.form.set_values({"step": ReportStep.PASSED_ON})
    assert not step.attempt()
    step.form.set_values({"step": ReportStep.CLOSED})
    assert step.attempt()
    shown = part(page, signed)
    assert shown.list.rows[0].action == "Åpne igjen …"
    assert told[-3:] == ["Melding registrert", "Melding besvart", "Melding avsluttet"]


def test_a_claim_is_called_a_claim_and_can_be_corrected(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    office.reports.register(signed, NOISE)
    shown = part(page, signed)
    assert "påstand: nabo (H0201)" in shown.list.rows[0].why
    (report,) = office.reports.of(signed)
    dialog = shown.dialogs.correct(report)
    dialog.form.set_values({"what": "Høy musikk til klokken 03."})
    assert dialog.attempt()
    assert len(office.reports.get(report.id).told) == 2


def test_hl_68_the_warning_is_offered_and_made_only_by_the_officer(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    for _ in range(3):
        office.reports.register(signed, NOISE)
    assert "En advarsel er klar til å leses." in spoken_tree(part(page, signed))
    page.show_place(Place(PageId.LEASE, Ref("lease", signed), WARNING))
    letter = page.view
    assert isinstance(letter, WarningDesk)
    assert unnamed_focusables(letter) == []
    assert letter.draft().broken is RuleBroken.HOUSE_RULES
    assert letter.ask() is None  # what must change is not written yet
    assert "Skriv hva leietakeren må endre." in spoken_tree(letter)
    letter.form.set_values({"change": "Det må være ro etter klokken 23."})
    assert letter.show_letter()
    dialog = letter.ask()
    assert dialog is not None
    dialog.accept()
    (warning,) = office.warnings.of(signed)
    assert warning.reports == (1, 2, 3)
    shown = part(page, signed)
    lists = {each.accessibleName(): each for each in shown.findChildren(RowList)}
    assert lists["Advarsler"].rows[0].chip == Chip(ChipKind.WAITING, "Usendt")
    assert "En advarsel er klar" not in spoken_tree(shown)


def test_the_facts_follow_the_ticks_until_they_are_written_anew(
    page: LeasePage, signed: LeaseId, office: Office
) -> None:
    for _ in range(3):
        office.reports.register(signed, NOISE)
    page.show_place(Place(PageId.LEASE, Ref("lease", signed), WARNING))
    letter = page.view
    assert isinstance(letter, WarningDesk)
    letter.form.field("report_1").set_value(False)
    letter.form.changed.emit("report_1")
    assert len(letter.draft().facts.splitlines()) == 2
    letter.form.set_values({"facts": "20. november 2026: Fest."})
    letter.form.field("report_2").set_value(False)
    letter.form.changed.emit("report_2")
    assert letter.draft().facts == "20. november 2026: Fest."
