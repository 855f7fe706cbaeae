"""The canary person is in the register and nowhere else: no file, name, log or error tells."""

import base64
import shutil
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.core.errors import Conflict, FileProblem, Invalid, NotFound, OfficeError
from app.core.ids import PersonId, Ref
from app.office import Folders, Office
from app.people.model import AddressProtection
from app.register import Register
from app.storage.database import Database
from tests.factories import (
    CANARY_NAME,
    CANARY_NUMBER,
    PASSPHRASE,
    a_person,
    registered_person,
)

STREET = "Testbakken"
TEXTS = (CANARY_NAME, CANARY_NUMBER, STREET, PASSPHRASE)


@pytest.fixture
def register(register_path: Path, clock: FixedClock, folders: Folders) -> Register:
    return Register(register_path, clock, folders)


@pytest.fixture
def office(register: Register) -> Iterator[Office]:
    opened = register.open_with_passphrase(PASSPHRASE)
    yield opened
    opened.close()
    register.let_go()


def _forms(secret: bytes) -> Iterator[bytes]:
    """The ways in which something may lie in a file unseen."""
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    for before in range(3):
        text = base64.b64encode(bytes(before) + secret)
        yield text[4 if before else 0 : len(text) // 4 * 4 - 4]


def _needles(key: bytes) -> list[bytes]:
    texts = [*TEXTS, *(text.upper() for text in TEXTS), *(text.lower() for text in TEXTS)]
    secrets = [text.encode(code) for text in texts for code in ("utf-8", "utf-16-le")]
    return [form for secret in [key, *secrets] for form in _forms(secret)]


def _assert_silent(folder: Path, key: bytes) -> int:
    """Gives how many files were looked through."""
    needles = _needles(key)
    files = [path for path in folder.rglob("*") if path.is_file()]
    for path in files:
        content = path.read_bytes()
        assert not [needle for needle in needles if needle in content], path.name
    for path in folder.rglob("*"):
        assert not [text for text in TEXTS if text.lower() in path.name.lower()]
    return len(files)


def test_the_search_for_secrets_finds_what_is_there(tmp_path: Path) -> None:
    """The test itself can fail: a secret in any of its forms is seen."""
    for number, form in enumerate(
        (
            b"x" + CANARY_NAME.encode("utf-16-le"),
            b"xy" + base64.b64encode(b"ab" + CANARY_NUMBER.encode() + b"c"),
            PASSPHRASE.upper().encode(),
            bytes(range(32)).hex().encode(),
        )
    ):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "file").write_bytes(b"before " + form + b" after")
        with pytest.raises(AssertionError):
            _assert_silent(folder, bytes(range(32)))


def _live(office: Office) -> PersonId:
    """A week with the canary: registered, corrected, found, looked at, undone."""
    person = registered_person(office)
    office.people.correct(
        person, a_person(note=f"{CANARY_NAME} ringte", address=a_person().address)
    )
    assert office.search.find(CANARY_NAME)
    assert office.search.find(CANARY_NUMBER)
    office.people.protect(person, AddressProtection.CONFIDENTIAL, CANARY_NAME)
    office.people.shown_address(person, f"{CANARY_NAME} skal ha brev")
    with office._db.unrecorded() as execute:
        execute(
            "INSERT INTO draft (form, content, at) VALUES (?, ?, ?)",
            ("person", f"{CANARY_NAME} {CANARY_NUMBER}", "2026-11-23"),
        )
    return person


def test_no_file_tells_while_open_after_a_power_cut_and_after_closing(
    register: Register, template: tuple[Path, bytes], tmp_path: Path
) -> None:
    office = register.open_with_passphrase(PASSPHRASE)
    person = _live(office)
    office.back_up()
    _live_on(office)
    assert _assert_silent(tmp_path, template[1]) >= 7, "register, log, keys, lock, head, backup"
    cut = tmp_path / "power cut"
    shutil.copytree(register.files.register.parent, cut)
    office.people.shield(person, "politiet", "Mappe 7")
    office.close()
    register.let_go()
    _assert_silent(tmp_path, template[1])


