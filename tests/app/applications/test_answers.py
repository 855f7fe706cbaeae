"""Who must have an answer, and by when (FV-02, AL-07)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.applications.model import ApplicationState
from app.applications.service import Applications
from app.core.clock import FixedClock
from app.core.dated import DatedValue
from app.core.ids import ApplicationId
from app.office import Office
from tests.app.applications.conftest import Register

S = ApplicationState


@dataclass(frozen=True, slots=True)
class Sent:
    """Letters that were sent, or vedtak that were issued."""

    days: dict[ApplicationId, date] = field(default_factory=dict)

    def answered(self, applications: Iterable[ApplicationId]) -> dict[ApplicationId, date]:
        """Those of them that were."""
        return {each: self.days[each] for each in applications if each in self.days}


def test_the_clock_counts_from_the_day_it_was_received(
    applications: Applications, register: Register
) -> None:
    clock = applications.clock(register(received_on=date(2026, 11, 2)))
    assert clock.deadline.moved == date(2026, 12, 2)
    assert clock.local_day == date(2026, 11, 16)
    assert (clock.answered_on, clock.days_waiting) == (None, 21)


def test_the_clock_follows_the_municipalitys_own_days(
    applications: Applications, register: Register, office: Office
) -> None:
    office.settings.override("local.prelim_days", DatedValue(7, date(2026, 1, 1), source="rutine"))
    clock = applications.clock(register(received_on=date(2026, 11, 2)))
    assert clock.local_day == date(2026, 11, 9)


def test_the_first_answer_of_several_counts(applications: Applications, register: Register) -> None:
    application = register()
    applications.know_answers(Sent({application: date(2026, 11, 20)}))
    applications.know_answers(Sent({application: date(2026, 11, 18)}))
    applications.know_answers(Sent())
    assert applications.clock(application).answered_on == date(2026, 11, 18)


def test_the_unanswered_are_those_still_waiting_the_first_late_first(
    applications: Applications, register: Register
) -> None:
    late = register(received_on=date(2026, 11, 20))
    early = register(received_on=date(2026, 10, 1))
    answered = register()
    decided = register(state=S.GRANTED_WAITING)
    withdrawn = register()
    asked = register(received_on=date(2026, 11, 10))
    applications.know_answers(Sent({answered: date(2026, 11, 16)}))
    applications.take(withdrawn, S.WITHDRAWN, date(2026, 11, 23), "ringte")
    # asking for papers is no answer: the month runs on
    applications.take(asked, S.INCOMPLETE, date(2026, 11, 23), "leiekontrakt")
    assert [each.row.id for each in applications.unanswered()] == [early, asked, late]
    assert decided not in [each.row.id for each in applications.unanswered()]


def test_days_so_far_grow_with_the_day(
    applications: Applications, register: Register, clock: FixedClock
) -> None:
    application = register(received_on=date(2026, 11, 2))
    clock.at = clock.at.replace(month=12, day=2)
    assert applications.clock(application).days_waiting == 30
    assert applications.clock(application, as_of=date(2026, 11, 12)).days_waiting == 10
