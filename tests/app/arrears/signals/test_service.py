"""Signals are written, found, closed and opened again; nobody is on the list twice (P2, 4c)."""

from datetime import date, timedelta

import pytest

from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalSource,
)
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import PersonId
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
from app.people.model import AddressProtection
from tests.app.arrears.signals.tenants import housed, owes, pays, with_child
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
NOISE = SignalDraft(
    EarlySignalKind.NEIGHBOUR_CONTACT,
    TODAY - timedelta(days=3),
    SignalSource.NEIGHBOUR,
    "Hun over gangen har ikke sett ham på to uker.",
)


class Filed:
    """Petitions to the namsfogd, as evictions tells of them."""

    def __init__(self, *people: PersonId) -> None:
        self.people = people

    def open_petition(self, person: PersonId) -> bool:
        return person in self.people


@pytest.fixture
def kari(office: Office) -> PersonId:
    return registered_person(office)


def test_4c_a_signal_shows_source_and_date(office: Office, kari: PersonId) -> None:
    office.early_signals.add(kari, NOISE)
    (found,) = office.early_signals.of(kari)
    assert (found.kind, found.seen_on, found.source) == (
        NOISE.kind,
        NOISE.seen_on,
        NOISE.source,
    )
    assert found.words == NOISE.words
    assert office.early_signals.standing(kari).level is SignalLevel.NOTE


def test_what_is_wrong_is_refused_and_nothing_is_kept(office: Office, kari: PersonId) -> None:
    with pytest.raises(Invalid):
        office.early_signals.add(kari, SignalDraft())
    with pytest.raises(NotFound):
        office.early_signals.add(PersonId(4711), NOISE)
    assert office.early_signals.rows() == ()


def test_4c_a_signal_is_closed_with_an_outcome_and_opened_again(
    office: Office, kari: PersonId
) -> None:
    office.early_signals.add(kari, NOISE)
    (signal,) = office.early_signals.of(kari)
    with pytest.raises(Invalid):
        office.early_signals.close(signal, None)
    with pytest.raises(OfficeError):
        office.early_signals.reopen(signal)
    office.early_signals.close(signal, SignalOutcome.SOLVED, "Han var på ferie.")
    assert office.early_signals.standing(kari).level is SignalLevel.NONE
    (closed,) = office.early_signals.of(kari)
    assert closed.state is not None
    assert (closed.open, closed.state.outcome) == (False, SignalOutcome.SOLVED)
    with pytest.raises(OfficeError):
        office.early_signals.close(closed, SignalOutcome.SOLVED)
    office.early_signals.reopen(closed)
    assert office.early_signals.standing(kari).level is SignalLevel.NOTE


def test_a_closing_can_be_undone(office: Office, kari: PersonId) -> None:
    office.early_signals.add(kari, NOISE)
    (signal,) = office.early_signals.of(kari)
    office.early_signals.close(signal, SignalOutcome.NO_GROUND)
    office.history.undo()
    assert office.early_signals.standing(kari).level is SignalLevel.NOTE


def test_a_signal_is_put_right(office: Office, kari: PersonId) -> None:
    written = office.early_signals.add(kari, NOISE)
    right = SignalDraft(EarlySignalKind.POWER_CUT, TODAY, SignalSource.POWER_COMPANY)
    office.early_signals.correct(written, right)
    assert office.early_signals.get(written).kind is EarlySignalKind.POWER_CUT
    with pytest.raises(NotFound):
        office.early_signals.get(4711)


def test_p2_late_rent_is_found_by_itself_and_gone_when_it_is_paid(office: Office) -> None:
    home = housed(office)
    owes(office, home.lease, date(2026, 11, 2))
    (late,) = office.early_signals.of(home.tenant)
    assert (late.kind, late.source) == (EarlySignalKind.LATE_RENT, SignalSource.ACCOUNT)
    assert (late.seen_on, late.id) == (date(2026, 11, 3), None)
    pays(office, home.lease, date(2026, 11, 20), 3000)
    (part,) = office.early_signals.of(home.tenant)
    assert part.kind is EarlySignalKind.PART_PAYMENT
    pays(office, home.lease, date(2026, 11, 21), 5200)
    assert office.early_signals.of(home.tenant) == ()


def test_p2_two_missed_rents_are_amber(office: Office) -> None:
    home = housed(office)
    owes(office, home.lease, date(2026, 10, 1))
    assert office.early_signals.standing(home.tenant).level is SignalLevel.NOTE
    owes(office, home.lease, date(2026, 11, 2))
    standing = office.early_signals.standing(home.tenant)
    assert standing.level is SignalLevel.YELLOW
    assert [each.seen_on.month for each in standing.because] == [10, 11]
    assert [row.person for row in office.early_signals.due()] == [home.tenant]


