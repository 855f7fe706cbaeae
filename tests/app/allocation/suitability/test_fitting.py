"""Why a dwelling suits a household by the form, the house and the rules, and what never may."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.allocation.match import match
from app.allocation.model import Candidate, Reason, ReasonCode, WaitingPlace
from app.allocation.offers.model import Reservation, ReservationDraft
from app.allocation.rulesets.model import DebtStage, RoomNorm, RuleSet
from app.allocation.suitability.fitting import AGAINST, Fit, knows, norm_for, reasons
from app.allocation.suitability.model import Home, Suitability, Wants
from app.applications.intake.model import Requirement
from app.applications.model import ApplicationKind, ApplicationRow, ApplicationState, TargetGroup
from app.core.cases import CaseKind
from app.core.ids import ApplicationId, DwellingId, PersonId
from app.core.money import Ore
from app.dwellings.model import Dwelling, DwellingStatus
from app.people.model import AddressProtection, HouseholdKind
from tests.factories import a_dwelling

C = ReasonCode
R = Requirement
TODAY = date(2026, 11, 23)
DWELLING = DwellingId(7)


def a_row(adults: int = 1, children: int = 0, **changes: object) -> ApplicationRow:
    """One on the list."""
    values: dict[str, object] = {
        "id": ApplicationId(3),
        "number": "S2026-003",
        "case": CaseKind.ALLOCATION,
        "kind": ApplicationKind.NEW,
        "applicant": PersonId(4),
        "name": "Even Prøvland",
        "protection": AddressProtection.NONE,
        "household_kind": HouseholdKind.SINGLE,
        "adults": adults,
        "children": children,
        "group": TargetGroup.YOUNG,
        "needs": frozenset(),
        "allocator": None,
        "bedrooms": None,
        "accessible": False,
        "received_on": date(2026, 11, 2),
        "state": ApplicationState.GRANTED_WAITING,
        "state_since": date(2026, 11, 10),
        "days_waiting": 21,
        "to_check": "",
    }
    return ApplicationRow(**(values | changes))  # type: ignore[arg-type]  # the row's own fields


def a_home(**changes: object) -> Dwelling:
    """A vacant flat on the second floor."""
    status = DwellingStatus.READY
    return Dwelling(DWELLING, a_dwelling(**changes), status, TODAY, Ore(820000), None, None)


def fit(
    wants: Wants | None = None,
    suited: Suitability | None = None,
    rules: RuleSet | None = None,
    **home: object,
) -> Fit:
    """What is known beside the two rows."""
    known = Home(DWELLING, suited or Suitability(), **home)  # type: ignore[arg-type]  # its own
    return Fit(known, wants or Wants(), rules or RuleSet(), TODAY)


def codes(found: Fit, row: ApplicationRow | None = None, **dwelling: object) -> list[C]:
    """What is told, in order."""
    return [each.code for each in reasons(row or a_row(), a_home(**dwelling), found)]


@pytest.mark.parametrize(
    ("adults", "children", "bedrooms", "code"),
    [
        (1, 0, 0, C.NORM_FITS),
        (1, 0, 1, C.NORM_FITS),
        (1, 0, 2, C.NORM_LARGER),
        (2, 0, 0, C.NORM_TOO_SMALL),
        (2, 2, 1, C.NORM_TOO_SMALL),
        (2, 2, 3, C.NORM_FITS),
        (2, 7, 2, C.NORM_TOO_SMALL),
        (2, 7, 6, C.NORM_LARGER),
    ],
)
def test_the_size_is_held_to_the_norm_of_the_set(
    adults: int, children: int, bedrooms: int, code: C
) -> None:
    assert codes(fit(), a_row(adults, children), bedrooms=bedrooms) == [code]


def test_a_norm_with_gaps_takes_the_next_line_and_the_last_holds_for_more() -> None:
    norm = (RoomNorm(6, 3, 4), RoomNorm(2, 1, 1))
    assert [norm_for(norm, persons) for persons in (1, 3, 9)] == [norm[1], norm[0], norm[0]]
    assert norm_for((), 2) is None
    assert codes(fit(), bedrooms=None) == []


def test_what_the_house_knows_of_requirements_is_told_and_the_rest_is_not_known() -> None:
    asked = frozenset({R.WHEELCHAIR, R.STEP_FREE, R.GROUND_FLOOR_OR_LIFT, R.STAFF_NEAR, R.PETS})
    suited = Suitability(meets=frozenset({R.STEP_FREE}), lacks=frozenset({R.PETS}))
    found = list(reasons(a_row(), a_home(bedrooms=1), fit(Wants(requirements=asked), suited)))
    told = {each.code: each.facts.get("requirements") for each in found}
    assert told[C.REQUIREMENT_MET] == (R.STEP_FREE,)
    assert told[C.REQUIREMENT_NOT_MET] == (R.WHEELCHAIR, R.PETS)
    assert told[C.REQUIREMENT_NOT_KNOWN] == (R.GROUND_FLOOR_OR_LIFT, R.STAFF_NEAR)


@pytest.mark.parametrize(
    ("requirement", "changes", "known"),
    [
        (R.GROUND_FLOOR_OR_LIFT, {"unit_number": "H0102"}, True),
        (R.GROUND_FLOOR_OR_LIFT, {"unit_number": "H0201"}, None),
        (R.GROUND_FLOOR_OR_LIFT, {"unit_number": "U0101"}, None),
        (R.STEP_FREE, {"accessible": True}, True),
        (R.STAFF_NEAR, {"staff_base": True}, True),
        (R.QUIET, {}, None),
        (R.WHEELCHAIR, {}, False),
    ],
)
def test_what_follows_from_the_dwellings_own_facts(
    requirement: R, changes: dict[str, object], known: bool | None
) -> None:
    assert knows(requirement, a_home(**changes), Home(DWELLING)) is known


def test_a_wheelchair_marked_on_the_application_is_told_of_once() -> None:
    asked = fit(Wants(requirements=frozenset({R.WHEELCHAIR})))
    assert C.REQUIREMENT_NOT_MET not in codes(asked, a_row(accessible=True))


def test_area_and_school_are_compared_and_never_speak_against() -> None:
    assert codes(fit(Wants(area="nær sentrum")), primary_school="Lia skole", bedrooms=1)[1:] == [
        C.AREA_NOT_KNOWN
    ]
    assert codes(
        fit(Wants(area="ødegårdsvegen eller Lia")), primary_school="Lia skole", bedrooms=1
    )[1:] == [C.AREA_WANTED]
    assert codes(fit(Wants(school="LIA skole")), primary_school="Lia skole", bedrooms=1)[1:] == [
        C.SCHOOL_SAME
    ]
    assert codes(fit(Wants(school="Furu skole")), primary_school="Lia skole", bedrooms=1)[1:] == [
        C.SCHOOL_OTHER
    ]
    assert codes(fit(Wants(school="Furu skole")), bedrooms=1)[1:] == [C.SCHOOL_NOT_KNOWN]
    assert not AGAINST & {C.AREA_NOT_KNOWN, C.SCHOOL_OTHER, C.SCHOOL_NOT_KNOWN}


def test_a_house_for_a_group_is_for_that_group_and_its_environment_is_told() -> None:
    young = Suitability(for_groups=frozenset({TargetGroup.YOUNG}), environment=" rolig gård ")
    assert codes(fit(suited=young), bedrooms=1)[1:] == [C.FOR_GROUP, C.ENVIRONMENT]
    older = a_row(group=TargetGroup.OLDER)
    assert codes(fit(suited=young), older, bedrooms=1)[1:] == [C.NOT_FOR_GROUP, C.ENVIRONMENT]


@pytest.mark.parametrize(
    ("stage", "planned", "enough", "code"),
    [
        (DebtStage.NONE, None, True, None),
        (DebtStage.BEFORE_PROCESSING, None, True, C.OLD_DEBT_STOPS),
        (DebtStage.BEFORE_PROCESSING, TODAY, True, C.OLD_DEBT_PLANNED),
        (DebtStage.BEFORE_PROCESSING, TODAY, False, C.OLD_DEBT_STOPS),
        (DebtStage.BEFORE_LEASE, None, True, C.OLD_DEBT_BEFORE_LEASE),
        (DebtStage.BEFORE_LEASE, TODAY, True, C.OLD_DEBT_PLANNED),
    ],
)
def test_old_debt_stops_or_is_told_by_the_sets_stage(
    stage: DebtStage, planned: date | None, enough: bool, code: C | None
) -> None:
    rules = RuleSet(debt_stage=stage, debt_plan_is_enough=enough)
    owed = fit(Wants(owed=Ore(1), planned_on=planned), rules=rules)
    assert codes(owed, bedrooms=1)[1:] == ([code] if code else [])
    assert codes(fit(Wants(owed=Ore(0)), rules=rules), bedrooms=1)[1:] == []


@pytest.mark.parametrize(
    ("months", "left", "code"),
    [
        (12, date(2025, 11, 24), C.QUARANTINE),
        (12, date(2025, 11, 23), None),
        (0, date(2025, 11, 24), C.EARLIER_BREACH),
        (12, None, None),
    ],
)
def test_quarantine_holds_for_the_sets_months(months: int, left: date | None, code: C) -> None:
    found = fit(Wants(left_badly_on=left), rules=RuleSet(quarantine_months=months))
    assert codes(found, bedrooms=1)[1:] == ([code] if code else [])


def a_reservation(**changes: object) -> Reservation:
    """Until Christmas."""
    values: dict[str, object] = {"held_for": "bofellesskap"}
    draft = ReservationDraft(
        DWELLING,
        TODAY,
        date(2026, 12, 24),
        "vurderes",
        **(values | changes),  # type: ignore[arg-type]  # the draft's own fields
    )
    return Reservation(1, draft, None)


def test_what_holds_it_back_speaks_against_all_but_its_own() -> None:
    other, own = fit(reservation=a_reservation()), a_reservation(application=ApplicationId(3))
    assert codes(other, bedrooms=1)[0] is C.RESERVED
    assert codes(fit(reservation=own), bedrooms=1)[0] is C.RESERVED_FOR_THIS
    quota = a_reservation(settlement_year=2026, held_for="")
    assert codes(fit(reservation=quota), bedrooms=1)[0] is C.RESERVED
    by_agreement = fit(Wants(by_agreement=True), reservation=quota)
    assert codes(by_agreement, bedrooms=1)[0] is C.RESERVED_FOR_THIS
    assert codes(fit(offered_to=ApplicationId(9)), bedrooms=1)[0] is C.OFFERED
    assert codes(fit(offered_to=ApplicationId(3)), bedrooms=1)[0] is C.OFFERED_TO_THIS


anything = st.builds(
    Wants,
    has_child=st.booleans(),
    requirements=st.frozensets(st.sampled_from(R)),
    area=st.sampled_from(["", "Lia", "sentrum"]),
    school=st.sampled_from(["", "Lia skole"]),
    by_agreement=st.booleans(),
    owed=st.none() | st.integers(0, 10**7).map(Ore),
    planned_on=st.none() | st.just(TODAY),
    left_badly_on=st.none() | st.dates(date(2024, 1, 1), TODAY),
)
houses = st.builds(
    Suitability,
    emergency=st.booleans(),
    not_for_children=st.booleans(),
    for_groups=st.frozensets(st.sampled_from(TargetGroup)),
    meets=st.frozensets(st.sampled_from(R)),
    environment=st.sampled_from(["", "rolig"]),
)


def candidate(wants: Wants, suited: Suitability, adults: int, children: int) -> Candidate:
    """One on the list and one dwelling."""
    place = WaitingPlace(1, a_row(adults, children), (), None)
    return match(place, a_home(), False, fit(wants, suited))


@given(anything, houses, st.integers(1, 4), st.integers(0, 5))
def test_no_household_with_a_child_ever_fits_what_is_not_for_children(
    wants: Wants, suited: Suitability, adults: int, children: int
) -> None:
    found = candidate(wants, suited, adults, children)
    barred = C.NOT_FOR_CHILDREN in [each.code for each in found.why_not]
    never = wants.has_child and (suited.emergency or suited.not_for_children)
    assert barred == never
    assert not (never and found.fits)


@given(anything, houses)
def test_nothing_is_told_twice_nor_both_ways(wants: Wants, suited: Suitability) -> None:
    found = candidate(wants, suited, 1, 0)
    told: list[Reason] = [*found.why, *found.why_not]
    assert len({each.code for each in told}) == len(told)
    assert found.fits == (not AGAINST & {each.code for each in told})
