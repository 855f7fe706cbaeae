"""How a measure may move, a settlement's days, and what speaks against one. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from app.arrears.model import Owed, RentAccount, RentChargeKind
from app.core.errors import Problem
from app.core.money import Ore
from app.core.parameters import Parameters
from app.core.periods import Period, Unit, add
from app.debt.claims.model import DebtClaim, DebtClaimKind
from app.debt.measures.model import (
    DebtDueKind,
    DebtMeasure,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    Found,
    RentSince,
    SettlementCheck,
    SettlementDays,
    SettlementFinding,
)
from app.debt.model import AdviceStage, Screened
from app.settings.rulebook import deadline_for

DEFERRAL = "gol.deferral_months"
NOTIFY = "gol.creditor_weeks"
YEARS = "gol.settlement_years"
EARLIER = "gol.earlier_settlement_years"
CRIME = "gol.crime_debt_years"

_K, _S, _F = DebtMeasureKind, DebtMeasureState, SettlementFinding
_MOVES: Mapping[DebtMeasureState, tuple[DebtMeasureState, ...]] = {
    _S.CONSIDERED: (_S.ASKED, _S.AGREED, _S.STOPPED),
    _S.ASKED: (_S.AGREED, _S.REFUSED, _S.ASKED, _S.STOPPED),
    _S.OPENED: (_S.AGREED, _S.STOPPED),
    _S.AGREED: (_S.COMPLETED, _S.STOPPED),
    _S.REFUSED: (_S.ASKED,),
    _S.COMPLETED: (),
    _S.STOPPED: (_S.ASKED,),
}
_SETTLEMENT = {
    **_MOVES,
    _S.CONSIDERED: (_S.ASKED, _S.STOPPED),
    _S.ASKED: (_S.OPENED, _S.REFUSED, _S.ASKED, _S.STOPPED),
}
"""A settlement is opened by the namsfogd before it can be agreed (GJ-24)."""

_STAGES: Mapping[tuple[DebtMeasureKind, DebtMeasureState], AdviceStage] = {
    (_K.OUT_OF_COURT, _S.ASKED): AdviceStage.PROPOSED,
    (_K.OUT_OF_COURT, _S.AGREED): AdviceStage.RUNNING,
    (_K.OUT_OF_COURT, _S.REFUSED): AdviceStage.CONTACTING,
    (_K.OUT_OF_COURT, _S.COMPLETED): AdviceStage.FOLLOWED,
    (_K.SETTLEMENT, _S.ASKED): AdviceStage.SETTLEMENT_APPLIED,
    (_K.SETTLEMENT, _S.AGREED): AdviceStage.SETTLEMENT_RUNNING,
    (_K.SETTLEMENT, _S.REFUSED): AdviceStage.CONTACTING,
    (_K.SETTLEMENT, _S.COMPLETED): AdviceStage.FOLLOWED,
}


def next_states(measure: DebtMeasure) -> tuple[DebtMeasureState, ...]:
    """The states it may come to now."""
    return _moves(measure.kind)[measure.state]


def _moves(kind: DebtMeasureKind) -> Mapping[DebtMeasureState, tuple[DebtMeasureState, ...]]:
    return _SETTLEMENT if kind is DebtMeasureKind.SETTLEMENT else _MOVES


def stage_of(kind: DebtMeasureKind, state: DebtMeasureState) -> AdviceStage | None:
    """Where such a state brings the work in the case; None where it does not move it."""
    return _STAGES.get((kind, state))


def check_measure(draft: DebtMeasureDraft) -> tuple[Problem, ...]:
    """What is wrong with a measure as it is typed."""
    found = []
    if draft.kind is None:
        found.append(Problem("kind", "debt_measure_kind_missing", "GJ-07"))
    if draft.amount is not None and draft.amount < 0:
        found.append(Problem("amount", "debt_measure_negative", remedy=Ore(-draft.amount)))
    return tuple(found)


def check_first(
    draft: DebtMeasureDraft, row: DebtMeasureRow, began: date, today: date
) -> tuple[Problem, ...]:
    """What is wrong with the state a measure begins in."""
    found = list(check_row(draft, row, today))
    if row.since < began:
        facts: dict[str, object] = {"day": began}
        found.append(Problem("since", "debt_before_request", facts=facts, remedy=began))
    if row.state not in {DebtMeasureState.CONSIDERED, DebtMeasureState.ASKED}:
        found.append(Problem("state", "debt_measure_begins"))
    return tuple(found)


def check_move(measure: DebtMeasure, row: DebtMeasureRow, today: date) -> tuple[Problem, ...]:
    """What is wrong with a move: the state, its day, or a consent that is not there."""
    found = list(check_row(measure.draft, row, today))
    if row.state not in next_states(measure):
        facts: dict[str, object] = {"state": measure.state}
        found.append(Problem("state", "debt_measure_not_next", facts=facts))
    if row.since < measure.now.since:
        last = measure.now.since
        found.append(Problem("since", "day_before_last", facts={"last": last}, remedy=last))
    return tuple(found)


def check_row(draft: DebtMeasureDraft, row: DebtMeasureRow, today: date) -> tuple[Problem, ...]:
    """What is wrong with a state by itself."""
    found = []
    if row.since > today:
        found.append(Problem("since", "day_in_future", remedy=today))
    if row.answer_by is not None and row.answer_by < row.since:
        found.append(Problem("answer_by", "debt_answer_before", remedy=row.since))
    if row.consent_on is not None and row.consent_on > today:
        found.append(Problem("consent_on", "day_in_future", remedy=today))
    if row.ends_on is not None and row.ends_on <= row.since:
        found.append(Problem("ends_on", "debt_ends_before", "GJ-28"))
    needed = draft.kind is not None and draft.kind.needs_consent
    if needed and row.state is DebtMeasureState.AGREED and row.consent_on is None:
        found.append(Problem("consent_on", "debt_consent_missing", "GJ-07"))
    return tuple(found)


def days_of(measure: DebtMeasure, parameters: Parameters) -> SettlementDays | None:
    """The days of a settlement by the law of the day it was opened; None before that."""
    opened = measure.since(DebtMeasureState.OPENED)
    if measure.kind is not DebtMeasureKind.SETTLEMENT or opened is None:
        return None
    told = [row.ends_on for row in measure.rows if row.ends_on is not None]
    usual = deadline_for(parameters, YEARS, opened).nominal
    return SettlementDays(
        opened_on=opened,
        notify_by=deadline_for(parameters, NOTIFY, opened),
        pause_until=deadline_for(parameters, DEFERRAL, opened).nominal,
        ends_on=told[-1] if told else usual,
        agreed_on=measure.since(DebtMeasureState.AGREED),
        told_end=bool(told),
    )


def rent_since(opened: date, owed: Iterable[Owed], most: Ore | None = None) -> RentSince:
    """Rent that fell due from the opening and is not paid (GJ-26); what is older rests.

    `most` is the most that can be missing by what was paid since (`most_missing`).
    """
    late = sorted(
        (each.charge.due_on, int(each.left))
        for one in owed
        for each in one.charges
        if each.charge.kind is RentChargeKind.RENT and each.charge.due_on >= opened
    )
    over = 0 if most is None else max(0, sum(left for _, left in late) - most)
    missing = []
    for due_on, left in late:
        covered = min(left, over)
        over -= covered
        if left > covered:
            missing.append((due_on, left - covered))
    unpaid = Ore(sum(left for _, left in missing))
    return RentSince(opened, unpaid, len(missing), missing[0][0] if missing else None)


def most_missing(opened: date, rents: Iterable[tuple[Owed, RentAccount]]) -> Ore:
    """What fell due from the opening, less what was paid from it.

    The account lets money cover the oldest claim, which rests now: what is paid after the opening
    is for the rent that goes on, unless it was said to be for something older (GJ-26).
    """
    total = 0
    for owed, account in rents:
        coming = {each.charge.id for each in owed.coming}
        mine = {
            each.id: each.amount
            for each in account.charges
            if each.stands and each.kind is RentChargeKind.RENT and each.id not in coming
            if opened <= each.due_on <= owed.on
        }
        paid = sum(
            each.amount
            for each in account.payments
            if each.stands and opened <= each.paid_on <= owed.on
            if each.covers is None or each.covers in mine
        )
        total += max(0, sum(mine.values()) - paid)
    return Ore(total)


def dues(measure: DebtMeasure, days: SettlementDays | None) -> tuple[tuple[DebtDueKind, date], ...]:
    """The days that wait for a measure as it stands; `days` are those of a settlement."""
    found = []
    if measure.answer_by is not None:
        found.append((DebtDueKind.ANSWER, measure.answer_by))
    if days is not None and measure.state is DebtMeasureState.OPENED:
        found.append((DebtDueKind.NOTIFY, days.notify_by.moved))
        found.append((DebtDueKind.PAUSE, days.pause_until))
    if days is not None and measure.state is DebtMeasureState.AGREED:
        found.append((DebtDueKind.SETTLEMENT_END, days.ends_on))
    return tuple(found)


def check_terms(check: SettlementCheck, today: date) -> tuple[Problem, ...]:
    """What is wrong with the answers as they are typed."""
    found = []
    if check.since > today:
        found.append(Problem("since", "day_in_future", remedy=today))
    if check.earlier_done_on is not None:
        if check.earlier is not Screened.YES:
            found.append(Problem("earlier_done_on", "debt_day_without_risk", "GJ-21"))
        elif check.earlier_done_on > today:
            found.append(Problem("earlier_done_on", "day_in_future", remedy=today))
    return tuple(found)


def findings(
    check: SettlementCheck | None,
    claims: Iterable[DebtClaim],
    parameters: Parameters,
    today: date,
) -> tuple[Found, ...]:
    """What speaks against an application, and what is still to be found out (GJ-20 to GJ-23).

    Told, never in the way: the namsfogd decides, and anyone may apply.
    """
    told = check or SettlementCheck(today)
    found = []
    if told.lasting is Screened.NO:
        found.append(Found(_F.NOT_LASTING, "GJ-20"))
    for answer, finding in (
        (told.recent_debt, _F.RECENT_DEBT),
        (told.crime_debt, _F.CRIME_DEBT),
        (told.disloyal, _F.DISLOYAL),
    ):
        if answer is Screened.YES:
            found.append(Found(finding, "GJ-21"))
    found += _crime_claims(told, claims, parameters, today)
    found += _earlier(told, parameters, today)
    if told.business is Screened.YES:
        found.append(Found(_F.BUSINESS, "GJ-20"))
    if told.partner_told is Screened.NO:
        found.append(Found(_F.PARTNER_NOT_TOLD, "GJ-23"))
    answers = (told.lasting, told.recent_debt, told.crime_debt, told.disloyal, told.earlier)
    if Screened.NOT_ASKED in (*answers, told.business, told.partner_told):
        found.append(Found(_F.NOT_ASKED, "GJ-20"))
    return tuple(found)


def _crime_claims(
    check: SettlementCheck, claims: Iterable[DebtClaim], parameters: Parameters, today: date
) -> list[Found]:
    """Debt from a crime that the register knows is too new, though nobody has said so."""
    if check.crime_debt is Screened.YES:
        return []
    years = Period(parameters.whole(CRIME, today), Unit.YEARS)
    ends = [
        add(years, each.draft.incurred_on)
        for each in claims
        if each.open
        and each.kind in {DebtClaimKind.CRIME_COMPENSATION, DebtClaimKind.FINE}
        and each.draft.incurred_on is not None
    ]
    late = [day for day in ends if day > today]
    return [Found(SettlementFinding.CRIME_CLAIM, "GJ-21", max(late))] if late else []


def _earlier(check: SettlementCheck, parameters: Parameters, today: date) -> list[Found]:
    if check.earlier is not Screened.YES:
        return []
    if check.earlier_done_on is None:
        return [Found(SettlementFinding.EARLIER_DAY_MISSING, "GJ-21")]
    years = Period(parameters.whole(EARLIER, today), Unit.YEARS)
    until = add(years, check.earlier_done_on)
    return [Found(SettlementFinding.EARLIER, "GJ-21", until)] if until > today else []
