"""The demo says one number everywhere, and every number opens its cases."""

from datetime import date

from tests.app.demo.conftest import Lia
from tests.flows.counted import disagreeing, unopened

DAY = date(2026, 11, 23)


def test_every_page_says_the_same(lia: Lia) -> None:
    office = lia(DAY, "")
    assert disagreeing(office) == {}
    assert disagreeing(office, date(2026, 9, 30)) == {}


def test_every_number_opens_its_cases(lia: Lia) -> None:
    assert unopened(lia(DAY, "")) == set()
