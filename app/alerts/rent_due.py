"""Rents that may follow the index, and changes whose letter must go out (AL-13)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Protocol

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import LeaseId, Ref
from app.core.parameters import Parameters
from app.core.working_days import last_safe_day
from app.leases.rents.model import RentChangeState, RentTold

INTERVAL = "hl.index_interval_months"
NOTICE = "hl.index_notice_months"
DAYS_AHEAD = 7
ROUND = Ref("rent_round", 1)


class Round(Protocol):
    """Where the rents and the changes told come from."""

    def first_day(self) -> date:
        """The first day a change may hold that is told today."""
        ...

    def send_by(self, effective: date) -> date:
        """The last day the letters may go out for that."""
        ...

    def possible(self, effective: date) -> tuple[LeaseId, ...]:
        """Every lease whose rent can rise from then, without those that go with a job."""
        ...

    def told(self) -> tuple[RentTold, ...]:
        """Changes whose letter waits or was not sent in time."""
        ...


class RentDue:
    """One gjøremål for the whole round, not one for each lease."""

    def __init__(self, round_: Round) -> None:
        self._round = round_

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        first, told = self._round.first_day(), self._round.told()
        possible = self._round.possible(first)
        return (
            *may_rise(possible, first, self._round.send_by(first), parameters, today),
            *to_send(told, parameters, today),
            *not_told(told, parameters),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Letters that must go out; a rent may be changed on any day."""
        found = ahead(self._round.told(), parameters)
        return tuple(each for each in found if each.since <= until)


def ahead(told: Sequence[RentTold], parameters: Parameters) -> Iterator[Alert]:
    """Letters about a new rent, each from the day it is told that it must go out."""
    for each in told:
        if each.change.state is RentChangeState.TO_SEND and each.change.send_by is not None:
            last = last_safe_day(each.change.send_by)
            whys = (Reason.RENT_NOTICE_UNSENT, Reason.RENT_NOTICES_UNSENT)
            found = _of_letters((each,), whys, Act.SEND_RENT_NOTICES, parameters, last)
            yield replace(found, since=max(found.since, last - timedelta(days=DAYS_AHEAD)))


def may_rise(
    leases: Sequence[LeaseId], first: date, send_by: date, parameters: Parameters, today: date
) -> Iterator[Alert]:
    """The index gives a higher rent, and a year has passed (HL-22, HL-23)."""
    if not leases:
        return
    alone = len(leases) == 1
    yield Alert(
        id=AlertId.RENT,
        urgency=Urgency.INFO,
        case=Ref("lease", leases[0]) if alone else ROUND,
        since=today,
        due=last_safe_day(send_by),
        basis=parameters[INTERVAL].basis,
        why=Reason.RENT_MAY_RISE if alone else Reason.RENTS_MAY_RISE,
        act=Act.CHANGE_RENT if alone else Act.CHANGE_RENTS,
        facts=(("count", len(leases)), ("from_day", first)),
    )


def to_send(told: Sequence[RentTold], parameters: Parameters, today: date) -> Iterator[Alert]:
    """The letter must go out in a few days for the rent to change on its day (HL-24, HL-26)."""
    near = [
        each
        for each in told
        if each.change.state is RentChangeState.TO_SEND
        and each.change.send_by is not None
        and today + timedelta(days=DAYS_AHEAD) >= last_safe_day(each.change.send_by)
    ]
    if near:
        first = min(each.change.send_by for each in near if each.change.send_by is not None)
        whys = (Reason.RENT_NOTICE_UNSENT, Reason.RENT_NOTICES_UNSENT)
        yield _of_letters(near, whys, Act.SEND_RENT_NOTICES, parameters, last_safe_day(first))


def not_told(told: Sequence[RentTold], parameters: Parameters) -> Iterator[Alert]:
    """The letter was not sent in time: the rent stays as it is until a new one (HL-24)."""
    failed = [each for each in told if each.change.state is RentChangeState.NOT_TOLD]
    if failed:
        whys = (Reason.RENT_NOT_TOLD, Reason.RENTS_NOT_TOLD)
        yield _of_letters(failed, whys, Act.CHANGE_RENTS, parameters, None)


def _of_letters(
    told: Sequence[RentTold],
    whys: tuple[Reason, Reason],
    act: Act,
    parameters: Parameters,
    due: date | None,
) -> Alert:
    single = told[0] if len(told) == 1 else None
    first = min(each.change.effective_on for each in told)
    facts: tuple[tuple[str, Fact], ...] = (("count", len(told)), ("from_day", first))
    alone = Act.CHANGE_RENT if act is Act.CHANGE_RENTS else act
    return Alert(
        id=AlertId.RENT_NOTICE,
        urgency=Urgency.SOON,
        case=Ref("lease", single.change.lease) if single else Ref("rent_round", 2 + (due is None)),
        since=min(each.change.decided_on for each in told),
        due=due,
        basis=parameters[NOTICE].basis,
        why=whys[0] if single else whys[1],
        act=alone if single else act,
        name=single.name if single else "",
        place=single.address if single else "",
        facts=facts,
    )
