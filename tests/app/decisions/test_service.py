"""Vedtak: drafted, checked, issued once and for all, and open to appeal."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from app.applications.model import ApplicationState
from app.core.errors import Conflict, Invalid, OfficeError
from app.core.ids import DocumentId, Ref
from app.decisions.model import Condition, VedtakResult, VedtakState
from app.dwellings.model import DwellingStatus
from app.letters.model import Channel, OnPaper
from app.office import Office
from app.people.model import AddressProtection
from tests.app.decisions.desk import CONDITIONS, Desk, a_grant, a_refusal


def test_a_draft_is_prefilled_and_there_is_one_at_a_time(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.decisions.draft(desk.application)
    known = desk.decisions.get(vedtak)
    assert known.number == "V2026-001"
    assert known.draft.term_months == 36
    assert known.draft.dwelling_words == "2 soverom"
    assert known.draft.appeal_body == "Lia kommunale klagenemnd"
    assert desk.decisions.draft(desk.application) == vedtak


def test_what_is_saved_is_read_back_and_conditions_keep_who_they_are(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.decisions.draft(desk.application)
    desk.decisions.save_draft(vedtak, a_grant())
    first = desk.decisions.get(vedtak).draft.conditions
    changed = (replace(first[1], link="Ny grunn."), Condition("Ny plikt", "Ny grunn."))
    desk.decisions.save_draft(vedtak, a_grant(conditions=changed))
    after = desk.decisions.get(vedtak).draft
    assert after.conditions[0].id == first[1].id
    assert [condition.link for condition in after.conditions] == ["Ny grunn.", "Ny grunn."]
    assert replace(after, conditions=()) == a_grant(conditions=())


def test_a_grant_is_one_unit_that_settles_everything(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted(dwelling=desk.dwelling, conditions=CONDITIONS)
    before = office.history.head().events
    document = desk.decisions.issue(vedtak)
    assert office.history.head().events == before + 1
    assert office.history.latest()[0].final
    assert desk.decisions.get(vedtak).state is VedtakState.ISSUED
    assert desk.applications.get(desk.application).state is ApplicationState.ALLOCATED
    allocated = desk.allocation.dwelling_for(vedtak)
    assert allocated is not None
    assert allocated.dwelling == desk.dwelling
    assert [row.id for row in desk.letters.to_send()] == [document]
    assert desk.decisions.answered([desk.application]) == {desk.application: date(2026, 11, 23)}
    assert dict(desk.decisions.get(vedtak).rule_versions)["fvl.complaint_weeks"] == date(1970, 1, 1)


def test_a_grant_without_a_dwelling_waits_for_one(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted()
    desk.decisions.issue(vedtak)
    assert desk.applications.get(desk.application).state is ApplicationState.GRANTED_WAITING
    assert [place.row.id for place in desk.allocation.waiting_list()] == [desk.application]


@pytest.mark.parametrize(
    ("result", "state"),
    [
        (VedtakResult.REFUSED, ApplicationState.REFUSED),
        (VedtakResult.DISMISSED, ApplicationState.DISMISSED),
    ],
)
def test_a_no_ends_the_application(
    office: Office, result: VedtakResult, state: ApplicationState
) -> None:
    desk = Desk(office)
    vedtak = desk.decisions.draft(desk.application)
    desk.decisions.save_draft(vedtak, a_refusal(result=result))
    desk.decisions.issue(vedtak)
    assert desk.applications.get(desk.application).state is state
    with pytest.raises(Conflict) as caught:
        desk.decisions.draft(desk.application)
    assert caught.value.code == "application_decided"


def test_nothing_issued_changes(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted(conditions=CONDITIONS)
    desk.decisions.issue(vedtak)
    for act in (
        lambda: desk.decisions.save_draft(vedtak, a_refusal()),
        lambda: desk.decisions.discard(vedtak),
        lambda: desk.decisions.issue(vedtak),
    ):
        with pytest.raises(OfficeError) as caught:
            act()
        assert caught.value.code == "vedtak_issued"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vedtak SET term_months = 12",
        "UPDATE vedtak SET result = 'refused'",
        "UPDATE vedtak_condition SET link = 'annet'",
        "DELETE FROM vedtak_condition",
        "INSERT INTO vedtak_condition (vedtak, duty, link) VALUES (1, 'a', 'b')",
        "DELETE FROM vedtak",
    ],
)
def test_the_register_itself_refuses_to_change_what_is_issued(office: Office, sql: str) -> None:
    desk = Desk(office)
    desk.decisions.issue(desk.drafted(conditions=CONDITIONS))
    with pytest.raises(sqlite3.IntegrityError, match="never changes"), office.unit("x") as unit:
        unit.execute(sql)


def test_the_appeal_runs_from_arrival_and_settles_the_vedtak(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted()
    document = desk.decisions.issue(vedtak)
    assert isinstance(document, int)
    assert desk.decisions.appeal_deadline(vedtak) is None
    assert desk.decisions.state(vedtak) is VedtakState.ISSUED
    desk.letters.sent(DocumentId(document), date(2026, 11, 23), Channel.LETTER, "postlagt")
    assumed = desk.decisions.appeal_deadline(vedtak)
    assert assumed is not None
    assert assumed.start == date(2026, 11, 26)
    assert assumed.moved == date(2026, 12, 17)
    assert desk.decisions.state(vedtak) is VedtakState.NOTIFIED


def test_a_late_arrival_moves_the_last_day(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted()
    document = desk.decisions.issue(vedtak)
    assert isinstance(document, int)
    desk.letters.sent(DocumentId(document), date(2026, 11, 23), Channel.DELIVERED_BY_HAND, "x")
    deadline = desk.decisions.appeal_deadline(vedtak)
    assert deadline is not None
    assert (deadline.nominal, deadline.moved) == (date(2026, 12, 14), date(2026, 12, 14))


def test_no_appeal_runs_from_a_letter_that_came_back(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted()
    document = desk.decisions.issue(vedtak)
    assert isinstance(document, int)
    letter = DocumentId(document)
    desk.letters.sent(letter, date(2026, 11, 23), Channel.LETTER, "postlagt")
    desk.letters.returned(letter, date(2026, 11, 23), "flyttet")
    assert desk.decisions.appeal_deadline(vedtak) is None
    assert desk.decisions.state(vedtak) is not VedtakState.SETTLED, "it must go again"
    desk.letters.sent(letter, date(2026, 11, 23), Channel.DELIVERED_BY_HAND, "x")
    again = desk.decisions.appeal_deadline(vedtak)
    assert again is not None
    assert again.start == date(2026, 11, 23)


def test_a_dwelling_that_is_not_vacant_stops_the_vedtak(office: Office) -> None:
    desk = Desk(office)
    office.dwellings.change_status(
        desk.dwelling, DwellingStatus.MAINTENANCE, date(2026, 11, 20), "bad"
    )
    vedtak = desk.drafted(dwelling=desk.dwelling)
    with pytest.raises(Invalid) as caught:
        desk.decisions.issue(vedtak)
    assert [problem.code for problem in caught.value.problems] == ["dwelling_not_vacant"]
    assert desk.decisions.get(vedtak).state is VedtakState.DRAFT


def test_strictly_confidential_gets_a_paper_that_is_not_kept(office: Office) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    desk = Desk(office, protection=strict, address=None)
    vedtak = desk.drafted()
    assert desk.decisions.preview(vedtak).recipient == ()
    paper = desk.decisions.issue(vedtak)
    assert isinstance(paper, OnPaper)
    assert paper.content.startswith(b"%PDF")
    assert not desk.letters.get(paper.id).kept


def test_strictly_confidential_may_not_be_tied_to_a_dwelling(office: Office) -> None:
    desk = Desk(office, protection=AddressProtection.STRICTLY_CONFIDENTIAL, address=None)
    vedtak = desk.drafted(dwelling=desk.dwelling)
    codes = {problem.code for problem in desk.decisions.check(vedtak) if problem.blocks}
    assert codes == {"dwelling_not_to_be_kept"}


def test_a_confidential_address_is_hidden_in_the_preview_and_its_use_is_logged(
    office: Office,
) -> None:
    desk = Desk(office, protection=AddressProtection.CONFIDENTIAL)
    vedtak = desk.drafted()
    assert desk.decisions.preview(vedtak).recipient == ()
    desk.decisions.issue(vedtak)
    assert "address.shown" in [event.verb for event in office.history.latest()]


def test_shielding_takes_the_dwelling_out_of_an_issued_vedtak(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted(dwelling=desk.dwelling)
    desk.decisions.issue(vedtak)
    assert Ref("vedtak", vedtak) in office.people.places_of(desk.person)
    office.people.shield(desk.person, "politiet", "Mappe 7")
    assert desk.decisions.get(vedtak).draft.dwelling is None


def test_a_draft_can_be_thrown_away(office: Office) -> None:
    desk = Desk(office)
    desk.decisions.discard(desk.drafted(conditions=CONDITIONS))
    assert desk.decisions.rows() == ()
    office.history.undo()
    assert len(desk.decisions.rows(desk.application)) == 1
