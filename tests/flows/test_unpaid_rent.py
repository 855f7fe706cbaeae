"""Unpaid rent, three lives: agreed and kept, stopped the day before, and lost with what follows."""

from dataclasses import replace
from datetime import date, timedelta

from app.alerts.model import AlertId
from app.arrears.accounts.model import ClosingDraft
from app.arrears.instalments.model import InstalmentState
from app.arrears.model import ArrearsOutcome, ArrearsState
from app.arrears.steps.model import ArrearsStepKind, ProposedKind
from app.core.errors import Invalid, OfficeError
from app.core.money import Ore, kroner
from app.dwellings.model import DwellingStatus
from app.evictions.aftercare.model import AftercareKind, FetchingNotice, TaskDraft
from app.evictions.model import (
    DayChange,
    EnforcementGround,
    EvictionOutcome,
    EvictionStage,
    EvictionSums,
)
from app.evictions.notices.model import EvictionNoticeDraft, SocialNoticeDraft
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.endings.model import EndCause
from app.letters.model import DocumentKind
from tests.app.evictions.aftercare.lost import LETTER
from tests.app.evictions.desk import a_message
from tests.flows.owing import DUE, RENT, Owing, moved_in
from tests.flows.town import Town, codes

FEE = kroner(38)
UNPAID = EvictionNoticeDraft(EnforcementGround.UNPAID_RENT)
NAV = SocialNoticeDraft("Nav Lia", "Torget 1\n2211 Lia")
LETTERS = (
    DocumentKind.EVICTION_NOTICE,
    DocumentKind.SOCIAL_SERVICE_NOTICE,
    DocumentKind.SOCIAL_SERVICE_NOTICE_COPY,
)
EARLIEST = date(2026, 12, 29)
"""The rest of two weeks from 14 December, moved off the 28th's eve: the day after."""


def test_the_first_missed_rent_is_agreed_on_kept_and_closed(town: Town) -> None:
    one = moved_in(town)
    is_seen_the_day_after(one)
    is_reminded_and_told_of_collection(one)
    one.reopen()
    agrees_and_keeps_it(one)
    assert one.office.arrears.owed(one.lease).total == 0
    done = ClosingDraft(ArrearsOutcome.INSTALMENTS_DONE, "Fulgt til siste del")
    one.office.arrears.close(one.lease, done)
    assert one.office.arrears.state(one.lease) is ArrearsState.PAID
    assert one.office.arrears_steps.row(one.lease) is None
    assert not one.alerts() & {AlertId.RENT_UNPAID, AlertId.INSTALMENT}
    one.reopen()


def is_seen_the_day_after(one: Owing) -> None:
    """AL-09: not on the due day, and called before anything is written."""
    assert AlertId.RENT_UNPAID not in one.alerts()
    one.town.later(1)
    assert AlertId.RENT_UNPAID in one.alerts()
    assert proposed(one) is ProposedKind.FRIENDLY_CONTACT
    one.talk(ArrearsStepKind.CALL, "Lønnen kommer sent.")
    one.office.history.undo()
    assert one.office.arrears_steps.of(one.lease) == (), "logged on the wrong one, taken back"
    one.talk(ArrearsStepKind.CALL, "Lønnen kommer sent.")


def proposed(one: Owing) -> ProposedKind:
    """The step that comes next, as it is today."""
    return one.next.kind


def stands(one: Owing) -> EvictionStage:
    """Where the case stands today."""
    return one.case.stage


def is_reminded_and_told_of_collection(one: Owing) -> None:
    """INK-02, INK-07, INK-09: a fee from the fourteenth day, and one more after its deadline."""
    reminder, notice = ArrearsStepKind.REMINDER, ArrearsStepKind.COLLECTION_NOTICE
    one.town.until(DUE + timedelta(days=14))
    assert proposed(one) is ProposedKind.REMINDER
    one.writes(reminder, DocumentKind.RENT_REMINDER)
    assert codes(one.office.history.undo, of=OfficeError) == ["undo_final"]
    assert one.office.arrears.owed(one.lease).total == RENT, "the fee is not late yet"
    assert one.office.arrears.balance(one.lease) == RENT + FEE
    one.town.until(date(2026, 12, 30))
    one.talk(ArrearsStepKind.MEETING, "Møttes på kontoret.")
    assert proposed(one) is ProposedKind.COLLECTION_NOTICE
    one.writes(notice, DocumentKind.COLLECTION_NOTICE)
    step = one.office.arrears_steps.of(one.lease)[-1]
    assert (step.kind, step.fee, step.pay_by) == (notice, FEE, date(2027, 1, 13))


