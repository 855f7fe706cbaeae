"""Requests for economic advice in a period, on the real register."""

from datetime import date, timedelta

import pytest

from app.core.errors import Invalid
from app.debt.model import DebtTopic
from app.office import Office
from tests.app.debt.desk import a_request
from tests.factories import registered_person

FIRST, TODAY = date(2026, 1, 1), date(2026, 11, 23)


def test_one_who_asks_is_counted_where_it_belongs(office: Office) -> None:
    person = registered_person(office)
    asked = TODAY - timedelta(days=20)
    topics = frozenset({DebtTopic.RENT, DebtTopic.POWER})
    made = office.debt_cases.register(a_request(person, received_on=asked, topics=topics))
    flow, waiting, outcomes, about = office.counted_returns.advice.of(FIRST, TODAY).tables
    told = {row.name.value: row.figures[0].count for row in flow.rows}
    assert (told["asked"], told["waiting"], told["begun"], told["closed"]) == (1, 1, 0, 0)
    assert waiting.total == 1
    assert outcomes.rows == ()
    assert {row.name for row in about.rows} == {DebtTopic.RENT, DebtTopic.POWER}
    assert flow.rows[0].figures[0].behind[0].id == made
    later = office.counted_returns.advice.of(asked + timedelta(days=1), TODAY)
    assert later.tables[0].rows[0].figures[0].count == 0
    with pytest.raises(Invalid):
        office.counted_returns.advice.of(TODAY + timedelta(days=1), TODAY + timedelta(days=2))
