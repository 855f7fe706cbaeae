"""Figures are written down without names, read back whole, and compared case by case."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.clock import FixedClock
from app.core.ids import OfficerId, Ref
from app.overview.figures.model import Figure
from app.overview.snapshots import rules
from app.overview.snapshots.model import Changed, ReturnKind, Snapshot
from tests.conftest import MOMENT

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)

REFS = st.builds(Ref, st.sampled_from(["dwelling", "household"]), st.integers(1, 60))
FIGURES = st.lists(
    st.builds(
        Figure,
        st.text("abc0123456789", min_size=1, max_size=6),
        st.lists(REFS, unique=True).map(
            lambda refs: tuple(sorted(refs, key=lambda ref: (ref.kind, ref.id)))
        ),
        st.none() | st.integers(0, 10_000),
    ),
    unique_by=lambda figure: figure.key,
)


def a_snapshot(clock: FixedClock, *figures: Figure) -> Snapshot:
    return Snapshot(
        1, ReturnKind.KOSTRA13, FIRST, LAST, figures, {}, clock.now(), OfficerId(1), "digest"
    )


@given(FIGURES)
def test_what_is_written_is_read_back(figures: list[Figure]) -> None:
    found = rules.read(rules.written(figures))
    assert [(each.key, each.count, each.behind) for each in found] == [
        (each.key, each.count, each.behind) for each in figures
    ]


def test_cases_in_a_row_are_written_as_a_range() -> None:
    figure = Figure("2", tuple(Ref("dwelling", each) for each in (3, 1, 2, 7)))
    assert rules.written([figure]) == ('[{"key":"2","count":4,"behind":{"dwelling":"1-3,7"}}]')


def test_two_figures_with_one_key_are_our_own_fault() -> None:
    with pytest.raises(ValueError, match="same key"):
        rules.written([Figure("2"), Figure("2")])


def test_the_digest_is_of_all_that_was_answered() -> None:
    def made(last: date = LAST, text: str = "[]") -> str:
        return rules.digest(ReturnKind.KOSTRA13, FIRST, last, text)

    assert made() == made()
    assert len({made(), made(text="{}"), made(last=date(2026, 12, 30))}) == 3


@given(figures=FIGURES)
def test_the_same_answer_differs_in_nothing(figures: list[Figure]) -> None:
    kept = a_snapshot(FixedClock(MOMENT), *rules.read(rules.written(figures)))
    assert rules.compare(kept, figures) == ()


def test_another_answer_tells_which_cases_came_and_which_left(clock: FixedClock) -> None:
    one, two, three = (Ref("household", each) for each in (1, 2, 3))
    kept = a_snapshot(clock, Figure("7", (one, two)), Figure("8", value=10), Figure("9"))
    now = (Figure("7", (two, three)), Figure("8", value=12), Figure("10"))
    assert rules.compare(kept, now) == (
        Changed("7", 2, 2, (three,), (one,)),
        Changed("8", 10, 12),
        Changed("9", 0, None),
        Changed("10", None, 0),
    )