def _live_on(office: Office) -> None:
    second = office.people.register(a_person(national_id="", given_name="Ola"))
    office.people.correct(second, a_person(national_id="", given_name="Per"))
    office.history.undo()


def test_nothing_is_left_of_a_shielded_address_inside_the_register(office: Office) -> None:
    address = a_person().address
    assert address is not None
    person = _live(office)
    office.people.shield(person, "politiet", "Mappe 7")
    for table in map(str, office._db.column("SELECT name FROM sqlite_master WHERE type = 'table'")):
        if table.startswith("search_"):
            continue
        rows = office._db.select(lambda *row: repr(row), f"SELECT * FROM {table}")  # noqa: S608  from the schema
        assert not [row for row in rows if address.line in row], table


def _crashes(office: Office, person: PersonId) -> list[Callable[[], object]]:
    """Verbs that fail, each in its own way, with the canary in their hands."""
    db: Database = office._db

    def inside(sql: str, *values: str) -> Callable[[], object]:
        def act() -> None:
            with db.unit("crashing") as unit:
                unit.execute(sql, values)

        return act

    def odd_value() -> None:
        with db.unit("crashing") as unit:
            unit.insert("person", given_name=[CANARY_NAME])

    return [
        lambda: registered_person(office),
        lambda: office.people.register(a_person(given_name="", family_name="")),
        lambda: office.people.register(a_person(national_id=CANARY_NUMBER[:-1] + "8")),
        lambda: office.people.register(a_person(email=f"{CANARY_NAME} at home")),
        lambda: office.people.by_number(CANARY_NAME),
        lambda: office.people.get(PersonId(999)),
        lambda: office.history.reverse(office.history.latest(1)[0]),
        inside("INSERT INTO national_id (person, number, kind) VALUES (1, ?, 'x')", CANARY_NUMBER),
        inside("INSERT INTO person (id) VALUES (?)", CANARY_NAME),
        inside("INSERT INTO nowhere VALUES (?)", CANARY_NAME),
        inside("SELECT ?", CANARY_NAME, CANARY_NUMBER),
        inside("INSERT INTO search (search) VALUES (?)", CANARY_NAME),
        inside("UPDATE change SET after = ?", CANARY_NAME),
        inside("UPDATE person SET note = json(?)", f"{{{CANARY_NAME}"),
        odd_value,
        lambda: db.value(int, "SELECT family_name FROM person WHERE id = ?", (person,)),
    ]


def test_no_error_tells_whom_it_was_about(
    office: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    person = _live(office)
    foreseen = (OfficeError, sqlite3.Error, TypeError, RuntimeError)
    for number, act in enumerate(_crashes(office, person)):
        with pytest.raises(foreseen) as caught:
            act()
        told = _told(caught.value)
        assert not [text for text in TEXTS if text.lower() in told.lower()], number
    printed = "".join(capfd.readouterr())
    assert not [text for text in TEXTS if text in printed]


def _told(error: BaseException) -> str:
    """All that a crash window or a log could show: the whole chain of causes, facts included."""
    shown = "".join(traceback.format_exception(error))
    step: BaseException | None = error
    while step is not None:
        shown += f"{step} {step!r} {step.args!r}"
        if isinstance(step, OfficeError):
            shown += repr(step.facts)
        if isinstance(step, Invalid):
            shown += repr(step.problems)
        step = step.__cause__ or step.__context__
    return shown


@pytest.mark.parametrize("error", [Conflict, FileProblem, NotFound])
def test_an_error_shows_its_code_and_not_its_facts(error: type[OfficeError]) -> None:
    told = f"{error('code', name=CANARY_NAME, row=Ref('person', 1))!r}"
    assert "code" in told
    assert CANARY_NAME not in told
