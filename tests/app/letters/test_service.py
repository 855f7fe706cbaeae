"""Issue, keep, send, and say what came of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.dated import Starts
from app.core.errors import Conflict, FileProblem, Invalid, NotFound, OfficeError
from app.core.ids import DocumentId, Ref
from app.letters.model import Channel, Counting, DocumentKind, DocumentState
from app.letters.service import Letters
from app.office import Office
from app.settings.rule_files import load_parameters
from app.storage.database import Database
from app.storage.history import History
from tests.app.letters.documents import CASE, LETTER, PDF, PNG, issued_letter
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


@pytest.fixture
def letters(db: Database) -> Letters:
    """The slice on a register of its own."""
    return Letters(db)


def codes(caught: pytest.ExceptionInfo[Invalid]) -> list[str]:
    """What was wrong."""
    return [problem.code for problem in caught.value.problems]


def test_an_issued_letter_is_kept_byte_for_byte(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    assert letters.content(document) == letters.preview(LETTER)
    issued = letters.get(document)
    assert (issued.number, issued.pages, issued.case) == ("B-2026-1", 1, CASE)
    assert issued.issued_at == LETTER.issued


def test_an_issued_letter_is_never_undone(office: Office, db: Database) -> None:
    issued_letter(db)
    with pytest.raises(OfficeError) as caught:
        office.history.undo()
    assert caught.value.code == "undo_final"


def test_a_letter_without_a_required_part_is_refused_and_nothing_is_kept(
    letters: Letters, db: Database
) -> None:
    with pytest.raises(Invalid) as caught, db.unit("letter.issued") as unit:
        letters.issue(
            unit,
            replace(LETTER, requires=("DOC-06 mottatt", "DOC-06 når")),
            kind=DocumentKind.PRELIMINARY_REPLY,
            number="B-2026-1",
            case=CASE,
            person=None,
            to_send=True,
        )
    assert codes(caught) == ["missing_part"]
    assert letters.of(CASE) == ()


def test_a_number_is_given_once(letters: Letters, db: Database) -> None:
    assert letters.next_number("B", 2026) == "B-2026-1"
    issued_letter(db, number="B-2026-9")
    issued_letter(db, number="B-2026-10")
    assert letters.next_number("B", 2026) == "B-2026-11"
    assert letters.next_number("B", 2027) == "B-2027-1"
    with pytest.raises(Conflict) as caught:
        issued_letter(db, number="B-2026-9")
    assert caught.value.code == "document_number_taken"


def test_a_letter_for_a_hidden_address_leaves_only_its_digest(
    letters: Letters, db: Database
) -> None:
    with db.unit("letter.issued") as unit:
        paper = letters.issue_on_paper(
            unit,
            replace(LETTER, recipient=()),
            kind=DocumentKind.PRELIMINARY_REPLY,
            number="B-2026-1",
            case=CASE,
            person=None,
            to_send=True,
        )
    assert paper.content.startswith(b"%PDF-1.7")
    assert not letters.get(paper.id).kept
    with pytest.raises(NotFound) as caught:
        letters.content(paper.id)
    assert caught.value.code == "document_not_kept"
    assert [row.id for row in letters.to_send()] == [paper.id]


def test_content_that_does_not_answer_to_its_digest_is_not_shown(
    letters: Letters, db: Database
) -> None:
    document = issued_letter(db)
    with db.unit("test.tampered") as unit:
        unit.delete("document_content", document)
        unit.insert("document_content", id=document, content=b"%PDF-1.7 noe annet")
    with pytest.raises(FileProblem) as caught:
        letters.content(document)
    assert caught.value.code == "document_damaged"


def test_a_letter_waits_under_skal_sendes_until_it_is_sent(
    letters: Letters, office: Office, db: Database
) -> None:
    person = registered_person(office, family_name="Prøvland")
    document = issued_letter(db, person=person)
    issued_letter(db, number="B-2026-2", to_send=False)
    (row,) = letters.to_send()
    assert (row.id, row.name, row.issued_on) == (document, "Kari Prøvland", TODAY)
    letters.sent(document, TODAY, Channel.REGISTERED_LETTER, "RR 1234 5678 9 NO")
    assert letters.to_send() == ()
    assert letters.state(document) is DocumentState.DISPATCHED


def test_a_letter_that_came_back_waits_again(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    letters.returned(document, TODAY, "flyttet")
    assert letters.state(document) is DocumentState.RETURNED
    assert [row.returned_on for row in letters.to_send()] == [TODAY]
    letters.sent(document, TODAY, Channel.DELIVERED_BY_HAND, "levert på døra")
    assert letters.state(document) is DocumentState.DISPATCHED
    assert letters.of(CASE)[0].channel is Channel.DELIVERED_BY_HAND


def test_sending_needs_a_day_that_can_be_and_a_proof(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    with pytest.raises(Invalid) as caught:
        letters.sent(document, TODAY + timedelta(days=1), Channel.LETTER, " ")
    assert codes(caught) == ["day_in_future", "proof_missing"]
    with pytest.raises(Invalid) as caught:
        letters.sent(document, TODAY - timedelta(days=1), Channel.LETTER, "postlagt")
    assert codes(caught) == ["sent_before_issued"]
    assert letters.dispatches(document) == ()


def test_arrival_replaces_the_assumed_day_and_may_be_corrected(
    letters: Letters, db: Database, clock: FixedClock
) -> None:
    parameters = load_parameters()
    document = issued_letter(db)
    assert letters.counted_from(document, Starts.ARRIVED, parameters) == Counting(None)
    letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    assumed = letters.counted_from(document, Starts.ARRIVED, parameters)
    assert assumed == Counting(date(2026, 11, 26), assumed=True)
    clock.at += timedelta(days=10)
    letters.arrived(document, date(2026, 11, 30))
    letters.arrived(document, date(2026, 12, 1))
    letters.arrived(document, date(2026, 12, 1))  # opened to be corrected, and left as it was
    known = letters.counted_from(document, Starts.ARRIVED, parameters)
    assert known == Counting(date(2026, 12, 1))
    assert letters.state(document) is DocumentState.ARRIVED
    assert letters.of(CASE)[0].arrived_on == date(2026, 12, 1)


def test_a_letter_cannot_arrive_before_it_is_sent(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    with pytest.raises(Conflict) as conflict:
        letters.arrived(document, TODAY)
    assert conflict.value.code == "document_not_sent"
    letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    with pytest.raises(Invalid) as caught:
        letters.arrived(document, TODAY - timedelta(days=1))
    assert codes(caught) == ["outcome_before_sent"]


def test_an_annulled_letter_is_not_sent(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    with pytest.raises(Invalid):
        letters.annul(document, " ")
    letters.annul(document, "feil mottaker")
    assert letters.to_send() == ()
    assert letters.of(CASE)[0].state is DocumentState.ANNULLED
    with pytest.raises(Conflict) as caught:
        letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    assert caught.value.code == "document_annulled"


def test_a_superseded_letter_names_the_one_that_holds(letters: Letters, db: Database) -> None:
    old, new = issued_letter(db), issued_letter(db, number="B-2026-2")
    with pytest.raises(Conflict):
        letters.supersede(old, old, "feil dato")
    letters.supersede(old, new, "feil dato")
    assert letters.state(old) is DocumentState.SUPERSEDED
    assert [row.id for row in letters.to_send()] == [new]


def test_the_first_day_a_kind_went_out_on_a_case(letters: Letters, db: Database) -> None:
    document = issued_letter(db)
    kind = DocumentKind.PRELIMINARY_REPLY
    assert letters.sent_on(CASE, kind) is None
    letters.sent(document, TODAY, Channel.LETTER, "postlagt")
    assert letters.sent_on(CASE, kind) == TODAY
    letters.annul(document, "feil mottaker")
    assert letters.sent_on(CASE, kind) is None


def test_a_signed_scan_is_kept_on_its_lease(letters: Letters) -> None:
    lease = Ref("lease", 3)
    scan = letters.receive(
        lease, None, PDF, "application/pdf", " Signert leieavtale ", DocumentKind.SIGNED_LEASE
    )
    photo = letters.receive(lease, None, PNG, "image/png", "Side 2")
    assert letters.content(scan) == PDF
    assert [(row.number, row.title) for row in letters.of(lease)] == [
        ("M-2026-2", "Side 2"),
        ("M-2026-1", "Signert leieavtale"),
    ]
    assert letters.get(photo).pages == 1
    with pytest.raises(Conflict) as caught:
        letters.sent(scan, TODAY, Channel.LETTER, "postlagt")
    assert caught.value.code == "document_not_ours"


def test_a_paper_that_is_no_scan_is_refused(letters: Letters) -> None:
    with pytest.raises(Invalid) as caught:
        letters.receive(CASE, None, b"PK\x03\x04", "application/pdf", "")
    assert codes(caught) == ["paper_not_as_named", "title_missing"]


def test_what_is_not_there_is_not_found(letters: Letters) -> None:
    with pytest.raises(NotFound):
        letters.state(DocumentId(99))


def test_no_repr_tells_who_a_letter_is_for(letters: Letters, office: Office, db: Database) -> None:
    document = issued_letter(db, person=registered_person(office, family_name="Prøvland"))
    letters.sent(document, TODAY, Channel.LETTER, "levert i Testbakken 12")
    shown = f"{letters.get(document)}{letters.dispatches(document)}{letters.of(CASE)}"
    assert "Testbakken" not in shown
    assert "Prøvland" not in f"{shown}{letters.to_send()}"


def test_shielding_removes_documents_with_content_and_history(
    letters: Letters, office: Office, db: Database
) -> None:
    person, other = registered_person(office), registered_person(office, national_id="")
    document = issued_letter(db, person=person)
    kept = issued_letter(db, person=other, number="B-2026-2")
    letters.supersede(kept, document, "Testbakken 12 var feil")
    letters.sent(document, TODAY, Channel.LETTER, "levert i Testbakken 12")
    removed = dict(office.people.shield(person, "politiet", "Mappe 7").removed)
    assert removed == {"dispatch": 1, "document": 1, "document_content": 1, "person_address": 1}
    assert [row.id for row in letters.of(CASE)] == [kept]
    assert office.history.verify() is None
    assert letters.holding(frozenset({person})) == ()


def test_documents_of_a_record_that_was_joined_are_the_persons_own(
    letters: Letters, office: Office, db: Database
) -> None:
    kept, double = registered_person(office), registered_person(office, national_id="")
    issued_letter(db, person=double)
    office.people.join(kept, double)
    assert {held.person for held in letters.holding(frozenset({kept}))} == {kept}
    assert len(letters.holding(frozenset({kept}))) == 2


def test_every_document_stands_in_one_list_with_whose_it_is(db: Database) -> None:
    issued_letter(db)
    (row,) = Letters(db).rows()
    assert row.document.state is DocumentState.FINISHED
    assert row.to_send


def test_a_copy_outside_the_register_is_noted(db: Database) -> None:
    document = issued_letter(db)
    letters = Letters(db)
    letters.copied(document)
    verbs = [event.verb for event in History(db).of(Ref("document", document))]
    assert verbs[0] == "document.copied"
