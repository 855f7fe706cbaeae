"""Reports on a lease: told, corrected, passed on, answered, closed (HL-08, HL-33)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.ids import LeaseId
from app.leases.reports.model import (
    ReportDraft,
    ReportKind,
    ReportSource,
    ReportState,
)
from app.office import Office
from tests.app.leases.conftest import desk, lease
from tests.app.leases.desk import LeaseDesk

__all__ = ["desk", "lease"]
TODAY = date(2026, 11, 23)
LEAK = ReportDraft(
    ReportKind.DEFECT,
    "Det lekker fra taket på badet.",
    happened_on=date(2026, 11, 20),
    reported_on=TODAY,
)


@pytest.fixture
def report(office: Office, lease: LeaseId) -> int:
    """A leak, told today."""
    return office.reports.register(lease, LEAK)


def test_hl_08_a_defect_keeps_the_day_it_was_found_and_the_day_it_was_reported(
    office: Office, lease: LeaseId, report: int
) -> None:
    (known,) = office.reports.of(lease)
    assert (known.id, known.draft, known.state) == (report, LEAK, ReportState.RECEIVED)
    assert (known.day, known.reported_on) == (date(2026, 11, 20), TODAY)


def test_hl_33_urgent_damage_waits_a_shorter_time(office: Office, lease: LeaseId) -> None:
    damage = replace(LEAK, kind=ReportKind.DAMAGE, urgent=True)
    office.reports.register(lease, damage)
    assert office.reports.of(lease)[0].draft.urgent


@pytest.mark.parametrize(
    ("change", "field", "code"),
    [
        ({"what": "  "}, "what", "report_what_missing"),
        ({"reported_on": None}, "reported_on", "day_missing"),
        ({"reported_on": date(2026, 11, 24)}, "reported_on", "day_in_future"),
        ({"happened_on": date(2026, 11, 24)}, "happened_on", "day_in_future"),
        (
            {"happened_on": date(2026, 11, 22), "reported_on": date(2026, 11, 20)},
            "happened_on",
            "report_before_it_happened",
        ),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    office: Office, lease: LeaseId, change: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as caught:
        office.reports.register(lease, replace(LEAK, **change))  # type: ignore[arg-type]  # its own
    assert [(each.field, each.code) for each in caught.value.problems] == [(field, code)]
    assert office.reports.of(lease) == ()


def test_a_correction_keeps_what_was_said_first(
    office: Office, lease: LeaseId, report: int, clock: FixedClock
) -> None:
    clock.at += timedelta(days=2)
    right = replace(LEAK, what="Det lekker fra dusjen.", source=ReportSource.CARETAKER)
    office.reports.correct(report, right)
    known = office.reports.get(report)
    assert [told.draft for told in known.told] == [LEAK, right]
    assert [told.recorded_on for told in known.told] == [TODAY, TODAY + timedelta(days=2)]
    assert office.reports.get(report, TODAY).draft == LEAK
    office.reports.correct(report, right)
    assert len(office.reports.get(report).told) == 2
    office.history.undo()
    assert office.reports.get(report).draft == LEAK


def test_each_step_has_its_day_and_its_words(
    office: Office, lease: LeaseId, report: int, clock: FixedClock
) -> None:
    clock.at += timedelta(days=3)
    later = clock.today()
    office.reports.pass_on(report, TODAY, "vaktmesteren")
    assert office.reports.get(report).state is ReportState.PASSED_ON
    office.reports.answer(report, later, "Rørlegger kommer torsdag.")
    assert office.reports.get(report).state is ReportState.ANSWERED
    assert office.reports.get(report, TODAY).state is ReportState.PASSED_ON
    office.reports.close(report, later, "Tett.")
    known = office.reports.get(report)
    assert (known.state, known.closed_on) == (ReportState.CLOSED, later)
    sums = office.reports.sums(lease)
    assert (sums.open, sums.closed, sums.by_kind) == (0, 1, ((ReportKind.DEFECT, 1),))
    assert office.reports.sums(lease, TODAY).open == 1
    assert office.reports.open() == ()
    with pytest.raises(OfficeError, match="report_is_closed"):
        office.reports.answer(report, later, "Mer")
    office.reports.reopen(report, later, "Det lekker igjen.")
    assert office.reports.get(report).state is ReportState.ANSWERED
    with pytest.raises(OfficeError, match="report_is_open"):
        office.reports.reopen(report, later, "Igjen")


def test_a_step_is_refused_before_the_report_and_without_words(office: Office, report: int) -> None:
    steps: tuple[tuple[Callable[[], object], str], ...] = (
        (lambda: office.reports.pass_on(report, TODAY, " "), "to_whom"),
        (lambda: office.reports.answer(report, TODAY, ""), "words"),
        (lambda: office.reports.close(report, TODAY - timedelta(days=1)), "taken_on"),
        (lambda: office.reports.close(report, TODAY + timedelta(days=1)), "taken_on"),
    )
    for take, field in steps:
        with pytest.raises(Invalid) as caught:
            take()
        assert [each.field for each in caught.value.problems] == [field]


def test_a_draft_lease_has_no_reports(office: Office, desk: LeaseDesk) -> None:
    with pytest.raises(OfficeError, match="report_without_lease"):
        office.reports.register(desk.prepared(), LEAK)


def test_open_ones_say_whose_they_are(office: Office, desk: LeaseDesk, lease: LeaseId) -> None:
    first = office.reports.register(lease, LEAK)
    (found,) = office.reports.open()
    assert (found.report.id, found.number) == (first, office.leases.get(lease).number)
    assert found.tenant_name == office.people.get(desk.leases.get(lease).draft.tenant).name
    assert found.address.startswith("Ødegårdsvegen")


def test_nothing_of_it_is_left_when_the_tenant_is_shielded(
    office: Office, desk: LeaseDesk, report: int
) -> None:
    """ADR-05: what was reported where someone lives tells where they live."""
    tenant = office.reports.open()[0].tenant
    office.people.shield(tenant, "Folkeregisteret", "mappe 12")
    assert office.reports.open() == ()
    with pytest.raises(OfficeError, match="report_not_found"):
        office.reports.get(report)
