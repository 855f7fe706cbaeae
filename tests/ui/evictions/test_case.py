"""The page about one case: days left, what stops it, children, next steps, and what happened."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.ids import EvictionCaseId, Ref
from app.evictions.advice.model import BestStep
from app.evictions.model import (
    EvictionOutcome,
    EvictionStage,
    ForcedSaleStage,
    LossKind,
)
from app.office import Office
from app.people.model import AddressProtection
from tests.app.evictions.desk import a_message, open_case
from tests.app.evictions.test_service import let
from tests.factories import registered_person
from tests.ui.applications.desk import seen
from tests.ui.evictions.test_page import a_tenant
from ui.evictions.case import EvictionPage
from ui.evictions.log.part import LogPart
from ui.evictions.standing.dialogs import CaseDialogs
from ui.evictions.standing.part import StandingPart
from ui.navigation import Navigator, PageId, Place
from ui.parted_page import PartedView


@pytest.fixture
def page(qtbot: QtBot, office: Office, navigator: Navigator) -> EvictionPage:
    made = EvictionPage(office, navigator)
    qtbot.addWidget(made)
    made.resize(1046, 760)
    made.show()
    return made


def show(page: EvictionPage, case: EvictionCaseId, task: str = "") -> str:
    page.show_place(Place(PageId.EVICTION, Ref("eviction_case", case), task))
    QApplication.processEvents()
    return seen(page).replace("\u00a0", " ")


def standing(page: EvictionPage) -> StandingPart:
    assert isinstance(page.view, PartedView)
    assert isinstance(page.view.part, StandingPart)
    return page.view.part


def test_it_counts_down_to_both_days_and_says_the_sum(page: EvictionPage, office: Office) -> None:
    person = registered_person(office)
    case = office.eviction_cases.receive(
        a_message(person, eviction_on=date(2026, 12, 10), eviction_at="10.00")
    )
    words = show(page, case)
    assert "17\ndager til utkastelsen\ntorsdag 10. desember 2026 kl. 10.00" in words
    assert "7\ndager til uttalefristen\nmandag 30. november 2026, § 13-6" in words
    assert "27 654 kr stanser saken\n25 350 leie, 1 870 kostnader, 434 renter" in words


def test_a_moved_day_says_so(page: EvictionPage, office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person, served_on=date(2026, 11, 13))
    assert show(page, case).count("regnet dag") == 0
    other = a_message(person, apart=True, received_on=date(2026, 11, 21), reference="26-2")
    words = show(page, office.eviction_cases.receive(other))
    assert "mandag 7. desember 2026, regnet dag 05.12.2026" in words


def test_children_stand_first_and_are_told_in_words(page: EvictionPage, office: Office) -> None:
    case = office.eviction_cases.receive(a_message(a_tenant(office, "Testmo", 2)))
    words = show(page, case)
    assert "Barna først" in words
    assert "To barn bor her (10 og 11 år)" in words


def test_the_next_steps_lead_where_they_are_done(
    page: EvictionPage, office: Office, went: list[Place]
) -> None:
    desk, lease = let(office)
    case = office.eviction_cases.receive(
        a_message(desk.person, lease=lease, home="", landlord="", eviction_on=date(2026, 11, 25))
    )
    show(page, case)
    person = Ref("person", desk.person)
    led = {
        BestStep.CALL: (PageId.EVICTION, "log"),
        BestStep.SOCIAL_ASSISTANCE: (PageId.EVICTION, "units"),
        BestStep.INSTALMENTS: (PageId.TENANCY_ARREARS, "agreement"),
        BestStep.ROOF: (PageId.STAYS, "new"),
        BestStep.PLAN: (PageId.PERSON_FOLLOWUP, "plan"),
        BestStep.COORDINATOR: (PageId.PERSON_FOLLOWUP, "level"),
    }
    for step, (where, task) in led.items():
        standing(page).steps.activated_key.emit(step)
        assert (went[-1].page, went[-1].task) == (where, task), step
    assert went[-1].ref == person


def test_a_forced_sale_shows_its_own(page: EvictionPage, office: Office) -> None:
    person = registered_person(office)
    case = office.eviction_cases.receive(
        a_message(
            person,
            kind=LossKind.FORCED_SALE,
            ground=None,
            landlord="",
            sale_stage=ForcedSaleStage.FOR_SALE,
        )
    )
    words = show(page, case)
    assert "Tvangssalget stanser hvis kravet er betalt" in words
    assert "Grunnlag" not in words
    assert "Begge spor" not in words
    assert "Vurder startlån" in "\n".join(row.title for row in standing(page).steps.rows)


def test_a_protected_home_is_not_shown(page: EvictionPage, office: Office) -> None:
    person = registered_person(office)
    case = open_case(office, person)
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert "Prøvegata" not in show(page, case)


def test_what_has_happened_stands_newest_first(page: EvictionPage, office: Office) -> None:
    case = open_case(office)
    office.eviction_cases.set_date(case, date(2026, 12, 10), "10.00")
    office.eviction_cases.close(case, EvictionOutcome.WITHDRAWN, "Utleieren ga seg")
    show(page, case, "log")
    assert isinstance(page.view, PartedView)
    part = page.view.part
    assert isinstance(part, LogPart)
    assert [row.title for row in part.list.rows] == [
        "Utleier trakk saken",
        "Dato for utkastelse satt",
        "Avsluttet",
        "Frist for å uttale seg løper",
        "Melding fra namsfogden",
    ]


def test_a_note_is_written_in_the_case(page: EvictionPage, office: Office) -> None:
    case = open_case(office)
    show(page, case, "log")
    assert isinstance(page.view, PartedView)
    part = page.view.part
    assert isinstance(part, LogPart)
    part.form.set_values({"words": "Vil be Nav om hjelp"})
    part.write()
    person = office.eviction_cases.get(case).person
    assert office.contact_notes.of(person)[0].now.words == "Vil be Nav om hjelp"


def test_stage_day_and_outcome_are_set_in_dialogs(
    page: EvictionPage, office: Office, navigator: Navigator, told: list[str]
) -> None:
    cases = office.eviction_cases
    case = cases.receive(a_message(registered_person(office), sender="landlord"))
    show(page, case)

    def ask() -> CaseDialogs:
        return CaseDialogs(office, navigator, page, cases.get(case))

    moved = ask().reach(EvictionStage.PETITION_FILED)
    assert moved.attempt()
    assert cases.get(case).stage is EvictionStage.PETITION_FILED
    dated = ask().set_date()
    dated.form.set_values({"eviction_on": date(2026, 12, 10), "eviction_at": "10.00"})
    assert dated.attempt()
    later = ask().set_date()
    later.form.set_values({"eviction_on": date(2026, 12, 17)})
    assert not later.attempt(), "the reason is missing"
    later.form.set_values({"reason": "Utleieren er enig"})
    assert later.attempt()
    called = ask().call_off()
    called.form.set_values({"reason": "Betalt"})
    assert called.attempt()
    ended = ask().close()
    ended.form.set_values({"outcome": EvictionOutcome.PAID})
    assert ended.attempt()
    assert not cases.get(case).open
    again = ask().reopen()
    again.form.set_values({"reason": "Betalingen kom i retur"})
    assert again.attempt()
    assert cases.get(case).open
    assert len(told) == 6
    for dialog in (moved, dated, later, called, ended, again):
        dialog.close()


def test_nothing_chosen_says_where_to_go(page: EvictionPage) -> None:
    assert "Ingen sak er valgt" in seen(page)


def test_a_case_that_is_undone_leaves_the_page(page: EvictionPage, office: Office) -> None:
    case = open_case(office)
    show(page, case)
    office.history.undo()
    page.reload()
    assert "Ingen sak er valgt" in seen(page)


def test_both_tracks_units_and_verbs_stand_on_the_case_itself(
    page: EvictionPage, office: Office
) -> None:
    desk, lease = let(office)
    case = office.eviction_cases.receive(
        a_message(desk.person, lease=lease, home="", landlord="", eviction_on=date(2026, 12, 10))
    )
    words = show(page, case)
    for told in ("Pengesporet", "Boligsporet", "Enheter rundt husstanden", "0 av 1 varslet"):
        assert told in words
    assert [button.text() for button in standing(page).verbs] == [
        "Nytt steg …",
        "Utsett …",
        "Avlys datoen …",
        "Avslutt saken …",
    ]


def test_a_lost_home_is_not_said_to_be_stopped_by_money(page: EvictionPage, office: Office) -> None:
    case = open_case(office, eviction_on=date(2026, 11, 20))
    office.eviction_cases.reach(case, EvictionStage.CARRIED_OUT)
    words = show(page, case)
    assert "stanser saken" not in words
    assert "Slik gikk det" in words
    assert "Pengesporet" not in words
