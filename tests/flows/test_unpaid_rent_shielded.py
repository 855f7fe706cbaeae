"""Strengt fortrolig in the midst of unpaid rent: where they live is nowhere, and work goes on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.arrears.accounts.model import ClosingDraft
from app.arrears.disputes.model import DisputeDraft
from app.arrears.model import ArrearsOutcome
from app.arrears.pauses.model import PauseDraft, PauseReason
from app.arrears.rounds.model import Decided, MeetingDraft
from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.arrears.steps.model import ArrearsStepKind
from app.core.errors import NotFound
from app.core.ids import Ref
from app.dwellings.model import DwellingStatus
from app.evictions.aftercare.model import AftercareKind, FetchingNotice, TaskDraft
from app.evictions.model import EvictionStage
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.letters.model import DocumentKind
from tests.app.evictions.aftercare.lost import LETTER
from tests.app.evictions.desk import a_message
from tests.flows.owing import HOME, STREET, Owing, moved_in
from tests.flows.test_protected import everything_kept
from tests.flows.test_unpaid_rent import (
    EARLIEST,
    is_noticed_and_the_social_service_told,
    is_petitioned_no_day_too_early,
    is_reminded_and_told_of_collection,
    is_seen_the_day_after,
)
from tests.flows.town import Town, codes

TIED = (
    "rent_charge",
    "rent_payment",
    "rent_dispute",
    "arrears_closing",
    "arrears_step",
    "instalment_agreement",
    "arrears_pause",
    "arrears_meeting_case",
    "eviction_notice",
    "eviction_petition",
)
"""Tables whose rows point at the lease, which points at the home."""


def in_the_midst_of_an_agreement(one: Owing) -> None:
    """(a) Letters sent, an agreement signed, an objection, a pause, a sign and a meeting."""
    office, day = one.office, one.town
    is_seen_the_day_after(one)
    one.talk(ArrearsStepKind.VISIT, f"Var i {HOME}.")
    is_reminded_and_told_of_collection(one)
    day.until(date(2027, 1, 14))
    draft = replace(office.instalments.proposed(one.lease), agreed_by="Kari", words=f"I {HOME}")
    office.instalment_papers.issue(one.lease, draft)
    office.instalments.sign(office.instalments.of(one.lease)[0].id)
    told = DisputeDraft(one.today, f"Vannet i {HOME} er av", one.office.arrears.balance(one.lease))
    office.rent_disputes.dispute(one.lease, told)
    until = one.today + timedelta(days=20)
    office.pauses.begin(one.lease, PauseDraft(PauseReason.OTHER, f"Lekkasje i {HOME}", until))
    meeting = office.arrears_meetings.call(
        MeetingDraft(one.today, "Rådhuset", "Siri"), (one.lease,)
    )
    office.arrears_meetings.decide(
        meeting, one.lease, Decided(f"Besøk {HOME}", "Siri Testmo", until)
    )
    sign = SignalDraft(
        EarlySignalKind.NEIGHBOUR_CONTACT, one.today, SignalSource.LANDLORD, f"Bråk i {HOME}"
    )
    office.early_signals.add(one.person, sign)


def in_the_midst_of_a_petition(one: Owing) -> None:
    """(b) Both notices, the petition, and what the namsfogd wrote with the address in it."""
    is_noticed_and_the_social_service_told(one)
    is_petitioned_no_day_too_early(one)
    one.town.until(EARLIEST + timedelta(days=8))
    words = f"Møt i {HOME}"
    told = a_message(one.person, lease=one.lease, landlord="", home="", words=words)
    told = replace(told, received_on=one.today, joins=one.case.id)
    one.office.eviction_cases.receive(told)
    day = one.today + timedelta(days=30)
    one.office.eviction_cases.set_date(one.case.id, day, f"10:00 i {HOME}", reason=f"Ved {HOME}")


def in_the_midst_of_what_comes_after(one: Owing) -> None:
    """(c) Carried out, with where the things are, a letter, tasks and a look back."""
    in_the_midst_of_a_petition(one)
    office, case = one.office, one.case.id
    one.town.later(31)
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT, reason=f"Ut av {HOME}")
    came = Handback(one.today, MovedTo.UNKNOWN, f"Ny lås i {HOME}", "29 871", "")
    office.aftermath.handbacks.record(one.lease, came, DwellingStatus.MAINTENANCE)
    office.aftercare.begin(case)
    letter = replace(LETTER, things=f"Bak {HOME}.", fetch_by=one.today + timedelta(days=16))
    office.aftercare_letters.issue(case, letter)
    office.aftercare.told_to_fetch(case, FetchingNotice(1, one.today, f"Boden i {HOME}"))
    task = TaskDraft(AftercareKind.CONTACT, f"Ring naboen i {HOME}", "Siri", one.today)
    office.aftercare.add_task(case, task)
    office.aftercare.look_back(case, f"Vi var aldri i {HOME}")
    one.town.later(1)
    office.arrears.close(one.lease, ClosingDraft(ArrearsOutcome.SENT_ON, f"Flyttet fra {HOME}"))


LIVES = (
    in_the_midst_of_an_agreement,
    in_the_midst_of_a_petition,
    in_the_midst_of_what_comes_after,
)


@pytest.mark.parametrize("lives", LIVES, ids=lambda each: each.__name__)
def test_nothing_of_where_they_live_is_left(town: Town, lives: Callable[[Owing], None]) -> None:
    one = moved_in(town)
    lives(one)
    office, ours = one.office, office_address(one)
    office.drafts.keep(f"arrears_contact/{one.lease}", {"words": f"Besøk i {HOME}"})
    assert everything_kept(office).count(STREET) > 1

    office.people.shield(one.person, "Politiet", "Perm 4, ark 12")

    nothing_is_left(one, ours)
    assert office.history.verify() is None
    assert codes(lambda: office.history.undo(), of=Exception) in (
        ["undo_final"],
        ["nothing_to_undo"],
    )
    head = office.history.head()
    one.town.lock()
    office = one.town.unlock()
    assert office.history.head() == head
    assert office.history.verify() is None
    nothing_is_left(one, ours)
    the_work_goes_on(one)


def office_address(one: Owing) -> str:
    """The dwelling is known, and that she lived there is not."""
    return one.office.dwellings.get(one.life.dwelling).draft.address


def nothing_is_left(one: Owing, ours: str) -> None:
    """Rows, history, search, drafts and letters."""
    office = one.office
    kept = everything_kept(office)
    where = kept.find(STREET)
    assert where < 0, kept[max(0, where - 120) : where + 60]
    assert office.people.places_of(one.person) == ()
    for table in TIED:
        assert office._db.column(f'SELECT id FROM "{table}"') == [], table  # noqa: S608  our own tables
    assert office.search.find(STREET) == ()
    for hit in office.search.find("Testdal"):
        assert ours not in hit.detail
    assert office.leases.of_person(one.person) == ()
    for kind in ("person", "lease"):
        for document in office.letters.of(Ref(kind, one.person if kind == "person" else one.lease)):
            if document.kind is not DocumentKind.ARREARS_MEETING_MINUTES:
                with pytest.raises(NotFound):
                    office.letters.content(document.id)
    for event in office.history.of(Ref("dwelling", one.life.dwelling)):
        for change in office.history.changes(event.id):
            told = change.column in {"person", "tenant", "applicant"}
            assert not told or change.redacted


def the_work_goes_on(one: Owing) -> None:
    """Arrears are on paper from now on; a case stays, with no home in it."""
    office = one.office
    assert codes(lambda: office.arrears.account(one.lease), of=NotFound) == ["tenancy_not_found"]
    assert office.arrears_steps.proposals() == ()
    assert office.arrears_rounds.due(date(2030, 1, 1)) == ()
    for case in office.eviction_cases.of_person(one.person):
        assert (case.lease, case.home, case.landlord) == (None, "", "")
        assert case.number, "the case itself is still worked with"
    assert office.alerts.today() is not None
    assert office.at_risk.rows() is not None
