"""Where a case of advice stands, and the way to it from a plan, rent or a home in danger."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.core.money import kroner
from app.debt.measures.model import (
    DebtMeasureDraft,
    DebtMeasureKind,
    DebtMeasureRow,
    DebtMeasureState,
)
from app.debt.model import DebtOutcome, DebtTopic
from app.followup.model import Measure, MeasureDraft, MeasureKind, MeasureState
from app.office import Office
from app.people.model import HouseholdKind, MemberDraft, Role
from tests.app.debt.decisions.desk import granted
from tests.app.debt.desk import asked, begun
from tests.factories import a_person, registered_person
from ui.advice_words import (
    advice_card,
    advice_number,
    advice_words,
    ask_task,
    asked_about,
    asks,
    cases_around,
    plan_measures,
    standing_words,
    way,
    way_around,
)
from ui.kit.buttons import Button
from ui.kit.list import RowList
from ui.navigation import Navigator, PageId, Place


def measure(office: Office, person: PersonId, kind: MeasureKind) -> Measure:
    draft = MeasureDraft("Få orden på pengene", "Mona Lie", kind=kind)
    return office.followup.get(office.followup.plan_measure(person, draft))


def test_advice_that_nobody_asked_for_is_told_and_asked_for(
    office: Office, navigator: Navigator, went: list[Place]
) -> None:
    """F12: what is agreed in a plan is not yet a request."""
    person = registered_person(office)
    planned = measure(office, person, MeasureKind.DEBT_ADVICE)
    assert advice_words(office, planned) == "ingen har bedt om råd ennå"
    words, go = way(office, navigator, planned)
    go()
    assert words == "Be om råd …"
    assert went == [Place(PageId.DEBT, Ref("person", person), "new")]


def test_another_measure_waits_for_no_request(office: Office) -> None:
    person = registered_person(office)
    assert advice_words(office, measure(office, person, MeasureKind.BOSTOTTE)) == ""
    asked(office, person)
    assert advice_words(office, measure(office, person, MeasureKind.HOME_VISIT)) == ""


def test_a_measure_tells_where_the_case_stands_and_leads_there(
    office: Office, navigator: Navigator, went: list[Place]
) -> None:
    person = registered_person(office)
    planned = measure(office, person, MeasureKind.DEBT_ADVICE)
    case = asked(office, person, days=3)
    assert advice_words(office, planned) == "rådgivningssak G-2026-1, i kø, uten vedtak ennå"
    granted(office, case, weeks=6)
    told = "rådgivningssak G-2026-1, i kø, starter 4. januar 2027"
    assert advice_words(office, planned) == told
    assert advice_number(office, planned) == "rådgivningssak G-2026-1"
    words, go = way(office, navigator, planned)
    go()
    assert words == "Til rådgivningssaken"
    assert went == [Place(PageId.DEBT_CASE, Ref("debt_case", case))]


def test_what_is_done_in_the_case_is_told_with_its_own_kind(
    office: Office, navigator: Navigator, went: list[Place]
) -> None:
    person = registered_person(office)
    planned = measure(office, person, MeasureKind.BOSTOTTE)
    case = begun(office, person)
    today = office.clock.today()
    row = DebtMeasureRow(today, DebtMeasureState.ASKED, today + timedelta(days=30))
    draft = DebtMeasureDraft(DebtMeasureKind.BOSTOTTE, "Husbanken", kroner(3_000))
    office.debt_measures.begin(case, draft, row)
    assert advice_words(office, planned) == (
        "rådgivningssak G-2026-1, i gang: skaffer oversikt;"
        " bostøtte: søkt eller spurt, svar ventes 23. desember 2026"
    )
    way(office, navigator, planned)[1]()
    assert went == [Place(PageId.DEBT_CASE, Ref("debt_case", case), "measures")]


def test_a_case_that_is_over_tells_it_and_a_new_request_may_be_made(
    office: Office, navigator: Navigator
) -> None:
    person = registered_person(office)
    case = begun(office, person)
    office.debt_cases.close(case, DebtOutcome.OVERVIEW_ENOUGH)
    planned = measure(office, person, MeasureKind.DEBT_ADVICE)
    assert standing_words(office.debt_cases.get(case)) == "avsluttet 23. november 2026"
    assert way(office, navigator, planned)[0] == "Be om råd …"
    office.followup.follow(planned.id, planned.draft, MeasureState.IN_PROGRESS)
    office.followup.follow(planned.id, planned.draft, MeasureState.DONE)
    done = office.followup.get(planned.id)
    assert advice_words(office, done).startswith("rådgivningssak G-2026-1, avsluttet")
    assert way(office, navigator, done)[0] == "Til rådgivningssaken"


def test_the_case_finds_the_measures_it_is_a_step_of(office: Office) -> None:
    person = registered_person(office)
    case = asked(office, person)
    planned = measure(office, person, MeasureKind.MONEY_MANAGEMENT)
    measure(office, person, MeasureKind.HOME_VISIT)
    found = plan_measures(office, office.debt_cases.get(case))
    assert [each.id for each in found] == [planned.id]


def test_a_request_of_one_they_live_with_is_shown_too(
    qtbot: QtBot, office: Office, navigator: Navigator, went: list[Place]
) -> None:
    tenant = registered_person(office)
    partner = office.people.register(a_person(given_name="Ola", national_id="", address=None))
    members = (MemberDraft(tenant, Role.APPLICANT), MemberDraft(partner, Role.ADULT))
    office.people.found_household(HouseholdKind.COUPLE, members)
    assert way_around(office, navigator, tenant)[0] == "Be om råd …"
    case = asked(office, partner)
    assert [each.id for each in cases_around(office, tenant)] == [case]
    card = advice_card(office, navigator, tenant, DebtTopic.RENT)
    qtbot.addWidget(card)
    (rows,) = card.findChildren(RowList)
    assert "Ola" in rows.rows[0].why
    rows.activated_key.emit(rows.rows[0].key)
    assert went == [Place(PageId.DEBT_CASE, Ref("debt_case", case))]
    assert card.findChildren(Button) == []


def test_rent_that_is_owed_asks_with_its_topic(
    qtbot: QtBot, office: Office, navigator: Navigator, went: list[Place]
) -> None:
    person = registered_person(office)
    card = advice_card(office, navigator, person, DebtTopic.RENT)
    qtbot.addWidget(card)
    (link,) = card.findChildren(Button)
    link.click()
    assert went == [Place(PageId.DEBT, Ref("person", person), "new:rent")]


@pytest.mark.parametrize("topic", [None, *DebtTopic])
def test_the_task_names_its_topic(topic: DebtTopic | None) -> None:
    assert asks(ask_task(topic))
    assert asked_about(ask_task(topic)) is topic
    assert not asks("queued")
    assert asked_about("new:nothing") is None
