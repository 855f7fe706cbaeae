"""The demo register is made once for a day, and anew for another."""

from datetime import date
from pathlib import Path

import pytest

from app.core import paths
from app.core.errors import FileProblem
from app.demo import place
from app.demo.make import make_sure
from app.register import Register
from app.storage.lock import RegisterLock

DAY, OTHER = date(2026, 11, 23), date(2027, 6, 1)


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches this user's own registers."""
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The register with nothing in it: what is inside has its own tests."""
    monkeypatch.setattr("app.demo.make.fill", lambda *_: None)


@pytest.mark.usefixtures("quickly")
def test_it_is_made_once_for_a_day_and_anew_for_another() -> None:
    assert make_sure(DAY)
    first = place.remembered()
    assert not make_sure(DAY)
    assert place.remembered() == first
    assert make_sure(OTHER)
    assert place.demo_clock().today() == OTHER


@pytest.mark.usefixtures("quickly")
def test_another_way_of_making_it_makes_it_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    make_sure(DAY)
    monkeypatch.setattr(place, "_recipe", lambda: "another")
    assert make_sure(DAY)


@pytest.mark.usefixtures("quickly")
def test_one_that_was_never_finished_is_made_anew() -> None:
    make_sure(DAY)
    place.forget()
    place.demo_register().write_bytes(b"half")
    assert make_sure(DAY)


@pytest.mark.usefixtures("quickly")
def test_nothing_of_the_old_one_is_left() -> None:
    make_sure(DAY)
    make_sure(OTHER)
    data = paths.data_dir()
    assert len(list((data / "backups").iterdir())) == 1
    assert len(list((data / "heads").glob("*.json"))) == 1


@pytest.mark.usefixtures("quickly")
def test_an_open_demo_is_not_taken_away() -> None:
    make_sure(DAY)
    register = Register(place.demo_register(), place.demo_clock())
    with RegisterLock(register.files), pytest.raises(FileProblem) as caught:
        make_sure(OTHER)
    assert caught.value.code == "register_in_use"
    assert not make_sure(DAY)


@pytest.mark.usefixtures("quickly")
def test_its_own_passphrase_and_recovery_key_open_it() -> None:
    make_sure(DAY)
    made = place.remembered()
    assert made is not None
    for key, way in (
        (place.PASSPHRASE, Register.open_with_passphrase),
        ("-".join(made.recovery), Register.open_with_recovery_key),
    ):
        register = Register(place.demo_register(), place.demo_clock())
        office = way(register, key)
        assert office.clock.today() == DAY
        office.close()
        register.let_go()
