"""How many wait how long, as it was on any day."""

from datetime import timedelta

from app.core.ids import DebtCaseId
from app.debt.model import AcuteScreen, DebtOutcome, Screened
from app.debt.waiting.model import WaitGroup
from app.office import Office
from tests.app.debt.desk import a_request, asked, begun
from tests.factories import a_person


def somebody(office: Office, name: str, days: int) -> DebtCaseId:
    person = office.people.register(a_person(family_name=name, national_id="", address=None))
    return asked(office, person, days)


def test_a_past_day_counts_what_was_known_to_be_so_then(office: Office) -> None:
    today = office.clock.today()
    begun(office, days=100)
    somebody(office, "Ventesen", 40)
    somebody(office, "Nysen", 2)
    now, then = office.debt_waiting.at(today), office.debt_waiting.at(today - timedelta(days=20))
    assert (now.waiting, now.working, now.longest) == (2, 1, 40)
    assert [each.days for each in now.rows] == [40, 2]
    assert now.median == 21
    assert (then.waiting, then.longest) == (1, 20)
    assert then.group(WaitGroup.MONTH) == 1
    assert then.without_vedtak == 1


def test_the_wait_stops_the_day_the_work_begins(office: Office) -> None:
    today = office.clock.today()
    case = asked(office, days=30)
    office.debt_cases.start(case, today - timedelta(days=10))
    count = office.debt_waiting.at(today)
    assert (count.waiting, count.began, count.began_median) == (0, (20,), 20)
    assert office.debt_waiting.at(today - timedelta(days=11)).waiting == 1


def test_the_months_end_on_their_last_day_newest_first(office: Office) -> None:
    months = office.debt_waiting.months(office.clock.today(), 4)
    assert [f"{each.on:%d.%m}" for each in months] == ["23.11", "31.10", "30.09", "31.08"]


def test_what_happened_in_a_month_is_counted_once(office: Office) -> None:
    case = begun(office, days=3)
    office.debt_cases.close(case, DebtOutcome.OVERVIEW_ENOUGH)
    this, before = office.debt_waiting.months(office.clock.today(), 2)
    assert (this.asked, len(this.began), this.ended) == (1, 1, 1)
    assert (before.asked, len(before.began), before.ended) == (0, 0, 0)


def test_the_acute_stands_before_the_longest_wait(office: Office) -> None:
    long = somebody(office, "Lenge", 200)
    acute = somebody(office, "Akutt", 1)
    office.debt_cases.screen(acute, AcuteScreen(office.clock.today(), food=Screened.YES))
    assert [row.case.id for row in office.debt_waiting.rows()] == [acute, long]


def test_one_who_says_no_thanks_waits_no_more(office: Office) -> None:
    case = asked(office, days=9)
    office.debt_cases.withdraw(case, "Har fått hjelp av andre.")
    assert office.debt_waiting.at(office.clock.today()).waiting == 0
    (row,) = office.debt_waiting.rows()
    assert row.step is None
    person = office.debt_cases.get(case).person
    assert office.debt_waiting.of_person(person) == (row,)
    office.debt_cases.register(a_request(person))
    assert len(office.debt_waiting.of_person(person)) == 2
