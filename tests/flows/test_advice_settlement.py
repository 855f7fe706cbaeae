"""A debt settlement with the namsfogd, from the try before it to five years later."""

from datetime import date, timedelta

from app.alerts.model import AlertId
from app.arrears.accounts.model import PaymentDraft
from app.arrears.model import RentChargeKind
from app.core.errors import Invalid
from app.core.ids import LeaseId
from app.core.money import kroner
from app.core.periods import Period, Unit, add
from app.debt.claims.model import DebtClaimKind
from app.debt.closing.model import EndDraft, FarewellDraft, HomeResult
from app.debt.measures.model import (
    DebtDueKind,
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
    SettlementCheck,
    SettlementFinding,
)
from app.debt.measures.overview.model import OverviewDraft
from app.debt.model import AdviceStage, DebtOutcome, DebtTopic, Screened
from app.letters.model import DocumentKind
from tests.app.arrears.desk import RENT, claim, tenancy
from tests.app.debt.claims.desk import claimed
from tests.app.debt.decisions.desk import a_grant
from tests.flows.advised import Advised
from tests.flows.town import Town, codes

K, S, Y, N = DebtMeasureKind, DebtMeasureState, Screened.YES, Screened.NO


def test_a_settlement_by_the_act_with_rent_that_goes_on(town: Town) -> None:
    lease = tenancy(town.office)
    person = town.office.arrears.tenancy(lease).tenant
    claim(town.office, lease, date(2026, 10, 1))
    one = Advised.rings(town, person, topics=frozenset({DebtTopic.SETTLEMENT}))
    begins(one, lease)
    one.reopen()
    tries_without_the_court(one)
    one.reopen()
    measure = applies(one)
    one.reopen()
    opened = is_opened(one, measure)
    one.reopen()
    pays_rent_that_goes_on(one, measure, lease)
    one.reopen()
    runs_five_years(one, measure, opened)
    one.reopen()
    is_closed(one)
    one.reopen()


def begins(one: Advised, lease: LeaseId) -> None:
    """Rent owed to us is among the claims from the first day, by itself."""
    one.decides(a_grant(one.office, one.case, weeks=0))
    one.office.debt_cases.start(one.case)
    (rent,) = one.office.debt_claims.of(one.case)
    assert (rent.kind, rent.owed, rent.draft.lease) == (DebtClaimKind.RENT, RENT, lease)
    one.tells_the_economy()
    claimed(one.office, one.case, "Nordlys Bank AS", 410_000)
    claimed(one.office, one.case, "Fjordkort AS", 96_000)
    one.office.debt_cases.reach(one.case, AdviceStage.CONTACTING)


def tries_without_the_court(one: Advised) -> None:
    """GJ-08, GJ-22."""
    measures = one.office.debt_measures
    day = one.today
    tried = measures.begin(
        one.case, DebtMeasureDraft(K.OUT_OF_COURT, "Alle kreditorer"), DebtMeasureRow(day, S.ASKED)
    )
    assert one.known().stage is AdviceStage.PROPOSED
    one.office.history.undo()
    assert (measures.of(one.case), one.known().stage) == ((), AdviceStage.CONTACTING)
    by = day + timedelta(days=30)
    row = DebtMeasureRow(day, S.ASKED, by)
    tried = measures.begin(one.case, DebtMeasureDraft(K.OUT_OF_COURT, "Alle kreditorer"), row)
    one.town.until(by + timedelta(days=1))
    assert one.waits(AlertId.DEBT_MEASURE) == 1
    measures.stands(tried, DebtMeasureRow(one.today, S.REFUSED))
    assert one.waits(AlertId.DEBT_MEASURE) == 0
    assert one.known().stage is AdviceStage.CONTACTING


def applies(one: Advised) -> int:
    """GJ-09, GJ-20, GJ-21, GJ-23: the terms gone through, the overview signed, and applied for."""
    measures = one.office.debt_measures
    answers = SettlementCheck(one.today, Y, N, N, N, N, None, N, Y)
    measures.go_through(one.case, SettlementCheck(one.today))
    assert [e.finding for e in measures.findings(one.case)] == [SettlementFinding.NOT_ASKED]
    measures.go_through(one.case, answers)
    assert measures.findings(one.case) == ()
    one.office.namsfogd_overviews.make(one.case, OverviewDraft())
    assert one.refused_undo() == "undo_final"
    kinds = {each.kind for each in one.office.letters.of(one.about)}
    assert DocumentKind.NAMSFOGD_OVERVIEW in kinds
    measure = measures.begin(
        one.case, DebtMeasureDraft(K.SETTLEMENT, "Namsfogden"), DebtMeasureRow(one.today, S.ASKED)
    )
    assert one.known().stage is AdviceStage.SETTLEMENT_APPLIED
    agreed = DebtMeasureRow(one.today, S.AGREED)
    told = codes(lambda: measures.stands(measure, agreed), of=Invalid)
    assert told == ["debt_measure_not_next"], "it is opened first"
    return measure


