"""«Kartlegging»: begun, written as one goes, finished into needs, and read again."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.ids import PersonId, Ref
from app.core.text import Language
from app.followup.assessments.model import (
    AreaAnswer,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.followup.model import LifeArea
from app.letters.model import DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import registered_person
from tests.ui.walker import spoken_tree, unnamed_focusables
from ui.followup.assessment import dialogs
from ui.followup.assessment.desk import AssessmentDesk
from ui.followup.assessment.finish import need_words
from ui.followup.assessment.form import ANSWER, WORDS
from ui.followup.assessment.part import WRITE, AssessmentPart
from ui.kit.cards import Callout
from ui.kit.fields import MultilineField
from ui.kit.segments_field import SegmentsField
from ui.navigation import Navigator, Place

TODAY = date(2026, 11, 23)
FINDINGS = {
    AssessmentArea.MONEY: Finding(AreaAnswer.MUCH_HELP, "Jeg får ikke betalt strømmen."),
    AssessmentArea.NEIGHBOURS: Finding(AreaAnswer.WORKS),
    AssessmentArea.HEALTH: Finding(AreaAnswer.SOME_HELP, "Jeg sover dårlig."),
}
DRAFT = AssessmentDraft(TODAY, "Broren", "", FINDINGS, "Å bli boende.", "Søsteren.")


@pytest.fixture
def person(office: Office) -> PersonId:
    return registered_person(office)


@pytest.fixture
def writing(qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId) -> AssessmentDesk:
    """The form, with nothing written."""
    made = AssessmentDesk(office, navigator, office.people.get(person))
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def part(qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId) -> AssessmentPart:
    made = AssessmentPart(office, navigator, office.people.get(person))
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    return made


def finished(office: Office, person: PersonId, draft: AssessmentDraft = DRAFT) -> Assessment:
    known = office.assessments.keep(person, draft)
    office.assessments.finish(known, {AssessmentArea.MONEY: "Hjelp med regningene"})
    return office.assessments.get(known)


def answer(desk: AssessmentDesk, area: AssessmentArea) -> SegmentsField:
    field = desk.form.field(f"{ANSWER}{area}")
    assert isinstance(field, SegmentsField)
    return field


def test_an_empty_part_says_the_next_step(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, went: list[Place]
) -> None:
    shown = part(qtbot, office, navigator, person)
    assert "Ingen kartlegging ennå" in spoken_tree(shown)
    assert unnamed_focusables(shown) == []
    shown.begin()
    assert shown.window().focusWidget() is shown.write_button
    shown.write_button.click()
    assert [place.task for place in went] == [WRITE]


def test_nothing_is_kept_before_something_is_written(
    office: Office, writing: AssessmentDesk, person: PersonId
) -> None:
    assert unnamed_focusables(writing) == []
    writing.leave()
    assert office.assessments.open(person) is None


def test_each_field_is_kept_when_it_is_left(
    office: Office, writing: AssessmentDesk, person: PersonId
) -> None:
    money = answer(writing, AssessmentArea.MONEY)
    writing.written.folds[1].set_open(opened=True)
    money.setFocus()
    QTest.keyClick(money.segments.focusWidget(), Qt.Key.Key_4)
    known = office.assessments.open(person)
    assert known is not None
    assert known.draft.of(AssessmentArea.MONEY).answer is AreaAnswer.MUCH_HELP
    words = writing.form.field(f"{WORDS}{AssessmentArea.MONEY}")
    words.set_value("")
    assert isinstance(words, MultilineField)
    words.box.setPlainText("Strømmen.")
    words.leave()
    known = office.assessments.open(person)
    assert known is not None
    assert known.draft.of(AssessmentArea.MONEY).words == "Strømmen."


def test_a_fold_says_how_it_goes_in_its_area(writing: AssessmentDesk) -> None:
    writing.written.show_draft(DRAFT)
    told = writing.written.folds[1].toggle.accessibleDescription()
    assert told == "åpen, trenger mye hjelp"
    assert writing.written.folds[0].toggle.accessibleDescription() == "lukket, ikke snakket om"


def test_what_is_begun_is_written_on(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    office.assessments.keep(person, DRAFT)
    desk = AssessmentDesk(office, navigator, office.people.get(person))
    qtbot.addWidget(desk)
    assert desk.written.draft().of(AssessmentArea.MONEY) == FINDINGS[AssessmentArea.MONEY]
    assert desk.issue_button.isEnabled()


def test_it_can_not_be_finished_empty(writing: AssessmentDesk) -> None:
    assert "minst ett område" in writing.desk.lacking
    writing.ask()
    assert writing.finishing is None


def test_d18_finishing_makes_the_needs_that_are_ticked(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, told: list[str]
) -> None:
    office.assessments.keep(person, DRAFT)
    desk = AssessmentDesk(office, navigator, office.people.get(person))
    qtbot.addWidget(desk)
    left: list[bool] = []
    desk.left.connect(lambda: left.append(True))
    desk.ask()
    dialog = desk.finishing
    assert dialog is not None
    assert dialog.form.values()["need_money"] == "Jeg får ikke betalt strømmen."
    dialog.form.field("make_health").set_value(False)
    dialog.verb_button.click()
    [need] = office.plans.needs(person)
    assert (need.draft.area, need.draft.words) == (LifeArea.MONEY, "Jeg får ikke betalt strømmen.")
    assert office.assessments.has(person)
    assert (left, told) == ([True], ["Kartlegging ferdig"])


def test_pv_08_own_words_of_health_do_not_go_into_a_need(office: Office, person: PersonId) -> None:
    known = office.assessments.get(office.assessments.keep(person, DRAFT))
    assert need_words(known, AssessmentArea.HEALTH) == "Helse og rus: trenger noe hjelp"


def test_a_finished_one_is_read_with_what_came_of_it(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    finished(office, person)
    shown = part(qtbot, office, navigator, person)
    said = spoken_tree(shown)
    assert "Kartlegging 23.11.2026" in said
    assert "«Jeg får ikke betalt strømmen.»" in said
    assert "Økonomi og husleie: trenger mye hjelp" in said
    assert "Hjelp med regningene (0\u00a0mål)" in said
    assert unnamed_focusables(shown) == []
    shown.begin()
    assert shown.window().focusWidget() is shown.print_button


def test_earlier_ones_are_read_in_its_place(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    spring = {AssessmentArea.MONEY: Finding(AreaAnswer.SOME_HELP)}
    finished(office, person, replace(DRAFT, held_on=date(2026, 5, 4), findings=spring))
    finished(office, person)
    shown = part(qtbot, office, navigator, person)
    assert "Mer hjelp trengs: økonomi og husleie." in spoken_tree(shown)
    assert shown.earlier is not None
    shown.earlier.select(shown.known[1].id)
    shown.earlier.activate()
    assert shown.shown == shown.known[1]
    assert "Kartlegging 04.05.2026" in spoken_tree(shown)
    assert unnamed_focusables(shown) == []


def test_what_is_begun_stands_first_and_can_be_let_go(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId, told: list[str]
) -> None:
    office.assessments.keep(person, DRAFT)
    shown = part(qtbot, office, navigator, person)
    assert "3 av 9 områder" in spoken_tree(shown)
    shown.discard_button.click()
    assert office.assessments.open(person) is None
    assert told == ["Utkast til kartlegging fjernet"]


def test_a_finished_one_is_printed_and_kept(
    qtbot: QtBot,
    office: Office,
    navigator: Navigator,
    person: PersonId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(dialogs, "print_pdf", lambda _window, data: printed.append(data))
    finished(office, person)
    dialog = part(qtbot, office, navigator, person).print_shown()
    assert dialog is not None
    dialog.verb_button.click()
    [row] = office.letters.of(Ref("person", person))
    assert row.kind is DocumentKind.NEEDS_ASSESSMENT
    assert printed == [office.letters.content(row.id)]


def test_the_blank_form_comes_first_in_the_language_of_the_person(
    qtbot: QtBot, office: Office, navigator: Navigator
) -> None:
    person = registered_person(office, language=Language.NN)
    dialog = part(qtbot, office, navigator, person).print_blank()
    assert dialog.language is Language.NN
    dialog.close()


def test_where_one_lives_is_not_asked_of_one_who_is_protected(
    qtbot: QtBot, office: Office, navigator: Navigator, person: PersonId
) -> None:
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    desk = AssessmentDesk(office, navigator, office.people.get(person))
    qtbot.addWidget(desk)
    [warned] = [each for each in desk.findChildren(Callout) if "skjermet" in each.what.text()]
    assert "Skriv ikke hvor personen bor" in warned.then.text()
