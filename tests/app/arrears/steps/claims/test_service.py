"""Letters count from the day they are sent, and claim no more than the law lets them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.model import RentChargeKind
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.steps.claims.model import ClaimDraft
from app.arrears.steps.model import ArrearsStepKind, NoFee, ProposedKind
from app.core.clock import FixedClock
from app.core.errors import Invalid, OfficeError
from app.core.money import kroner
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.app.arrears.steps.desk import TODAY, RentDesk
from tests.app.arrears.steps.test_service import Wrong

REMINDER = ArrearsStepKind.REMINDER
NOTICE = ArrearsStepKind.COLLECTION_NOTICE
DEMAND = ArrearsStepKind.PAYMENT_DEMAND
DRAFT = ClaimDraft(TODAY)


@pytest.fixture
def desk(office: Office) -> RentDesk:
    """A tenancy whose rent of October is not paid."""
    made = RentDesk(office)
    made.claim(date(2026, 10, 1))
    return made


def fees_of(desk: RentDesk) -> list[tuple[RentChargeKind, int]]:
    charges = desk.office.arrears.account(desk.lease).charges
    return [(each.kind, each.amount) for each in charges if each.stands and not each.kind.rent]


def test_issued_is_not_sent_so_nothing_counts_yet(desk: RentDesk) -> None:
    desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT)
    (step,) = desk.office.arrears_steps.of(desk.lease)
    assert step.waits
    assert fees_of(desk) == []
    assert desk.office.arrears_steps.next(desk.lease).kind is ProposedKind.SEND_LETTER


def test_ink_06_a_letter_of_next_year_tells_that_its_rate_is_of_this(desk: RentDesk) -> None:
    """Told beside it, and it does not stop the letter."""
    letters, later = desk.office.arrears_letters, ClaimDraft(date(2027, 1, 4))
    found = [each for each in letters.check(desk.lease, REMINDER, later) if each.source == "INK-06"]
    assert [(each.code, each.blocks) for each in found] == [("arrears_fee_rate_old", False)]
    assert found[0].facts == {"since": date(2026, 1, 1), "year": 2027}
    now = letters.check(desk.lease, REMINDER, DRAFT)
    assert "arrears_fee_rate_old" not in {each.code for each in now}


def test_ink_07_the_fee_is_owed_and_the_deadline_runs_from_the_day_it_is_sent(
    desk: RentDesk, clock: FixedClock
) -> None:
    desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT)
    clock.at += timedelta(days=2)
    desk.send(DocumentKind.RENT_REMINDER, TODAY + timedelta(days=2))
    (step,) = desk.office.arrears_steps.of(desk.lease)
    assert (step.sent_on, step.pay_by) == (date(2026, 11, 25), date(2026, 12, 9))
    assert step.fee == kroner(38)
    assert fees_of(desk) == [(RentChargeKind.REMINDER_FEE, kroner(38))]
    proposed = desk.office.arrears_steps.next(desk.lease)
    assert (proposed.kind, proposed.from_day) == (
        ProposedKind.COLLECTION_NOTICE,
        date(2026, 12, 10),
    )


def test_ink_07_what_was_paid_before_it_was_sent_costs_nothing(desk: RentDesk) -> None:
    desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT)
    desk.pay(TODAY, 8450)
    desk.send(DocumentKind.RENT_REMINDER)
    assert fees_of(desk) == []
    assert desk.office.arrears_steps.of(desk.lease)[0].fee == 0
    assert desk.office.arrears.balance(desk.lease) == 0


def test_an_annulled_letter_is_no_step_and_its_claims_are_taken_back(desk: RentDesk) -> None:
    draft = replace(DRAFT, claim_interest=True)
    desk.office.arrears_letters.issue(desk.lease, REMINDER, draft)
    desk.send(DocumentKind.RENT_REMINDER)
    (step,) = desk.office.arrears_steps.of(desk.lease)
    assert {kind for kind, _ in fees_of(desk)} == {
        RentChargeKind.REMINDER_FEE,
        RentChargeKind.LATE_INTEREST,
    }
    assert step.document is not None
    desk.office.letters.annul(step.document, "Sendt til feil person")
    assert desk.office.arrears_steps.of(desk.lease) == ()
    assert fees_of(desk) == []
    assert desk.office.arrears.balance(desk.lease) == kroner(8450)


def test_a_letter_that_came_back_counts_from_the_next_sending_and_costs_once(
    desk: RentDesk, clock: FixedClock
) -> None:
    desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT)
    desk.send(DocumentKind.RENT_REMINDER)
    (step,) = desk.office.arrears_steps.of(desk.lease)
    assert step.document is not None
    clock.at += timedelta(days=7)
    desk.office.letters.returned(step.document, date(2026, 11, 30), "Ukjent på adressen")
    assert desk.office.arrears_steps.of(desk.lease)[0].waits
    desk.send(DocumentKind.RENT_REMINDER, date(2026, 11, 30))
    (step,) = desk.office.arrears_steps.of(desk.lease)
    assert (step.sent_on, step.pay_by) == (date(2026, 11, 30), date(2026, 12, 14))
    assert fees_of(desk) == [(RentChargeKind.REMINDER_FEE, kroner(38))]


def test_ink_05_an_objection_stops_the_fee_and_takes_its_sum_out(desk: RentDesk) -> None:
    with desk.office.unit("arrears.disputed") as unit:
        unit.insert(
            "rent_dispute",
            lease=desk.lease,
            received_on=TODAY,
            words="Ovnen virker ikke",
            amount=kroner(2000),
        )
    found = desk.office.arrears_letters.plan(desk.lease, REMINDER, DRAFT)
    assert (found.principal, found.fee.why) == (kroner(6450), NoFee.OBJECTION)


def test_ink_08_no_demand_before_the_deadline_of_a_notice_was_missed(desk: RentDesk) -> None:
    with pytest.raises(Invalid) as caught:
        desk.office.arrears_letters.issue(desk.lease, DEMAND, DRAFT)
    assert [each.code for each in caught.value.problems] == ["arrears_notice_not_missed"]


def test_the_whole_track_to_the_demand(desk: RentDesk, clock: FixedClock) -> None:
    letters, lease = desk.office.arrears_letters, desk.lease
    for kind, days in ((REMINDER, 15), (NOTICE, 15)):
        day = clock.today()
        letters.issue(lease, kind, ClaimDraft(day))
        desk.send(
            {
                REMINDER: DocumentKind.RENT_REMINDER,
                NOTICE: DocumentKind.COLLECTION_NOTICE,
            }[kind],
            day,
        )
        clock.at += timedelta(days=days)
    assert desk.office.arrears_steps.next(lease).kind is ProposedKind.MEETING_FIRST
    found = letters.plan(lease, DEMAND, ClaimDraft(clock.today()))
    assert found.fee.amount == kroner(113)
    assert sum(each.left for each in found.before) == kroner(76)


@pytest.mark.parametrize("kind", [REMINDER, ArrearsStepKind.FRIENDLY_REMINDER])
def test_nothing_is_made_while_facts_disagree_or_a_pause_holds(
    desk: RentDesk, kind: ArrearsStepKind
) -> None:
    desk.office.arrears_steps.know_check(Wrong(desk.lease))
    with pytest.raises(Invalid) as caught:
        desk.office.arrears_letters.issue(desk.lease, kind, DRAFT)
    assert caught.value.problems[0].code == "arrears_data_disagrees"
    desk.office.arrears_steps.know_check(Wrong())
    until = TODAY + timedelta(days=5)
    desk.office.pauses.begin(desk.lease, PauseDraft(PauseReason.ILL, "Innlagt", until))
    with pytest.raises(Invalid) as caught:
        desk.office.arrears_letters.issue(desk.lease, kind, DRAFT)
    assert caught.value.problems[0].code == "arrears_is_paused"


def test_a_round_writes_to_all_and_stops_at_a_whole_letter(desk: RentDesk) -> None:
    letters = desk.office.arrears_letters
    chosen = [row.tenancy.lease for row in letters.friendly()]
    assert chosen == [desk.lease]
    stopped = letters.remind_all(chosen, lambda *_: False)
    assert (stopped.made, stopped.left) == ((), 1)
    made = letters.remind_all([*chosen, *chosen], lambda *_: True)
    assert len(made.made) == 1
    assert [each.code for each in made.not_made] == ["arrears_letter_waits"]
    assert desk.office.arrears_steps.of(desk.lease)[0].round == "2026-11"
    assert letters.friendly() == ()


def test_nothing_is_written_to_one_strengt_fortrolig(
    desk: RentDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tenancy = desk.office.arrears.tenancy(desk.lease)
    strict = replace(tenancy, protection=AddressProtection.STRICTLY_CONFIDENTIAL)
    monkeypatch.setattr(desk.office.arrears, "tenancy", lambda _: strict)
    for act in (
        lambda: desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT),
        lambda: desk.office.arrears_letters.preview(desk.lease, REMINDER, DRAFT),
    ):
        with pytest.raises(OfficeError) as caught:
            act()
        assert caught.value.code == "arrears_on_paper"


def test_adr_05_steps_letters_and_claims_go_when_a_person_is_shielded(desk: RentDesk) -> None:
    desk.office.arrears_letters.issue(desk.lease, REMINDER, DRAFT)
    desk.send(DocumentKind.RENT_REMINDER)
    tenant = desk.office.arrears.tenancy(desk.lease).tenant
    report = desk.office.people.shield(tenant, "Politiet", "P-1")
    removed = dict(report.removed)
    assert removed["arrears_step"] == 1
    assert desk.office.arrears_steps.proposals() == ()
