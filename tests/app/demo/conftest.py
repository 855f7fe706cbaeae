"""The demo office on a given day, made once for the tests that read it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.demo.make import fill
from app.demo.municipality import FIRST_RUN
from app.demo.stock import START
from app.demo.story import moment
from app.office import Folders, Office
from app.register import Register

Lia = Callable[[date, str], Office]


@pytest.fixture(scope="session")
def lia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lia]:
    """The office of a day; another word makes another one of the same day."""
    made: dict[tuple[date, str], tuple[Office, Register]] = {}

    def of(today: date, word: str = "") -> Office:
        if (today, word) not in made:
            made[today, word] = _make(today, tmp_path_factory.mktemp("lia"))
        return made[today, word][0]

    yield of
    for office, register in made.values():
        office.close()
        register.let_go()


def _make(today: date, folder: Path) -> tuple[Office, Register]:
    clock = FixedClock(moment(today - timedelta(days=START + 6)))
    folders = Folders(folder / "heads", folder / "backups")
    register = Register(folder / "lia.husrom", clock, folders)
    office, _ = register.create(FIRST_RUN)
    fill(office, clock, today)
    return office, register
