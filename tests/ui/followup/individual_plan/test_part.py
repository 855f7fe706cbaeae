"""«Individuell plan»: asked for with a consent, filled part by part, printed, taken back."""

from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.followup.individual_plans.model import (
    CoordinatorAnswer,
    CoordinatorPost,
    IndividualPlanPart,
    IndividualPlanState,
)
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.followup.individual_plans.desk import TODAY, UNTIL, PlanDesk
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.individual_plan.letters import IndividualPlanDesk
from ui.followup.individual_plan.part import IndividualPart
from ui.followup.individual_plan.words import PRINT
from ui.followup.parts import DESKS, INDIVIDUAL_PLAN, PARTS
from ui.followup.plan.part import PlanPart
from ui.kit.ask import AskDialog
from ui.navigation import Navigator, PageId, Place

State, Asked = IndividualPlanState, IndividualPlanPart


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    return PlanDesk(office)


def part(qtbot: QtBot, desk: PlanDesk, navigator: Navigator) -> IndividualPart:
    """The part as it stands."""
    made = IndividualPart(desk.office, navigator, desk.office.people.get(desk.person))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def chips(made: IndividualPart) -> dict[str, str]:
    return {str(row.key): row.chip.text for row in made.parts.rows if row.chip}


def dialog(made: IndividualPart) -> AskDialog:
    """The one that was opened last."""
    return [each for each in made.window().findChildren(AskDialog) if each.isVisible()][-1]


def test_the_empty_part_says_what_it_is_who_has_a_right_and_how_to_begin(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator
) -> None:
    made = part(qtbot, desk, navigator)
    said = spoken_tree(made)
    assert "langvarige og koordinerte tjenester" in said
    assert "To eller flere enheter har tiltak" in said
    assert "Personen ønsker individuell plan …" in said
    assert unnamed_focusables(made) == []
    assert INDIVIDUAL_PLAN in {spec.task for spec in PARTS}
    made.begin()
    assert made.window().focusWidget() is made.want_button


def test_e4_the_consent_is_asked_for_first(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator, told: list[str]
) -> None:
    made = part(qtbot, desk, navigator)
    made.want()
    asked = dialog(made)
    end = desk.office.services_given.consent_end(TODAY)
    assert asked.form.values() == {"since": TODAY, "until": end}
    asked.form.set_values({"since": TODAY, "until": TODAY - timedelta(days=1)})
    assert not asked.attempt()
    assert asked.form.field("until").verdict_words == "Siste dag er før første dag."
    asked.form.set_values({"since": TODAY, "until": UNTIL})
    assert asked.attempt()
    assert told == ["Individuell plan begynt"]
    assert desk.own.state(desk.person) is State.RUNNING


def test_pv_02_a_consent_that_is_known_begins_the_plan_at_once(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator, told: list[str]
) -> None:
    desk.begun()
    plan = desk.office.plans.of(desk.person)
    assert plan is not None
    desk.office.plans.end(plan.id, "Flyttet")
    made = part(qtbot, desk, navigator)
    assert made.want_button.text() == "Begynn planen"
    made.want()
    assert desk.own.state(desk.person) is State.RUNNING
    assert told == ["Individuell plan begynt"]


def test_hol_02_offered_and_declined_has_a_day_and_the_coordinator_is_offered_still(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator
) -> None:
    made = part(qtbot, desk, navigator)
    made.offered(declined=True)
    assert dialog(made).attempt()
    made = part(qtbot, desk, navigator)
    assert "Tilbudt 23.11.2026. Personen ønsker ikke individuell plan." in spoken_tree(made)
    assert [row.key for row in made.posts.rows] == [post.value for post in CoordinatorPost]
    made.posts.activate()
    asked = dialog(made)
    asked.form.set_values(
        {"answer": CoordinatorAnswer.APPOINTED, "name": "Siri og Mona", "since": TODAY}
    )
    assert not asked.attempt()
    assert "Bare én kan være oppnevnt" in asked.form.field("name").verdict_words
    asked.form.set_values(
        {"answer": CoordinatorAnswer.APPOINTED, "name": "Mona Lie", "since": TODAY}
    )
    assert asked.attempt()
    assert desk.own.of(desk.person).coordinator == "Mona Lie"


