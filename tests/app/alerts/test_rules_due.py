"""AL-20: rates that are late, and those that are told before they come."""

from datetime import date

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.alerts.rules_due import rules_due
from app.core.dated import DatedValue
from app.core.ids import Ref
from app.core.parameters import Parameters
from app.settings.rule_files import load_parameters

SHIPPED = load_parameters()
D = date.fromisoformat


def renewed(*days: str) -> Parameters:
    """With every rate that is renewed a year entered anew from those days."""
    own = {
        key: [
            DatedValue(each.versions[-1].value, D(day), source="kunngjort")
            for day in days
            if any(D(day).strftime("%m-%d") == f"{m:02}-{d:02}" for m, d in each.updates)
        ]
        for key, each in SHIPPED.items()
    }
    return SHIPPED.with_overrides({key: found for key, found in own.items() if found})


# all that 2026 and the first half of 2027 should bring is there
UP_TO_DATE = renewed("2027-01-01", "2027-06-01")


def due(parameters: Parameters, today: str) -> Alert | None:
    found = tuple(rules_due(parameters, D(today)))
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("parameters", "today", "why"),
    [
        (SHIPPED, "2026-11-30", None),
        (SHIPPED, "2026-12-01", Reason.RATES_COMING),
        (SHIPPED, "2026-12-31", Reason.RATES_COMING),
        (SHIPPED, "2027-01-01", Reason.RATES_LATE),
        (UP_TO_DATE, "2026-12-01", None),
        (UP_TO_DATE, "2027-05-31", None),
        (UP_TO_DATE, "2027-06-01", Reason.RATES_COMING),
        (UP_TO_DATE, "2027-06-30", Reason.RATES_COMING),
        (UP_TO_DATE, "2027-07-01", Reason.RATES_LATE),
        (renewed("2027-01-01"), "2027-05-31", None),
        (renewed("2027-01-01"), "2027-06-01", Reason.RATES_LATE),  # bostøtte begins that day
    ],
)
def test_rates_are_told_from_their_day(
    parameters: Parameters, today: str, why: Reason | None
) -> None:
    found = due(parameters, today)
    assert (found.why if found else None) == why


def test_what_comes_is_one_gjoremal_that_opens_the_rates() -> None:
    found = due(SHIPPED, "2026-12-10")
    assert found is not None
    assert (found.id, found.urgency, found.act) == (AlertId.RULES_DUE, Urgency.INFO, Act.OPEN_RULES)
    assert (found.since, found.due) == (D("2026-12-01"), D("2026-12-31"))
    assert dict(found.facts) == {"count": 3, "due": D("2027-01-01")}
    assert found.case == Ref("office", 1)


def test_what_is_late_tells_since_when_and_how_many() -> None:
    found = due(SHIPPED, "2027-02-10")
    assert found is not None
    assert (found.since, found.due, dict(found.facts)) == (D("2027-01-01"), None, {"count": 3})


def test_a_rate_nobody_has_entered_is_not_late() -> None:
    assert "local.grunnbelop" not in SHIPPED.outdated(D("2027-05-02"))
    own = {"local.grunnbelop": [DatedValue(100, D("2026-05-01"), source="Nav")]}
    assert "local.grunnbelop" in SHIPPED.with_overrides(own).outdated(D("2027-05-02"))
