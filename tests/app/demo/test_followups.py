"""Lia follows up: 120 living plans, each with a level, an owner and a mapping behind it."""

from collections import Counter
from datetime import date

import pytest

from app.alerts.model import AlertId
from app.followup.levels.model import HelpLevel
from app.followup.plans.model import PlanState
from app.office import Office
from tests.app.demo.conftest import Lia

DAY = date(2026, 11, 23)


@pytest.fixture
def office(lia: Lia) -> Office:
    """Lia on a Monday."""
    return lia(DAY, "")


def test_120_plans_are_lived_by(office: Office) -> None:
    states = Counter(row.state for row in office.plans.rows())
    assert states[PlanState.ACTIVE] >= 120


def test_p1_everyone_who_is_followed_up_has_one_owner(office: Office) -> None:
    owners = office.owners.all()
    followed = [person for person, held in office.levels.all().items() if held.level.followed]
    assert len(followed) > 120
    assert [person for person in followed if person not in owners] == []
    assert len({owner.unit for owner in owners.values()}) >= 5


def test_sd_01_what_a_level_demands_is_there_but_for_a_few(office: Office) -> None:
    lacking = [
        person
        for person, held in office.levels.all().items()
        if held.level >= HelpLevel.SUPPORT and office.levels.unmet(person)
    ]
    assert 0 < len(lacking) <= 3


def test_e2_people_have_moved_inwards_since_last_winter(office: Office) -> None:
    now = office.levels.all()
    moved = [each for each in now if len(office.levels.history(each)) > 1]
    assert len(moved) > 30
    assert sum(held.level is HelpLevel.MANAGES_ALONE for held in now.values()) == 10


def test_few_wait_for_each_reminder(office: Office) -> None:
    told = Counter(alert.id for alert in office.alerts.today())
    for alert in (
        AlertId.EVALUATION,
        AlertId.MEASURE,
        AlertId.NO_CONTACT,
        AlertId.NO_PLAN,
        AlertId.NO_OWNER,
        AlertId.CONSENT_ENDS,
        AlertId.START_PACKAGE,
    ):
        assert 0 < told[alert] <= 4, alert
