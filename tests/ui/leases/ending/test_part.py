"""«Avslutning» on a real register: what holds, the ways, the letters, by keyboard and word."""

from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.arrears.accounts.model import ChargeDraft
from app.arrears.disputes.model import DisputeDraft
from app.core.clock import FixedClock
from app.core.ids import LeaseId, Ref
from app.core.money import kroner
from app.leases.model import LeaseKind, LeaseState
from app.leases.notices.model import BreachGround, LeaseDuty, NoticeGround, TenantNoticeDraft
from app.letters.model import Channel, DocumentKind
from app.office import Office
from tests.app.leases.desk import LeaseDesk
from tests.ui.walker import spoken_tree
from ui.kit.beside import FinalDialog
from ui.leases.ending.dialogs import (
    AgreeDialog,
    DecidedDialog,
    ProtestDialog,
    SuedDialog,
    TenantNoticeDialog,
    WithdrawDialog,
)
from ui.leases.ending.letters import BreachDesk, NoticeDesk
from ui.leases.ending.now_card import NowCard
from ui.leases.ending.part import EndingPart
from ui.leases.ending.ways_card import GIVE_NOTICE, TERMINATE, WaysCard
from ui.leases.lease import LeasePage
from ui.leases.standing import Standing
from ui.navigation import PageId, Place

Shown = TypeVar("Shown", bound=QDialog)


class Screen:
    """The page of one lease, standing in «Avslutning»."""

    def __init__(self, page: LeasePage, lease: LeaseId, clock: FixedClock) -> None:
        self.page, self.lease, self.clock = page, lease, clock
        self.office = page.office
        self.go("ending")

    def go(self, task: str) -> None:
        self.page.show_place(Place(PageId.LEASE, Ref("lease", self.lease), task))

    def to(self, day: date) -> None:
        """Come back another day."""
        self.clock.at += timedelta(days=(day - self.clock.today()).days)
        self.page.refresh()
        self.go("ending")

    @property
    def primary(self) -> str | None:
        """What the top of the page says is next."""
        view = self.page.view
        assert isinstance(view, Standing)
        return None if view.primary is None else view.primary.text()

    @property
    def part(self) -> EndingPart:
        view = self.page.view
        assert isinstance(view, Standing)
        assert isinstance(view.part, EndingPart)
        return view.part

    @property
    def now(self) -> NowCard:
        return next(card for card in self.part.cards if isinstance(card, NowCard))

    @property
    def ways(self) -> dict[str, str]:
        """The ways to end it, each with why it is off."""
        card = next(card for card in self.part.cards if isinstance(card, WaysCard))
        return {button.text(): button.toolTip() for button in card.buttons}

    def press(self, words: str) -> None:
        cards = [card for card in self.part.cards if isinstance(card, NowCard | WaysCard)]
        buttons = [button for card in cards for button in card.buttons]
        next(button for button in buttons if button.text() == words).click()

    def dialog(self, kind: type[Shown]) -> Shown:
        """The one that is open."""
        found = self.page.window().findChildren(kind)
        return next(each for each in found if each.isVisible())

    def send(self) -> None:
        """Every letter that waits goes out today."""
        for row in self.office.letters.to_send():
            self.office.letters.sent(row.id, self.clock.today(), Channel.REGISTERED_LETTER, "RR1")
        self.page.refresh()
        self.go("ending")


def signed(desk: LeaseDesk, clock: FixedClock, **changes: object) -> LeaseId:
    lease = desk.prepared()
    draft = desk.leases.get(lease).draft
    desk.leases.save_draft(lease, replace(draft, **changes))  # type: ignore[arg-type]  # its own fields
    desk.leases.issue(lease)
    desk.leases.signed(lease, clock.today())
    clock.at += timedelta(days=14)
    return lease


@pytest.fixture
def screen(page: LeasePage, desk: LeaseDesk, clock: FixedClock) -> Screen:
    """An open-ended lease on the seventh of December."""
    lease = signed(
        desk, clock, kind=LeaseKind.OPEN_ENDED, end=None, open_ended_reason="Vedtaket sier det."
    )
    page.refresh()
    return Screen(page, lease, clock)


def typed_notice(screen: Screen) -> NoticeDesk:
    screen.go(GIVE_NOTICE)
    desk = screen.page.view
    assert isinstance(desk, NoticeDesk)
    desk.form.set_values(
        {
            "ground": NoticeGround.TENANT_BREACH,
            "duty": LeaseDuty.QUIET,
            "reason": "Det har vært høy musikk om natten fem ganger i høst.",
        }
    )
    return desk


