"""«Oppfølging»: who is followed up, filtered, opened; nobody between the chairs."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.alerts.model import Act
from app.core.ids import PersonId, Ref
from app.followup.levels.model import HelpLevel
from app.followup.model import MeasureDraft
from app.office import Office
from app.overview.followups.model import FollowupSet
from app.storage.driver import Cursor, Parameters
from app.storage.tables_read import TablesRead
from tests.factories import a_number, registered_person
from tests.ui.today.test_ways import an_alert
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.page import FollowupPage, waiting_followup
from ui.kit.buttons import Button
from ui.kit.cards import Callout
from ui.kit.chips import Tone
from ui.kit.jobs import Jobs
from ui.navigation import Navigator, PageId, Place
from ui.pages import PAGE_KEYS, PAGES, spec_of
from ui.today.ways import way_of

TODAY = date(2026, 11, 23)


@pytest.fixture
def went() -> list[Place]:
    """Where the page led."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> Iterator[FollowupPage]:
    navigator = Navigator(Jobs())
    made = FollowupPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    qtbot.addWidget(made)
    office.listen(made.learn)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    yield made
    made.about_to_leave()


@pytest.fixture
def leyla(office: Office) -> PersonId:
    person = registered_person(office, given_name="Leyla", family_name="Prøvesen")
    office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", TODAY - timedelta(days=9))
    return person


@pytest.fixture
def odd(office: Office) -> PersonId:
    """With something to do, and nobody who owns it."""
    number = a_number(date(1985, 8, 15), 4)
    person = registered_person(office, given_name="Odd", family_name="Ødegård", national_id=number)
    office.followup.plan_measure(person, MeasureDraft("Ringe strømselskapet", "Siri"))
    return person


def shown(page: FollowupPage) -> list[PersonId]:
    """Who is in sight, from above."""
    names = {row.name: row.person for row in page.office.followups.rows()}
    return [names[str(cells[0])] for cells in page.table.seen().values]


def test_an_empty_list_says_how_to_begin(page: FollowupPage) -> None:
    said = spoken_tree(page)
    assert "Ingen har oppfølging ennå" in said
    assert "Sett nivå på en person" in said
    assert unnamed_focusables(page) == []


def test_everyone_with_a_level_stands_there_with_who_answers(
    leyla: PersonId, page: FollowupPage
) -> None:
    [cells] = page.table.seen().values
    assert cells[:4] == (
        "Prøvesen, Leyla",
        "Nivå\u00a03 – oppfølging og tjenester",
        "boligkontoret, Siri Testmo",
        "Mangler",
    )
    assert unnamed_focusables(page) == []


