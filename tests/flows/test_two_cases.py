"""One request, two cases: no to a dwelling, yes to help, each with its own letter (BS-08, F1)."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.applications.model import ApplicationState
from app.core.cases import CaseKind
from app.core.errors import Conflict
from app.core.ids import ApplicationId, Ref, VedtakId
from app.decisions.model import RefusalGround, VedtakState
from app.documents.parts import texts_of
from tests.app.decisions.desk import a_refusal, help_granted
from tests.flows.town import Town, codes


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """An office with nothing but its first person."""
    return Town.founded(tmp_path)


def asked_for_both(town: Town) -> tuple[ApplicationId, ApplicationId]:
    """A form that asks for a dwelling and for help."""
    dwelling = town.apply(received_on=date(2026, 11, 2))
    return dwelling, town.office.applications.open_case(dwelling, CaseKind.HOUSING_HELP)


def said(town: Town, vedtak: VedtakId) -> str:
    """What the draft's letter says."""
    document = town.office.decisions.preview(vedtak)
    return " ".join(texts_of((document.title, *document.blocks)))


def test_a_no_to_a_dwelling_leaves_the_help_to_be_decided(town: Town) -> None:
    dwelling, helped = asked_for_both(town)
    office = town.office
    draft = office.decisions.draft(dwelling)
    known = office.decisions.get(draft).draft
    no = replace(
        a_refusal(refusal_ground=RefusalGround.RESIDENCE_PERIOD),
        appeal_body=known.appeal_body,
        appeal_weeks=known.appeal_weeks,
    )
    office.decisions.save_draft(draft, no)
    assert "Annen hjelp er en egen sak" in said(town, draft)
    office.decisions.issue(draft)

    assert office.applications.get(dwelling).state is ApplicationState.REFUSED
    assert office.applications.get(helped).state is ApplicationState.RECEIVED
    assert office.decisions.rows(helped) == ()
    waiting = office.applications.unanswered()
    assert [each.row.id for each in waiting] == [helped], "the help still waits for its answer"


def test_the_help_is_granted_with_its_own_letter_and_its_own_appeal_body(town: Town) -> None:
    dwelling, helped = asked_for_both(town)
    refused = town.decide(dwelling, a_refusal())
    office = town.office
    draft = office.decisions.draft(helped)
    known = office.decisions.get(draft).draft
    assert (known.legal_basis, known.appeal_body) != ("", "Lia kommunale klagenemnd")
    office.decisions.save_draft(draft, help_granted(appeal_body=known.appeal_body))
    words = said(town, draft)
    assert known.appeal_body in words
    assert "Kommunal bolig er en egen sak" in words
    office.decisions.issue(draft)

    assert office.applications.get(helped).state is ApplicationState.GRANTED
    assert office.applications.get(dwelling).state is ApplicationState.REFUSED
    assert office.allocation.waiting_list() == (), "help gives no place on the list"
    assert len(office.letters.to_send()) == 2
    again = codes(lambda: office.decisions.draft(helped), of=Conflict)
    assert again == ["application_decided"]

    for vedtak in (refused, draft):
        town.send(town.letter(Ref("vedtak", vedtak)))
        assert office.decisions.state(vedtak) is VedtakState.NOTIFIED
    town.later(40)
    assert {office.decisions.state(each) for each in (refused, draft)} == {VedtakState.SETTLED}