def test_doc_08_the_ten_parts_say_what_lacks_and_open_their_dialogs(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator, went: list[Place]
) -> None:
    desk.begun()
    made = part(qtbot, desk, navigator)
    assert len(made.parts.rows) == 10
    assert chips(made)["consent"] == "Fylt ut"
    assert chips(made)["goals"] == "Mangler"
    for asked in (Asked.GOALS, Asked.RESPONSIBLE, Asked.CONTRIBUTIONS, Asked.CARRIED_OUT):
        made.open_part(asked)
        opened = dialog(made)
        opened.form.set_values(dict.fromkeys(opened.form.names, "Noe som står der."))
        assert opened.attempt()
        made.known = desk.own.of(desk.person)
    made.open_part(Asked.COOPERATION)
    assert dialog(made).attempt()
    made.open_part(Asked.CONSENT)
    assert went[-1] == Place(PageId.PERSON_FOLLOWUP, Ref("person", desk.person), "services")
    shown = chips(part(qtbot, desk, navigator))
    filled = {"goals", "responsible", "contributions", "carried_out", "consent"}
    assert {key for key, word in shown.items() if word == "Fylt ut"} == filled


def test_doc_08_the_period_the_measures_and_those_who_take_part(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator, told: list[str]
) -> None:
    desk.begun()
    made = part(qtbot, desk, navigator)
    made.open_part(Asked.PERIOD)
    asked = dialog(made)
    days = {"starts_on": date(2026, 12, 1), "ends_on": date(2026, 11, 30)}
    asked.form.set_values({**days, "revise_on": ()})
    assert not asked.attempt()
    assert "før den begynner 01.12.2026" in asked.form.field("ends_on").verdict_words
    days["ends_on"] = date(2027, 11, 30)
    asked.form.set_values({**days, "revise_on": ({"day": date(2027, 3, 1)},)})
    assert asked.attempt()
    made.open_part(Asked.MEASURES)
    asked = dialog(made)
    asked.form.set_values(dict.fromkeys(asked.form.names, "hver uke"))
    assert asked.attempt()
    made.open_part(Asked.PARTICIPANTS)
    asked = dialog(made)
    assert not asked.attempt()
    assert asked.form.field("name").verdict_words == "Skriv navnet på den som er med."
    asked.form.set_values({"name": "Mona Lie", "unit": desk.nav, "since": TODAY})
    assert asked.attempt()
    shown = part(qtbot, desk, navigator)
    told_words = [chips(shown)[key] for key in ("period", "measures", "participants")]
    assert told_words == ["Fylt ut"] * 3
    assert "samtykke til å dele mangler" in shown.people.rows[0].spoken
    shown.people.activate()
    dialog(shown).form.set_values({"capacity": "koordinator"})
    assert not dialog(shown).attempt()
    assert "Planen har én koordinator" in dialog(shown).form.field("capacity").verdict_words


def test_pv_02_a_withdrawn_consent_is_said_plainly_and_nothing_is_gone(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator
) -> None:
    desk.whole()
    desk.withdraw()
    made = part(qtbot, desk, navigator)
    said = spoken_tree(made)
    assert "Planen kan ikke brukes eller deles" in said
    assert "Samtykket ble trukket 23.11.2026." in said
    assert "Ingenting er slettet." in said
    assert [row.title for row in made.people.rows] == ["Mona Lie"]
    assert not made.print_button.isEnabled()
    assert made.want_button.text() == "Nytt samtykke …"
    assert [row.action for row in made.parts.rows] == [""] * 10


def test_doc_08_the_plan_is_printed_with_a_copy_for_the_one_agreed_to(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator
) -> None:
    desk.whole()
    desk.shares("Mona Lie")
    made = DESKS[PRINT](desk.office, navigator, desk.office.people.get(desk.person))
    assert isinstance(made, IndividualPlanDesk)
    qtbot.addWidget(made)
    assert made.issue_button.isEnabled()
    (copy,) = [name for name in made.form.names if name.startswith("copy_")]
    made.form.set_values({"large": True, copy: True})
    assert made.draft().large
    made.issue()
    kinds = sorted(waiting.kind for waiting in desk.office.letters.to_send())
    assert kinds == [DocumentKind.INDIVIDUAL_PLAN, DocumentKind.INDIVIDUAL_PLAN_COPY]


def test_doc_08_what_lacks_keeps_the_print_back_and_the_draft_is_shown(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator
) -> None:
    desk.begun()
    made = DESKS[PRINT](desk.office, navigator, desk.office.people.get(desk.person))
    qtbot.addWidget(made)
    assert not made.issue_button.isEnabled()
    assert made.preview().startswith(b"%PDF")


def test_e4_a_plan_that_has_grown_is_printed_with_its_ten_parts_from_plan_too(
    qtbot: QtBot, desk: PlanDesk, navigator: Navigator, went: list[Place]
) -> None:
    desk.whole()
    made = PlanPart(desk.office, navigator, desk.office.people.get(desk.person))
    qtbot.addWidget(made)
    made.print_button.click()
    assert went[-1].task == PRINT
