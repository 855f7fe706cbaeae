"""A lease ended by notice: the tenant's, ours, and by agreement (HL-41, HL-61 to HL-65)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from app.core.errors import Invalid, OfficeError
from app.documents.parts import texts_of
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.handback.model import Handback
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from app.leases.notices.model import (
    BreachDraft,
    BreachGround,
    NoticeStanding,
    ProtestDraft,
    TenantNoticeDraft,
)
from app.letters.model import DocumentKind, OnPaper
from app.people.model import AddressProtection
from tests.app.leases.notices.conftest import OURS, Ending

TODAY = date(2026, 12, 7)


def codes(error: Invalid) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in error.problems]


def test_the_tenant_may_end_an_open_ended_lease_without_a_reason(ending: Ending) -> None:
    """HL-61, HL-63, DL-08: the last day of the third month after, though it is a Wednesday."""
    ending.notices.tenant_gave(ending.lease, TenantNoticeDraft(received_on=TODAY))
    assert ending.ended_on() == date(2027, 3, 31)
    assert ending.state() is LeaseState.UNDER_NOTICE
    ending.to(date(2027, 3, 31))
    assert ending.state() is LeaseState.UNDER_NOTICE
    ending.to(date(2027, 4, 1))
    assert ending.state() is LeaseState.OVERSTAY


def test_the_tenants_notice_counts_from_the_day_it_was_sent(ending: Ending) -> None:
    """HL-04: what was posted in November counts from November."""
    ending.to(date(2027, 2, 2))
    draft = TenantNoticeDraft(received_on=date(2027, 2, 2), sent_on=date(2027, 1, 29))
    (note,) = ending.notices.check_tenant(ending.lease, draft)
    assert (note.field, note.code, note.blocks) == ("sent_on", "notice_sent_before_received", False)
    assert ending.notices.tenant_end(ending.lease, draft) == date(2027, 4, 30)


def test_a_shorter_notice_is_the_tenants_to_agree_to(ending: Ending) -> None:
    """HL-02, HL-63: shorter only when both agree; longer whenever the tenant wishes."""
    asked = TenantNoticeDraft(received_on=TODAY, wishes=date(2027, 1, 15))
    with pytest.raises(Invalid) as caught:
        ending.notices.tenant_gave(ending.lease, asked)
    assert codes(caught.value) == [("wishes", "notice_shorter_not_agreed")]
    ending.notices.tenant_gave(ending.lease, replace(asked, agreed=True))
    assert ending.ended_on() == date(2027, 1, 15)


def test_a_longer_notice_is_as_the_tenant_wishes(ending: Ending) -> None:
    """HL-63: the law's period is the least."""
    asked = TenantNoticeDraft(received_on=TODAY, wishes=date(2027, 5, 15))
    assert ending.notices.tenant_end(ending.lease, asked) == date(2027, 5, 15)


def test_nobody_ends_a_fixed_term_by_notice(fixed: Ending) -> None:
    """HL-41: neither the tenant nor we; both may agree on a day."""
    with pytest.raises(Invalid) as caught:
        fixed.notices.tenant_gave(fixed.lease, TenantNoticeDraft(received_on=TODAY))
    assert codes(caught.value) == [("received_on", "notice_fixed_term")]
    with pytest.raises(Invalid) as caught:
        fixed.notices.give(fixed.lease, OURS)
    assert codes(caught.value) == [("ground", "notice_fixed_term")]
    fixed.notices.agree(fixed.lease, date(2027, 1, 31), "Avtalt på møte 7. desember.")
    end = fixed.office.endings.of(fixed.lease)
    assert end is not None
    assert (end.last_day, end.cause) == (date(2027, 1, 31), EndCause.AGREED)
    with pytest.raises(Invalid):
        fixed.notices.take_back_agreed(fixed.lease, " ")
    fixed.notices.take_back_agreed(fixed.lease, "Leietakeren fant ikke noe annet.")
    assert fixed.state() is LeaseState.RUNNING
    with pytest.raises(OfficeError):
        fixed.notices.take_back_agreed(fixed.lease, "En gang til.")


def test_a_fixed_term_that_turned_open_ended_can_be_ended(fixed: Ending) -> None:
    """HL-41, HL-42."""
    fixed.to(date(2030, 4, 1))
    assert fixed.state() is LeaseState.TURNED_OPEN_ENDED
    fixed.notices.tenant_gave(fixed.lease, TenantNoticeDraft(received_on=date(2030, 4, 1)))
    assert fixed.ended_on() == date(2030, 7, 31)


def test_our_notice_begins_the_day_it_is_sent(ending: Ending) -> None:
    """HL-04, HL-63: written in December and sent in January, it ends a month later than it says."""
    made = ending.notices.give(ending.lease, OURS)
    (waiting,) = ending.notices.of(ending.lease)
    assert ending.notices.standing(waiting) is NoticeStanding.UNSENT
    assert waiting.end_on == date(2027, 3, 31)
    assert ending.state() is LeaseState.RUNNING
    ending.to(date(2027, 1, 4))
    ending.send(made)
    (given,) = ending.notices.of(ending.lease)
    assert (given.given_on, given.end_on) == (date(2027, 1, 4), date(2027, 4, 30))
    assert ending.ended_on() == date(2027, 4, 30)
    assert ending.state() is LeaseState.UNDER_NOTICE


