"""Signals stand together: a note, yellow by two in sixty days, red with a petition (P2, 4c)."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.arrears.signals import rules
from app.arrears.signals.model import (
    EarlySignal,
    EarlySignalKind,
    SignalDraft,
    SignalLevel,
    SignalOutcome,
    SignalSource,
    SignalStanding,
    SignalState,
    offered,
)
from app.core.ids import PersonId

TODAY = date(2026, 11, 23)
KARI = PersonId(1)
CLOSED = (SignalState(TODAY, SignalOutcome.SOLVED),)


def seen(day: date, number: int = 1, **changes: object) -> EarlySignal:
    signal = EarlySignal(
        KARI, EarlySignalKind.NEIGHBOUR_CONTACT, day, SignalSource.NEIGHBOUR, id=number
    )
    return replace(signal, **changes)  # type: ignore[arg-type]  # the signal's own fields


def stand(*signals: EarlySignal, petition: bool = False, children: int = 0) -> SignalStanding:
    return rules.standing(KARI, signals, petition=petition, children=children, window=60, amber=2)


def test_4c_one_signal_is_a_note() -> None:
    found = stand(seen(TODAY))
    assert (found.level, found.since) == (SignalLevel.NOTE, TODAY)
    assert stand().level is SignalLevel.NONE


def test_p2_two_signals_in_sixty_days_are_amber() -> None:
    first = seen(TODAY)
    at_60 = seen(TODAY + timedelta(days=60), 2)
    at_61 = seen(TODAY + timedelta(days=61), 2)
    found = stand(first, at_60)
    assert found.level is SignalLevel.YELLOW
    assert found.because == (first, at_60)
    assert found.since == at_60.seen_on
    assert stand(first, at_61).level is SignalLevel.NOTE


def test_4c_a_petition_is_red_with_or_without_signals_and_children() -> None:
    assert stand(petition=True).level is SignalLevel.RED
    with_children = stand(seen(TODAY), petition=True, children=2)
    assert (with_children.level, with_children.children) == (SignalLevel.RED, 2)


def test_a_heavier_kind_is_yellow_alone_and_a_weightless_one_only_a_note() -> None:
    assert stand(seen(TODAY, weight=2)).level is SignalLevel.YELLOW
    assert stand(seen(TODAY, weight=0), seen(TODAY, 2, weight=0)).level is SignalLevel.NOTE


def test_what_is_closed_does_not_count() -> None:
    assert stand(seen(TODAY), seen(TODAY, 2, states=CLOSED)).level is SignalLevel.NOTE


days = st.integers(0, 400).map(lambda offset: TODAY - timedelta(days=offset))
signals = st.lists(
    st.builds(
        lambda day, weight, kind: seen(day, weight=weight, kind=kind),
        days,
        st.integers(0, 3),
        st.sampled_from(EarlySignalKind),
    ),
    max_size=8,
)


@given(signals, days, st.integers(0, 3), st.booleans())
def test_p2_one_more_signal_never_lowers_it(
    known: list[EarlySignal], day: date, weight: int, petition: bool
) -> None:
    before = stand(*known, petition=petition).level
    after = stand(*known, seen(day, 99, weight=weight), petition=petition).level
    assert after.rank >= before.rank


@given(signals, st.booleans())
def test_closing_one_never_lifts_it_and_closing_all_leaves_none(
    known: list[EarlySignal], petition: bool
) -> None:
    before = stand(*known, petition=petition).level
    closed = [replace(each, states=CLOSED) for each in known]
    assert stand(*closed[:1], *known[1:], petition=petition).level.rank <= before.rank
    assert stand(*closed).level is SignalLevel.NONE


def found_late(day: date, charge: int) -> EarlySignal:
    return EarlySignal(
        KARI,
        EarlySignalKind.LATE_RENT,
        day,
        SignalSource.ACCOUNT,
        found=f"rent_charge/{charge}",
    )


def test_what_was_typed_and_found_is_one_signal_with_the_day_of_the_register() -> None:
    found = found_late(date(2026, 11, 3), 1)
    typed = seen(date(2026, 11, 9), kind=EarlySignalKind.LATE_RENT)
    (only,) = rules.merged([typed], [found])
    assert (only.id, only.seen_on) == (typed.id, found.seen_on)


def test_two_months_are_two_signals_though_one_was_typed() -> None:
    typed = seen(date(2026, 11, 9), kind=EarlySignalKind.LATE_RENT)
    found = [found_late(date(2026, 10, 2), 1), found_late(date(2026, 11, 3), 2)]
    assert len(rules.merged([typed], found)) == 2


def test_what_was_found_and_closed_is_not_found_once_more() -> None:
    found = found_late(date(2026, 11, 3), 1)
    kept = replace(found, id=7, states=CLOSED)
    assert rules.merged([kept], [found]) == (kept,)


@given(
    st.lists(days, max_size=5),
    st.lists(days, max_size=5, unique=True),
    days,
)
def test_typing_what_the_register_knows_never_lowers_it(
    typed: list[date], found: list[date], more: date
) -> None:
    late = EarlySignalKind.LATE_RENT
    known = [seen(day, place, kind=late) for place, day in enumerate(typed, 1)]
    register = [found_late(day, place) for place, day in enumerate(found)]
    before = stand(*rules.merged(known, register)).level
    one_more = seen(more, 99, kind=late)
    after = stand(*rules.merged([*known, one_more], register)).level
    assert after.rank >= before.rank


def test_what_is_wrong_stands_beside_its_field() -> None:
    wrong = rules.check(SignalDraft(), TODAY)
    assert [each.field for each in wrong] == ["kind", "seen_on", "source"]
    ahead = SignalDraft(
        EarlySignalKind.POWER_CUT, TODAY + timedelta(days=1), SignalSource.OTHER, " "
    )
    codes = [each.code for each in rules.check(ahead, TODAY)]
    assert codes == ["day_in_future", "signal_words_missing"]
    assert [each.code for each in rules.check_closing(None, "")] == ["signal_outcome_missing"]
    assert rules.check_closing(SignalOutcome.SOLVED, "") == ()


def test_what_a_human_must_tell_is_offered_first() -> None:
    kinds = offered()
    assert set(kinds) == set(EarlySignalKind)
    assert kinds.index(EarlySignalKind.LATE_RENT) > kinds.index(EarlySignalKind.POWER_CUT)
