"""Reports on a tenancy that nobody has done anything about (HL-08, HL-33)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import LeaseId, Ref
from app.core.parameters import Parameters
from app.leases.reports.model import OpenReport
from app.leases.reports.rules import waits, waits_from
from app.leases.reports.service import Reports


def waiting(found: Iterable[OpenReport], parameters: Parameters, today: date) -> Iterator[Alert]:
    """One for each lease, by the report that has waited longest."""
    of: dict[LeaseId, list[OpenReport]] = defaultdict(list)
    for each in found:
        if waits(each.report, parameters, today):
            of[each.report.lease].append(each)
    for lease, late in of.items():
        first = min(late, key=lambda each: waits_from(each.report, parameters, today))
        oldest = min(each.report.reported_on for each in late)
        alone = len(late) == 1
        facts: tuple[tuple[str, Fact], ...] = (
            ("count", len(late)),
            ("number", first.number),
            ("reported_on", oldest),
            ("since", first.report.waits_since),
        )
        yield Alert(
            id=AlertId.REPORT,
            urgency=Urgency.SOON,
            case=Ref("lease", lease),
            since=waits_from(first.report, parameters, today),
            why=Reason.REPORT_WAITS if alone else Reason.REPORTS_WAIT,
            act=Act.SEE_REPORTS,
            name=first.tenant_name,
            place=first.address,
            facts=facts,
        )


class ReportsDue:
    """Reads the open reports as they stand today."""

    def __init__(self, reports: Reports) -> None:
        self._reports = reports

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        return tuple(waiting(self._reports.open(), parameters, today))
