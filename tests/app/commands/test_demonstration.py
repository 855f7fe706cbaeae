"""`husrom demo` from nothing, and once more."""

from pathlib import Path

from tests.app.commands.conftest import Run, said


def test_the_demo_is_made_once_and_its_papers_every_time(run: Run, tmp_path: Path) -> None:
    first = said(run("demo", tmp_path / "out", "--today", "2028-02-29", "--json"))
    assert isinstance(first, dict)
    assert (first["day"], first["made"]) == ("2028-02-29", True)
    assert Path(str(first["register"])).is_file()
    for name in first["files"]:
        (tmp_path / "out" / name).unlink()
    again = run("demo", tmp_path / "out", "--today", "29.02.2028")
    assert again.exit_code == 0
    assert "var laget fra før" in again.stdout
    assert "sh installer/dev app --demo" in again.stdout
    assert {each.name for each in (tmp_path / "out").iterdir()} == set(first["files"])
    rows = said(run("list", "dwellings", "--demo", "--json"))
    assert isinstance(rows, list)
    assert len(rows) == 341
    assert run("check", "--demo").exit_code == 0


def test_a_day_that_is_none_is_wrong_use(run: Run, tmp_path: Path) -> None:
    assert run("demo", tmp_path, "--today", "i morgen").exit_code == 2
    assert run("demo", tmp_path, "--today", "2026-02-28").exit_code == 2
    assert run("demo").exit_code == 2