def test_no_more_is_asked_of_the_register_where_more_people_stand(
    page: FollowupPage, leyla: PersonId, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was a question for each of 3 000 rows and each of eleven sets took a second."""
    asked: list[str] = []
    run = TablesRead.run

    def counting(self: TablesRead, sql: str, parameters: Parameters) -> Cursor:
        asked.append(sql)
        return run(self, sql, parameters)

    monkeypatch.setattr(TablesRead, "run", counting)
    for place in range(1, 4):
        number = a_number(date(1985, 8, 15), place)
        person = registered_person(office, family_name=f"Nr{place}", national_id=number)
        office.levels.set(person, HelpLevel.SUPPORT_AND_SERVICES, "Avtalt", TODAY)
        asked.clear()
        page.reload()
        assert len(page.rows) == 1 + place
        assert Counter(asked).most_common(1)[0][1] <= 2, "a question for each"


def test_p1_those_without_an_owner_are_told_above_the_list(
    leyla: PersonId, odd: PersonId, page: FollowupPage
) -> None:
    assert "1\u00a0person har ingen ansvarlig enhet." in spoken_tree(page)
    page.show_place(Place(PageId.FOLLOWUP, task=FollowupSet.WITHOUT_OWNER))
    assert shown(page) == [odd]


def test_p1_the_one_without_an_owner_is_one_key_from_the_level(
    leyla: PersonId, odd: PersonId, page: FollowupPage, went: list[Place]
) -> None:
    [callout] = page.findChildren(Callout)
    assert callout.tone is Tone.AMBER, "red is for what the law has set a day for"
    callout.findChildren(Button)[0].click()
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", odd), "level")]


def test_p1_several_without_an_owner_are_shown_first(
    odd: PersonId, office: Office, page: FollowupPage, went: list[Place]
) -> None:
    number = a_number(date(1986, 8, 15), 5)
    siv = registered_person(office, given_name="Siv", family_name="Åsen", national_id=number)
    office.followup.plan_measure(siv, MeasureDraft("Ringe banken", "Siri"))
    assert "2\u00a0personer har ingen ansvarlig enhet." in spoken_tree(page)
    callout = page.findChildren(Callout)[-1]  # the one before is on its way out
    callout.findChildren(Button)[0].click()
    assert {*shown(page)} == {odd, siv}
    assert went == []


def test_p1_opening_a_row_without_an_owner_leads_to_the_level(
    odd: PersonId, page: FollowupPage, went: list[Place]
) -> None:
    page.table.opened.emit(page.office.followups.rows()[0])
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", odd), "level")]


@pytest.mark.parametrize(
    "act",
    [
        Act.SEE_EVALUATIONS,
        Act.SEE_LATE_MEASURES,
        Act.SEE_SILENT,
        Act.SEE_WITHOUT_PLAN,
        Act.SEE_WITHOUT_OWNER,
    ],
)
def test_what_is_told_of_many_today_has_its_filter(act: Act, page: FollowupPage) -> None:
    """«I dag» leads to rows by a filter of the list."""
    place = way_of(an_alert(act, Ref("register", 1)))
    page.show_place(place)
    assert place.page is PageId.FOLLOWUP
    assert page.which.value == FollowupSet(place.task)


def test_p1_when_everyone_has_an_owner_nothing_is_told(leyla: PersonId, page: FollowupPage) -> None:
    assert "ingen ansvarlig enhet" not in spoken_tree(page)


def test_the_saved_filters_count_and_show_the_same(
    leyla: PersonId, odd: PersonId, page: FollowupPage
) -> None:
    for saved in page.saved_filters():
        page.show_place(Place(PageId.FOLLOWUP, task=saved.key))
        assert len(shown(page)) == saved.count, saved.words
        assert page.filter_in_force() == saved.key
    counts = {saved.key: saved.count for saved in page.saved_filters()}
    assert counts == {
        FollowupSet.MINE: 1,
        FollowupSet.HIGH_LEVELS: 1,
        FollowupSet.WITHOUT_PLAN: 1,
        FollowupSet.TO_EVALUATE: 0,
        FollowupSet.SILENT: 0,
        FollowupSet.WITHOUT_OWNER: 1,
    }


def test_level_and_unit_filter_too(leyla: PersonId, odd: PersonId, page: FollowupPage) -> None:
    page.level.set_value(HelpLevel.ADVICE)
    assert shown(page) == []
    page.level.set_value(HelpLevel.SUPPORT_AND_SERVICES)
    assert shown(page) == [leyla]
    page.level.set_value(None)
    page.unit.set_value(page.office.service_units.ours().id)
    assert shown(page) == [leyla]


def test_enter_opens_the_follow_up_of_the_person(
    leyla: PersonId, page: FollowupPage, went: list[Place]
) -> None:
    page.table.select(leyla)
    page.table.opened.emit(page.office.followups.rows()[0])
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", leyla))]


def test_anyone_in_the_register_can_be_followed_up(
    office: Office, page: FollowupPage, went: list[Place]
) -> None:
    person = registered_person(office)
    dialog = page.begin_new()
    assert not dialog.go_button.isEnabled()
    dialog.who.choose(person)
    dialog.go_button.click()
    assert went == [Place(PageId.PERSON_FOLLOWUP, Ref("person", person), "level")]


def test_the_sidebar_counts_what_is_asked_for_and_missing(
    office: Office, leyla: PersonId, odd: PersonId
) -> None:
    assert waiting_followup(office) == 2


def test_it_stands_after_the_leases_and_every_row_has_a_key() -> None:
    rows = [spec.page for spec in PAGES if spec.row]
    assert rows.index(PageId.FOLLOWUP) == rows.index(PageId.ARREARS) + 1
    assert rows.index(PageId.FOLLOWUP) < rows.index(PageId.LETTERS)
    assert sum(spec.row and not spec.last for spec in PAGES) <= len(PAGE_KEYS)
    assert spec_of(PageId.PERSON_FOLLOWUP).under is PageId.FOLLOWUP


def test_every_word_of_an_alert_leads_to_a_filter() -> None:
    tasks = {"to_evaluate", "late_measures", "silent", "without_plan", "without_owner"}
    assert tasks <= {str(each) for each in FollowupSet}