def is_opened(one: Advised, measure: int) -> date:
    """GJ-24, GJ-25: six weeks and four months from the opening, each told on its day."""
    measures = one.office.debt_measures
    one.town.until(date(2027, 3, 8))
    opened = one.today
    measures.stands(measure, DebtMeasureRow(opened, S.OPENED))
    days = measures.days_of(measures.get(measure))
    assert days is not None
    assert days.notify_by.nominal == date(2027, 4, 19)
    assert days.pause_until == date(2027, 7, 8)
    assert days.ends_on == date(2032, 3, 8)
    due = [(each.kind, each.due_on) for each in measures.due(days.pause_until)]
    assert due == [
        (DebtDueKind.NOTIFY, date(2027, 4, 19)),
        (DebtDueKind.PAUSE, date(2027, 7, 8)),
    ]
    assert one.waits(AlertId.DEBT_MEASURE) == 0
    one.town.until(date(2027, 4, 19))
    assert one.waits(AlertId.DEBT_MEASURE) == 1
    one.town.later(1)
    assert one.waits(AlertId.DEBT_MEASURE) == 0, "what creditors are late with is theirs"
    return opened


def pays_rent_that_goes_on(one: Advised, measure: int, lease: LeaseId) -> None:
    """GJ-26: what fell due before the opening rests, what falls due after it does not."""
    measures, office = one.office.debt_measures, one.office
    known = measures.get(measure)
    before = measures.rent_since(known)
    assert before is not None
    assert (before.unpaid, before.months) == (0, 0)
    claim(office, lease, date(2027, 4, 1))
    claim(office, lease, date(2027, 4, 5), kroner(36), RentChargeKind.REMINDER_FEE)
    found = measures.rent_since(known)
    assert found is not None
    assert (found.unpaid, found.months) == (RENT, 1)
    owed = office.arrears.owed(lease).total
    assert owed == 2 * RENT + kroner(36), "the old rent is still owed, and rests"
    assert [each.kind for each in measures.due()] == [DebtDueKind.RENT]
    assert one.waits(AlertId.DEBT_MEASURE) == 1
    office.arrears.add_payment(lease, PaymentDraft(one.today, RENT))
    found = measures.rent_since(known)
    assert found is not None
    assert (found.unpaid, found.months) == (0, 0), "though the account pays the oldest first"
    assert one.waits(AlertId.DEBT_MEASURE) == 0


def runs_five_years(one: Advised, measure: int, opened: date) -> None:
    """GJ-28: the end is told of on its day, five years from the opening."""
    measures = one.office.debt_measures
    one.town.until(date(2027, 6, 15))
    measures.stands(measure, DebtMeasureRow(one.today, S.AGREED))
    assert one.known().stage is AdviceStage.SETTLEMENT_RUNNING
    assert one.waits(AlertId.DEBT_MEASURE) == 0, "creditors and the pause are over"
    ends = add(Period(5, Unit.YEARS), opened)
    assert [(each.kind, each.due_on) for each in measures.due(ends)] == [
        (DebtDueKind.SETTLEMENT_END, ends)
    ]
    one.town.until(ends)
    assert one.waits(AlertId.DEBT_MEASURE) == 1
    measures.stands(measure, DebtMeasureRow(one.today, S.COMPLETED))
    assert one.known().stage is AdviceStage.FOLLOWED
    assert one.waits(AlertId.DEBT_MEASURE) == 0


def is_closed(one: Advised) -> None:
    one.talks("Gjeldsordningen er fullført.")
    ending = EndDraft(DebtOutcome.SETTLEMENT_COMPLETED, home=HomeResult.KEPT)
    one.office.debt_closings.close(one.case, ending)
    one.office.history.undo()
    assert one.known().open
    one.office.debt_closings.close(one.case, ending)
    words = FarewellDraft("Gjeldsordningen er ferdig.", "Husleia går som før.")
    one.send(one.office.closing_letters.issue(one.case, words))
    effect = one.office.debt_closings.effect(one.case)
    assert effect is not None
    assert (effect.owed_before, effect.home) == (RENT, HomeResult.KEPT)
    assert one.known().closed_on == one.today
