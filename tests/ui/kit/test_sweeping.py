"""What dies in circles dies on the main thread, whoever made it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.kit.jobs import Jobs, Progress
from ui.kit.sweeping import Sweeping

DIED_ON: list[int] = []


class Ring:
    """Holds itself, and notes on which thread it died."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        DIED_ON.append(threading.get_ident())


def _make_much(_progress: Progress | None = None) -> None:
    for _ in range(20_000):
        Ring()


@pytest.fixture
def sweeping(qtbot: QtBot) -> Iterator[Sweeping]:
    DIED_ON.clear()
    made = Sweeping()
    made.begin()
    yield made
    made.end()


def test_no_job_looks_for_garbage(sweeping: Sweeping, qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(_make_much, lambda _none: None, lambda error: pytest.fail(str(error)))
    sweeping.sweep()
    assert len(DIED_ON) == 20_000
    assert set(DIED_ON) == {threading.get_ident()}


def test_the_main_thread_looks_when_it_has_a_moment(sweeping: Sweeping, qtbot: QtBot) -> None:
    _make_much()
    assert DIED_ON == []
    qtbot.waitUntil(lambda: len(DIED_ON) == 20_000)


def test_with_little_made_there_is_nothing_to_do(sweeping: Sweeping) -> None:
    gc.collect()
    Ring()
    sweeping.sweep()
    assert DIED_ON == []


def test_afterwards_python_looks_by_itself(qtbot: QtBot) -> None:
    sweeping = Sweeping()
    sweeping.begin()
    assert not gc.isenabled()
    sweeping.end()
    assert gc.isenabled()
