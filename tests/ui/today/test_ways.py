"""Where each gjøremål leads: a part or letter that is there."""

from datetime import date

import pytest

from app.alerts.model import Act, Alert, AlertId, Reason, Urgency
from app.core.ids import Ref
from app.debt.waiting.model import DebtSet
from ui.debt.parts import DESKS as DEBT_DESKS
from ui.debt.parts import PARTS as DEBT_PARTS
from ui.leases.parts import DESKS, PARTS
from ui.navigation import PageId, Place
from ui.today.ways import way_of


def an_alert(act: Act, case: Ref) -> Alert:
    """One with nothing to say but what to do."""
    day = date(2026, 11, 23)
    return Alert(AlertId.LEASE_ENDS, Urgency.SOON, case, day, Reason.LEASE_ENDS, act)


@pytest.mark.parametrize("act", list(Act))
def test_what_is_done_on_a_lease_is_a_part_or_a_letter_of_it(act: Act) -> None:
    way = way_of(an_alert(act, Ref("lease", 3)))
    if way.page is PageId.LEASE and way.task:
        assert way.ref == Ref("lease", 3)
        assert way.task in {part.task for part in PARTS} | set(DESKS)


@pytest.mark.parametrize("act", list(Act))
def test_what_is_done_in_economic_advice_is_a_part_of_the_case_or_a_filter_of_the_list(
    act: Act,
) -> None:
    way = way_of(an_alert(act, Ref("debt_case", 3)))
    if way.page is PageId.DEBT_CASE and way.task:
        assert way.ref == Ref("debt_case", 3)
        assert way.task in {part.task for part in DEBT_PARTS} | set(DEBT_DESKS)
    if way.page is PageId.DEBT:
        assert way.task in {str(each) for each in DebtSet}


def test_one_without_a_place_of_its_own_opens_its_case() -> None:
    case = Ref("appeal", 5)
    assert way_of(an_alert(Act.OPEN_APPEAL, case)) == Place(PageId.VEDTAK, case)


def test_what_is_done_to_many_opens_the_list() -> None:
    assert way_of(an_alert(Act.CHANGE_RENTS, Ref("rent_round", 1))) == Place(PageId.RENT_ROUND)
