"""Reports that nobody has done anything about, told once for each lease (HL-08, HL-33)."""

from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.clock import FixedClock
from app.core.dated import DatedValue
from app.core.ids import LeaseId, Ref
from app.leases.reports.model import ReportDraft, ReportKind
from app.office import Office
from tests.app.leases.conftest import desk, lease

__all__ = ["desk", "lease"]
TODAY = date(2026, 11, 23)


def alerts(office: Office) -> list[Alert]:
    """Those about reports."""
    return [alert for alert in office.alerts.today() if alert.id is AlertId.REPORT]


def test_hl_08_an_open_report_is_told_of_when_it_has_waited(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    leak = ReportDraft(ReportKind.DEFECT, "Det lekker.", reported_on=TODAY)
    report = office.reports.register(lease, leak)
    clock.at += timedelta(days=13)
    assert alerts(office) == []
    clock.at += timedelta(days=1)
    (alert,) = alerts(office)
    assert (alert.case, alert.why, alert.act) == (
        Ref("lease", lease),
        Reason.REPORT_WAITS,
        Act.SEE_REPORTS,
    )
    assert alert.urgency is Urgency.SOON
    office.reports.answer(report, clock.today(), "Rørlegger er bestilt.")
    assert alerts(office) == []
    clock.at += timedelta(days=14)
    assert len(alerts(office)) == 1
    office.reports.close(report, clock.today())
    assert alerts(office) == []


def test_hl_33_what_is_urgent_is_told_of_the_next_day_and_several_as_one(
    office: Office, lease: LeaseId, clock: FixedClock
) -> None:
    for _ in range(2):
        office.reports.register(
            lease, ReportDraft(ReportKind.DAMAGE, "Vannskade.", reported_on=TODAY, urgent=True)
        )
    assert alerts(office) == []
    clock.at += timedelta(days=1)
    (alert,) = alerts(office)
    assert (alert.why, dict(alert.facts)["count"]) == (Reason.REPORTS_WAIT, 2)
    office.settings.override(
        "local.report_urgent_days", DatedValue(5, TODAY, source="egen praksis")
    )
    assert alerts(office) == []
