"""Idleness, a jump of the clock and the system's own word lock the register."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.lock_watch import JUMP_SECONDS, LockWatch
from ui.kit.system_signals import SystemSignals


@dataclass
class Clocks:
    """Two clocks that are moved by hand."""

    steady: float = 0.0
    wall: float = 1_000_000.0

    def pass_by(self, seconds: float) -> None:
        """Time passes on both."""
        self.steady += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    """Both at their beginning."""
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks) -> LockWatch:
    """Ten minutes' patience."""
    made = LockWatch(lambda: 10, steady=lambda: clocks.steady, wall=lambda: clocks.wall)
    made.begin()
    return made


def asked(watch: LockWatch) -> list[bool]:
    """Filled each time a lock is wanted."""
    wanted: list[bool] = []
    watch.wanted.connect(lambda: wanted.append(True))
    return wanted


def test_it_locks_after_ten_minutes_and_not_before(watch: LockWatch, clocks: Clocks) -> None:
    wanted = asked(watch)
    clocks.pass_by(599)
    watch.tick()
    assert wanted == []
    clocks.pass_by(1)
    watch.tick()
    assert wanted == [True]


def test_a_key_begins_the_waiting_anew(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch.listen_to(window.windowHandle())
    wanted = asked(watch)
    clocks.pass_by(500)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    clocks.pass_by(500)
    watch.tick()
    assert wanted == []


@pytest.mark.parametrize("seconds", [JUMP_SECONDS + 1, -JUMP_SECONDS - 1])
def test_a_clock_that_jumps_locks(watch: LockWatch, clocks: Clocks, seconds: float) -> None:
    wanted = asked(watch)
    clocks.pass_by(5)
    watch.tick()
    clocks.wall += seconds
    watch.tick()
    assert wanted == [True]


def test_nothing_is_watched_when_nothing_is_open(watch: LockWatch) -> None:
    watch.stop()
    assert not watch.watching


def test_sleep_and_a_locked_screen_are_told_once_each() -> None:
    signals, told = SystemSignals(), list[bool]()
    signals.away.connect(lambda: told.append(True))
    signals.asleep(begins=True)
    signals.asleep(begins=False)
    signals.locked()
    assert told == [True, True]
