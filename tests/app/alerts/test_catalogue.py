"""The catalogue, AL-01 to AL-21, each at its edges: the day before, the day, and the day after.

Here by the rules alone; what needs a register stands in test_catalogue_register.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.alerts import appeals_due, rules
from app.alerts.arrears_due import old_demands, unpaid
from app.alerts.clauses_due import ending as clauses_ending
from app.alerts.consents_due import consents
from app.alerts.discharges_due import leaving
from app.alerts.evictions_due import of_cases
from app.alerts.model import Alert, Reason, Urgency
from app.alerts.notices_due import to_try
from app.alerts.owed_due import plan_due
from app.alerts.rules_due import rules_due
from app.applications.discharges.model import Leaving
from app.arrears.steps.model import ArrearsStepKind
from app.core.ids import ApplicationId, DwellingId, PersonId
from app.core.periods import Period, Unit, add
from app.decisions.appeals.model import AppealState
from app.dwellings.clauses.model import ClauseKind, EndingClause
from app.leases.notices import rules as notice_rules
from app.leases.notices.model import NoticeDue
from tests.app.alerts.rows import PARAMETERS, ALease, an_application
from tests.app.alerts.test_arrears_due import row as owing
from tests.app.alerts.test_consents_due import waiting
from tests.app.alerts.test_evictions_due import a_case
from tests.app.alerts.test_notices_due import NOTICE, PROTEST
from tests.app.alerts.test_owed_due import Answers
from tests.app.arrears.steps import test_ladder as demands
from tests.app.decisions.appeals.test_rules import a_row
from tests.app.leases.papers import FACTS, a_lease
from tests.app.leases.test_rules import told as lease_problems

Told = Callable[[date], Iterable[Alert]]
DAY = date(2026, 11, 23)
PERSON = PersonId(1)


def evicted(today: date) -> Iterable[Alert]:
    """AL-01: two weeks to comment until the 30th, and the day is set."""
    case = a_case(comment=date(2026, 11, 30), eviction=date(2026, 12, 10))
    return of_cases([case], {}, PARAMETERS, today)


def with_children(today: date) -> Iterable[Alert]:
    """AL-02: the same with a child of four."""
    case = a_case(comment=date(2026, 11, 30), eviction=date(2026, 12, 10))
    return of_cases([case], {PERSON: (4,)}, PARAMETERS, today)


def ends(today: date) -> Iterable[Alert]:
    """AL-03: a term to 30 November 2026, no decision."""
    return rules.ending([ALease(date(2026, 11, 30))], PARAMETERS, today)


def asked_for(today: date) -> Iterable[Alert]:
    """AL-06: a request for consent that came on the day."""
    return consents([waiting(DAY)], PARAMETERS, today)


def unanswered(today: date) -> Iterable[Alert]:
    """AL-07: an application that came on Monday 26 October."""
    return rules.unanswered([an_application(date(2026, 10, 26))], PARAMETERS, today)


def appealed(today: date) -> Iterable[Alert]:
    """AL-08: an appeal that came on 20 November and waits for us."""
    return appeals_due.appeals([a_row(AppealState.IN_ASSESSMENT)], PARAMETERS, today)


def unpaid_rent(today: date) -> Iterable[Alert]:
    """AL-09: the rent that was due on 2 November."""
    row = owing(today)
    return unpaid([row], PARAMETERS, today) if row.owed.total else ()


def demanded(today: date) -> Iterable[Alert]:
    """AL-11, INK-04: a demand for payment sent on 23 April."""
    sent = demands.sent(ArrearsStepKind.PAYMENT_DEMAND, date(2026, 4, 23))
    found = demands.proposed(demands.at(today, sent))
    return old_demands([replace(owing(today), next=found, last=sent)])


def protested(today: date) -> Iterable[Alert]:
    """AL-12: the last safe day to sue is Friday 9 April."""
    notice = replace(NOTICE, protest=PROTEST)
    standing = notice_rules.standing(notice, today)
    until = notice_rules.protest_until(date(2026, 12, 9), PARAMETERS)
    row = NoticeDue(notice, standing, until)
    return to_try([row], PARAMETERS, today)


def discharged(today: date) -> Iterable[Alert]:
    """AL-18: somebody who leaves an institution on 22 January."""
    row = Leaving(ApplicationId(1), "S-2026-1", "Kari", date(2027, 1, 22), date(2026, 10, 1))
    return leaving([row], PARAMETERS, today)


def bound(today: date) -> Iterable[Alert]:
    """AL-19: a clause that ends on 23 November 2027."""
    kind = ClauseKind.HUSBANKEN_LOAN
    clause = EndingClause(DwellingId(1), "Testbakken 12", kind, date(2027, 11, 23))
    return clauses_ending([clause], PARAMETERS, today)


def planned(today: date) -> Iterable[Alert]:
    """AL-21: the plan of boligsosialloven § 10."""
    return plan_due(Answers(), PARAMETERS, today)


def rates(today: date) -> Iterable[Alert]:
    """AL-20: rates nobody has renewed."""
    return rules_due(PARAMETERS, today)


TOLD: dict[str, Told] = {
    "AL-01": evicted,
    "AL-02": with_children,
    "AL-03": ends,
    "AL-04": ends,
    "AL-06": asked_for,
    "AL-07": unanswered,
    "AL-08": appealed,
    "AL-09": unpaid_rent,
    "AL-11": demanded,
    "AL-12": protested,
    "AL-18": discharged,
    "AL-19": bound,
    "AL-20": rates,
    "AL-21": planned,
}
EDGES = """
AL-01 two weeks      2026-11-30  now now now     eviction_comment*2 eviction_day
AL-01 the day        2026-12-10  now now now     eviction_day*2 eviction_day_passed
AL-02 the day        2026-12-10  now now now     eviction_day*2 eviction_day_passed
AL-03 -12 months     2025-11-30  - soon soon     - lease_ends*2
AL-03 -6 months      2026-05-30  soon soon soon  lease_ends*3
AL-03 -3 months      2026-08-30  soon soon soon  lease_ends*3
AL-03 -1 month       2026-10-30  soon now now    lease_ends*3
AL-04 the end        2026-11-30  now now now     lease_ends lease_ended*2
AL-04 last safe day  2027-02-26  now now now     lease_ended*2 move_out_request_late
AL-06 +14            2026-12-07  - now now       - consent_unanswered*2
AL-06 +25            2026-12-18  now now now     consent_unanswered consent_runs_out*2
AL-07 +21            2026-11-16  - now now       - not_answered*2
AL-07 +28            2026-11-23  now now now     not_answered*3
AL-08 +14            2026-12-04  soon soon soon  appeal_received appeal_not_forwarded*2
AL-09 +1             2026-11-03  - soon soon     - rent_missed*2
AL-09 +14            2026-11-16  soon now now    rent_missed*3
AL-11 six months     2026-10-24  - info info     - demand_ran_out*2
AL-12 -30            2027-03-10  soon now now    protest_to_try*3
AL-12 -14            2027-03-26  now now now     protest_to_try*3
AL-18 -60            2026-11-23  - soon soon     - discharge_coming*2
AL-18 the day        2027-01-22  soon now now    discharge_coming*2 discharge_passed
AL-19 -1 year        2026-11-23  - info info     - clause_ends*2
AL-19 the end        2027-11-23  info info soon  clause_ends*2 clause_ended
AL-20 1 January      2027-01-01  info info info  rates_coming rates_late*2
AL-21 a year before  2026-07-01  - info info     - housing_plan*2
AL-21 1 July 2027    2027-07-01  info info -     housing_plan*2 -
""".strip().splitlines()
"""Which edge, its day, and what is told the day before, the day, and the day after."""


@pytest.mark.parametrize("edge", EDGES, ids=[each[:22].strip() for each in EDGES])
def test_the_day_before_the_day_and_the_day_after(edge: str) -> None:
    name, day, colours, reasons = re.split(r" {2,}", edge)
    whys = [why for each in reasons.split() for why in _repeated(each)]
    for near, colour, why in zip((-1, 0, 1), colours.split(), whys, strict=True):
        found = list(TOLD[name[:5]](date.fromisoformat(day) + timedelta(days=near)))
        seen = [] if colour == "-" else [(Reason(why), Urgency(colour))]
        assert [(each.why, each.urgency) for each in found] == seen, near
        # on the last day of its term AL-04 follows AL-03 about the same lease
        follows = name == "AL-04 the end" and near < 0
        assert {each.id.value for each in found} <= {"AL-03" if follows else name[:5]}


def _repeated(words: str) -> list[str]:
    """«lease_ends*2» is the same two days."""
    why, _, times = words.partition("*")
    return [why] * int(times or 1)


AGAIN = (
    ("AL-04 +30", ends, date(2026, 12, 30)),
    ("AL-04 +60", ends, date(2027, 1, 29)),
    ("AL-04 +75", ends, date(2027, 2, 13)),
    ("AL-09 +7", unpaid_rent, date(2026, 11, 9)),
    ("AL-09 +28", unpaid_rent, date(2026, 11, 30)),
    ("AL-01 countdown", evicted, date(2026, 12, 3)),
    ("AL-03 -6 months", ends, date(2026, 5, 30)),
    ("AL-03 -3 months", ends, date(2026, 8, 30)),
    ("AL-07 +28", unanswered, date(2026, 11, 23)),
    ("AL-12 -30", protested, date(2027, 3, 10)),
    ("AL-12 -14", protested, date(2027, 3, 26)),
)


@pytest.mark.parametrize(("name", "told", "day"), AGAIN, ids=[each[0] for each in AGAIN])
def test_a_rung_that_changes_no_colour_brings_it_back(name: str, told: Told, day: date) -> None:
    """It is told before, on and after it, and is put off to it at most."""
    for near, back in ((-1, True), (0, False), (1, False)):
        (found,) = told(day + timedelta(days=near))
        assert (found.again == day) is back, (name, near)


@pytest.mark.parametrize(
    ("last", "blocked"),
    [(date(2029, 11, 29), True), (date(2029, 11, 30), False), (date(2029, 12, 1), False)],
)
def test_al_05_a_second_lease_a_day_short_is_stopped_when_it_is_made(
    last: date, blocked: bool
) -> None:
    """AL-05, HL-56, HL-57: three years from 1 December 2026."""
    draft = a_lease(end=last, short_reason="huset skal rives")
    first = lease_problems(draft)
    second = lease_problems(draft, replace(FACTS, short_before=1))
    assert first == {}
    found = second.get("second_short_needs_weighty_reason")
    assert (found is not None and found.blocks) is blocked
    weighty = replace(draft, weighty_reason="venter på omsorgsbolig")
    assert lease_problems(weighty, replace(FACTS, short_before=1)) == {}


def test_al_04_the_day_to_act_is_never_after_the_laws_own() -> None:
    """AL-04, HL-42: whatever day a term ends, the day to act is not after the law's own."""
    for days in range(0, 400, 7):
        end = DAY + timedelta(days=days)
        (found,) = rules.ending([ALease(end)], PARAMETERS, end)
        assert found.due is not None
        assert found.due <= add(Period(3, Unit.MONTHS), end)
