"""The parts of «Rapporter» told in tables: cases behind a row, and small numbers held back."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.applications.model import NeedCategory
from app.core.errors import Invalid
from app.core.words import word
from app.office import Office
from app.overview.snapshots.model import ReturnKind
from tests.app.overview.homeless.test_service import TODAY, applied
from tests.ui.walker import unnamed_focusables
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview.behind import BehindDialog
from ui.overview.returns import tables_view
from ui.overview.returns.parts import PARTS
from ui.overview.returns.table_parts import NeedsPart, TablesPart
from ui.overview.returns.tables_view import OUTSIDE
from ui.overview.returns_page import ReturnsPage

FIRST = date(2026, 11, 2)
FRIENDS = word(NeedCategory.WITH_FRIENDS_OR_FAMILY)


@pytest.fixture
def part(qtbot: QtBot, office: Office) -> NeedsPart:
    """Six who need a dwelling: five live with friends, one in a dwelling that is too small."""
    for serial in range(5):
        applied(office, serial)
    applied(office, 5, needs=frozenset({NeedCategory.TOO_SMALL}))
    navigator = Navigator(Jobs())
    made = NeedsPart(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.count(office, FIRST, TODAY).show()
    return made


def test_enter_on_a_row_opens_the_cases_in_it(part: NeedsPart) -> None:
    first = part.view.tables[0]
    told = {first.model.record(at).words: first.model.record(at).counts for at in range(14)}
    assert told[FRIENDS] == (5, 0)
    at = list(told).index(FRIENDS)
    first.opened.emit(first.model.record(at))
    (dialog,) = part.view.findChildren(BehindDialog)
    assert dialog.rows.isVisibleTo(dialog)
    assert unnamed_focusables(part) == []


def test_others_get_no_small_number(part: NeedsPart) -> None:
    part.view.edition.chosen.emit(OUTSIDE)
    part.view.edition.set_value(OUTSIDE)
    part.view.show_tables(part.read(part.office, FIRST, TODAY))
    told = [
        row
        for table in part.view.tables
        for row in map(table.model.record, range(table.model.rowCount()))
    ]
    numbers = {count for row in told for count in row.counts}
    assert not numbers & {1, 2, 3, 4}
    assert None in numbers
    assert not any(row.behind for row in told)
    assert "Tall under 5 er skjult" in part.view.note.text()


def test_the_sheet_that_leaves_holds_small_numbers_back(
    part: NeedsPart, office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "behov.xlsx"
    before = office.history.head().events
    monkeypatch.setattr(tables_view, "ask_where", lambda *_: path)
    told: list[str] = []
    part.navigator.told.connect(lambda words, _undo: told.append(words))
    part.export(ReturnsPage(office, part.navigator))
    assert office.history.head().events == before + 1
    assert path.read_bytes()[:2] == b"PK"
    assert "uten navn" in told[0]


def test_what_is_answered_can_be_kept(part: NeedsPart, office: Office) -> None:
    answer = part.count(office, FIRST, TODAY).answer
    assert answer.kind is ReturnKind.NEEDS
    kept = office.snapshots.keep(
        answer.kind, answer.first, answer.last, answer.figures, answer.versions, answer.words
    )
    again = part.count(office, FIRST, TODAY).answer.figures
    assert office.snapshots.compare(office.snapshots.get(kept), again) == ()


@pytest.mark.parametrize("make", [each for each in PARTS if issubclass(each, TablesPart)])
def test_each_part_answers_or_refuses_in_words(
    qtbot: QtBot, office: Office, make: type[TablesPart]
) -> None:
    navigator = Navigator(Jobs())
    made = make(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.count(office, FIRST, TODAY).show()
    assert made.told()
    with pytest.raises(Invalid):
        made.read(office, date(2027, 1, 1), date(2027, 2, 1))
