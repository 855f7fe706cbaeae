"""B17 on the real register: a settled household whose lease is not known, by its year."""

from datetime import date, timedelta

import pytest

from app.applications.model import TargetGroup
from app.core.errors import Invalid
from app.office import Office
from tests.app.overview.waiting_times.desk import Desk

TODAY = date(2026, 11, 23)


def test_a_settled_household_is_counted_from_its_day(office: Office) -> None:
    application = Desk(office).asks(TargetGroup.REFUGEE, received=date(2026, 9, 1))
    day = TODAY - timedelta(days=7)
    with office.unit("settlement.agreed") as unit:
        unit.insert(
            "settlement",
            application=application,
            year=2026,
            persons=4,
            agreed_on=date(2026, 9, 1),
            settled_on=day,
        )
    told = office.cohorts.at(TODAY)
    (year,) = told.years
    assert (year.year, year.households.count, year.persons) == (2026, 1, 4)
    assert (year.rents.count, year.left.count, year.not_known.count) == (0, 0, 1)
    with pytest.raises(Invalid) as refused:
        office.cohorts.at(day - timedelta(days=1))
    assert refused.value.problems[0].code == "before_register_began"


def test_nobody_is_settled_in_an_empty_register(office: Office) -> None:
    assert office.cohorts.at(TODAY).years == ()
