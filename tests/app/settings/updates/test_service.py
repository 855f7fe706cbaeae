"""An update on a memory stick: what is right is told, and everything else has its own refusal."""

import errno
import os
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import words
from app.core.errors import FileProblem
from app.settings.updates import service
from app.settings.updates.model import InstallerKind, MachineSystem
from app.settings.updates.service import Updates
from tests.app.settings.updates.publisher import (
    NEWER,
    SIGNATURE,
    SUMS,
    Publisher,
    names_of,
    said,
    sums_of,
)

SETUP, MSI, DEB = names_of(NEWER)
OWN = metadata.version("husrom")


def refused(updates: Updates, chosen: Path) -> FileProblem:
    with pytest.raises(FileProblem) as caught:
        updates.check(chosen)
    assert caught.value.code in words.codes()
    return caught.value


@pytest.mark.parametrize("chosen", ["", SETUP, SUMS, SIGNATURE])
def test_a_newer_version_is_told_with_all_that_is_known(
    updates: Updates, stick: Path, chosen: str
) -> None:
    found = updates.check(stick / chosen)
    assert (found.installer.name, found.installer.kind) == (SETUP, InstallerKind.SETUP)
    assert (found.published.version.text, f"{found.published.day}") == (NEWER, "2026-11-24")
    assert found.digest.encode() in (stick / SUMS).read_bytes()
    assert found.size == (stick / SETUP).stat().st_size
    assert found.own.text == OWN
    told = words.sentence(found.steps, {"name": SETUP, "version": NEWER})
    assert SETUP in told
    assert len(told.splitlines()) == 4


def test_nothing_is_written_where_it_lies(updates: Updates, stick: Path) -> None:
    before = {path.name: path.read_bytes() for path in stick.iterdir()}
    updates.check(stick)
    assert {path.name: path.read_bytes() for path in stick.iterdir()} == before


def test_the_one_that_was_chosen_is_checked(updates: Updates, stick: Path) -> None:
    assert updates.check(stick / MSI).installer.kind is InstallerKind.MSI


def test_on_linux_the_folder_gives_the_debian_package(public: Path, stick: Path) -> None:
    assert Updates(public, MachineSystem.LINUX).check(stick).installer.name == DEB


