"""What is left to do after a lease: the keys, the condition, the belongings, the deposit."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.core.ids import LeaseId, Ref
from app.core.parameters import Parameters
from app.core.periods import add
from app.leases.aftermath.condition.model import ConditionDue
from app.leases.aftermath.deposit.model import Claim, ClaimDue, ClaimSide
from app.leases.aftermath.service import Aftermath
from app.leases.expiry.rules import MOVE_OUT_DAYS
from app.leases.model import EndingLease, LeaseState
from app.leases.service import Leases

CLAIM = "local.claim_after_move_out_days"
ANSWER_DAYS = 14
"""How long before the bank pays the tenant it is urgent to go to court or let it be."""
BANK_DAYS = 14
"""How long after our claim the bank is asked which day it sent its notice."""


def _alert(
    id_: AlertId,
    lease: LeaseId,
    why: Reason,
    *,
    since: date,
    due: date | None,
    urgency: Urgency = Urgency.SOON,
    counted: date | None = None,
    basis: str = "",
    act: Act = Act.OPEN_ENDING,
    facts: tuple[tuple[str, Fact], ...] = (),
) -> Alert:
    return Alert(
        id=id_,
        urgency=urgency,
        case=Ref("lease", lease),
        since=since,
        due=due,
        counted_day=counted,
        basis=basis,
        why=why,
        act=act,
        facts=facts,
    )


def kept(rows: Iterable[tuple[LeaseId, date]]) -> Iterator[Alert]:
    """The lease is over and the dwelling is not back (HL-73, HL-74)."""
    for lease, last in rows:
        yield _alert(
            AlertId.OVERSTAY,
            lease,
            Reason.NOT_HANDED_BACK,
            since=last + timedelta(days=1),
            due=last,
            act=Act.RECORD_HANDBACK,
            facts=(("last_day", last),),
        )


def unjudged(rows: Iterable[ConditionDue], parameters: Parameters) -> Iterator[Alert]:
    """The dwelling is back and nobody has said whether it was as it should be (HL-75)."""
    for each in rows:
        yield _alert(
            AlertId.CONDITION_CLAIM,
            each.lease,
            Reason.CONDITION_NOT_JUDGED,
            since=each.keys_on,
            due=each.due,
            basis=parameters[CLAIM].basis,
            facts=(("keys_on", each.keys_on),),
        )


def uncollected(rows: Iterable[tuple[LeaseId, date]]) -> Iterator[Alert]:
    """What was kept is not fetched by its day (HL-76)."""
    for lease, by in rows:
        yield _alert(
            AlertId.BELONGINGS,
            lease,
            Reason.BELONGINGS_NOT_COLLECTED,
            since=by + timedelta(days=1),
            due=by,
            facts=(("collect_by", by),),
        )


def claims(rows: Iterable[ClaimDue], today: date) -> Iterator[Alert]:
    """The five weeks of HL-16: the tenant's claim to answer, or our own to hear the end of."""
    for each in rows:
        claim, limit = each.claim, each.limit
        told = claim.told_on or claim.claimed_on
        ours = claim.side is ClaimSide.LANDLORD
        if ours and today < limit.earliest_action:
            continue
        near = not ours and today >= limit.last_safe_day - timedelta(days=ANSWER_DAYS)
        yield _alert(
            AlertId.DEPOSIT,
            claim.lease,
            Reason.DEPOSIT_NO_OUTCOME if ours else Reason.DEPOSIT_TO_ANSWER,
            urgency=Urgency.NOW if near else Urgency.SOON,
            since=limit.earliest_action if ours else told,
            due=limit.moved if ours else limit.warn_day,
            counted=limit.nominal,
            basis=limit.basis,
            facts=(("told_on", told),),
        )


def untold(rows: Iterable[Claim], today: date) -> Iterator[Alert]:
    """The five weeks run from the day the bank sent its notice, and nobody has told it (HL-16)."""
    for claim in rows:
        since = claim.claimed_on + timedelta(days=BANK_DAYS)
        if today >= since:
            yield _alert(
                AlertId.DEPOSIT,
                claim.lease,
                Reason.DEPOSIT_NOT_TOLD,
                since=since,
                due=None,
                basis="HL-16",
                facts=(("claimed_on", claim.claimed_on),),
            )


def stayed(
    rows: Iterable[EndingLease], parameters: Parameters, today: date
) -> Iterator[tuple[LeaseId, date]]:
    """Terms that are out, whose tenant was asked to move and has had the days for it (HL-74)."""
    days = parameters.period(MOVE_OUT_DAYS, today)
    for row in rows:
        asked = row.move_out_request_sent
        if row.state is LeaseState.PAST_TERM and asked is not None and add(days, asked) < today:
            yield row.lease, row.end_on


def staying_on(
    rows: Iterable[EndingLease], parameters: Parameters, until: date
) -> Iterator[tuple[LeaseId, date]]:
    """Those asked to move whose term, and the days for it, are over by a day ahead (HL-74).

    Each with the last day before it needs someone.
    """
    days = parameters.period(MOVE_OUT_DAYS, until)
    for row in rows:
        asked = row.move_out_request_sent
        if asked is not None and row.followed_on is None:
            last = max(row.end_on, add(days, asked))
            if last < until:
                yield row.lease, last


class AftermathDue:
    """Reads what the rules above need, as it stands today; whose it is, is put on last."""

    def __init__(self, aftermath: Aftermath, leases: Leases) -> None:
        self._aftermath = aftermath
        self._leases = leases

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        return (
            *kept(self._aftermath.handbacks.awaited()),
            *kept(stayed(self._leases.ending(until=today), parameters, today)),
            *unjudged(self._aftermath.condition.due(), parameters),
            *uncollected(self._aftermath.belongings.overdue()),
            *claims(self._aftermath.deposits.due(), today),
            *untold(self._aftermath.deposits.untold(), today),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Leases that end, what is to be fetched, and the weeks of a claim on a deposit.

        What a handed back dwelling asks for stands from the day the keys came.
        """
        over = dict(staying_on(self._leases.ending(until=until), parameters, until))
        awaited = {**over, **dict(self._aftermath.handbacks.awaited(until))}
        return (
            *kept(awaited.items()),
            *uncollected(self._aftermath.belongings.overdue(until)),
            *claims(self._aftermath.deposits.due(), until),
            *untold(self._aftermath.deposits.untold(), until),
        )
