"""Ready drafts are made together, in a job when they are many, and printed together."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.leases.model import LeaseState
from app.office import Office
from tests.factories import a_number, registered_dwelling, registered_person
from tests.ui import walker
from ui.kit.jobs import Jobs
from ui.leases.rounds.page import LeaseRoundPage
from ui.navigation import Navigator, PageId, Place


@pytest.fixture
def went() -> list[Place]:
    """Where the page asked to go."""
    return []


@pytest.fixture
def page(qtbot: QtBot, office: Office, went: list[Place]) -> LeaseRoundPage:
    """The page over five drafts, one of them without a rent."""
    for place in range(5):
        person = registered_person(office, national_id=a_number(date(1970, 1, 2 + place), 0))
        home = registered_dwelling(office, street=f"Gate {place}")
        lease = office.leases.prepare(dwelling=home, tenant=person)
        draft = office.leases.get(lease).draft
        rent = None if place == 4 else draft.rent
        office.leases.save_draft(lease, replace(draft, rent=rent, deposit_account="15030000019"))
    navigator = Navigator(Jobs())
    made = LeaseRoundPage(office, navigator)
    navigator.setParent(made)
    navigator.wanted.connect(went.append)
    qtbot.addWidget(made)
    made.reload()
    return made


def states(office: Office) -> list[LeaseState]:
    return sorted(row.state for row in office.leases.rows())


def test_those_that_are_ready_are_made_in_a_job_and_can_be_printed(
    page: LeaseRoundPage, office: Office, qtbot: QtBot
) -> None:
    assert page.make_button.text() == "Lag 4\u00a0avtaler"
    with qtbot.waitSignal(page.navigator.jobs.ended):
        page.make()
    qtbot.waitUntil(lambda: page.told.count() == 1)
    assert states(office) == [LeaseState.DRAFT] + [LeaseState.TO_SIGN] * 4
    assert "4\u00a0leieavtaler er laget" in walker.spoken_tree(page)


def test_one_is_taken_out_and_one_that_lacks_is_opened(
    page: LeaseRoundPage, went: list[Place]
) -> None:
    first, *_, last = page.table.model.shown  # type: ignore[attr-defined]  # it is a RecordModel
    page.toggle(first)
    assert page.make_button.text() == "Lag 3\u00a0avtaler"
    page.toggle(last)
    assert page.make_button.text() == "Lag 3\u00a0avtaler"
    assert [place.page for place in went] == [PageId.LEASE]
    assert walker.unnamed_focusables(page) == []


def test_nothing_chosen_is_told(page: LeaseRoundPage) -> None:
    page._choose(every=False)
    assert not page.make_button.isEnabled() or page.make_button.toolTip() == "Ingen er valgt."
    assert page.chosen == ()
