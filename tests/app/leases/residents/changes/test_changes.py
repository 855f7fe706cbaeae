"""A tenant dies, two part, and another takes over the lease."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId, LeaseId, PersonId, Ref
from app.dwellings.model import DwellingStatus
from app.leases.endings.model import EndCause
from app.leases.model import LeaseKind, LeaseState
from app.leases.notices.model import LandlordNoticeDraft, NoticeGround, TenantNoticeDraft
from app.leases.residents.changes import rules
from app.leases.residents.changes.model import (
    ChangeCause,
    ChangeDraft,
    Death,
    DeathDraft,
    DeathState,
    EntryRight,
)
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.people.model import AddressProtection, MemberDraft, PersonDraft, Role
from tests.app.leases.desk import LeaseDesk
from tests.app.leases.papers import PARAMETERS, a_lease

DIED = date(2027, 5, 10)
DEATH = DeathDraft(DIED, date(2027, 5, 12))
ENTERS = ChangeDraft(
    ChangeCause.DEATH,
    right=EntryRight.DESCENDANT,
    since=date(2027, 6, 1),
    told_on=date(2027, 5, 13),
    confirmed=True,
)


@pytest.fixture
def son(office: Office, desk: LeaseDesk) -> PersonId:
    """Jon, who has lived with Kari from the day the lease was signed."""
    household = office.people.household_of(desk.person)
    assert household is not None
    who = office.people.register(PersonDraft("Jon", "Kanarifugl"))
    office.people.move_in(household.id, MemberDraft(who, Role.ADULT))
    return who


@pytest.fixture
def bereft(office: Office, son: PersonId, lease: LeaseId, clock: FixedClock) -> LeaseId:
    """The tenant is dead since two days; her son lives there."""
    clock.at += date(2027, 5, 12) - clock.today()
    office.tenant_changes.register_death(lease, DEATH)
    return lease


def state(office: Office, lease: LeaseId) -> DeathState:
    case = office.tenant_changes.death(lease)
    assert case is not None
    return case.state


def codes(office: Office, lease: LeaseId, draft: ChangeDraft) -> dict[str, str]:
    found = office.tenant_changes.check_change(lease, draft)
    return {each.field: each.code for each in found if each.blocks}


def test_hl_38_the_month_counts_from_the_landlords_notice_when_it_arrived(
    office: Office, bereft: LeaseId, clock: FixedClock
) -> None:
    assert state(office, bereft) is DeathState.NOT_WRITTEN
    letter = office.tenant_changes.issue_notice(bereft, DEATH)
    assert state(office, bereft) is DeathState.NOTICE_READY
    clock.at += timedelta(days=60)
    assert state(office, bereft) is DeathState.NOTICE_READY, "not sent: no period runs"
    today = office.clock.today()
    office.letters.sent(DocumentId(letter), today, Channel.DELIVERED_BY_HAND, "Gitt sønnen")
    case = office.tenant_changes.death(bereft)
    assert case is not None
    assert case.limit is not None
    assert (case.state, case.limit.start) == (DeathState.WAITING, today)
    assert case.limit.nominal == date(2027, 8, 11)
    clock.at += timedelta(days=31)
    assert state(office, bereft) is DeathState.WAITING
    clock.at += timedelta(days=1)
    assert state(office, bereft) is DeathState.PERIOD_OVER


def test_hl_70_our_notice_after_a_death_waits_until_nobody_may_enter(
    office: Office, bereft: LeaseId
) -> None:
    ours = LandlordNoticeDraft(
        NoticeGround.OBJECTIVE_REASON, "Leieren er død, og ingen trer inn (§ 9-10)."
    )

    def told() -> list[tuple[str, str]]:
        found = office.notices.check_landlord(bereft, ours)
        return [(each.field, each.code) for each in found]

    assert told() == [("ground", "notice_while_others_may_enter")]
    office.tenant_changes.nobody_enters(bereft, "Sønnen flytter.")
    assert told() == [], "also in a fixed term (HL-41)"
    assert office.notices.give(bereft, ours)


def test_hl_70_the_estate_may_end_a_fixed_term(office: Office, bereft: LeaseId) -> None:
    came = TenantNoticeDraft(received_on=office.clock.today())
    assert office.notices.check_tenant(bereft, came) == ()


def test_hl_70_the_landlord_may_not_end_it_while_someone_may_enter(
    office: Office, bereft: LeaseId, clock: FixedClock
) -> None:
    today = office.clock.today()
    assert not office.tenant_changes.landlord_may_end(bereft, today)
    with pytest.raises(Invalid):
        office.tenant_changes.nobody_enters(bereft, " ")
    office.tenant_changes.nobody_enters(bereft, "Sønnen flytter.")
    assert office.tenant_changes.landlord_may_end(bereft, today)
    office.history.undo()
    assert not office.tenant_changes.landlord_may_end(bereft, today)


def test_hl_38_who_lived_there_and_whether_six_months_are_met(
    office: Office, bereft: LeaseId, son: PersonId
) -> None:
    """From 23 November to 10 May is not six months."""
    (candidate,) = office.tenant_changes.candidates(bereft)
    assert (candidate.person, candidate.long_enough) == (son, False)
    found = office.tenant_changes.check_change(bereft, replace(ENTERS, new_tenant=son))
    assert [(each.code, each.blocks) for each in found] == [("common_household_short", False)]


@given(st.dates(date(2001, 1, 1), date(2090, 1, 1)), st.integers(0, 800))
def test_hl_38_six_months_are_six_months_for_any_day(died: date, days: int) -> None:
    since = died - timedelta(days=days)
    enough = rules.lived_long_enough(since, died, PARAMETERS)
    assert enough or days <= 184
    assert not enough or days >= 181


def test_hl_38_the_son_takes_over_what_remains_on_the_same_terms(
    office: Office, bereft: LeaseId, son: PersonId, desk: LeaseDesk, clock: FixedClock
) -> None:
    old = office.leases.get(bereft)
    made = office.tenant_changes.take_over(bereft, replace(ENTERS, new_tenant=son))
    end = office.endings.of(bereft)
    assert end is not None
    assert (end.cause, end.last_day) == (EndCause.TAKEN_OVER, date(2027, 5, 31))
    new = office.leases.get(made)
    assert (new.state, new.draft.tenant, new.draft.vedtak) == (LeaseState.DRAFT, son, None)
    assert (new.draft.start, new.draft.end) == (date(2027, 6, 1), old.draft.end)
    assert (new.draft.rent, new.draft.exceptions[:3]) == (old.rent, old.draft.exceptions)
    assert new.draft.kid != old.draft.kid
    assert office.tenant_changes.successor(bereft) == made
    assert state(office, bereft) is DeathState.TAKEN_OVER
    blocking = [each for each in office.leases.check(made) if each.blocks]
    assert blocking == []
    office.leases.issue(made)
    office.leases.signed(made, office.clock.today())
    clock.at += timedelta(days=40)
    assert office.leases.get(bereft).state is LeaseState.ENDED
    assert office.leases.get(made).state is LeaseState.RUNNING
    assert office.dwellings.get(desk.dwelling).status is DwellingStatus.LET
    with pytest.raises(Conflict):
        office.tenant_changes.take_back(bereft, "Feil")


def test_a_change_is_undone_whole(office: Office, bereft: LeaseId, son: PersonId) -> None:
    office.tenant_changes.take_over(bereft, replace(ENTERS, new_tenant=son))
    office.history.undo()
    assert office.endings.of(bereft) is None
    assert [row.id for row in office.leases.rows()] == [bereft]


def test_a_change_that_came_to_nothing_lets_the_lease_run_on(
    office: Office, bereft: LeaseId, son: PersonId
) -> None:
    office.tenant_changes.take_over(bereft, replace(ENTERS, new_tenant=son))
    office.tenant_changes.take_back(bereft, "Han flytter likevel")
    assert office.leases.get(bereft).state is LeaseState.RUNNING
    assert [row.id for row in office.leases.rows()] == [bereft]


def test_hl_39_the_one_who_is_left_takes_over_when_two_part(
    office: Office, lease: LeaseId, son: PersonId
) -> None:
    draft = ChangeDraft(
        ChangeCause.BREAK_UP, son, EntryRight.SPOUSE, date(2027, 3, 1), confirmed=True
    )
    assert codes(office, lease, replace(draft, right=EntryRight.DESCENDANT)) == {
        "right": "entry_right_not_here"
    }
    made = office.tenant_changes.take_over(lease, draft)
    assert office.leases.get(made).draft.start == date(2027, 3, 1)


def test_what_is_not_lawful_is_told_beside_its_field(
    office: Office, bereft: LeaseId, son: PersonId, desk: LeaseDesk
) -> None:
    """HL-38, HL-39."""
    good = replace(ENTERS, new_tenant=son, right=EntryRight.SPOUSE)
    assert codes(office, bereft, good) == {}
    assert codes(office, bereft, ChangeDraft(ChangeCause.DEATH)) == {
        "new_tenant": "new_tenant_missing",
        "right": "entry_right_missing",
        "since": "takeover_day_missing",
        "told_on": "entry_told_missing",
        "confirmed": "entry_condition_unconfirmed",
    }
    wrong = {
        "new_tenant_is_tenant": {"new_tenant": desk.person},
        "takeover_before_start": {"since": date(2026, 12, 1)},
        "takeover_before_death": {"since": DIED},
        "takeover_after_term": {"since": date(2029, 12, 1)},
    }
    for code, change in wrong.items():
        assert list(codes(office, bereft, replace(good, **change)).values()) == [code]  # type: ignore[arg-type]  # the draft's own fields


def test_hl_38_a_right_told_too_late_is_lost_but_an_agreement_is_not(
    office: Office, bereft: LeaseId, son: PersonId, clock: FixedClock
) -> None:
    letter = office.tenant_changes.issue_notice(bereft, DEATH)
    office.letters.sent(DocumentId(letter), office.clock.today(), Channel.DELIVERED_BY_HAND, "Gitt")
    clock.at += timedelta(days=60)
    late = replace(
        ENTERS,
        new_tenant=son,
        right=EntryRight.SPOUSE,
        since=date(2027, 8, 1),
        told_on=office.clock.today(),
    )
    assert codes(office, bereft, late) == {"told_on": "entry_told_late"}
    assert codes(office, bereft, replace(late, right=EntryRight.AGREED)) == {}


def test_a_lease_without_end_goes_on_without_end(office: Office, lease: LeaseId) -> None:
    known = office.leases.get(lease)
    runs_on = replace(known, draft=replace(known.draft, kind=LeaseKind.OPEN_ENDED, end=None))
    terms = rules.new_terms(runs_on, replace(ENTERS, new_tenant=PersonId(9)))
    assert (terms.kind, terms.end) == (LeaseKind.OPEN_ENDED, None)
    assert terms.open_ended_reason


def test_a_death_is_registered_once_and_its_days_must_fit(
    office: Office, lease: LeaseId, bereft: LeaseId
) -> None:
    with pytest.raises(Conflict):
        office.tenant_changes.register_death(bereft, DEATH)
    today = office.clock.today()

    def wrong(draft: DeathDraft) -> set[str]:
        return {each.code for each in rules.check_death(draft, a_lease(), today)}

    assert wrong(DEATH) == set()
    assert wrong(DeathDraft()) == {"death_day_missing", "death_learned_missing"}
    assert wrong(DeathDraft(date(2026, 11, 1), today)) == {"death_before_lease"}
    assert wrong(DeathDraft(DIED, date(2027, 5, 1))) == {"death_learned_before"}
    assert wrong(replace(DEATH, contact_line="Vegen 1")) == {"death_contact_name_missing"}


def test_without_a_death_nothing_of_it_can_be_done(
    office: Office, lease: LeaseId, son: PersonId
) -> None:
    assert office.tenant_changes.death(lease) is None
    for act in (
        lambda: office.tenant_changes.issue_notice(lease, DEATH),
        lambda: office.tenant_changes.nobody_enters(lease, "Fordi"),
        lambda: office.tenant_changes.take_over(lease, replace(ENTERS, new_tenant=son)),
    ):
        with pytest.raises(OfficeError) as told:
            act()
        assert told.value.code == "death_not_registered"


def test_a_letter_that_is_annulled_is_written_anew(office: Office, bereft: LeaseId) -> None:
    letter = office.tenant_changes.issue_notice(bereft, DEATH)
    with pytest.raises(Conflict):
        office.tenant_changes.issue_notice(bereft, DEATH)
    office.letters.annul(letter, "Feil navn")
    office.tenant_changes.issue_notice(bereft, replace(DEATH, contact_name="Advokat Alm"))
    kinds = [row.kind for row in office.letters.of(Ref("lease", bereft))]
    assert kinds.count(DocumentKind.ENTRY_NOTICE) == 2


def test_adr_03_the_home_of_one_who_is_protected_is_not_shown_before_it_is_made(
    office: Office, bereft: LeaseId, son: PersonId
) -> None:
    whole = office.tenant_changes.preview_notice(bereft, DEATH)
    assert "Boet etter Kari Kanarifugl" in whole.recipient
    office.people.protect(son, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert office.tenant_changes.preview_notice(bereft, DEATH).recipient == ()


def test_adr_02_shielding_the_household_takes_the_death_along(
    office: Office, bereft: LeaseId, desk: LeaseDesk
) -> None:
    office.tenant_changes.issue_notice(bereft, DEATH)
    report = office.people.shield(desk.person, "Politiet", "mappe 3")
    assert dict(report.removed)["tenant_death"] == 1


def test_hl_70_taken_over_is_not_free_to_end() -> None:
    death = Death(1, LeaseId(1), DEATH, None, DIED, "Ingen")
    assert rules.death_state(death, None, DIED, taken_over=True) is DeathState.TAKEN_OVER
    assert [each for each in DeathState if each.landlord_may_end] == [
        DeathState.PERIOD_OVER,
        DeathState.NOBODY,
    ]