def test_what_the_register_found_can_be_closed_and_is_kept_once(office: Office) -> None:
    home = housed(office)
    owes(office, home.lease, date(2026, 11, 2))
    (late,) = office.early_signals.of(home.tenant)
    office.early_signals.close(late, SignalOutcome.MEASURE_STARTED, "Trekk fra lønn er avtalt.")
    (kept,) = office.early_signals.of(home.tenant)
    assert (kept.open, kept.found) == (False, late.found)
    assert office.early_signals.rows() == ()


def test_4c_three_missed_visits_are_found(office: Office, kari: PersonId) -> None:
    for offset in (9, 6, 2):
        day = TODAY - timedelta(days=offset)
        missed = ContactNoteDraft(day, ContactChannel.HOME_VISIT, ContactOutcome.NOT_REACHED)
        office.contact_notes.add(kari, missed)
    (found,) = office.early_signals.of(kari)
    assert (found.kind, found.seen_on) == (
        EarlySignalKind.NO_CONTACT,
        TODAY - timedelta(days=2),
    )


def test_4c_a_lease_that_runs_out_without_a_plan_is_found(office: Office) -> None:
    home = housed(office, end=date(2027, 3, 31))
    (found,) = office.early_signals.of(home.tenant)
    assert found.kind is EarlySignalKind.LEASE_ENDING_NO_PLAN
    assert found.source is SignalSource.LEASE
    assert office.early_signals.of(home.tenant, date(2026, 9, 29)) == ()


def test_4c_a_petition_is_red_and_stands_first_and_children_before_others(
    office: Office,
) -> None:
    calm = registered_person(office, given_name="Anne", national_id="")
    urgent = registered_person(office, given_name="Berit", national_id="")
    parent = registered_person(office, given_name="Cato", national_id="")
    with_child(office, parent)
    for person in (calm, urgent, parent):
        office.early_signals.add(person, NOISE)
    office.early_signals.know_petitions(Filed(urgent))
    rows = office.early_signals.rows()
    assert [row.person for row in rows] == [urgent, parent, calm]
    assert [row.standing.level for row in rows] == [
        SignalLevel.RED,
        SignalLevel.NOTE,
        SignalLevel.NOTE,
    ]
    assert rows[1].standing.children == 1


def test_adr_05_the_words_go_when_the_address_must(office: Office, kari: PersonId) -> None:
    office.early_signals.add(kari, NOISE)
    (signal,) = office.early_signals.of(kari)
    office.early_signals.close(signal, SignalOutcome.SOLVED, "Bor hos søsteren i Testveien 4.")
    assert {held.ref.kind for held in office.early_signals.holding(frozenset({kari}))} == {
        "early_signal",
        "early_signal_state",
    }
    office.people.shield(kari, "Politiet", "Perm 1")
    assert office.people.get(kari).protection is AddressProtection.STRICTLY_CONFIDENTIAL
    found: tuple[EarlySignal, ...] = office.early_signals.of(kari)
    assert [each.words for each in found] == [""]


def test_signals_follow_when_two_records_are_one(office: Office, kari: PersonId) -> None:
    other = registered_person(office, national_id="")
    office.early_signals.add(other, NOISE)
    office.people.join(kari, other)
    assert [each.kind for each in office.early_signals.of(kari)] == [NOISE.kind]


def test_a_day_that_has_been_tells_the_same_of_one_as_of_everyone(office: Office) -> None:
    """What is asked of one person alone is worked out from her alone."""
    ends, late, silent = (
        housed(office, TODAY + timedelta(days=60)),
        housed(office, given_name="Siv", national_id=""),
        registered_person(office, given_name="Roar", national_id=""),
    )
    owes(office, late.lease, date(2026, 9, 1))
    pays(office, late.lease, date(2026, 9, 20), 3000)
    owes(office, late.lease, date(2026, 10, 1))
    office.early_signals.add(late.tenant, NOISE)
    missed = ContactNoteDraft(
        TODAY - timedelta(days=20), ContactChannel.PHONE, ContactOutcome.NOT_REACHED, ""
    )
    for _ in range(6):
        office.contact_notes.add(silent, missed)
    people = (ends.tenant, late.tenant, silent)
    seen: set[EarlySignalKind] = set()
    for back in (1, 2, 4, 30, 50, 70, 200):
        day = TODAY - timedelta(days=back)
        everyone = office.early_signals._every(day)
        for person in people:
            found = office.early_signals.of(person, day)
            assert found == everyone.get(person, ())
            seen |= {each.kind for each in found}
    assert {
        EarlySignalKind.LATE_RENT,
        EarlySignalKind.PART_PAYMENT,
        EarlySignalKind.LEASE_ENDING_NO_PLAN,
        EarlySignalKind.NEIGHBOUR_CONTACT,
    } <= seen
