"""The officer's verbs on paying in parts: written, made, signed, followed, told of, ended."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from app.arrears.instalments.model import InstalmentState, TalkWay
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid
from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.documents.render import render
from app.leases.letters import document_of
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.arrears.desk import RENT, claim, owing, pay
from tests.app.arrears.instalments.owing import two_parts
from tests.app.arrears.instalments.papers import printed

TODAY = date(2026, 11, 23)
FIRST = date(2026, 12, 15)


@pytest.fixture
def lease(office: Office) -> LeaseId:
    """Two months owed on the day of the tests."""
    return owing(office, date(2026, 10, 1), date(2026, 11, 2))


@pytest.fixture
def at(clock: FixedClock) -> Callable[[date], None]:
    """Another day in the register."""

    def turn(day: date) -> None:
        clock.at = datetime.combine(day, clock.at.time(), clock.at.tzinfo)

    return turn


def signed(office: Office, lease: LeaseId) -> int:
    made = office.instalments.write(lease, two_parts(FIRST))
    office.instalments.sign(made)
    return made


def test_what_is_proposed_can_be_made_as_it_stands(office: Office, lease: LeaseId) -> None:
    draft = office.instalments.proposed(lease)
    assert draft.total == kroner(16000)
    assert office.instalments.check(lease, draft) == ()
    assert sum(each.amount for each in office.instalments.plan(draft)) == kroner(16000)


def test_doc_23_issued_is_final_waits_to_be_sent_and_does_not_hold_yet(
    office: Office, lease: LeaseId
) -> None:
    office.instalment_papers.issue(lease, two_parts(FIRST))
    (known,) = office.instalments.of(lease)
    assert known.state is InstalmentState.OFFERED
    assert known.document is not None
    assert office.instalments.current(lease) is None
    (row,) = [
        each
        for each in office.letters.of(Ref("lease", lease))
        if each.kind is DocumentKind.INSTALMENT_AGREEMENT
    ]
    assert row.id == known.document
    assert row.id in {each.id for each in office.letters.to_send()}


def test_doc_23_what_lacks_is_not_made(office: Office, lease: LeaseId) -> None:
    with pytest.raises(Invalid) as refused:
        office.instalment_papers.issue(lease, two_parts(TODAY))
    assert [each.code for each in refused.value.problems] == ["instalments_first_passed"]
    assert office.instalments.of(lease) == ()


def test_signed_it_holds_runs_from_its_first_day(office: Office, lease: LeaseId) -> None:
    made = signed(office, lease)
    current = office.instalments.current(lease)
    assert current is not None
    assert current.id == made
    assert office.instalments.state(current, FIRST) is InstalmentState.RUNNING
    assert office.instalments.current(lease, TODAY - timedelta(days=1)) is None
    with pytest.raises(Conflict, match="instalments_running"):
        office.instalments.write(lease, two_parts(FIRST))


def test_doc_23_signed_by_both_it_is_in_both_hands_and_waits_no_more(
    office: Office, lease: LeaseId
) -> None:
    office.instalment_papers.issue(lease, two_parts(FIRST))
    known = office.instalments.open(lease)
    assert known is not None
    assert known.document is not None
    office.instalments.sign(known.id)
    assert known.document not in {each.id for each in office.letters.to_send()}
    (sending,) = office.letters.dispatches(known.document)
    assert (sending.sent_on, sending.channel) == (TODAY, Channel.DELIVERED_BY_HAND)
    office.history.undo()
    assert known.document in {each.id for each in office.letters.to_send()}


def test_a_signing_is_undone(office: Office, lease: LeaseId) -> None:
    made = signed(office, lease)
    office.history.undo()
    assert office.instalments.get(made).state is InstalmentState.DRAFT


def test_the_signed_paper_is_kept_with_it(office: Office, lease: LeaseId) -> None:
    made = office.instalments.write(lease, two_parts(FIRST))
    office.instalments.sign(made, TODAY, _a_page(), "application/pdf")
    kept = office.instalments.get(made).signed_copy
    assert kept is not None
    assert office.letters.get(kept).kind is DocumentKind.SIGNED_INSTALMENT_AGREEMENT


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), TODAY - timedelta(days=1)])
def test_nobody_signs_before_it_is_written_or_in_days_to_come(
    office: Office, lease: LeaseId, day: date
) -> None:
    made = office.instalments.write(lease, two_parts(FIRST))
    with pytest.raises(Invalid):
        office.instalments.sign(made, day)


def test_a_breach_is_seen_the_day_after_and_gone_when_it_is_paid(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    made = signed(office, lease)
    claim(office, lease, date(2026, 12, 1))
    pay(office, lease, date(2026, 12, 1), RENT)
    assert office.instalments.breach(lease, FIRST) is None
    found = office.instalments.breach(lease, FIRST + timedelta(days=1))
    assert found is not None
    assert (found.agreement, found.missing, found.rent_missing) == (made, kroner(4000), 0)
    assert found.since == FIRST + timedelta(days=1)
    assert office.instalments.breaches(FIRST + timedelta(days=1)) == (found,)
    at(FIRST + timedelta(days=3))
    pay(office, lease, FIRST + timedelta(days=2), kroner(4000))
    assert office.instalments.breach(lease, FIRST + timedelta(days=3)) is None
    assert office.instalments.breaches() == ()


def test_nothing_follows_from_a_breach_before_the_tenant_was_told(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    made = signed(office, lease)
    with pytest.raises(Conflict, match="instalments_kept"):
        office.instalments.give_up(made, "Betalte ikke")
    at(FIRST + timedelta(days=1))
    with pytest.raises(Conflict, match="instalments_not_told"):
        office.instalments.give_up(made, "Betalte ikke")
    with pytest.raises(Invalid):
        office.instalments.tell(made, TalkWay.CALL, " ")
    office.instalments.tell(made, TalkWay.CALL, "Lønna kom for sent, betaler fredag.")
    found = office.instalments.breach(lease, office.clock.today())
    assert found is not None
    assert found.told_on == FIRST + timedelta(days=1)
    with pytest.raises(Invalid):
        office.instalments.give_up(made, "")
    office.instalments.give_up(made, "Betalte ikke, og svarte ikke mer.")
    assert office.instalments.get(made).state is InstalmentState.BROKEN
    assert office.instalments.current(lease) is None
    assert office.instalments.breach(lease, office.clock.today()) is None


def test_a_call_that_nobody_answered_tells_nobody(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    made = signed(office, lease)
    at(FIRST + timedelta(days=1))
    office.instalments.tell(made, TalkWay.NOT_REACHED, "Ringte to ganger.")
    with pytest.raises(Conflict, match="instalments_not_told"):
        office.instalments.give_up(made, "Svarte ikke.")


def test_a_letter_tells_on_the_day_it_is_sent_and_an_annulled_one_nobody(
    office: Office, lease: LeaseId, at: Callable[[date], None]
) -> None:
    made = signed(office, lease)
    with pytest.raises(Conflict, match="instalments_kept"):
        office.instalment_papers.issue_notice(lease, FIRST)
    made_on, sent_on = FIRST + timedelta(days=1), FIRST + timedelta(days=2)
    at(made_on)
    with pytest.raises(Invalid):
        office.instalment_papers.issue_notice(lease, made_on)
    until = office.instalment_papers.answer_day()
    letter = document_of(office.instalment_papers.issue_notice(lease, until))
    breach = office.instalments.breach(lease, made_on)
    assert breach is not None
    assert breach.told_on is None
    at(sent_on)
    office.letters.sent(letter, sent_on, Channel.LETTER, "Lagt i posten")
    breach = office.instalments.breach(lease, sent_on)
    assert breach is not None
    assert breach.told_on == sent_on
    office.letters.annul(letter, "Feil beløp.")
    assert office.instalments.talks(made) == ()


def test_kept_to_its_last_day_it_is_over_by_itself(office: Office, lease: LeaseId) -> None:
    made = signed(office, lease)
    for day in (FIRST, date(2027, 1, 15)):
        pay(office, lease, day, kroner(4000))
    known = office.instalments.get(made)
    assert office.instalments.state(known, date(2027, 1, 15)) is InstalmentState.KEPT
    assert office.instalments.current(lease, date(2027, 1, 15)) is None
    assert office.instalments.current(lease, date(2027, 1, 14)) is not None


def test_paid_at_once_it_can_be_settled_and_not_before(office: Office, lease: LeaseId) -> None:
    made = signed(office, lease)
    with pytest.raises(Conflict, match="instalments_not_paid_up"):
        office.instalments.settle(made)
    pay(office, lease, TODAY, RENT)
    office.instalments.settle(made)
    assert office.instalments.get(made).state is InstalmentState.KEPT


def test_ended_it_needs_a_reason_and_leaves_room_for_another(
    office: Office, lease: LeaseId
) -> None:
    made = signed(office, lease)
    with pytest.raises(Invalid):
        office.instalments.end(made, " ")
    office.instalments.end(made, "Nav betaler alt.")
    with pytest.raises(Conflict, match="instalments_not_running"):
        office.instalments.end(made, "En gang til.")
    again = office.instalments.write(lease, two_parts(FIRST))
    assert [each.id for each in office.instalments.of(lease)] == [again, made]


def test_a_draft_gives_way_to_a_new_one_and_an_offer_is_ended(
    office: Office, lease: LeaseId
) -> None:
    office.instalments.write(lease, two_parts(FIRST))
    office.instalment_papers.issue(lease, two_parts(FIRST))
    (offered,) = office.instalments.of(lease)
    office.instalment_papers.issue(lease, two_parts(FIRST + timedelta(days=1)))
    newest, before = office.instalments.of(lease)
    assert newest.state is InstalmentState.OFFERED
    assert (before.id, before.state) == (offered.id, InstalmentState.ENDED)


def test_what_grows_beside_it_is_told(office: Office, lease: LeaseId) -> None:
    made = signed(office, lease)
    found = office.instalments.growth(office.instalments.get(made))
    assert found.beside == RENT  # two months are owed, and one of them is agreed on
    assert found.too_much == 0


def test_what_is_agreed_goes_with_the_lease_when_a_home_is_kept_secret(
    office: Office, lease: LeaseId
) -> None:
    signed(office, lease)
    tenant = office.arrears.tenancy(lease).tenant
    held = {ref.kind for ref in office.people.places_of(tenant)}
    assert {"instalment_agreement", "instalment", "instalment_state"} <= held


def _a_page() -> bytes:
    return render(printed())


def test_adr_05_a_home_made_secret_takes_agreement_pause_and_papers_with_it(
    office: Office, lease: LeaseId
) -> None:
    office.instalment_papers.issue(lease, two_parts(FIRST))
    (known,) = office.instalments.of(lease)
    office.instalments.sign(known.id, TODAY, render(printed()), "application/pdf")
    office.pauses.begin(lease, PauseDraft(PauseReason.ILL, "", FIRST))
    tenant = office.arrears.tenancy(lease).tenant
    office.people.shield(tenant, "politiet", "Mappe 7")
    kinds = {ref.kind for ref in office.people.places_of(tenant)}
    assert not {kind for kind in kinds if kind.startswith(("instalment", "arrears_pause"))}