def agrees_and_keeps_it(one: Owing) -> None:
    """DOC-23."""
    town, office = one.town, one.office
    town.until(date(2027, 1, 14))
    whole = office.arrears.balance(one.lease)
    assert whole == RENT + 2 * FEE
    draft = replace(office.instalments.proposed(one.lease), total=whole, amount=None, count=2)
    draft = replace(draft, first_on=date(2027, 2, 1), agreed_by="Kari Testdal")
    office.instalment_papers.issue(one.lease, draft)
    (offered,) = office.instalments.of(one.lease)
    office.instalments.sign(offered.id)
    assert proposed(one) is ProposedKind.NONE, "an agreement that is kept holds all back"
    assert codes(lambda: office.instalments.settle(offered.id), of=OfficeError) == [
        "instalments_not_paid_up"
    ]
    for part in office.instalments.get(offered.id).parts:
        town.until(part.moved_to)
        one.pay(part.amount)
        assert office.instalments.breach(one.lease, one.today) is None
    office.instalments.settle(offered.id)
    assert office.instalments.get(offered.id).state is InstalmentState.KEPT


def test_both_tracks_to_the_day_before_and_then_all_is_paid(town: Town) -> None:
    one = moved_in(town)
    is_noticed_and_the_social_service_told(one)
    is_petitioned_no_day_too_early(one)
    one.reopen()
    the_namsfogd_writes_about_the_same_case(one)
    is_put_off_and_paid_the_day_before(one)
    one.reopen()


def is_noticed_and_the_social_service_told(one: Owing) -> None:
    """TV-02, HL-71: each letter on the day it is sent."""
    letters = one.office.home_letters
    one.town.until(DUE + timedelta(days=13))
    letters.issue_notice(one.lease, UNPAID)
    letters.issue_social(one.lease, NAV)
    assert one.office.home_track.of(one.lease).earliest_petition is None, "made is not sent"
    one.sends(*LETTERS)
    track = one.office.home_track.of(one.lease)
    assert track.earliest_petition == EARLIEST
    assert stands(one) is EvictionStage.NOTICE_SENT


def is_petitioned_no_day_too_early(one: Owing) -> None:
    """AL-10: locked through the wait, then until somebody has met."""
    track = one.office.home_track

    def files() -> None:
        track.file_petition(one.lease, one.today, "26-7")

    one.town.until(EARLIEST - timedelta(days=1))
    assert set(codes(files, of=Invalid)) == {"petition_too_early", "petition_meeting_first"}
    one.town.later(1)
    assert codes(files, of=Invalid) == ["petition_meeting_first"]
    assert AlertId.PETITION in one.alerts()
    one.talk(ArrearsStepKind.MEETING, "Snakket om Nav og avtale.")
    files()
    assert stands(one) is EvictionStage.PETITION_FILED
    one.office.history.undo()
    assert stands(one) is EvictionStage.NOTICE_SENT
    files()


def the_namsfogd_writes_about_the_same_case(one: Owing) -> None:
    """AL-01, AL-02, TV-10: asked which case it is of, then both days of § 13-6."""
    cases, case = one.office.eviction_cases, one.case.id
    one.town.until(date(2027, 1, 6))
    sums = EvictionSums(RENT, kroner(1681))
    told = a_message(one.person, lease=one.lease, landlord="", home="", sums=sums)
    told = replace(told, received_on=one.today)
    assert [each.id for each in cases.asked(told)] == [case]
    cases.receive(replace(told, joins=case))
    assert one.case.id == case
    assert stands(one) is EvictionStage.COMMENT_PERIOD
    assert (one.case.comment_nominal, one.case.comment_until) == (date(2027, 1, 20),) * 2
    assert AlertId.EVICTION_CHILDREN in one.alerts(), "a child lives here"
    assert {each.code for each in one.office.eviction_advice.stops(one.case)} >= {
        "eviction_stop_paid"
    }


