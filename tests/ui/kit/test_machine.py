"""What the machine remembers: choices and names, nothing of a case, nothing of the user."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.kit import machine
from ui.kit.palette import Scheme

REGISTER = Path("/home/siri/boliger.husrom")


def test_choices_are_kept() -> None:
    machine.set_scheme(Scheme.CONTRAST)
    machine.set_idle_minutes(5)
    machine.set_text_size(150)
    assert machine.scheme() is Scheme.CONTRAST
    assert machine.idle_minutes() == 5
    assert machine.text_size() == 150


def test_without_choices_the_system_decides_and_ten_minutes_hold() -> None:
    assert machine.scheme() is None
    assert machine.idle_minutes() == machine.IDLE_MINUTES
    assert machine.text_size() == 100


def test_a_value_nobody_could_choose_is_not_used() -> None:
    QSettings().setValue("lock/idle_minutes", "100000")
    QSettings().setValue("looks/scheme", "neon")
    assert machine.idle_minutes() == machine.IDLE_MINUTES
    assert machine.scheme() is None


def test_a_register_is_known_by_its_place_and_the_place_is_not_written_down() -> None:
    machine.remember_names(REGISTER, "Lia kommune", "Boligkontoret")
    machine.remember_keyring(REGISTER, date(2026, 11, 23))
    machine.remember_unconfirmed(REGISTER, unconfirmed=True)
    known = machine.known_register(REGISTER)
    assert known == machine.KnownRegister("Lia kommune", "Boligkontoret", date(2026, 11, 23), True)
    assert machine.known_register(REGISTER.with_name("annet")) == machine.KnownRegister()
    written = Path(QSettings().fileName()).read_text("utf-8")
    assert "siri" not in written
    assert "boliger.husrom" not in written


def test_the_keyring_is_forgotten() -> None:
    machine.remember_keyring(REGISTER, date(2026, 11, 23))
    machine.remember_keyring(REGISTER, None)
    assert machine.known_register(REGISTER).keyring_since is None
