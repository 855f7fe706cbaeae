"""Counting beside the screen: the page is free meanwhile, and shows only what is wanted then."""

import threading
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from pytestqt.qtbot import QtBot

from app.core.errors import NotFound, OfficeError
from app.office import Office
from app.overview.kostra.model import KostraReturn
from app.overview.kostra.service import Kostra
from tests.factories import registered_dwelling, registered_person
from ui.kit.jobs import Jobs
from ui.navigation import Navigator
from ui.overview import counting
from ui.overview.counting import Counting, Told, Wish
from ui.overview.returns_page import ReturnsPage

MOST_MS = 20_000
LAST = date(2025, 12, 31)


class Slow:
    """A service that stands still where it counts, until the test lets it go on."""

    def __init__(self) -> None:
        self.began, self.go_on = threading.Semaphore(0), threading.Semaphore(0)
        self.counted: list[object] = []

    def pause(self) -> None:
        """Called on the thread that counts."""
        self.began.release()
        assert self.go_on.acquire(timeout=MOST_MS / 1000)

    def wait_for_it(self) -> None:
        """Until the counting has come to where it stands still."""
        assert self.began.acquire(timeout=MOST_MS / 1000)


@pytest.fixture
def _in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there at once is told of at once: a test waits for no clock."""
    monkeypatch.setattr(counting, "AT_ONCE_MS", 0)
    monkeypatch.setattr(counting, "SHOWN_AFTER_MS", 0)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, _in_no_time: None) -> Slow:
    """KOSTRA that stands still in the middle."""
    made, of = Slow(), Kostra.of

    def count(kostra: Kostra, first: date, last: date) -> KostraReturn:
        made.pause()
        made.counted.append(last)
        return of(kostra, first, last)

    monkeypatch.setattr(Kostra, "of", count)
    return made


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    heard: list[str] = []

    def tell(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", tell)
    return heard


@pytest.fixture
def page(qtbot: QtBot, office: Office, slow: Slow) -> Iterator[ReturnsPage]:
    """«Rapporter» in sight, while KOSTRA stands still."""
    registered_dwelling(office, street="Lia", status_since=date(2024, 3, 1))
    jobs = Jobs()
    navigator = Navigator(jobs)
    made = ReturnsPage(office, navigator)
    navigator.setParent(made)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.refresh()
    slow.wait_for_it()
    yield made
    jobs.beside(made.page_id.value).cancel()
    slow.go_on.release(9)
    assert jobs.stop_all(MOST_MS)


def _rests(qtbot: QtBot, page: ReturnsPage) -> None:
    qtbot.waitUntil(lambda: not page.counting.busy, timeout=MOST_MS)


def test_the_page_says_what_it_counts_and_can_be_used(
    qtbot: QtBot, page: ReturnsPage, slow: Slow, said: list[str]
) -> None:
    words = "Teller KOSTRA 13 for 01.01.2025–31.12.2025"
    qtbot.waitUntil(page.counting.isVisible, timeout=MOST_MS)
    assert page.counting.words.text() == words
    assert said == [words]
    assert not page.body.inner.isVisible()
    assert not page.print_button.isEnabled()
    assert page.years.isEnabled()
    assert page.which.isEnabled()
    assert not page.navigator.jobs.busy  # a copy or a pack can be made meanwhile
    registered_person(page.office)  # and something be done
    slow.go_on.release()
    _rests(qtbot, page)
    assert said == [words, "Ferdig"]
    assert page.header.subtitle.endswith("27\u00a0linjer")
    assert page.body.inner.isVisible()
    assert not page.counting.isVisible()
    assert page.print_button.isEnabled()


def test_a_change_of_days_counts_those_instead(qtbot: QtBot, page: ReturnsPage, slow: Slow) -> None:
    page.years.chosen.emit("this_year")
    slow.go_on.release(2)
    _rests(qtbot, page)
    assert page.header.subtitle.startswith("01.01.2026–23.11.2026")
    assert [date(2026, 11, 23)] == [each for each in slow.counted if each != LAST]
    # what was not wanted any more was broken off, and is asked for anew when it is
    page.years.chosen.emit("last_year")
    slow.go_on.release()
    _rests(qtbot, page)
    assert page.header.subtitle.startswith("01.01.2025–31.12.2025")


def test_a_page_that_is_left_stops_and_counts_anew_when_seen(
    qtbot: QtBot, page: ReturnsPage, slow: Slow
) -> None:
    page.about_to_leave()
    assert not page.counting.busy
    slow.go_on.release()
    beside = page.navigator.jobs.beside(page.page_id.value)
    qtbot.waitUntil(lambda: not beside.busy, timeout=MOST_MS)
    assert page.header.subtitle == ""
    page.refresh()
    slow.go_on.release()
    _rests(qtbot, page)
    assert page.header.subtitle.startswith("01.01.2025–31.12.2025")


def test_avbryt_stops_and_tells_the_way_on(
    qtbot: QtBot, page: ReturnsPage, slow: Slow, said: list[str]
) -> None:
    qtbot.waitUntil(page.counting.isVisible, timeout=MOST_MS)
    page.counting.stop_button.click()
    slow.go_on.release()
    assert page.counting.words.text() == "Stoppet. Ingenting er endret."
    assert said[-1] == "Stoppet. Ingenting er endret."
    assert page.counting.again_button.isVisible()
    page.counting.again_button.click()
    slow.go_on.release()
    _rests(qtbot, page)
    assert page.body.inner.isVisible()


def test_what_was_counted_is_known_until_something_is_done(
    qtbot: QtBot, page: ReturnsPage, slow: Slow
) -> None:
    slow.go_on.release()
    _rests(qtbot, page)
    page.reload()
    assert not page.counting.busy
    assert slow.counted == [LAST]
    registered_person(page.office)
    page.reload()
    assert page.counting.busy
    assert page.body.inner.isVisible()  # the same days: they stand until the new ones come
    slow.go_on.release()
    _rests(qtbot, page)
    assert slow.counted == [LAST, LAST]


def test_locking_stops_what_is_counted(page: ReturnsPage, slow: Slow) -> None:
    jobs = page.navigator.jobs
    assert not jobs.still
    page.about_to_leave()
    slow.go_on.release()
    assert jobs.stop_all(MOST_MS)
    assert jobs.still


@pytest.fixture
def alone(qtbot: QtBot, office: Office) -> Counting:
    """Counting in sight, on no page."""
    navigator = Navigator(Jobs())
    made = Counting(office, navigator, "alone")
    navigator.setParent(made)
    qtbot.addWidget(made)
    return made


def _never(outcome: object) -> None:
    raise AssertionError(type(outcome).__name__)


@pytest.mark.usefixtures("_in_no_time")
def test_each_quarter_is_said(qtbot: QtBot, alone: Counting, said: list[str]) -> None:
    slow = Slow()

    def make(_own: Office, told: Told) -> int:
        slow.pause()
        for at in range(1, 5):
            told(at, 4)
        slow.pause()
        return 4

    got: list[int] = []
    alone.read(Wish("all", "Teller", make), got.append, _never)
    qtbot.waitUntil(alone.isVisible, timeout=MOST_MS)
    assert not alone.bar.isVisible()
    slow.go_on.release()
    qtbot.waitUntil(lambda: alone.count.text() == "4 av 4", timeout=MOST_MS)
    assert alone.bar.isVisible()
    slow.go_on.release()
    qtbot.waitUntil(lambda: bool(got), timeout=MOST_MS)
    shares = [f"Framdrift: {share} prosent" for share in (25, 50, 75, 100)]
    assert said == ["Teller", *shares, "Ferdig"]


def test_what_is_there_at_once_is_never_told_of(alone: Counting, said: list[str]) -> None:
    got: list[int] = []
    alone.read(
        Wish("quick", "Teller", lambda own, _told: len(own.people.ids())), got.append, _never
    )
    assert got == [0]
    assert said == []
    assert not alone.isVisible()


def test_what_is_refused_is_brought_home(alone: Counting) -> None:
    def make(_own: Office, _told: Told) -> int:
        raise NotFound("not_found")

    refused: list[OfficeError] = []
    alone.read(Wish("refused", "Teller", make), _never, refused.append)
    assert [each.code for each in refused] == ["not_found"]


@pytest.mark.usefixtures("_in_no_time")
def test_a_statement_in_the_middle_is_broken_off(qtbot: QtBot, alone: Counting) -> None:
    """Counting to a thousand million would take minutes; it ends within the wait of the test."""
    began = threading.Event()
    endless = (
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000)"
        " SELECT max(x) FROM n"
    )

    def make(own: Office, _told: Told) -> int:
        began.set()
        return own._db.value(int, endless)

    alone.read(Wish("endless", "Teller", make), _never, _never)
    assert began.wait(MOST_MS / 1000)
    alone.leave()
    assert alone._jobs.stop_all(MOST_MS)


def test_an_office_that_was_stopped_reads_nothing_more(office: Office) -> None:
    stopped: list[bool] = []
    ask: Callable[[], bool] = lambda: bool(stopped)  # noqa: E731  read by both
    with office.for_job(ask) as own:
        assert own.people.ids() is not None
        stopped.append(True)
        with pytest.raises(InterruptedError):
            own.people.ids()
