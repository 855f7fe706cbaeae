"""«Skriv ut målplan»: what is chosen, what stands in the way, and what is made."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from app.core.ids import Ref
from app.documents.model import Size
from app.followup.plans.model import PlanCopy, PlanState
from app.letters.model import DocumentKind
from app.office import Office
from tests.app.followup.plans.desk import PlanDesk
from tests.factories import registered_person
from tests.ui.walker import unnamed_focusables
from ui.followup.plan.part import PRINT
from ui.followup.plan_print.letters import MALPLAN_PRINT, PlanPrintDesk
from ui.kit.jobs import Jobs
from ui.navigation import Navigator


@pytest.fixture
def desk(office: Office) -> PlanDesk:
    made = PlanDesk(office)
    made.plans.change(made.plan, replace(made.known.draft, backup_name="Ola Vik"))
    return made


@pytest.fixture
def page(qtbot: QtBot, office: Office, desk: PlanDesk) -> Iterator[PlanPrintDesk]:
    desk.ready()
    made = PlanPrintDesk(office, Navigator(Jobs()), office.people.get(desk.person))
    qtbot.addWidget(made)
    yield made
    made.desk.clear()


def test_the_page_about_the_plan_leads_here() -> None:
    assert PRINT == MALPLAN_PRINT


def test_everything_has_a_name_and_the_plan_is_shown(page: PlanPrintDesk) -> None:
    assert unnamed_focusables(page) == []
    assert page.issue_button.isEnabled()


def test_large_and_agreed_are_printed_so(page: PlanPrintDesk, desk: PlanDesk) -> None:
    page.form.field("size").set_value(Size.LARGE)
    page.form.field("agreed").set_value(True)
    assert page.choice.large
    page.issue()
    assert desk.known.state is PlanState.ACTIVE
    rows = desk.office.letters.of(Ref("person", desk.person))
    assert [row.kind for row in rows] == [DocumentKind.MALPLAN]


def test_p6_a_copy_without_consent_is_told_beside_its_field(page: PlanPrintDesk) -> None:
    page.form.field("copy").set_value(PlanCopy.HEALTH)
    assert not page.show_letter()
    assert "ikke sagt ja til" in page.form.field("copy").verdict_words


def test_what_the_plan_lacks_is_told_and_nothing_is_made(
    qtbot: QtBot, office: Office, desk: PlanDesk
) -> None:
    bare = PlanPrintDesk(office, Navigator(Jobs()), office.people.get(desk.person))
    qtbot.addWidget(bare)
    assert not bare.show_letter()
    assert not bare.issue_button.isEnabled()
    bare.desk.clear()


def test_a_person_without_a_plan_is_told_what_to_do(qtbot: QtBot, office: Office) -> None:
    person = registered_person(office)
    bare = PlanPrintDesk(office, Navigator(Jobs()), office.people.get(person))
    qtbot.addWidget(bare)
    assert not bare.show_letter()
