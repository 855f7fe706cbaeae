"""A kept document comes out of the register as the bytes it was issued as."""

from datetime import date
from importlib import metadata
from pathlib import Path

import pytest

from app.applications.model import ApplicationDraft, Delay, ReplyDraft
from app.core.ids import ApplicationId
from app.office import Office
from app.people.model import AddressProtection
from tests.app.commands.conftest import Run, said
from tests.factories import registered_person


@pytest.fixture
def replied(office: Office) -> ApplicationId:
    """An application that has been given a preliminary reply."""
    person = registered_person(office)
    draft = ApplicationDraft(applicant=person, received_on=date(2026, 11, 20))
    application = office.applications.register(draft)
    office.replies.issue(application, ReplyDraft(date(2026, 12, 18), Delay.QUEUE))
    return application


@pytest.fixture
def options(register_path: Path, key: Path, tmp_path: Path) -> tuple[object, ...]:
    """Where to, and from which register."""
    out = ("--out", tmp_path / "ut.pdf")
    return (*out, "--register", register_path, "--passphrase-file", key)


def test_the_document_of_a_case_is_found(
    run: Run, office: Office, replied: ApplicationId, options: tuple[object, ...], tmp_path: Path
) -> None:
    result = run("print", "application", replied, *options, "--json")
    (letter,) = office.letters.to_send()
    assert said(result) == {
        "document": letter.id,
        "number": letter.number,
        "kind": "preliminary_reply",
        "pages": 1,
        "file": str(tmp_path / "ut.pdf"),
    }
    assert (tmp_path / "ut.pdf").read_bytes() == office.letters.content(letter.id)
    assert run("print", "document", letter.id, *options).exit_code == 0


def test_one_that_is_not_there_ends_one(
    run: Run, options: tuple[object, ...], tmp_path: Path
) -> None:
    for kind in ("document", "vedtak", "lease"):
        assert run("print", kind, 7, *options).exit_code == 1
    assert not (tmp_path / "ut.pdf").exists()


def test_a_confidential_address_comes_out_only_with_a_reason(
    run: Run, office: Office, replied: ApplicationId, options: tuple[object, ...], tmp_path: Path
) -> None:
    person = office.applications.get(replied).applicant
    office.people.protect(person, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    assert run("print", "application", replied, *options).exit_code == 1
    assert not (tmp_path / "ut.pdf").exists()
    asked = run("print", "application", replied, *options, "--reason", "Sendes på nytt")
    assert asked.exit_code == 0
    assert office.history.latest(1)[0].verb == "address.shown"


def test_a_place_that_cannot_be_written_ends_one(
    run: Run, replied: ApplicationId, register_path: Path, key: Path, tmp_path: Path
) -> None:
    out = ("--out", tmp_path / "borte" / "ut.pdf")
    where = ("--register", register_path, "--passphrase-file", key)
    assert run("print", "application", replied, *out, *where).exit_code == 1


def test_without_a_file_to_write_it_is_wrong_use(run: Run) -> None:
    assert run("print", "lease", "1").exit_code == 2
    assert run("print", "lease", "0", "--out", "x.pdf").exit_code == 2
    assert run("print", "person", "1", "--out", "x.pdf").exit_code == 2


def test_the_page_for_it_needs_no_register(run: Run, tmp_path: Path) -> None:
    result = run("for-it", "--out", tmp_path / "it.pdf", "--json")
    assert said(result) == {
        "title": "Husrom for IT og personvernombud",
        "version": f"Husrom {metadata.version('husrom')}",
        "file": str(tmp_path / "it.pdf"),
    }
    assert (tmp_path / "it.pdf").read_bytes().startswith(b"%PDF")


def test_a_place_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    result = run("for-it", "--out", tmp_path / "ikke" / "it.pdf")
    assert (result.exit_code, result.stdout) == (1, "")
