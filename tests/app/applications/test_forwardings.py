"""Sent on to another unit: logged, and nothing is closed by it (BS-08)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.applications.model import ApplicationDraft, ApplicationState, TargetGroup
from app.core.errors import Invalid
from app.core.ids import ApplicationId
from app.office import Office
from tests.factories import registered_person


@pytest.fixture
def asked(office: Office) -> ApplicationId:
    draft = ApplicationDraft(
        applicant=registered_person(office),
        received_on=office.clock.today() - timedelta(days=3),
        group=TargetGroup.YOUNG,
        other_groups=frozenset({TargetGroup.HOMELESS, TargetGroup.YOUNG}),
    )
    return office.applications.register(draft)


def test_it_is_logged_and_closes_nothing(office: Office, asked: ApplicationId) -> None:
    clock = office.applications.clock(asked)
    sent = office.clock.today() - timedelta(days=1)
    office.forwardings.forward(asked, " Flyktningtjenesten ", "Bosettes av dem.", sent)
    told = office.forwardings.of(asked)
    assert [(each.unit, each.reason, each.since) for each in told] == [
        ("Flyktningtjenesten", "Bosettes av dem.", sent)
    ]
    assert office.applications.get(asked).state is ApplicationState.RECEIVED
    assert office.applications.clock(asked) == clock
    office.history.undo()
    assert office.forwardings.of(asked) == ()


@pytest.mark.parametrize(
    ("unit", "days", "field", "code"),
    [
        (" ", 0, "unit", "forward_unit_missing"),
        ("Nav", 1, "since", "day_in_future"),
        ("Nav", -4, "since", "forwarded_before_received"),
    ],
)
def test_what_can_not_be_is_told(
    office: Office, asked: ApplicationId, unit: str, days: int, field: str, code: str
) -> None:
    day = office.clock.today() + timedelta(days=days)
    with pytest.raises(Invalid) as told:
        office.forwardings.forward(asked, unit, "", day)
    assert [(each.field, each.code) for each in told.value.problems] == [(field, code)]


def test_other_groups_stand_beside_the_primary(office: Office, asked: ApplicationId) -> None:
    known = office.applications.get(asked)
    assert known.draft.group is TargetGroup.YOUNG
    assert known.draft.other_groups == {TargetGroup.HOMELESS}
    assert office.applications.rows()[0].group is TargetGroup.YOUNG


def test_a_group_that_ends_is_known_as_of_a_day(office: Office, asked: ApplicationId) -> None:
    known = office.applications.get(asked)
    changed = replace(known.draft, other_groups=frozenset({TargetGroup.REFUGEE}))
    office.applications.correct(asked, changed)
    assert office.applications.get(asked).draft.other_groups == {TargetGroup.REFUGEE}
    before = office.applications.get(asked, date(2026, 11, 22))
    assert before.draft.other_groups == {TargetGroup.HOMELESS}
