"""Check, backup and restore from the command line."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.clock import FixedClock
from app.office import Folders, Office
from app.register import FirstRun, Register
from app.storage import recovery
from app.storage.check import CheckResult
from tests.app.commands.conftest import Run, said
from tests.factories import a_profile, an_officer


def test_a_whole_register_is_told_whole(run: Run, register_path: Path, key: Path) -> None:
    result = run("check", "--register", register_path, "--passphrase-file", key, "--json")
    assert result.exit_code == 0
    assert said(result) == {
        "whole": True,
        "damaged_pages": 0,
        "damaged_tables": 0,
        "broken_event": None,
        "events": 1,
        "compared": "unknown",
    }


@pytest.mark.parametrize(
    ("pages", "tables", "event", "words"),
    [
        (2, 0, None, "2 skadede sider"),
        (0, 1, None, "1 skadede tabeller"),
        (1, 0, 7, "sider og historikken er brutt ved hendelse 7"),
    ],
)
def test_what_is_damaged_is_told_in_one_line_and_ends_one(
    run: Run,
    register_path: Path,
    key: Path,
    monkeypatch: pytest.MonkeyPatch,
    pages: int,
    tables: int,
    event: int | None,
    words: str,
) -> None:
    whole = Office.check

    def damaged(office: Office) -> CheckResult:
        return replace(whole(office), damaged_pages=pages, damaged_tables=tables, chain=event)

    monkeypatch.setattr(Office, "check", damaged)
    options = ("--register", register_path, "--passphrase-file", key)
    told = run("check", *options)
    assert (told.exit_code, told.stdout) == (1, "")
    assert words in told.stderr
    assert len(told.stderr.splitlines()) == 1
    answer = said(run("check", *options, "--json"))
    assert isinstance(answer, dict)
    assert answer["whole"] is False


def test_a_flipped_byte_never_passes(run: Run, register_path: Path, key: Path) -> None:
    content = bytearray(register_path.read_bytes())
    content[len(content) // 2] ^= 1
    register_path.write_bytes(content)
    result = run("check", "--register", register_path, "--passphrase-file", key)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)


def test_a_backup_can_be_restored_on_another_machine(
    run: Run, register_path: Path, key: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "minnepinne"
    outside.mkdir()
    options = ("--register", register_path, "--passphrase-file", key, "--json")
    made = said(run("backup", "--to", outside, *options))
    assert isinstance(made, dict)
    assert Path(made["backup"]).is_file()
    other = tmp_path / "annen" / "lia.husrom"
    restored = run("restore", made["copy"], "--register", other, "--passphrase-file", key, "--json")
    assert said(restored) == {"register": str(other), "set_aside": None}
    assert run("check", "--register", other, "--passphrase-file", key).exit_code == 0


def test_what_lay_there_is_put_aside(run: Run, register_path: Path, key: Path) -> None:
    options = ("--register", register_path, "--passphrase-file", key, "--json")
    made = said(run("backup", *options))
    assert isinstance(made, dict)
    assert made["copy"] is None
    restored = said(run("restore", made["backup"], *options))
    assert isinstance(restored, dict)
    assert (Path(restored["set_aside"]) / register_path.name).is_file()


def test_the_recovery_key_restores(
    run: Run, clock: FixedClock, folders: Folders, key: Path, tmp_path: Path
) -> None:
    register = Register(tmp_path / "ny" / "lia.husrom", clock, folders)
    office, groups = register.create(FirstRun(a_profile(), an_officer()))
    office.close()
    register.let_go()
    options = ("--register", register.files.register, "--passphrase-file", key, "--json")
    made = said(run("backup", *options))
    assert isinstance(made, dict)
    paper = tmp_path / "nøkkel.txt"
    paper.write_text(f"{' - '.join(groups[:4]).lower()}\n{'-'.join(groups[4:])}\n", "utf-8")
    other = ("--register", tmp_path / "annen.husrom")
    assert run("restore", made["backup"], *other, "--recovery-key-file", paper).exit_code == 0
    paper.write_text("-".join(recovery.write(recovery.new_secret())), encoding="utf-8")
    refused = run("restore", made["backup"], *other, "--recovery-key-file", paper)
    assert refused.exit_code == 1
    assert "hører til et annet register" in refused.stderr


def test_a_missing_place_or_copy_ends_one(
    run: Run, register_path: Path, key: Path, tmp_path: Path
) -> None:
    options = ("--register", register_path, "--passphrase-file", key)
    assert run("backup", "--to", tmp_path / "borte", *options).exit_code == 1
    assert run("restore", tmp_path / "borte.husromkopi", *options).exit_code == 1
    broken = tmp_path / "skadet.husromkopi"
    shutil.copy(register_path, broken)
    assert run("restore", broken, *options).exit_code == 1
    assert run("check", *options).exit_code == 0
