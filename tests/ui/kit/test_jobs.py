"""Jobs: one at a time, off the main thread, cancelled at a whole step, failures brought home."""

import threading

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.core.errors import NotFound, OfficeError
from ui.kit.jobs import Jobs, Progress
from ui.kit.progress import JobProgress


def never(outcome: object) -> None:
    """A callback that must not be called."""
    raise AssertionError(type(outcome).__name__)


def test_the_work_runs_elsewhere_and_comes_home(qtbot: QtBot) -> None:
    jobs = Jobs()
    main = threading.get_ident()
    got: list[tuple[int, int]] = []

    def work(progress: Progress) -> int:
        progress.step(1, 2, "Lager brev")
        return threading.get_ident()

    told: list[tuple[int, int, str]] = []
    jobs.progressed.connect(lambda done, total, words: told.append((done, total, words)))
    with qtbot.waitSignal(jobs.ended):
        jobs.start(work, lambda there: got.append((there, threading.get_ident())), never)
    assert got[0][0] != main
    assert got[0][1] == main
    assert told == [(1, 2, "Lager brev")]
    assert not jobs.busy


def test_failures_arrive_as_exceptions_on_the_main_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    failures: list[tuple[Exception, int]] = []

    def work(progress: Progress) -> None:
        raise NotFound("not_found")

    with qtbot.waitSignal(jobs.ended):
        jobs.start(work, never, lambda error: failures.append((error, threading.get_ident())))
    error, thread = failures[0]
    assert isinstance(error, NotFound)
    assert thread == threading.get_ident()


def test_two_jobs_never_overlap(qtbot: QtBot) -> None:
    jobs = Jobs()
    go_on = threading.Event()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(lambda _p: go_on.wait(5), lambda _done: None, never)
        with pytest.raises(OfficeError) as refused:
            jobs.start(lambda _p: None, lambda _done: None, never)
        go_on.set()
    assert refused.value.code == "job_running"


def _forever(begun: threading.Event, progress: Progress) -> None:
    while True:
        begun.set()
        progress.step(1, 2)


def test_cancelling_stops_at_the_next_step_and_calls_nobody(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun = threading.Event()
    with qtbot.waitSignal(jobs.ended):
        jobs.start(lambda progress: _forever(begun, progress), never, never)
        assert begun.wait(5)
        jobs.cancel()
    assert not jobs.busy


def test_locking_stops_the_job_and_a_new_one_can_start(qtbot: QtBot) -> None:
    jobs = Jobs()
    begun = threading.Event()
    jobs.start(lambda progress: _forever(begun, progress), never, never)
    assert begun.wait(5)
    assert jobs.stop_all()
    assert not jobs.busy
    got: list[int] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.start(lambda _p: 7, got.append, never)
    assert got == [7]


def test_a_job_that_does_not_listen_is_told_of(qtbot: QtBot) -> None:
    jobs = Jobs()
    go_on = threading.Event()
    jobs.start(lambda _p: go_on.wait(5), never, never)
    assert not jobs.stop_all(wait_ms=1)
    go_on.set()
    assert jobs.stop_all()


def test_all_that_does_not_listen_is_waited_for_together(qtbot: QtBot) -> None:
    jobs = Jobs()
    go_on = threading.Event()
    for each in (jobs, jobs.upkeep, jobs.beside("pack")):
        each.start(lambda _p: go_on.wait(5), never, never)
    waited = QElapsedTimer()
    waited.start()
    assert not jobs.stop_all(wait_ms=500)
    assert waited.elapsed() < 2 * 500
    go_on.set()
    assert jobs.stop_all()


def test_progress_is_shown_with_its_count(dressed: QApplication, qtbot: QtBot) -> None:
    jobs = Jobs()
    shown = JobProgress(jobs)
    qtbot.addWidget(shown)
    shown.tell(193, 312, "Lager 312 brev")
    assert shown.count.text() == "193 av 312"
    assert shown.words.text() == "Lager 312 brev"
    assert shown.bar.accessibleName() == "Framdrift: 62 prosent"
    assert shown.isHidden()
