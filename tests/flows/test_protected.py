"""Strengt fortrolig: in the whole file, and in the copy made after, nothing ties her to a place."""

from pathlib import Path

import pytest

from app.applications.model import ReplyDraft
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import DwellingId, PersonId, Ref
from app.dwellings.model import DwellingStatus
from app.letters.model import OnPaper
from app.office import Office
from app.people.model import Address, AddressProtection
from app.storage.backup import read_manifest
from tests.app.decisions.desk import a_grant
from tests.factories import CANARY_NAME, a_person, registered_dwelling
from tests.flows.town import Town, codes

STREET = "Gjømmeveien 77"
PAPER = "Perm 4, ark 12"
STRICT = AddressProtection.STRICTLY_CONFIDENTIAL


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """An office with nothing but its first person."""
    return Town.founded(tmp_path)


def at_home() -> Address:
    """Where she lives, which nobody may find."""
    return Address(STREET, "2211", "Lia")


def everything_kept(office: Office) -> str:
    """Every value of every table and all the history, as one text; documents by their bytes."""
    connection = office._db
    tables = connection.column(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'"
    )
    lines: list[str] = []
    for table in map(str, tables):
        query = f'SELECT * FROM "{table}"'  # noqa: S608  our own tables
        lines += connection.select(lambda *row: " ".join(map(str, row)), query)
    return "\n".join(lines)


def test_one_who_comes_protected_is_let_a_dwelling_that_no_row_names_her_by(town: Town) -> None:
    office = town.office
    dwelling = registered_dwelling(office)
    her = a_person(address=None, protection=STRICT, protection_source="Politiet")
    told = codes(lambda: town.apply(applicant=her, others=(), present_housing=STREET), of=Invalid)
    assert told == ["address_not_to_be_kept"]
    application = town.apply(applicant=her, others=(), present_housing="")
    person = office.applications.get(application).applicant

    reply = office.replies.issue(application, ReplyDraft(town.clock.today(), reason="Vi ser på."))
    assert isinstance(reply, OnPaper), "printed now and not kept (ADR-02)"
    assert reply.content.startswith(b"%PDF")
    town.send(reply)
    assert codes(lambda: office.letters.content(reply.id), of=NotFound) == ["document_not_kept"]

    vedtak = office.decisions.draft(application)
    office.decisions.save_draft(vedtak, a_grant(dwelling=dwelling))
    refused = codes(lambda: office.decisions.issue(vedtak), of=Invalid)
    assert refused == ["dwelling_not_to_be_kept"]
    office.decisions.save_draft(vedtak, a_grant())
    assert isinstance(office.decisions.issue(vedtak), OnPaper)

    tied = codes(lambda: office.leases.prepare(vedtak=vedtak, dwelling=dwelling), of=OfficeError)
    assert tied == ["lease_on_paper_only"]
    draft = office.leases.prefilled(vedtak=vedtak, dwelling=dwelling)
    paper = office.leases.issue_on_paper(draft)
    assert paper.content.startswith(b"%PDF")
    office.leases.let_on_paper(dwelling, town.clock.today(), PAPER)

    known = office.dwellings.get(dwelling)
    assert known.status is DwellingStatus.LET
    assert office.leases.of_person(person) == office.leases.of_dwelling(dwelling) == ()
    assert office.allocation.allocation_of(dwelling) is None
    assert_nothing_ties(office, person, dwelling)


def test_shielding_one_who_lives_somewhere_takes_every_trace_also_from_later_copies(
    town: Town,
) -> None:
    office = town.office
    dwelling = registered_dwelling(office)
    application = town.apply(applicant=a_person(address=at_home()))
    person = office.applications.get(application).applicant
    vedtak = town.grant(application, dwelling)
    lease = office.leases.prepare(vedtak=vedtak)
    office.leases.issue(lease)
    office.leases.signed(lease, town.clock.today())
    assert STREET in everything_kept(office)
    places = office.people.places_of(person)
    assert {ref.kind for ref in places} >= {"person_address", "lease", "vedtak", "document"}
    before, _ = read_manifest(office.back_up())

    report = office.people.shield(person, "Politiet", PAPER)

    assert set(report.people) >= {person}, "and those who live with her (ADR-07)"
    assert sum(count for _, count in report.removed) == len(places)
    assert report.history_emptied > 0
    assert codes(lambda: office.leases.get(lease), of=NotFound) == ["lease_not_found"]
    assert office.people.places_of(person) == ()
    assert office.dwellings.get(dwelling).status in {DwellingStatus.READY, DwellingStatus.LET}
    assert STREET not in everything_kept(office)
    assert_nothing_ties(office, person, dwelling)
    assert office.history.verify() is None, "emptied, and the chain whole (ARK-02)"

    copy = town.lock()
    after, _ = read_manifest(copy)
    assert after.events > before.events
    town.register.restore(copy, lambda e: e.open_with_recovery(" ".join(town.groups))[0])
    again = town.unlock()
    assert STREET not in everything_kept(again)
    assert_nothing_ties(again, person, dwelling)
    town.end()


def assert_nothing_ties(office: Office, person: PersonId, dwelling: DwellingId) -> None:
    """Search, rows, history and documents know her name and the dwelling, never together."""
    for hit in office.search.find(CANARY_NAME):
        assert hit.ref.kind in {"person", "application", "document"}
        assert "Ødegårdsvegen" not in hit.detail
    address = office.dwellings.get(dwelling).draft.address
    assert {hit.ref.kind for hit in office.search.find(address)} == {"dwelling"}
    for event in office.history.of(Ref("dwelling", dwelling)):
        for change in office.history.changes(event.id):
            assert CANARY_NAME not in f"{change.before} {change.after}"
            assert change.column not in {"person", "tenant", "applicant"} or change.redacted
    for row in office.letters.rows():
        if row.name.endswith(CANARY_NAME):
            assert codes(lambda at=row.document.id: office.letters.content(at), of=NotFound) == [  # type: ignore[misc]  # bound at once
                "document_not_kept"
            ]
    assert office.leases.of_person(person) == ()
