"""The part about a request: what comes next, the four questions, whom we may talk with."""

from datetime import timedelta

from pytestqt.qtbot import QtBot

from app.core.ids import DebtCaseId
from app.debt.model import AcuteScreen, AdviceStage, DebtTopic, RequestState, Screened
from app.office import Office
from app.people.consents.model import ConsentScope
from tests.app.debt.desk import asked, begun, calm
from tests.app.evictions.desk import open_case
from tests.ui.applications.desk import seen
from tests.ui.walker import unnamed_focusables
from ui.debt.request.part import RequestPart
from ui.navigation import Navigator, Place


def part_of(qtbot: QtBot, office: Office, navigator: Navigator, case: DebtCaseId) -> RequestPart:
    made = RequestPart(office, navigator, office.debt_cases.get(case))
    qtbot.addWidget(made)
    made.show()
    return made


def acute(office: Office) -> DebtCaseId:
    case = asked(office, days=3)
    today = office.clock.today()
    eviction = today + timedelta(days=9)
    office.debt_cases.screen(case, AcuteScreen(today, Screened.YES, eviction))
    return case


def test_who_was_not_asked_is_asked_first(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    part = part_of(qtbot, office, navigator, asked(office))
    assert "Neste: gjør hastevurderingen" in seen(part)


def test_the_acute_begins_at_once_and_the_vedtak_follows(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    """GJ-02."""
    case = acute(office)
    part = part_of(qtbot, office, navigator, case)
    assert "Neste: begynn med en gang" in seen(part)
    dialog = part.dialogs.start()
    assert dialog.attempt() is True
    assert office.debt_cases.get(case).state is RequestState.STARTED
    assert office.debt_cases.get(case).without_vedtak


def test_the_next_step_leads_to_its_part(
    qtbot: QtBot, office: Office, navigator: Navigator, went: list[Place]
) -> None:
    case = asked(office)
    office.debt_cases.screen(case, calm(office.clock.today()))
    part = part_of(qtbot, office, navigator, case)
    assert part.step_button is not None
    part.step_button.click()
    assert went[-1].task == "decision"


def test_the_questions_are_asked_again_and_the_first_answers_are_kept(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    case = acute(office)
    dialog = part_of(qtbot, office, navigator, case).dialogs.screen()
    assert dialog.form.field("home").value() is Screened.YES
    dialog.form.set_values({"home": Screened.NO})
    assert dialog.attempt() is True
    screens = office.debt_cases.screens(case)
    assert [each.home for each in screens] == [Screened.YES, Screened.NO]


def test_nothing_asked_is_told_beside_the_first_question(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    dialog = part_of(qtbot, office, navigator, asked(office)).dialogs.screen()
    assert dialog.attempt() is False
    assert dialog.form.field("home").verdict is not None


def test_what_was_typed_wrong_is_put_right_and_undone(
    qtbot: QtBot, office: Office, navigator: Navigator, told: list[str]
) -> None:
    case = asked(office)
    dialog = part_of(qtbot, office, navigator, case).dialogs.correct()
    dialog.form.set_values({"topics": frozenset({DebtTopic.POWER}), "words": ""})
    assert dialog.attempt() is True
    assert office.debt_cases.get(case).topics == {DebtTopic.POWER}
    assert told == ["Henvendelsen rettet"]
    office.history.undo()
    assert office.debt_cases.get(case).topics == {DebtTopic.CONSUMER_DEBT}


def test_one_who_says_no_thanks_is_withdrawn_never_refused(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    """F12."""
    case = asked(office)
    dialog = part_of(qtbot, office, navigator, case).dialogs.withdraw()
    assert dialog.attempt() is True
    assert office.debt_cases.get(case).state is RequestState.WITHDRAWN


def test_consent_and_power_of_attorney_are_taken_in_and_taken_back(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    case = begun(office)
    person = office.debt_cases.get(case).person
    part = part_of(qtbot, office, navigator, case)
    assert "Uten samtykke kan vi ikke snakke med kreditorene" in seen(part)
    assert part.dialogs.consent().attempt() is True
    consent = office.consents.holding(person, ConsentScope.SHARE_CREDITORS)
    assert consent is not None
    speaker = part.dialogs.speaker()
    speaker.form.set_values({"name": "Eli Hjelpersen", "phone": "99999999"})
    assert speaker.attempt() is True
    again = part_of(qtbot, office, navigator, case)
    titles = [row.title for row in again.agreed.rows]
    assert titles == ["Snakke med kreditorer for personen", "Eli Hjelpersen, fullmektig"]
    (who,) = office.intake.representatives(person)
    assert again.dialogs.end_speaker(who).attempt() is True
    tomorrow = office.clock.today() + timedelta(days=1)
    assert office.intake.representatives(person, tomorrow) == ()
    assert part.dialogs.take_back(consent).attempt() is True
    assert office.consents.holding(person, ConsentScope.SHARE_CREDITORS) is None


def test_the_work_is_moved_on_only_to_where_it_may_go(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    case = begun(office)
    dialog = part_of(qtbot, office, navigator, case).dialogs.reach()
    assert dialog.attempt() is False
    assert dialog.form.field("stage").verdict is not None
    dialog.form.set_values({"stage": AdviceStage.BUDGETING})
    assert dialog.attempt() is True
    assert office.debt_cases.get(case).stage is AdviceStage.BUDGETING


def test_everything_in_the_part_has_a_name(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    assert unnamed_focusables(part_of(qtbot, office, navigator, acute(office))) == []


def test_what_the_register_knows_of_the_home_stands_beside_the_answers(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    """Arrears, eviction and advice are one story."""
    case = asked(office)
    lost = open_case(office, office.debt_cases.get(case).person)
    number = office.eviction_cases.get(lost).number
    assert f"Fra registeret: Fare for å miste boligen: sak {number}" in seen(
        part_of(qtbot, office, navigator, case)
    )
