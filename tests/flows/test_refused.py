"""A no: said with its reasons, and open to appeal from the day it arrived."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.applications.model import ApplicationState
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import Ref, VedtakId
from app.decisions.model import VedtakState
from app.letters.model import DocumentState
from tests.app.decisions.desk import a_refusal
from tests.flows.town import Town, codes


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """An office with nothing but its first person."""
    return Town.founded(tmp_path)


def refused(town: Town) -> VedtakId:
    """An application answered with no."""
    return town.decide(town.apply(received_on=date(2026, 11, 2)), a_refusal())


def test_a_no_needs_its_ground_its_reasons_and_a_way_on(town: Town) -> None:
    application = town.apply()
    decisions = town.office.decisions
    vedtak = decisions.draft(application)
    bare = replace(a_refusal(), refusal_ground=None, rules_text="", facts_text=" ", other_means=())
    decisions.save_draft(vedtak, replace(bare, guidance_text=""))

    assert set(codes(lambda: decisions.issue(vedtak), of=Invalid)) == {
        "reasons_rules_missing",
        "reasons_facts_missing",
        "refusal_ground_missing",
        "guidance_missing",
    }
    assert town.office.applications.get(application).state is ApplicationState.RECEIVED
    assert town.office.letters.to_send() == ()


def test_a_no_is_final_keeps_its_paper_and_gives_no_place_on_the_list(town: Town) -> None:
    vedtak = refused(town)
    office, case = town.office, Ref("vedtak", vedtak)
    known = office.decisions.get(vedtak)

    assert office.applications.get(known.application).state is ApplicationState.REFUSED
    assert office.allocation.waiting_list() == ()
    assert codes(office.history.undo, of=OfficeError) == ["undo_final"]
    again = codes(lambda: office.decisions.draft(known.application), of=Conflict)
    assert again == ["application_decided"]
    assert office.letters.content(town.letter(case)).startswith(b"%PDF")
    assert codes(lambda: office.leases.prepare(vedtak=vedtak), of=OfficeError) == [
        "vedtak_not_granted"
    ]


def test_the_appeal_runs_from_arrival_and_stops_when_the_letter_comes_back(town: Town) -> None:
    vedtak = refused(town)
    decisions, letters = town.office.decisions, town.office.letters
    document = town.letter(Ref("vedtak", vedtak))

    assert decisions.appeal_deadline(vedtak) is None, "made is not sent"
    town.send(document)
    assert decisions.state(vedtak) is VedtakState.NOTIFIED
    expected = decisions.appeal_deadline(vedtak)
    assert expected is not None, "sent counts from the day it is reckoned to arrive"

    town.later(2)
    letters.returned(document, town.clock.today(), "Flyttet")
    assert letters.state(document) is DocumentState.RETURNED
    assert decisions.state(vedtak) is VedtakState.ISSUED, "what came back has reached nobody"
    assert document in [row.id for row in letters.to_send()]

    town.send(document)
    town.later(4)
    letters.arrived(document, town.clock.today())
    real = decisions.appeal_deadline(vedtak)
    assert real is not None
    assert real.nominal == town.clock.today() + timedelta(weeks=3)
    assert real.moved == real.nominal + timedelta(days=1), "a Sunday gives her the Monday"
    town.later(22)
    assert decisions.state(vedtak) is VedtakState.NOTIFIED
    town.later(1)
    assert decisions.state(vedtak) is VedtakState.SETTLED
