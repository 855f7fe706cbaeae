"""A register of every schema ever released still opens, and holds what it held."""

import shutil
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.office import Folders
from app.register import Register
from app.storage import schema
from tests.factories import PASSPHRASE
from tests.files.make_register import REGISTERS, RELEASED, digests, make, released

KEPT = sorted(path.stem for path in REGISTERS.glob("*.husrom"))


@pytest.mark.parametrize("name", [*KEPT, "of this program"])
def test_a_released_register_opens_and_is_whole(
    tmp_path: Path, clock: FixedClock, folders: Folders, name: str
) -> None:
    home = tmp_path / "home"
    if name in KEPT:
        home.mkdir()
        for path in REGISTERS.glob(f"{name}.husrom*"):
            shutil.copyfile(path, home / path.name)
    else:
        name = make(home).stem
    register = Register(home / f"{name}.husrom", clock, folders)
    office = register.open_with_passphrase(PASSPHRASE)
    assert office.check().whole
    people = [office.people.get(row.id) for row in office.people.rows()]
    assert sorted(person.given_name for person in people) == ["Kari", "Lill"]
    assert len(office.dwellings.rows()) == 1
    assert [event.verb for event in office.history.latest(2)] == [
        "history.redacted",
        "person.protected",
    ]
    assert any(event.reversed_by for event in office.history.latest())
    office.close()
    register.let_go()


def test_a_register_once_made_is_not_made_anew(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert made.name == f"{schema.newest():04}.husrom"
    assert released(tmp_path) == digests()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [made.name, f"{made.name}.keys", RELEASED]
    )
    with pytest.raises(FileExistsError):
        make(tmp_path)


def test_the_newest_released_schema_has_its_register() -> None:
    """Migrations that came between two releases were never in anyone's file on their own."""
    numbers = [name[:4] for name in released()]
    assert KEPT[-1] == numbers[-1]
    assert set(KEPT) <= set(numbers)
