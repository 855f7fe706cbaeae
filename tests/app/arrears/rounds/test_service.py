"""The monthly round: whom to ring, and what came of it (job 8)."""

from datetime import date, timedelta

import pytest

from app.arrears.model import Tenancy
from app.arrears.rounds.model import CallDraft, CallResult
from app.arrears.steps.model import ArrearsStepKind
from app.core.errors import Invalid
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
from tests.app.arrears.signals.tenants import housed, owes

TODAY = date(2026, 11, 23)
TALKED = CallDraft(CallResult.REACHED, "Bostøtten er stanset. Ringer Nav i morgen.")


@pytest.fixture
def home(office: Office) -> Tenancy:
    """Somebody who owes the rent of November."""
    found = housed(office, interpreter_language="somali")
    owes(office, found.lease, date(2026, 11, 2))
    return found


def test_who_owes_is_on_the_list_with_phone_and_interpreter(office: Office, home: Tenancy) -> None:
    (row,) = office.arrears_rounds.call_list()
    assert (row.lease, row.late_on) == (home.lease, date(2026, 11, 3))
    assert (row.phone, row.interpreter, row.last) == ("99 99 99 99", "somali", None)


def test_one_reached_since_the_rent_was_late_is_not_rung_again(
    office: Office, home: Tenancy
) -> None:
    before = ContactNoteDraft(
        date(2026, 11, 1), ContactChannel.PHONE, ContactOutcome.REACHED, "Alt i orden."
    )
    office.contact_notes.add(home.tenant, before)
    (row,) = office.arrears_rounds.call_list()
    assert row.last is not None
    assert row.last.words == "Alt i orden."
    office.arrears_rounds.called(home.lease, TALKED)
    assert office.arrears_rounds.call_list() == ()


def test_a_call_is_a_note_and_a_step_in_one_and_undone_as_one(
    office: Office, home: Tenancy
) -> None:
    promised = CallDraft(
        CallResult.AGREED_NEW, "Betaler fredag.", follow_up_on=TODAY + timedelta(days=4)
    )
    office.arrears_rounds.called(home.lease, promised)
    (note,) = office.contact_notes.of(home.tenant)
    assert note.now.outcome is ContactOutcome.AGREED_NEW
    assert note.now.follow_up_on == promised.follow_up_on
    (step,) = office.arrears_steps.of(home.lease)
    assert (step.kind, step.spoke, step.round) == (ArrearsStepKind.CALL, True, "2026-11")
    office.history.undo()
    assert office.contact_notes.of(home.tenant) == ()
    assert office.arrears_steps.of(home.lease) == ()


def test_one_who_does_not_answer_stays_on_the_list(office: Office, home: Tenancy) -> None:
    office.arrears_rounds.called(home.lease, CallDraft(CallResult.NOT_REACHED))
    assert [row.lease for row in office.arrears_rounds.call_list()] == [home.lease]


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        (CallDraft(), ["call_result_missing"]),
        (CallDraft(CallResult.REACHED), ["contact_words_missing"]),
        (CallDraft(CallResult.AGREED_NEW, "Betaler."), ["call_follow_up_missing"]),
        (
            CallDraft(CallResult.LEFT_MESSAGE, "x" * 4001, TODAY - timedelta(days=1)),
            ["contact_words_too_long", "contact_follow_up_before"],
        ),
    ],
)
def test_what_is_missing_stands_beside_its_field(
    office: Office, home: Tenancy, draft: CallDraft, codes: list[str]
) -> None:
    with pytest.raises(Invalid) as refused:
        office.arrears_rounds.called(home.lease, draft)
    assert [each.code for each in refused.value.problems] == codes
    assert office.contact_notes.of(home.tenant) == ()


def test_with_children_stand_before_others_as_in_the_list_of_arrears(
    office: Office, home: Tenancy
) -> None:
    other = housed(office, given_name="Berit", national_id="")
    owes(office, other.lease, date(2026, 11, 2), 4000)
    rows = office.arrears_rounds.call_list()
    ranked = [row.tenancy.lease for row in office.arrears_steps.proposals()]
    assert [row.lease for row in rows] == ranked
