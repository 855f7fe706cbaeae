"""«Avslutning» after the last day: the keys, the condition, the belongings, the deposit."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget

from app.core.errors import OfficeError
from app.core.ids import LeaseId, Ref
from app.core.money import Ore
from app.dwellings.model import DwellingStatus
from app.leases.aftermath.deposit.model import ClaimDraft, ClaimOutcome, SecurityKind
from app.leases.aftermath.handback.model import Handback, MovedTo
from app.leases.aftermath.left_belongings.model import Belonging, BelongingOutcome
from app.leases.handover.reports.model import HandoverKind
from app.leases.model import LeaseState
from tests.app.leases.handover.papers import BROKEN, FIRST, LAST
from ui.kit.ask import AskDialog
from ui.labels import title_word
from ui.leases.aftermath.cards import BelongingsCard, ConditionCard, HandbackCard, SecurityCard
from ui.leases.aftermath.letters import CollectDesk, ConditionDesk, OccupationDesk, SecurityDesk
from ui.leases.aftermath.words import COLLECT, CONDITION, OCCUPATION, SECURITY
from ui.leases.lease import LeasePage
from ui.navigation import PageId, Place

Shown = TypeVar("Shown", bound=QWidget)
BACK = date(2027, 4, 5)


class Screen:
    """The page, and what is found on it."""

    def __init__(self, page: LeasePage, lease: LeaseId) -> None:
        self.page, self.lease, self.office = page, lease, page.office
        self.go("ending")

    def go(self, task: str) -> None:
        self.page.refresh()
        self.page.show_place(Place(PageId.LEASE, Ref("lease", self.lease), task))

    def one(self, kind: type[Shown]) -> Shown:
        """The newest: what the page showed before may not be gone yet."""
        found = self.page.findChildren(kind)
        assert found, kind.__name__
        return found[-1]

    def asked(self) -> AskDialog:
        return self.one(AskDialog)

    def back(self) -> None:
        self.office.aftermath.handbacks.record(
            self.lease, Handback(BACK, MovedTo.PRIVATE_RENTAL, "Ryddet"), DwellingStatus.READY
        )
        self.go("ending")


@pytest.fixture
def screen(page: LeasePage, over: LeaseId) -> Screen:
    return Screen(page, over)


def test_hl_74_until_the_keys_come_the_sum_is_told(screen: Screen) -> None:
    card = screen.one(HandbackCard)
    assert [button.text() for button in card.buttons] == [
        "Nøklene er kommet tilbake …",
        "Krev vederlag",
    ]
    assert card.charge is not None
    assert card.charge.days == 5


def test_hl_73_the_keys_are_recorded_from_the_card(screen: Screen, told: list[str]) -> None:
    screen.one(HandbackCard).record()
    dialog = screen.asked()
    dialog.form.set_values(
        {
            "keys_on": BACK,
            "moved_to": MovedTo.MUNICIPAL,
            "status": DwellingStatus.READY,
            "condition": "Vasket",
        }
    )
    dialog.verb_button.click()
    back = screen.office.aftermath.handbacks.of(screen.lease)
    assert back is not None
    assert (back.moved_to, back.condition) == (MovedTo.MUNICIPAL, "Vasket")
    assert told == ["Bolig levert tilbake"]
    assert screen.office.leases.get(screen.lease).state is LeaseState.ENDED


def test_a_day_ahead_is_told_beside_its_field(screen: Screen) -> None:
    screen.one(HandbackCard).record()
    dialog = screen.asked()
    dialog.form.set_values({"keys_on": date(2027, 4, 6)})
    dialog.verb_button.click()
    assert dialog.form.problem_count == 1
    assert screen.office.aftermath.handbacks.of(screen.lease) is None


def test_hl_75_the_condition_is_judged_when_the_keys_are_back(
    screen: Screen, told: list[str]
) -> None:
    assert not screen.page.findChildren(ConditionCard)
    screen.back()
    screen.one(ConditionCard).none()
    dialog = screen.asked()
    dialog.form.set_values({"reason": "Vanlig slitasje"})
    dialog.verb_button.click()
    assert screen.office.aftermath.condition.of(screen.lease) is not None
    assert told[-1] == "Ikke noe krav etter utflytting"


def test_hl_76_things_are_listed_and_their_end_is_told(screen: Screen) -> None:
    card = screen.one(BelongingsCard)
    assert [button.text() for button in card.buttons] == ["Før opp …"]
    card.list_one()
    dialog = screen.asked()
    dialog.form.set_values({"what": "En sofa", "kept_where": "Boden", "cost": 45_000})
    dialog.verb_button.click()
    (thing,) = screen.office.aftermath.belongings.of(screen.lease)
    assert (thing.what, thing.cost) == ("En sofa", 45_000)
    screen.go("ending")
    screen.one(BelongingsCard).rows.activated_key.emit(thing.id)
    end = screen.asked()
    end.form.set_values({"outcome": BelongingOutcome.COLLECTED, "outcome_on": BACK})
    end.verb_button.click()
    (thing,) = screen.office.aftermath.belongings.of(screen.lease)
    assert thing.outcome is BelongingOutcome.COLLECTED


def test_hl_16_the_bank_and_the_outcome_are_recorded(screen: Screen) -> None:
    deposits = screen.office.aftermath.deposits
    draft = ClaimDraft(SecurityKind.DEPOSIT, Ore(1_640_000), "Februar", "Lia Sparebank")
    deposits.claim(screen.lease, draft)
    screen.go("ending")
    (claim,) = deposits.of(screen.lease)
    screen.one(SecurityCard).bank_told(claim)
    dialog = screen.asked()
    dialog.form.set_values({"told_on": BACK})
    dialog.verb_button.click()
    (claim,) = deposits.of(screen.lease)
    assert claim.told_on == BACK
    screen.go("ending")
    screen.one(SecurityCard).end(claim)
    end = screen.asked()
    end.form.set_values({"outcome": ClaimOutcome.TO_LANDLORD, "day": BACK})
    end.verb_button.click()
    assert deposits.of(screen.lease)[0].to_landlord == 1_640_000


def test_hl_16_the_tenants_own_claim(screen: Screen) -> None:
    screen.one(SecurityCard).tenant_claims()
    dialog = screen.asked()
    dialog.form.set_values({"told_on": BACK, "amount": 100_000})
    dialog.verb_button.click()
    (claim,) = screen.office.aftermath.deposits.of(screen.lease)
    assert claim.draft.amount == 100_000


def test_the_letters_are_ready_made(screen: Screen) -> None:
    office = screen.office
    screen.go(OCCUPATION)
    screen.one(OccupationDesk).issue()
    office.aftermath.belongings.add(screen.lease, Belonging(BACK, "En sofa", "Boden"))
    screen.go(COLLECT)
    screen.one(CollectDesk).issue()
    screen.go(SECURITY)
    desk = screen.one(SecurityDesk)
    desk.form.set_values({"holder": "Lia Sparebank", "claimed_for": "Husleie for mars"})
    desk.issue()
    screen.back()
    screen.go(CONDITION)
    claim = screen.one(ConditionDesk)
    assert claim.form.problem_count == 0
    claim.form.set_values({"amount": 1_250_000, "reason": "Hull i veggen i stua."})
    claim.issue()
    kinds = [row.kind.value for row in office.letters.of(Ref("lease", screen.lease))]
    assert {"occupation_charge", "belongings_request", "deposit_claim", "condition_claim"} <= {
        *kinds
    }


def test_hl_75_the_claim_begins_with_what_the_report_found_beyond_wear(screen: Screen) -> None:
    reports, out = screen.office.handover_reports, HandoverKind.MOVE_OUT
    today = screen.office.clock.today()
    reports.issue(screen.lease, HandoverKind.MOVE_IN, replace(FIRST, held_on=today))
    reports.issue(screen.lease, out, replace(LAST, held_on=today))
    screen.go(CONDITION)
    reason = str(screen.one(ConditionDesk).form.values()["reason"])
    assert reason == f"Soverom 2, {title_word(BROKEN.place.item).lower()}: {BROKEN.words}"


def test_a_running_lease_has_none_of_it(page: LeasePage, lease: LeaseId) -> None:
    Screen(page, lease)
    for kind in (HandbackCard, ConditionCard, BelongingsCard, SecurityCard):
        assert not page.findChildren(kind)


def test_nothing_is_raised_without_a_letter_to_make(screen: Screen) -> None:
    with pytest.raises(OfficeError):
        screen.office.aftermath.belongings.preview(screen.lease, date(2027, 5, 1))
