"""The counts of the officer's own lists are right after every change, and never in the way."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.core.order import search_words
from app.dwellings.model import DwellingRow, DwellingStatus
from app.office import Office
from app.settings.saved_lists.model import Chosen
from tests.factories import a_dwelling, a_number, registered_person
from ui.dwellings.page import DwellingsPage
from ui.kit.jobs import Jobs
from ui.kit.table import RecordTable
from ui.navigation import OWN, Navigator, PageId, Place
from ui.own_lists import OwnLists

STATUSES = (DwellingStatus.READY, DwellingStatus.MAINTENANCE)
CHOICES = (
    *(Chosen({"Status": status.value}) for status in STATUSES),
    Chosen({}, "storgata"),
    Chosen({"Status": "maintenance"}, "lia 2"),
    Chosen({"Eier": "Kommunen som ikke finnes"}),
)


@pytest.fixture
def page(office: Office, qtbot: QtBot) -> DwellingsPage:
    """In sight, and told of every commit as in the window."""
    made = DwellingsPage(office, Navigator(Jobs()))
    office.listen(made.learn)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    return made


@pytest.fixture
def searched(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were looked through, each time some were."""
    found: list[int] = []
    real = RecordTable.count_found

    def count(table: RecordTable[DwellingRow], rows: Sequence[DwellingRow], words: str) -> int:
        found.append(len(rows))
        return real(table, rows, words)

    monkeypatch.setattr(RecordTable, "count_found", count)
    return found


def counts(page: DwellingsPage) -> dict[str, int]:
    """What stands in the sidebar, by the key of each list."""
    return {each.key: each.count for each in page.sidebar_filters() if each.key.startswith(OWN)}


def by_hand(page: DwellingsPage, office: Office) -> dict[str, int]:
    """How many rows each list shows, told by the rows themselves."""
    rows = office.dwellings.rows()
    return {
        f"{OWN}{each.id}": sum(_shows(page, each.chosen, row) for row in rows)
        for each in office.saved_lists.of("dwellings")
    }


def _shows(page: DwellingsPage, chosen: Chosen, row: DwellingRow) -> bool:
    wanted = chosen.pills.get("Status")
    cells = [
        text
        for c in page._table.model.columns
        for text in (c.text(row), c.second and c.second(row))
        if text
    ]
    spelled = [search_words(text) for text in cells]
    return (
        (wanted is None or row.status.value == wanted)
        and ("Eier" not in chosen.pills or row.owner == chosen.pills["Eier"])
        and all(any(word in one for one in spelled) for word in search_words(chosen.search).split())
    )


def until_right(qtbot: QtBot, page: DwellingsPage, wanted: dict[str, int]) -> None:
    """Wait for what was put off."""
    qtbot.waitUntil(lambda: counts(page) == wanted, timeout=20_000)


class Walk:
    """Changes at random: of the dwellings, of the lists, of what has nothing to do with them."""

    def __init__(self, office: Office, page: DwellingsPage, seed: int) -> None:
        self._office, self._page = office, page
        self._rng = random.Random(seed)  # noqa: S311  a walk, not a key
        self._serial = 0

    def step(self) -> None:
        """One of them."""
        acts: tuple[Callable[[], object], ...] = (
            self._register,
            self._register,
            self._save,
            self._remove,
            self._undo,
            self._filter,
            self._register_person,
        )
        self._rng.choice(acts)()

    def _register_person(self) -> None:
        """Nothing that a dwelling shows."""
        born = date(1960, 1, 1) + timedelta(days=self._next())
        registered_person(self._office, national_id=a_number(born, 0))

    def _next(self) -> int:
        self._serial += 1
        return self._serial

    def _register(self) -> None:
        dwelling = a_dwelling(
            street=self._rng.choice(("Storgata", "Liavegen")), house_number=str(self._next())
        )
        self._office.dwellings.register(replace(dwelling, status=self._rng.choice(STATUSES)))

    def _save(self) -> None:
        chosen = self._rng.choice(CHOICES)
        self._office.saved_lists.save("dwellings", f"Liste {self._next()}", chosen)

    def _remove(self) -> None:
        kept = self._office.saved_lists.of("dwellings")
        if kept:
            self._office.saved_lists.remove(self._rng.choice(kept).id)

    def _undo(self) -> None:
        if self._office.history.undoable() is not None:
            self._office.history.undo()

    def _filter(self) -> None:
        status = self._rng.choice(("", "ready", "maintenance"))
        self._page._filters.show_kept({"Status": status} if status else {}, "")


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("budget", [60.0, 0.0])
def test_every_count_is_right_after_every_change(
    office: Office,
    page: DwellingsPage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    budget: float,
) -> None:
    """Also where no page waits for any: they come by themselves."""
    monkeypatch.setattr("ui.own_counts.BUDGET", budget)
    walk = Walk(office, page, seed)
    for _ in range(16):
        walk.step()
        wanted = by_hand(page, office)
        if budget:
            assert counts(page) == wanted
        else:
            until_right(qtbot, page, wanted)


def test_nothing_is_counted_again_after_what_changed_no_row(
    office: Office, page: DwellingsPage, searched: list[int]
) -> None:
    for number in range(3):
        office.dwellings.register(a_dwelling(house_number=str(number + 1)))
    for place, chosen in enumerate(CHOICES):
        office.saved_lists.save("dwellings", f"Liste {place}", chosen)
    before = counts(page)
    searched.clear()
    registered_person(office)
    page._filters.show_kept({"Status": "ready"}, "")
    page.arrive(Place(PageId.DWELLINGS, task="all"))
    assert counts(page) == before
    assert searched == []


def test_a_list_more_is_counted_alone(
    office: Office, page: DwellingsPage, searched: list[int]
) -> None:
    office.dwellings.register(a_dwelling())
    office.saved_lists.save("dwellings", "Søkt", Chosen({}, "storgata"))
    counts(page)
    searched.clear()
    office.saved_lists.save("dwellings", "Klare", Chosen({"Status": "ready"}))
    assert len(counts(page)) == 2
    assert len(searched) == 1


def test_what_is_typed_meanwhile_is_left_alone(office: Office, page: DwellingsPage) -> None:
    office.dwellings.register(a_dwelling())
    office.saved_lists.save("dwellings", "Søkt", Chosen({"Status": "maintenance"}, "storgata"))
    field = page._filters.search
    assert field is not None
    field.setText("halvt ordd")
    field.setCursorPosition(5)
    office.dwellings.register(a_dwelling(house_number="77"))
    counts(page)
    assert (field.text(), field.cursorPosition()) == ("halvt ordd", 5)
    assert field._pause.isActive()


def test_until_a_count_has_come_the_one_before_stands(
    office: Office, page: DwellingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.dwellings.register(a_dwelling())
    made = office.saved_lists.save("dwellings", "Alle i gata", Chosen({}, "a"))
    before = counts(page)
    monkeypatch.setattr("ui.own_counts.BUDGET", 0.0)
    assert isinstance(page.lists, OwnLists)
    told: list[bool] = []
    page.lists.counts.told.connect(lambda: told.append(True))
    office.dwellings.register(a_dwelling(house_number="78"))
    assert counts(page) == before
    qtbot.waitUntil(lambda: bool(told))
    assert counts(page) == {f"{OWN}{made}": before[f"{OWN}{made}"] + 1}