def given(screen: Screen) -> None:
    desk = typed_notice(screen)
    assert desk.show_letter()
    desk.issue()
    screen.send()


def test_a_lease_that_nobody_ended_says_so(screen: Screen) -> None:
    assert "ikke sagt opp" in screen.now.callout.accessibleName()
    assert screen.ways == dict.fromkeys(
        ("Leietaker sier opp", "Avtal fraflytting", "Si opp avtalen", "Hev avtalen"), ""
    )


def test_a_fixed_term_offers_an_agreed_day(
    page: LeasePage, desk: LeaseDesk, clock: FixedClock
) -> None:
    """HL-41: the two notices are off and say why."""
    screen = Screen(page, signed(desk, clock), clock)
    why = "Avtalen gjelder til 30.11.2029 og kan ikke sies opp. Bli enige om en dag, eller vent."
    assert screen.ways == {
        "Leietaker sier opp": why,
        "Avtal fraflytting": "",
        "Si opp avtalen": why,
        "Hev avtalen": "",
    }
    screen.press("Avtal fraflytting")
    dialog = screen.dialog(AgreeDialog)
    assert not dialog.attempt()
    dialog.form.set_values({"last_day": date(2027, 1, 31), "reason": "Møte 7. desember."})
    dialog.verb_button.click()
    assert "31.01.2027" in screen.now.callout.accessibleName()
    screen.press("Trekk tilbake")
    withdraw = screen.dialog(WithdrawDialog)
    assert not withdraw.attempt()
    withdraw.form.set_values({"reason": "Leietakeren fant ikke noe annet."})
    withdraw.verb_button.click()
    assert "ikke sagt opp" in screen.now.callout.accessibleName()


def test_the_tenants_notice_is_taken_in_and_confirmed(screen: Screen, told: list[str]) -> None:
    """HL-61, HL-63."""
    screen.press("Leietaker sier opp")
    dialog = screen.dialog(TenantNoticeDialog)
    assert "31.03.2027" in dialog.form.field("received_on").verdict_words
    dialog.form.set_values({"wishes": date(2027, 1, 15)})
    dialog.tell()
    assert not dialog.attempt()
    dialog.form.set_values({"agreed": True})
    dialog.verb_button.click()
    assert told == ["Leietaker sa opp"]
    assert "15.01.2027" in screen.now.callout.accessibleName()
    screen.press("Lag bekreftelse")
    screen.dialog(FinalDialog).accept()
    kinds = [row.kind for row in screen.office.letters.to_send()]
    assert DocumentKind.NOTICE_CONFIRMATION in kinds
    off = {button.text(): button.toolTip() for button in screen.now.buttons}
    assert "laget" in off["Lag bekreftelse"]
    screen.press("Trekk tilbake")
    withdraw = screen.dialog(WithdrawDialog)
    withdraw.form.set_values({"reason": "Vil bli boende."})
    withdraw.verb_button.click()
    assert "ikke sagt opp" in screen.now.callout.accessibleName()


def test_our_notice_asks_for_ground_duty_and_reason(screen: Screen) -> None:
    """HL-62, HL-64, F7: told beside the fields, and off until it holds."""
    screen.go(GIVE_NOTICE)
    desk = screen.page.view
    assert isinstance(desk, NoticeDesk)
    assert not desk.issue_button.isEnabled()
    assert not desk.form.field("duty").isVisibleTo(desk)
    desk.form.set_values({"ground": NoticeGround.TENANT_BREACH, "reason": "Samarbeidsavtalen."})
    desk.form.left.emit("ground")
    assert desk.form.field("duty").isVisibleTo(desk)
    assert not desk.show_letter()
    assert {each.field for each in desk.form.problems} == {"duty", "reason"}


def test_a_protested_notice_is_followed_to_its_end(screen: Screen) -> None:
    """HL-66, HL-67: sent, protested, and fallen by itself; the part says what holds each time."""
    desk = typed_notice(screen)
    desk.form.left.emit("ground")
    assert desk.issue_button.isEnabled()
    desk.issue()
    screen.go("ending")
    assert "ikke sendt" in screen.now.callout.accessibleName()
    screen.send()
    assert "31.03.2027" in screen.now.callout.accessibleName()
    assert "antatt dag" in screen.now.callout.accessibleDescription()
    (notice,) = screen.office.notices.of(screen.lease)
    assert notice.document is not None
    screen.office.letters.arrived(notice.document, screen.clock.today())
    screen.go("ending")
    assert "brevet kom fram" in screen.now.callout.accessibleDescription()
    screen.press("Protest kom inn")
    dialog = screen.dialog(ProtestDialog)
    dialog.form.set_values({"arrived_on": screen.clock.today()})
    dialog.verb_button.click()
    assert "protestert" in screen.now.callout.accessibleName()
    assert "Nøklene skal leveres" not in spoken_tree(screen.part)
    assert "Ingen dag for nøklene ennå." in spoken_tree(screen.part)
    assert screen.primary is None
    screen.go("rent")
    assert screen.primary == "Følg opp protesten"
    screen.to(date(2027, 4, 13))
    assert "ikke sagt opp" in screen.now.callout.accessibleName()
    assert screen.office.leases.get(screen.lease).state is LeaseState.RUNNING


