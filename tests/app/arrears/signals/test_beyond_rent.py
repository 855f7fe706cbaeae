"""Who stands yellow for more than unpaid rent, read without the others."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.arrears.signals.model import (
    EarlySignalKind,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalSource,
)
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.office import Office
from tests.app.arrears.signals.tenants import housed, owes
from tests.factories import a_person

TODAY = date(2026, 11, 23)
SEEN = st.lists(
    st.tuples(
        st.integers(0, 90),
        st.sampled_from([EarlySignalKind.LATE_RENT, EarlySignalKind.DAMAGE_OR_PESTS]),
        st.booleans(),
    ),
    max_size=3,
)
DUE = st.lists(st.integers(1, 100), max_size=2, unique=True)
ENDS = st.none() | st.integers(-20, 250).map(lambda days: TODAY + timedelta(days=days))


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(SEEN, DUE, ENDS, st.integers(0, 4), st.booleans())
def test_it_is_what_the_whole_list_has(
    office: Office,
    seen: list[tuple[int, EarlySignalKind, bool]],
    due: list[int],
    end: date | None,
    missed: int,
    closes_late_rent: bool,
) -> None:
    home = housed(office, end, national_id="")
    for days in due:
        owes(office, home.lease, TODAY - timedelta(days=days))
    for days, kind, closed in seen:
        draft = SignalDraft(kind, TODAY - timedelta(days=days), SignalSource.NEIGHBOUR)
        made = office.early_signals.add(home.tenant, draft)
        if closed:
            signal = office.early_signals.get(made)
            office.early_signals.close(signal, SignalOutcome.SOLVED)
    for days in range(missed):
        told = ContactNoteDraft(
            TODAY - timedelta(days=days), ContactChannel.PHONE, ContactOutcome.NOT_REACHED
        )
        office.contact_notes.add(home.tenant, told)
    if closes_late_rent:
        for signal in office.early_signals.of(home.tenant):
            if signal.found and signal.open:
                office.early_signals.close(signal, SignalOutcome.NO_GROUND)
                break
    for day in (TODAY, TODAY - timedelta(days=30)):
        everyone = office.early_signals.rows(day)
        expected = {
            row.person: row.standing
            for row in everyone
            if row.standing.level is SignalLevel.YELLOW and not row.standing.of_rent_alone
        }
        assert office.early_signals.beyond_rent(day) == expected
        named = office.early_signals.named(list(expected), day)
        assert named == tuple(row for row in everyone if row.person in expected)


def test_nobody_with_one_sign_alone_is_worked_out(office: Office) -> None:
    person = office.people.register(a_person(national_id="", address=None))
    draft = SignalDraft(EarlySignalKind.DAMAGE_OR_PESTS, TODAY, SignalSource.NEIGHBOUR)
    office.early_signals.add(person, draft)
    assert office.early_signals._heavy(TODAY) == frozenset()
    office.early_signals.add(person, draft)
    assert office.early_signals._heavy(TODAY) == {person}
