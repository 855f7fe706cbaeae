"""Cooperation agreements: written, printed, signed on a day, ended with a reason."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Conflict, Invalid, NotFound
from app.core.ids import PersonId, Ref
from app.followup.agreements.model import AgreementState
from app.followup.agreements.service import Agreements
from app.followup.levels.model import HelpLevel
from app.letters.model import DocumentKind, OnPaper
from app.office import Office
from tests.app.followup.agreements.papers import DRAFT
from tests.factories import registered_person

THREAT = replace(DRAFT, if_broken="Da mister du boligen.")


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


@pytest.fixture
def known(office: Office) -> Agreements:
    return office.agreements


def test_doc_10_an_agreement_lives_from_draft_to_end(
    office: Office, known: Agreements, kari: PersonId
) -> None:
    made = known.write(kari, DRAFT)
    assert known.get(made).state is AgreementState.DRAFT
    assert known.get(made).draft == DRAFT
    known.sign(made)
    running = known.running(kari)
    assert running is not None
    assert running.signed_on == office.clock.today()
    known.end(made, "Personen vil ikke ha den lenger")
    assert known.running(kari) is None
    ended = known.get(made)
    assert (ended.state, ended.reason) == (AgreementState.ENDED, "Personen vil ikke ha den lenger")


def test_doc_10_a_threat_is_not_even_kept(known: Agreements, kari: PersonId) -> None:
    with pytest.raises(Invalid):
        known.write(kari, THREAT)
    assert known.of(kari) == ()


def test_a_draft_is_written_on(known: Agreements, kari: PersonId) -> None:
    first = known.write(kari, replace(DRAFT, purpose=""))
    assert known.write(kari, replace(DRAFT, purpose="  Ro hjemme ")) == first
    assert known.get(first).draft.purpose == "Ro hjemme"
    known.write(kari, replace(DRAFT, purpose="Ro hjemme"))
    assert len(known.of(kari)) == 1


def test_bad_input_is_told(office: Office, known: Agreements, kari: PersonId) -> None:
    """A person who is not in the register, a half draft, a day ahead, an end without a reason."""
    with pytest.raises(NotFound):
        known.write(PersonId(999), DRAFT)
    with pytest.raises(NotFound):
        known.get(999)
    made = known.write(kari, replace(DRAFT, visits=""))
    with pytest.raises(Invalid):
        known.sign(made)
    known.write(kari, DRAFT)
    with pytest.raises(Conflict):
        known.end(made, "Grunn")
    for day in (timedelta(days=1), timedelta(days=-1)):
        with pytest.raises(Invalid):
            known.sign(made, office.clock.today() + day)
    known.sign(made)
    with pytest.raises(Conflict):
        known.sign(made)
    with pytest.raises(Invalid):
        known.end(made, " ")
    for day in (timedelta(days=1), timedelta(days=-1)):
        with pytest.raises(Invalid):
            known.end(made, "Grunn", office.clock.today() + day)


def test_one_agreement_holds_at_a_time(known: Agreements, kari: PersonId) -> None:
    known.sign(known.write(kari, DRAFT))
    second = known.write(kari, replace(DRAFT, purpose="Noe nytt"))
    with pytest.raises(Conflict):
        known.sign(second)
    assert known.of(kari)[0].id == second


def test_signing_can_be_undone(office: Office, known: Agreements, kari: PersonId) -> None:
    made = known.write(kari, DRAFT)
    known.sign(made)
    office.history.undo()
    assert known.get(made).state is AgreementState.DRAFT


def test_ending_an_agreement_changes_nothing_else(
    office: Office, known: Agreements, kari: PersonId
) -> None:
    """DOC-10: level, owner and plan stay as they were."""
    office.levels.set(kari, HelpLevel.SUPPORT, "Trenger noen å ringe til")
    made = known.write(kari, DRAFT)
    known.sign(made)
    before = (office.levels.of(kari), office.owners.of(kari))
    known.end(made, "Ikke fulgt")
    assert (office.levels.of(kari), office.owners.of(kari)) == before


def test_a_new_one_has_contact_from_the_owner(
    office: Office, known: Agreements, kari: PersonId
) -> None:
    assert known.proposed(kari).contact_name == ""
    office.levels.set(kari, HelpLevel.SUPPORT, "Trenger noen å ringe til")
    assert known.proposed(kari).contact_name == "Siri Testmo"
    known.write(kari, DRAFT)
    assert known.proposed(kari) == DRAFT


def test_doc_10_the_paper_is_kept_and_the_draft_with_it(
    office: Office, known: Agreements, kari: PersonId
) -> None:
    with pytest.raises(Invalid):
        office.agreement_papers.issue(kari, THREAT)
    assert office.agreement_papers.preview(kari, DRAFT, large=True).draft
    made = office.agreement_papers.issue(kari, DRAFT)
    assert not isinstance(made, OnPaper)
    (row,) = office.letters.of(Ref("person", kari))
    assert row.kind is DocumentKind.COOPERATION_AGREEMENT
    (kept,) = known.of(kari)
    assert (kept.draft, kept.state) == (DRAFT, AgreementState.DRAFT)


def test_adr_05_shielding_takes_the_words_away(
    office: Office, known: Agreements, kari: PersonId
) -> None:
    made = known.write(kari, DRAFT)
    office.people.shield(kari, "melding", "P-1")
    kept = known.get(made).draft
    assert (kept.visits, kept.purpose, kept.we_do) == ("", "", "")
    assert kept.contact_name == "Siri Testmo"
    assert isinstance(office.agreement_papers.issue(kari, DRAFT), OnPaper)