def test_a_notice_is_in_force_from_its_first_sending_alone(ending: Ending) -> None:
    """HL-04: a letter that came back and goes out again moves nothing."""
    notice = ending.given()
    assert notice.document is not None
    ending.office.letters.returned(notice.document, TODAY, "Flyttet")
    ending.to(date(2027, 1, 4))
    ending.send(notice.document)
    assert ending.ended_on() == date(2027, 3, 31)


def test_an_annulled_letter_gives_no_notice(ending: Ending) -> None:
    """HL-65: what is annulled is none."""
    notice = ending.given()
    assert notice.document is not None
    ending.office.letters.annul(notice.document, "Feil grunn.")
    assert ending.state() is LeaseState.RUNNING
    assert ending.notices.current(ending.lease) is None


def test_hl_65_an_invalid_notice_is_accepted_by_the_tenant_who_has_moved(ending: Ending) -> None:
    """HL-65: the dwelling is back, so the lease does not begin to run again."""
    notice = ending.given()
    ending.to(notice.end_on)
    back = Handback(notice.end_on)
    ending.office.aftermath.handbacks.record(ending.lease, back, DwellingStatus.READY)
    ending.to(notice.end_on + timedelta(days=3))
    assert notice.document is not None
    ending.office.letters.annul(notice.document, "Oppsigelsen manglet en begrunnelse.")
    assert ending.state() is LeaseState.ENDED
    assert ending.ended_on() == notice.end_on
    assert ending.notices.standing(ending.notices.get(notice.id)) is NoticeStanding.WITHDRAWN


def test_a_notice_is_taken_back_by_agreement(ending: Ending) -> None:
    """It runs on; and that can be undone."""
    made = ending.notices.tenant_gave(ending.lease, TenantNoticeDraft(received_on=TODAY))
    with pytest.raises(Invalid):
        ending.notices.withdraw(made, " ")
    ending.notices.withdraw(made, "Leietakeren vil bli boende.")
    assert ending.state() is LeaseState.RUNNING
    assert ending.notices.standing(ending.notices.get(made)) is NoticeStanding.WITHDRAWN
    with pytest.raises(OfficeError):
        ending.notices.withdraw(made, "En gang til.")
    ending.office.history.undo()
    assert ending.state() is LeaseState.UNDER_NOTICE


def test_each_approved_subtenant_gets_a_copy(ending: Ending) -> None:
    """HL-77: without it the notice is invalid, so it is not made."""

    @dataclass(frozen=True)
    class One:
        name: str

    class Two:
        def approved_subtenants(self, lease: object, day: date) -> tuple[One, ...]:
            del lease, day
            return (One("Ola Orrhane"), One("Eva Elgtråkk"))

    ending.notices.know_subtenants(Two())
    with pytest.raises(Invalid) as caught:
        ending.notices.give(ending.lease, replace(OURS, copies=("Ola Orrhane",)))
    assert codes(caught.value) == [("copies", "notice_copy_missing")]
    ending.notices.give(ending.lease, replace(OURS, copies=("Ola Orrhane", "Eva Elgtråkk")))
    kinds = [row.kind for row in ending.office.letters.to_send()]
    assert kinds.count(DocumentKind.TERMINATION_NOTICE_COPY) == 2


def test_the_tenant_is_told_that_the_notice_came(ending: Ending) -> None:
    """HL-61: the confirmation lies under «Skal sendes»."""
    made = ending.notices.tenant_gave(ending.lease, TenantNoticeDraft(received_on=TODAY))
    ending.notices.confirm(made)
    kinds = [row.kind for row in ending.office.letters.to_send()]
    assert DocumentKind.NOTICE_CONFIRMATION in kinds


def test_what_hangs_on_a_lease_goes_with_it(ending: Ending) -> None:
    """ADR-02, ADR-05: of the one who is shielded no notice, protest or copy is left."""
    notice = ending.given(replace(OURS, copies=("Ola Orrhane",)))
    ending.protests.protested(notice.id, ProtestDraft(TODAY, None, TODAY))
    rent = BreachDraft(BreachGround.RENT, "Husleien er ikke betalt.", TODAY)
    ending.terminations.issue(ending.lease, rent)
    tenant = ending.desk.leases.get(ending.lease).draft.tenant
    ending.office.people.shield(tenant, "Folkeregisteret", "Perm 4")
    with pytest.raises(OfficeError):
        ending.notices.get(notice.id)
    assert ending.terminations.of(ending.lease) == ()
    kinds = {row.document.kind for row in ending.office.letters.rows()}
    assert not kinds & {
        DocumentKind.TERMINATION_NOTICE,
        DocumentKind.TERMINATION_NOTICE_COPY,
        DocumentKind.TERMINATION_FOR_BREACH,
    }


def test_a_preview_hides_an_address_that_is_kept_secret(ending: Ending) -> None:
    """ADR-03: fortrolig stands on the letter itself and not on the screen."""
    tenant = ending.desk.leases.get(ending.lease).draft.tenant
    ending.office.people.protect(tenant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    home = ending.office.dwellings.get(ending.desk.dwelling).address
    shown = ending.notices.preview_landlord(ending.lease, OURS)
    assert shown.recipient == ()
    assert home not in "\n".join(texts_of(shown.blocks))
    made = ending.notices.give(ending.lease, OURS)
    assert not isinstance(made, OnPaper)
    assert ending.office.letters.get(made).kind is DocumentKind.TERMINATION_NOTICE
