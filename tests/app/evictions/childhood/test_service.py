"""Children first: what is best for them is written, and the meeting is held the same day."""

from datetime import date

import pytest

from app.core.errors import Invalid
from app.evictions.childhood.model import ChildStepKind
from app.office import Office
from tests.app.evictions.units.around import Family

RECEIVED = date(2026, 11, 16)


def test_4a_8_a_meeting_is_due_the_day_the_word_came_where_there_are_children(
    office: Office,
) -> None:
    family = Family(office)
    now = office.childhood.of(family.case)
    assert (now.children, now.meet_by) == (2, RECEIVED)
    assert now.lacks_meeting
    assert now.lacks_best
    office.childhood.note(family.case, ChildStepKind.EMERGENCY_MEETING, "Nav og oppvekst", RECEIVED)
    office.childhood.note(family.case, ChildStepKind.BEST_INTEREST, "Samme skole videre")
    after = office.childhood.of(family.case)
    assert not after.lacks_meeting
    assert not after.lacks_best
    assert office.childhood.of(family.case, RECEIVED).best_interest is None
    office.history.undo()
    assert office.childhood.of(family.case).lacks_best


def test_without_children_nothing_is_asked(office: Office) -> None:
    family = Family(office, children=False)
    now = office.childhood.of(family.case)
    assert not now.lacks_meeting
    assert not now.lacks_best


def test_what_was_thought_needs_words_and_a_day_that_has_been(office: Office) -> None:
    family = Family(office)
    with pytest.raises(Invalid) as caught:
        office.childhood.note(family.case, ChildStepKind.BEST_INTEREST, " ", date(2026, 12, 1))
    assert {each.field for each in caught.value.problems} == {"words", "since"}


def test_adr_05_the_words_go_when_one_is_shielded(office: Office) -> None:
    family = Family(office)
    office.childhood.note(family.case, ChildStepKind.BEST_INTEREST, "Samme skole videre")
    assert office.eviction_words.holding(frozenset({family.person}))
    office.people.shield(family.person, "Folkeregisteret", "perm 7")
    (step,) = office.childhood.steps(family.case)
    assert step.words == ""
    assert office.eviction_words.holding(frozenset({family.person})) == ()
