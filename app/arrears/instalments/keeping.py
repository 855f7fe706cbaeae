"""Whether an agreement is kept on a day, out of what was claimed and paid. Pure; whole øre.

What is paid since covers rent that has come due, then the parts in their order. What is paid
before anything is due waits for it. Days are the moved ones, so that nobody breaks an agreement
on a day when nobody can pay (DL-03).
"""

from dataclasses import field
from datetime import date, timedelta

from app.arrears.instalments.model import (
    Growth,
    InstalmentAgreement,
    InstalmentStanding,
    InstalmentState,
    Keeping,
    Part,
    PartStanding,
)
from app.arrears.model import Flow, Owed, RentAccount
from app.arrears.rules import late_from
from app.core.money import Ore
from app.core.records import dataclass
from app.core.working_days import adjust


@dataclass(slots=True)
class _Due:
    """Something to be paid by a day; `part` None for the rent that runs on."""

    day: date
    left: int
    part: Part | None = None
    paid: int = field(default=0)

    @property
    def order(self) -> tuple[bool, date, int]:
        """Rent before the parts, then the oldest."""
        return self.part is not None, self.day, 0 if self.part is None else self.part.number

    def take(self, money: int) -> int:
        """Cover it as far as the money goes; what remains of the money."""
        taken = min(self.left, money)
        self.left -= taken
        self.paid += taken
        return money - taken


def paid_before(account: RentAccount, owed: Owed) -> Ore:
    """What had been paid of the claims past due on the day the sum is counted.

    Any payment beyond it counts for the agreement, also one entered late or put right.
    """
    charges = (each for each in account.charges if each.stands)
    due = (each for each in charges if late_from(each.due_on) <= owed.on)
    return Ore(sum(each.amount for each in due) - owed.total)


def keeping(agreement: InstalmentAgreement, account: RentAccount, on: date) -> Keeping:
    """How it is kept on a day; payments of that day count."""
    return kept_by(agreement, account.flow, on)


_MOVED_AT_MOST = timedelta(days=14)
"""Further than any day is moved past days when nobody can pay."""


def reads_from(agreement: InstalmentAgreement) -> date:
    """Rent that fell due before it was late when the sum was counted, wherever it was moved."""
    return agreement.counted_on - _MOVED_AT_MOST


def kept_by(agreement: InstalmentAgreement, flow: Flow, on: date) -> Keeping:
    """As `keeping`, by the rent from `reads_from` on and all that was paid.

    What was paid before that day may be one sum: all of it was there when the sum was counted.
    """
    dues = [*_rents(agreement, flow), *(_of_part(each) for each in agreement.parts)]
    ahead = _settle(dues, _money(agreement, flow, on), on)
    late = [each for each in dues if each.left and each.day < on]
    parts = [each for each in dues if each.part is not None]
    remaining = sum(each.left for each in parts)
    all_ahead = not late and ahead >= remaining
    return Keeping(
        on=on,
        parts=tuple(_standing(each, on, all_ahead=all_ahead) for each in parts),
        rent_missing=Ore(sum(each.left for each in late if each.part is None)),
        parts_missing=Ore(sum(each.left for each in late if each.part is not None)),
        since=min((each.day + timedelta(days=1) for each in late), default=None),
        ahead=Ore(ahead),
        left=Ore(max(0, remaining - ahead)),
    )


def growth(kept: Keeping, owed: Owed) -> Growth:
    """What is owed now against what the agreement still covers and the rent that is missing."""
    return Growth(owed.total, Ore(kept.left + kept.rent_missing))


def _rents(agreement: InstalmentAgreement, flow: Flow) -> list[_Due]:
    """Rent that was not past due when the sum was counted; fees are no part of the bargain."""
    return [
        _Due(adjust(due_on), amount)
        for due_on, amount in flow.rents
        if late_from(due_on) > agreement.counted_on
    ]


def _of_part(part: Part) -> _Due:
    return _Due(part.moved_to, part.amount, part)


def _money(agreement: InstalmentAgreement, flow: Flow, on: date) -> dict[date, int]:
    """What came in by day beyond what was paid before; the oldest first."""
    before = int(agreement.paid_before)
    found: dict[date, int] = {}
    for paid_on, amount in sorted(each for each in flow.paid if each[0] <= on):
        used = min(before, amount)
        before -= used
        if amount > used:
            day = max(paid_on, agreement.counted_on)
            found[day] = found.get(day, 0) + amount - used
    return found


def _settle(dues: list[_Due], money: dict[date, int], on: date) -> int:
    """Let the money cover what has come due, day by day; what is left over."""
    days = sorted({*money, *(each.day for each in dues if each.day <= on)})
    ordered = sorted(dues, key=lambda due: due.order)
    purse = 0
    for day in days:
        purse += money.get(day, 0)
        for each in ordered:
            if not purse:
                break
            if each.day <= day:
                purse = each.take(purse)
    return purse


def _standing(due: _Due, on: date, *, all_ahead: bool) -> PartStanding:
    if due.part is None:
        raise ValueError("rent is no part")
    return PartStanding(due.part, Ore(due.paid), _word(due, on, all_ahead=all_ahead))


def _word(due: _Due, on: date, *, all_ahead: bool) -> InstalmentStanding:
    if not due.left:
        return InstalmentStanding.PAID
    if all_ahead:
        return InstalmentStanding.AHEAD
    if due.day >= on:
        return InstalmentStanding.DUE if due.day == on else InstalmentStanding.COMING
    return InstalmentStanding.PARTLY if due.paid else InstalmentStanding.MISSING


def state_on(agreement: InstalmentAgreement, kept: Keeping) -> InstalmentState:
    """Where it stands on the day of `kept`: signed, running from its first day, or kept."""
    if agreement.state is not InstalmentState.SIGNED or not agreement.parts:
        return agreement.state
    if kept.paid_up and kept.on >= agreement.parts[-1].moved_to:
        return InstalmentState.KEPT
    begun = kept.on >= agreement.parts[0].due_on
    return InstalmentState.RUNNING if begun else InstalmentState.SIGNED
