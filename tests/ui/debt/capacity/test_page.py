"""The capacity: told from a day, days away, and what another capacity would do."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import OfficeError
from app.debt.queue.capacity.model import AbsenceDraft, CapacityDraft, DebtAbsenceKind
from app.office import Office
from tests.app.debt.desk import asked
from tests.factories import a_person
from tests.ui.applications.desk import seen
from tests.ui.sight import in_sight, wishes_of
from ui.debt.capacity.page import DebtCapacityPage
from ui.debt.capacity.what_if import Moved, moved_text
from ui.debt.capacity.words import hours_text, read_hours
from ui.navigation import PageId, Place


@pytest.fixture
def page(
    qtbot: QtBot, office: Office, went: list[Place], told: list[str]
) -> Iterator[DebtCapacityPage]:
    """Four wait, and half a position is told."""
    today = office.clock.today()
    for name in ("En", "To", "Tre", "Fire"):
        person = office.people.register(a_person(family_name=name, national_id="", address=None))
        asked(office, person, 30)
    office.debt_capacity.change(CapacityDraft(today - timedelta(days=60), 50, 2250, 15, 20, 30))
    with in_sight(DebtCapacityPage, office, qtbot, (1046, 760)) as made:
        wishes_of(made.navigator, went, told)
        yield made


def rows(page: DebtCapacityPage) -> list[Moved]:
    model = page.table.model
    return [model.record(row) for row in range(model.rowCount())]


def test_what_holds_is_told(page: DebtCapacityPage) -> None:
    told = "50 prosent stilling · 18,75 timer i uken · 15–30 timer per sak, vanligvis 20"
    assert page.header.subtitle == told
    assert len(page.changes.rows) == 1
    assert page.changes.rows[0].why.startswith("Gjelder nå.")


def test_a_change_is_a_new_row_from_its_day(page: DebtCapacityPage, told: list[str]) -> None:
    dialog = page.dialogs.change()
    assert dialog.form.values()["share_percent"] == 50
    dialog.form.set_values({"share_percent": 80, "usual_hours": 10})
    assert dialog.attempt() is False  # fewer than at the least
    dialog.form.set_values({"usual_hours": 20})
    assert dialog.attempt() is True
    page.refresh()
    assert [row.title for row in page.changes.rows] == [
        "80 prosent stilling",
        "50 prosent stilling",
    ]
    assert told == ["Kapasiteten til økonomisk rådgivning ført inn"]


def test_days_away_are_entered_and_taken_away(page: DebtCapacityPage, told: list[str]) -> None:
    today = page.office.clock.today()
    dialog = page.dialogs.be_away()
    dialog.form.set_values({"first_day": today, "last_day": today + timedelta(days=4)})
    assert dialog.attempt() is True
    page.refresh()
    (row,) = page.away.rows
    assert row.title == "Ferie"
    page.away.activated_key.emit(row.key)
    page.refresh()
    assert page.away.rows == ()
    assert page.always.isVisible()
    assert told[-1] == "Fravær fra økonomisk rådgivning fjernet"


def test_past_days_away_are_not_in_the_way(page: DebtCapacityPage) -> None:
    gone = page.office.clock.today() - timedelta(days=9)
    page.office.debt_capacity.add_absence(AbsenceDraft(DebtAbsenceKind.SICK, gone, gone))
    page.refresh()
    assert page.away.rows == ()


def test_what_if_moves_those_who_wait_and_keeps_nothing(page: DebtCapacityPage) -> None:
    page.what_if.form.set_values({"share_percent": 100})
    page.what_if.form.field("share_percent").left.emit("share_percent")
    assert moved_text(rows(page)[-1]).endswith("før")
    assert "→" in seen(page.what_if.told)
    assert len(page.office.debt_capacity.rows()) == 1
    assert page.what_if.use.isEnabled()


def test_what_if_with_something_missing_tells_the_queue_as_it_is(page: DebtCapacityPage) -> None:
    page.what_if.form.set_values({"share_percent": None})
    page.what_if.form.field("share_percent").left.emit("share_percent")
    assert not page.what_if.use.isEnabled()
    assert {moved_text(row) for row in rows(page)} == {"–"}
    page.what_if.form.set_values({"share_percent": 60, "most_hours": 5})
    page.what_if.form.field("most_hours").left.emit("most_hours")
    assert [each.field for each in page.what_if.form.problems] == ["most_hours"]


def test_what_was_tried_is_taken_into_the_dialog(page: DebtCapacityPage, qtbot: QtBot) -> None:
    page.what_if.form.set_values({"share_percent": 100})
    page.what_if.form.field("share_percent").left.emit("share_percent")
    found = page.what_if.capacity()
    assert found is not None
    dialog = page.dialogs.change(found)
    assert dialog.attempt() is True
    now = page.office.debt_capacity.on()
    assert now is not None
    assert now.share_percent == 100


def test_the_empty_page_says_what_to_do(qtbot: QtBot, office: Office) -> None:
    with in_sight(DebtCapacityPage, office, qtbot) as made:
        assert "Endre kapasiteten" in made.untold.text()
        assert made.untold.isVisible()
        made.show_place(Place(PageId.DEBT_CAPACITY, task="new"))


@pytest.mark.parametrize(
    ("typed", "minutes", "told"),
    [("37,5", 2250, "37,5"), ("37.5", 2250, "37,5"), ("35", 2100, "35"), ("18,75", 1125, "18,75")],
)
def test_hours_are_read_and_written_exactly(typed: str, minutes: int, told: str) -> None:
    assert read_hours(typed) == minutes
    assert hours_text(minutes) == told


@pytest.mark.parametrize("typed", ["", "mye", "-5", "3,555"])
def test_what_is_no_number_of_hours_is_refused(typed: str) -> None:
    with pytest.raises(OfficeError):
        read_hours(typed)