def is_put_off_and_paid_the_day_before(one: Owing) -> None:
    """TV-03, TV-12, TV-14: paying all stops it at any time before it is carried out."""
    cases, case = one.office.eviction_cases, one.case.id
    one.town.until(date(2027, 1, 21))
    cases.set_date(case, date(2027, 2, 10), "10:00")
    cases.postpone(case, date(2027, 2, 17), "09:00", "Utleier gikk med på en uke til")
    assert [each.change for each in cases.days(case)] == [DayChange.SET, DayChange.POSTPONED]
    one.town.until(date(2027, 2, 16))
    countdown = cases.countdown(one.case)
    assert countdown is not None
    assert (countdown.left, countdown.step) == (1, 1)
    one.pay(one.office.arrears.balance(one.lease))
    one.office.home_track.withdraw_petition(one.lease, "Alt er betalt")
    assert (one.case.stage, one.case.eviction_on) == (EvictionStage.NOTICE_SENT, None)
    cases.close(case, EvictionOutcome.PAID, "Betalt dagen før")
    assert one.case.outcome is EvictionOutcome.PAID
    assert one.case.outcome.home_kept
    assert not one.alerts() & {AlertId.EVICTION, AlertId.EVICTION_CHILDREN, AlertId.PETITION}


def test_carried_out_with_all_that_comes_after(town: Town) -> None:
    one = moved_in(town)
    is_noticed_and_the_social_service_told(one)
    is_petitioned_no_day_too_early(one)
    the_namsfogd_writes_about_the_same_case(one)
    loses_the_home(one)
    one.reopen()
    is_cared_for_afterwards(one)
    still_owes_until_it_is_written_off(one)
    one.reopen()


def loses_the_home(one: Owing) -> None:
    """The lease of the tenancy ends that day, by the eviction."""
    office, case = one.office, one.case.id
    one.town.until(date(2027, 1, 21))
    office.eviction_cases.set_date(case, date(2027, 2, 10), "10:00")
    one.town.until(date(2027, 2, 10))
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    office.history.undo()
    assert office.endings.of(one.lease) is None, "a slip puts nobody out"
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    ended = office.endings.of(one.lease)
    assert ended is not None
    assert (ended.last_day, ended.cause) == (one.today, EndCause.EVICTION)
    assert one.case.outcome is EvictionOutcome.CARRIED_OUT
    empty = Handback(one.today, MovedTo.UNKNOWN, "Låsen er byttet", "29 871", "")
    office.aftermath.handbacks.record(one.lease, empty, DwellingStatus.MAINTENANCE)


def is_cared_for_afterwards(one: Owing) -> None:
    """TV-13, TV-14: a roof, the children, and things that can be fetched in two rounds."""
    office, case = one.office, one.case.id
    office.aftercare.begin(case)
    care = office.aftercare.of(case)
    assert care is not None
    kinds = {each.kind for each in care.tasks}
    assert kinds == {AftercareKind.ROOF, AftercareKind.CHILDREN, AftercareKind.BELONGINGS}
    office.aftercare_letters.issue(case, replace(LETTER, fetch_by=date(2027, 2, 24)))
    office.aftercare.told_to_fetch(case, FetchingNotice(1, one.today, "Lageret"))
    assert AlertId.AFTERCARE in one.alerts()
    one.town.until(date(2027, 2, 25))
    office.aftercare.told_to_fetch(case, FetchingNotice(2, one.today, "Lageret"))
    found = office.aftercare.of(case)
    assert found is not None
    assert [each.until for each in found.fetch] == [date(2027, 2, 24), date(2027, 3, 11)]
    office.aftercare.settle(case, "Alt er hentet")
    for task in found.tasks:
        office.aftercare.tick(task.id)
    change = TaskDraft(words="Ring samme dag", owner="Siri Testmo", due_on=one.today)
    office.aftercare.look_back(case, "Vi ringte etter tre uker.", change)
    office.eviction_cases.close(case)
    assert not one.case.open


def still_owes_until_it_is_written_off(one: Owing) -> None:
    """What is owed outlives the lease, until somebody says how it ended."""
    arrears = one.office.arrears
    assert arrears.owed(one.lease).total == RENT
    assert one.office.arrears_steps.row(one.lease) is not None
    assert codes(
        lambda: arrears.close(one.lease, ClosingDraft(ArrearsOutcome.PAID, "Betalt")), of=Invalid
    )
    gone = ClosingDraft(ArrearsOutcome.WRITTEN_OFF, "Vedtak i mars, ikke noe å hente")
    arrears.close(one.lease, gone)
    assert arrears.state(one.lease) is ArrearsState.WRITTEN_OFF
    assert arrears.balance(one.lease) == Ore(RENT)
    assert one.office.arrears_steps.row(one.lease) is None