def test_where_it_was_installed_for_everyone_the_folder_gives_its_package(
    updates: Updates, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROGRAMFILES", str(stick.parent))
    monkeypatch.setattr("sys.prefix", str(stick.parent / "Husrom"))
    assert updates.check(stick).installer.name == MSI


def test_reading_is_told_and_may_be_stopped(
    updates: Updates, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 1000)
    steps: list[tuple[int, int]] = []
    found = updates.check(stick, lambda done, total: steps.append((done, total)))
    assert steps[-1] == (found.size, found.size)
    assert len(steps) == -(-found.size // 1000)

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        updates.check(stick, stop)


Spoil = Callable[[Path, Publisher], object]


def _change(name: str, content: bytes) -> Spoil:
    return lambda stick, _: (stick / name).write_bytes(content)


def _remove(*names: str) -> Spoil:
    def spoil(stick: Path, _: Publisher) -> None:
        for name in names:
            (stick / name).unlink()

    return spoil


def _published(version: str, comment: str = "") -> Spoil:
    def spoil(stick: Path, publisher: Publisher) -> None:
        for path in stick.iterdir():
            path.unlink()
        publisher.give_out(stick, version, comment)

    return spoil


def _listed(sums: bytes) -> Spoil:
    return lambda stick, publisher: publisher.write(stick, sums, said(NEWER))


def _by_another(name: bytes) -> Spoil:
    return lambda stick, _: Publisher(name=name).give_out(stick)


def _old_form(stick: Path, publisher: Publisher) -> None:
    sums = (stick / SUMS).read_bytes()
    (stick / SIGNATURE).write_bytes(publisher.sign(sums, said(NEWER), b"Ed"))


def _only_for_others(stick: Path, publisher: Publisher) -> None:
    (stick / SETUP).unlink()
    (stick / MSI).unlink()


def _folder_for(name: str) -> Spoil:
    def spoil(stick: Path, _: Publisher) -> None:
        (stick / name).unlink()
        (stick / name).mkdir()

    return spoil


def _without_this(stick: Path, publisher: Publisher) -> None:
    publisher.write(stick, sums_of(stick, DEB), said(NEWER))


FAULTS: list[tuple[str, str, Spoil]] = [
    ("damaged file", "update_damaged", _change(SETUP, b"noe annet")),
    ("list gone", "update_list_missing", _remove(SUMS)),
    ("signature gone", "update_signature_missing", _remove(SIGNATURE)),
    ("both gone", "update_list_missing", _remove(SUMS, SIGNATURE)),
    ("list is a folder", "update_list_missing", _folder_for(SUMS)),
    ("signature is a folder", "update_signature_missing", _folder_for(SIGNATURE)),
    ("list changed", "signature_wrong", _change(SUMS, b"a" * 64 + b"  x\n")),
    ("list empty", "signature_wrong", _change(SUMS, b"")),
    ("list binary", "signature_wrong", _change(SUMS, bytes(range(256)))),
    ("signed list binary", "update_list_odd", _listed(bytes(range(256)))),
    ("signed list empty", "update_list_odd", _listed(b"")),
    ("list huge", "update_list_odd", _change(SUMS, b"x" * (service.LARGEST + 1))),
    ("signature huge", "signature_damaged", _change(SIGNATURE, b"x" * (service.LARGEST + 1))),
    ("signature empty", "signature_damaged", _change(SIGNATURE, b"")),
    ("by another key", "signature_other_key", _by_another(bytes(8))),
    ("by another under our name", "signature_wrong", _by_another(Publisher().name)),
    ("old form", "signature_old_form", _old_form),
    ("other program", "update_other_program", _published(NEWER, "annet 99.2.0 2026-11-24")),
    ("other version signed", "update_version_unclear", _published(NEWER, said("99.3.0"))),
    ("no day signed", "update_version_unclear", _published(NEWER, "husrom 99.2.0")),
    ("not named", "update_not_named", _without_this),
    ("same version", "update_same", _published(OWN)),
    ("older version", "update_older", _published("0.0.1")),
]


@pytest.mark.parametrize(("name", "code", "spoil"), FAULTS, ids=[name for name, *_ in FAULTS])
def test_each_fault_has_its_own_refusal(
    updates: Updates, stick: Path, publisher: Publisher, name: str, code: str, spoil: Spoil
) -> None:
    spoil(stick, publisher)
    chosen = next((path for path in stick.glob("*-setup.exe")), stick)
    assert refused(updates, chosen).code == code


def test_only_what_is_for_other_machines_lies_there(
    updates: Updates, public: Path, stick: Path, publisher: Publisher
) -> None:
    _only_for_others(stick, publisher)
    assert refused(updates, stick).code == "update_no_installer"
    assert refused(updates, stick / DEB).code == "update_other_system"
    assert refused(Updates(public, MachineSystem.OTHER), stick).code == "update_no_installer"


def test_a_new_name_is_not_trusted_and_the_listed_names_are_told(
    updates: Updates, stick: Path
) -> None:
    (stick / SETUP).rename(stick / "husrom-100.0-setup.exe")
    problem = refused(updates, stick / "husrom-100.0-setup.exe")
    assert (problem.code, problem.facts["names"]) == ("update_not_named", f"{SETUP}, {MSI}, {DEB}")


def test_another_programs_file_in_the_folder_is_not_named(updates: Updates, stick: Path) -> None:
    (stick / "lønn Kari.exe").write_bytes(b"MZ")
    problem = refused(updates, stick / "lønn Kari.exe")
    assert problem.code == "update_not_named"
    assert "Kari" not in str(problem.facts)


def test_a_swap_of_two_listed_files_is_seen(updates: Updates, stick: Path) -> None:
    (stick / SETUP).write_bytes((stick / MSI).read_bytes())
    assert refused(updates, stick / SETUP).code == "update_damaged"


def test_a_place_that_is_not_there_or_no_file_is_told(updates: Updates, tmp_path: Path) -> None:
    pipe = tmp_path / "rør"
    os.mkfifo(pipe)
    for chosen in (tmp_path / "borte", pipe, tmp_path / ("x" * 5000), tmp_path / "a\0b"):
        assert refused(updates, chosen).code == "update_missing"


def test_a_stick_pulled_out_midway_is_told(
    updates: Updates, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 1000)

    def pull(done: int, _total: int) -> None:
        if done == 2000:
            raise OSError(errno.EIO, "")

    with pytest.raises(FileProblem) as caught:
        updates.check(stick, pull)
    assert caught.value.code == "update_unreadable"

    def cut(done: int, _total: int) -> None:
        os.truncate(stick / SETUP, 3000)

    with pytest.raises(FileProblem) as caught:
        updates.check(stick, cut)
    assert caught.value.code == "update_unreadable"


def test_a_listed_file_gone_since_is_told(updates: Updates, stick: Path) -> None:
    (stick / SETUP).unlink()
    assert refused(updates, stick / SETUP).code == "update_missing"
    assert updates.check(stick).installer.name == MSI


# a program without a key


@pytest.fixture
def keyless(tmp_path: Path) -> Updates:
    return Updates(tmp_path / "ingen.pub", MachineSystem.WINDOWS)


def test_without_a_key_the_digest_is_told_so_that_it_can_be_compared(
    keyless: Updates, stick: Path
) -> None:
    listed = sums_of(stick, SETUP).decode().split()[0]
    for chosen in (stick, stick / SETUP, stick / SUMS):
        problem = refused(keyless, chosen)
        assert (problem.code, problem.facts) == ("update_no_key", {"digest": listed})
        assert listed in words.message(problem)


def test_without_a_key_the_newest_for_this_machine_is_taken(
    keyless: Updates, stick: Path, publisher: Publisher
) -> None:
    publisher.give_out(stick, "99.10.0")
    listed = sums_of(stick, names_of("99.10.0")[0]).decode().split()[0]
    assert refused(keyless, stick).facts == {"digest": listed}


def test_without_a_key_an_empty_folder_has_nothing(keyless: Updates, tmp_path: Path) -> None:
    assert refused(keyless, tmp_path).code == "update_no_installer"


def test_a_spoiled_key_in_the_program_trusts_nothing(updates: Updates, stick: Path) -> None:
    updates._key.write_bytes(b"tull")
    assert refused(updates, stick).code == "update_key_damaged"


def test_a_program_that_does_not_know_its_version_says_so(
    updates: Updates, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_name: str) -> str:
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", unknown)
    assert refused(updates, stick).code == "update_own_unknown"
    monkeypatch.setattr(metadata, "version", lambda _name: "ukjent")
    assert refused(updates, stick).code == "update_own_unknown"


# properties


@pytest.fixture(scope="module")
def given_out() -> Iterator[tuple[Path, Updates]]:
    """Files that a property spoils and puts right again."""
    with TemporaryDirectory() as name:
        publisher = Publisher()
        stick = publisher.give_out(Path(name) / "stick")
        key = Path(name) / "update.pub"
        key.write_bytes(publisher.public)
        yield stick, Updates(key, MachineSystem.WINDOWS)


@given(data=st.data(), name=st.sampled_from([SETUP, SUMS, SIGNATURE]), bits=st.integers(1, 255))
def test_one_changed_byte_anywhere_is_refused(
    given_out: tuple[Path, Updates], data: st.DataObject, name: str, bits: int
) -> None:
    stick, updates = given_out
    whole = (stick / name).read_bytes()
    unsigned = whole.index(b"\n") if name == SIGNATURE else 0  # words nobody reads
    at = data.draw(st.integers(unsigned, len(whole) - 1))
    (stick / name).write_bytes(whole[:at] + bytes([whole[at] ^ bits]) + whole[at + 1 :])
    try:
        refused(updates, stick / SETUP)
    finally:
        (stick / name).write_bytes(whole)
    assert updates.check(stick / SETUP).size
