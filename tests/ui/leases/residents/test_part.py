"""«Beboere»: who lives there, a request with its countdown, another tenant in the lease."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.ids import DocumentId, LeaseId, PersonId, Ref
from app.leases.endings.model import EndCause
from app.leases.model import LeaseState
from app.leases.residents.changes.model import ChangeCause, DeathState, EntryRight
from app.leases.residents.model import (
    AnswerDraft,
    ConsentKind,
    ConsentRefusal,
    ConsentState,
    Relation,
    RequestDraft,
)
from app.letters.model import Channel
from app.office import Office
from app.people.model import MemberDraft, PersonDraft, Role
from tests.app.leases.desk import LeaseDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.kit.list import RowList
from ui.labels import day
from ui.leases.lease import LeasePage
from ui.leases.residents.change_card import ChangeCard
from ui.leases.residents.letters import ANSWER, ENTRY, ConsentDesk, EntryDesk
from ui.leases.residents.part import RESIDENTS, ResidentsPart
from ui.leases.standing import Standing
from ui.navigation import PageId, Place

TODAY = date(2026, 11, 23)
MOVING = RequestDraft(ConsentKind.HOUSEHOLD, TODAY, name="Ola Orrfugl", relation=Relation.OTHER)


@pytest.fixture
def made(desk: LeaseDesk, lease: LeaseId, page: LeasePage, office: Office) -> LeaseId:
    """Signed today, with «Beboere» open."""
    office.leases.issue(lease)
    office.leases.signed(lease, TODAY)
    page.show_place(Place(PageId.LEASE, Ref("lease", lease), RESIDENTS))
    return lease


def part(page: LeasePage) -> ResidentsPart:
    """As it is shown now."""
    assert isinstance(page.view, Standing)
    assert isinstance(page.view.part, ResidentsPart)
    return page.view.part


def card(page: LeasePage) -> ChangeCard:
    """The last card."""
    return part(page).change


def words(page: LeasePage) -> list[str]:
    """The verbs of the first request."""
    return [button.text() for button in part(page).cards[0].buttons]


def son(office: Office, desk: LeaseDesk) -> PersonId:
    """A son in the household from today."""
    household = office.people.household_of(desk.person)
    assert household is not None
    who = office.people.register(PersonDraft("Jon", "Kanarifugl"))
    office.people.move_in(household.id, MemberDraft(who, Role.ADULT))
    return who


def test_one_who_lives_alone_stands_there_and_the_next_step_is_told(
    page: LeasePage, made: LeaseId
) -> None:
    told = spoken_tree(page)
    assert "Leietakeren bor alene så vidt registeret vet." in told
    assert "Noen vil flytte inn …" in told
    assert "Samlivsbrudd …" in told


def test_a_request_is_taken_in_and_counts_down_hl_37(
    page: LeasePage, made: LeaseId, office: Office, clock: FixedClock
) -> None:
    dialog = part(page).ask(ConsentKind.HOUSEHOLD)
    assert not dialog.attempt(), "who is it"
    dialog.form.set_values({"name": "Ola Orrfugl", "relation": Relation.OTHER})
    assert dialog.attempt()
    assert words(page) == ["Svar på søknaden", "Rett …", "Trukket …"]
    assert "Svaret må være sendt senest 23.12.2026" in spoken_tree(page)
    clock.at += timedelta(days=31)
    page.reload()
    assert "Samtykke ved taushet fra 24.12.2026." in spoken_tree(page)
    assert words(page) == ["Flytt inn …", "Bekreft i brev", "Trukket …"]


def test_the_limit_is_that_of_the_request_that_is_chosen(
    page: LeasePage, made: LeaseId, office: Office
) -> None:
    """HL-37: two have asked, and each has its own month."""
    older = replace(MOVING, received_on=TODAY - timedelta(days=20), name="Per Erle")
    first, second = office.residents.received(made, older), office.residents.received(made, MOVING)
    page.show_place(Place(PageId.LEASE, Ref("lease", made), ANSWER))
    desk = page.view
    assert isinstance(desk, ConsentDesk)

    def told() -> str:
        widget = desk._limit.layout().itemAt(0).widget()  # type: ignore[union-attr]  # it has one
        return str(widget.what.text())  # type: ignore[union-attr]  # a callout

    limits = {each: office.residents.consent(each).limit for each in (first, second)}
    assert day(limits[first].last_safe_day) in told()
    desk.form.set_values({"request": second})
    desk._fit()
    assert day(limits[second].last_safe_day) in told()
    assert day(limits[first].last_safe_day) not in told()


def test_only_lawful_grounds_can_be_chosen_and_the_letter_is_made(
    page: LeasePage, made: LeaseId, office: Office
) -> None:
    """HL-35, HL-53."""
    request = office.residents.received(made, MOVING)
    page.show_place(Place(PageId.LEASE, Ref("lease", made), ANSWER))
    desk = page.view
    assert isinstance(desk, ConsentDesk)
    desk.form.set_values({"consents": False})
    desk._fit()
    assert not desk.show_letter()
    assert {each.field for each in desk.form.problems} == {"ground", "reason"}
    assert office.residents.grounds(request) == (
        ConsentRefusal.PERSONS_CIRCUMSTANCES,
        ConsentRefusal.OVERCROWDING,
        ConsentRefusal.DESIGN_OR_PURPOSE,
    )
    desk.form.set_values(
        {"ground": ConsentRefusal.OVERCROWDING, "reason": "Dere er fire i to rom."}
    )
    assert desk.show_letter()
    assert unnamed_focusables(page) == []
    desk.issue()
    assert office.residents.consent(request).state is ConsentState.ANSWER_READY
    assert words(page) == ["Send svaret"]


def test_after_a_yes_the_person_moves_in(page: LeasePage, made: LeaseId, office: Office) -> None:
    request = office.residents.received(made, MOVING)
    letter = office.residents.answer(request, AnswerDraft())
    assert isinstance(letter, int)
    office.letters.sent(DocumentId(letter), TODAY, Channel.LETTER, "Postet")
    dialog = part(page).cards[0].move_in()
    assert dialog.form.values()["family_name"] == "Orrfugl"
    assert dialog.attempt()
    assert part(page).cards == []
    there = next(each for each in part(page).findChildren(RowList) if len(each.rows) == 2)
    assert [row.title for row in there.rows] == ["Kari Kanarifugl", "Ola Orrfugl"]


def test_a_death_is_met_step_by_step_hl_38_and_hl_70(
    page: LeasePage, made: LeaseId, office: Office, clock: FixedClock
) -> None:
    dialog = card(page).death()
    dialog.form.set_values({"died_on": date(2026, 11, 20)})
    assert not dialog.attempt(), "before the lease began"
    dialog.reject()
    clock.at += timedelta(days=30)
    page.reload()
    dialog = card(page).death()
    dialog.form.set_values({"died_on": date(2026, 12, 20)})
    assert dialog.attempt()
    assert card(page).buttons[0].text() == "Skriv brevet"
    page.show_place(Place(PageId.LEASE, Ref("lease", made), ENTRY))
    desk = page.view
    assert isinstance(desk, EntryDesk)
    assert desk.show_letter()
    desk.issue()
    case = office.tenant_changes.death(made)
    assert case is not None
    assert case.state is DeathState.NOTICE_READY
    assert card(page).buttons[0].text() == "Send brevet"
    nobody = card(page).nobody()
    assert not nobody.attempt()
    nobody.form.set_values({"reason": "Sønnen sa det på telefonen."})
    assert nobody.attempt()
    assert card(page).buttons[0].text() == "Gå til avslutning"


def test_one_who_is_left_takes_over_and_the_draft_opens_hl_39(
    page: LeasePage, made: LeaseId, office: Office, desk: LeaseDesk
) -> None:
    who = son(office, desk)
    dialog = card(page).take_over(ChangeCause.BREAK_UP)
    assert not dialog.attempt()
    told = {each.field for each in dialog.form.problems}
    assert told == {"new_tenant", "right", "confirmed", "since"}
    dialog.form.set_values(
        {
            "new_tenant": who,
            "right": EntryRight.HOUSEHOLD_MEMBER,
            "confirmed": True,
            "since": date(2027, 3, 1),
        }
    )
    assert dialog.attempt()
    end = office.endings.of(made)
    assert end is not None
    assert (end.cause, end.last_day) == (EndCause.TAKEN_OVER, date(2027, 2, 28))
    drafts = [row for row in office.leases.rows() if row.state is LeaseState.DRAFT]
    assert [(row.tenant, row.start, row.end) for row in drafts] == [
        (who, date(2027, 3, 1), date(2029, 11, 30))
    ]


def test_everything_has_a_name_and_fits_a_small_window(
    page: LeasePage, made: LeaseId, office: Office
) -> None:
    office.residents.received(made, MOVING)
    assert unnamed_focusables(page) == []
    page.resize(900, 540)
    assert page.minimumSizeHint().width() <= 900