def test_a_protested_notice_is_tried_and_holds(screen: Screen) -> None:
    """HL-67."""
    given(screen)
    screen.press("Protest kom inn")
    protest = screen.dialog(ProtestDialog)
    protest.form.set_values({"arrived_on": screen.clock.today()})
    protest.verb_button.click()
    screen.press("Sak er reist")
    screen.dialog(SuedDialog).verb_button.click()
    assert "Husleietvistutvalget" in screen.now.callout.accessibleName()
    screen.press("Saken er avgjort")
    decided = screen.dialog(DecidedDialog)
    assert not decided.attempt()
    decided.form.set_values({"last_day": date(2027, 4, 30)})
    decided.verb_button.click()
    assert "30.04.2027" in screen.now.callout.accessibleName()


def test_termination_for_breach_says_what_is_lacking_and_ends_the_lease(screen: Screen) -> None:
    """HL-68, HL-69, TV-07, TV-19."""
    screen.go(TERMINATE)
    desk = screen.page.view
    assert isinstance(desk, BreachDesk)
    desk.form.set_values({"ground": BreachGround.NEGLECT, "reason": "Bråk tre netter på rad."})
    desk.form.left.emit("ground")
    assert not desk.issue_button.isEnabled()
    assert not desk.form.field("warning").isVisibleTo(desk)
    assert [each.code for each in desk.form.problems] == ["breach_not_warned"]
    desk.form.set_values({"ground": BreachGround.RENT, "reason": "Tre måneder er ikke betalt."})
    desk.form.left.emit("ground")
    assert desk.show_letter()
    desk.issue()
    screen.send()
    assert "hevet" in screen.now.callout.accessibleName()
    assert "namsfogden" in screen.now.callout.accessibleDescription()


def test_hl_20_rent_that_is_deposited_stops_the_letter_in_words(screen: Screen) -> None:
    office, lease, today = screen.office, screen.lease, screen.clock.today()
    claim = ChargeDraft(due_on=today - timedelta(days=30), amount=kroner(8000))
    charge = office.arrears.add_charge(lease, claim)
    dispute = DisputeDraft(today, "Ovnen virker ikke", kroner(8000), charge)
    office.rent_disputes.deposit(lease, office.rent_disputes.dispute(lease, dispute), today)
    screen.go(TERMINATE)
    desk = screen.page.view
    assert isinstance(desk, BreachDesk)
    desk.form.set_values({"ground": BreachGround.RENT, "reason": "Husleien er ikke betalt."})
    desk.form.left.emit("ground")
    assert not desk.issue_button.isEnabled()
    assert "sperret konto" in desk.form.field("rent_deposited").verdict_words


def test_the_keyboard_begins_on_the_first_thing_that_can_be_done(
    screen: Screen, qtbot: QtBot
) -> None:
    del qtbot
    screen.part.begin()
    focus = screen.page.window().focusWidget()
    assert focus is not None
    assert focus.isEnabled()


def test_a_lease_that_is_not_signed_has_nothing_to_end(
    page: LeasePage, desk: LeaseDesk, clock: FixedClock
) -> None:
    lease = desk.prepared()
    desk.leases.issue(lease)
    screen = Screen(page, lease, clock)
    assert "ikke underskrevet" in screen.now.callout.accessibleName()


def test_an_overstayed_lease_tells_that_it_is_over(screen: Screen, office: Office) -> None:
    office.notices.tenant_gave(screen.lease, TenantNoticeDraft(received_on=screen.clock.today()))
    screen.go("term")
    assert screen.primary == "Følg opp fraflyttingen"
    screen.to(date(2027, 4, 5))
    assert "Siste dag var 31.03.2027" in screen.now.callout.accessibleName()
    screen.go("term")
    assert screen.primary == "Få boligen tilbake"
    screen.go("ending")
    assert not any(isinstance(card, WaysCard) for card in screen.part.cards)
