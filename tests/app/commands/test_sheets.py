"""A sheet is looked at, then taken in, from the command line."""

from pathlib import Path

import pytest

from app.office import Office
from tests.app.commands.conftest import Run, said
from tests.app.transfer.sheets import csv_bytes
from tests.app.transfer.tenants import HEADINGS, line, tenants

SHEETS = Path(__file__).parents[2] / "files" / "sheets"
DWELLINGS, WAITING = SHEETS / "boliger_kobo_latin1.csv", SHEETS / "venteliste.xlsx"


@pytest.fixture
def where(register_path: Path, key: Path) -> tuple[object, ...]:
    """The register and its passphrase."""
    return ("--register", register_path, "--passphrase-file", key)


def answer(run: Run, *arguments: object) -> dict[str, object]:
    told = said(run("import", *arguments, "--json"))
    assert isinstance(told, dict)
    return told


def test_a_dry_run_takes_nothing_in(run: Run, office: Office, where: tuple[object, ...]) -> None:
    told = answer(run, DWELLINGS, "--dry-run", *where)
    assert (told["kind"], told["dry_run"], told["taken_in"]) == ("dwellings", True, None)
    counts = told["counts"]
    assert isinstance(counts, dict)
    assert (counts["taken"], counts["waiting"], counts["doubles"]) == (55, 6, 1)
    assert office.dwellings.rows() == ()


def test_both_samples_go_in(run: Run, office: Office, where: tuple[object, ...]) -> None:
    stock = answer(run, DWELLINGS, *where)["taken_in"]
    list_ = answer(run, WAITING, *where)["taken_in"]
    assert isinstance(stock, dict)
    assert isinstance(list_, dict)
    assert (stock["dwellings"], stock["leases"]) == (55, 31)
    assert list_["applications"] == 38
    assert len(office.allocation.waiting_list()) == 38


def test_no_national_id_is_told(run: Run, where: tuple[object, ...]) -> None:
    told = run("import", WAITING, "--dry-run", *where, "--json").stdout
    digits = "".join(letter if letter.isdigit() else " " for letter in told).split()
    assert [run_of for run_of in digits if len(run_of) >= 10] == []


def test_a_reader_gets_every_line_and_the_sum(run: Run, where: tuple[object, ...]) -> None:
    lines = run("import", DWELLINGS, "--dry-run", *where).stdout.splitlines()
    assert any(line.startswith("linje 36, manedsleie: venter på deg") for line in lines)
    assert lines[-2:] == [
        "62 rader: 55 klare, 6 venter på deg, 1 doble",
        "Ingenting er hentet inn.",
    ]


@pytest.mark.parametrize(
    ("content", "words"), [(b"", "tom"), (b"%PDF-1.7\n", "ikke et regneark")], ids=["empty", "pdf"]
)
def test_a_foreign_file_ends_one(
    run: Run, where: tuple[object, ...], tmp_path: Path, content: bytes, words: str
) -> None:
    file = tmp_path / "ark.csv"
    file.write_bytes(content)
    result = run("import", file, *where)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert words in result.stderr


def test_a_profile_nobody_has_made_ends_one(run: Run, where: tuple[object, ...]) -> None:
    result = run("import", DWELLINGS, "--profile", "Vår egen", *where)
    assert (result.exit_code, "Vår egen" in result.stderr) == (1, True)


def test_a_remembered_profile_is_used_by_its_name(
    run: Run, office: Office, where: tuple[object, ...]
) -> None:
    from dataclasses import replace

    from app.transfer.columns import KOBO_PROFILE

    office.transfer.remember(replace(KOBO_PROFILE, name="Vår egen"))
    told = answer(run, DWELLINGS, "--dry-run", "--profile", "Vår egen", *where)
    assert told["profile"] == "Vår egen"


def test_a_billers_list_goes_in_for_the_biller_that_is_named(
    run: Run, office: Office, where: tuple[object, ...], tmp_path: Path
) -> None:
    (ada,) = tenants(office, 1)
    path = tmp_path / "liste.csv"
    told = line(ada, due="20.10.2026", claim="8200", what="leie")
    path.write_bytes(csv_bytes(*(";".join(each) for each in (HEADINGS, told))))

    assert run("import", path, "--biller", "Ingen slike", *where).exit_code == 1
    assert run("import", path, "--kind", "rent_list", *where).exit_code == 1
    taken = answer(run, path, "--biller", "Kommunen", *where)["taken_in"]
    assert isinstance(taken, dict)
    assert (taken["claims"], taken["payments"]) == (1, 0)
    lines = run("import", path, "--biller", "kommunen", "--dry-run", *where).stdout.splitlines()
    assert lines[-2] == "1 rader: 0 klare, 0 venter på deg, 1 doble"
