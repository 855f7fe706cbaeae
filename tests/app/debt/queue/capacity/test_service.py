"""The capacity is kept from each day; days away are added and dropped, and all can be undone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.errors import Invalid, NotFound
from app.debt.queue.capacity.model import AbsenceDraft, CapacityDraft, DebtAbsenceKind
from app.office import Office


def half(office: Office, **changes: object) -> CapacityDraft:
    draft = CapacityDraft(office.clock.today(), 50, 2250, 15, 20, 30, "Halv stilling")
    return replace(draft, **changes)  # type: ignore[arg-type]  # fields by name


def test_a_change_holds_from_its_day_and_the_one_before_still_stands(office: Office) -> None:
    today = office.clock.today()
    office.debt_capacity.change(half(office, since=today - timedelta(days=30)))
    office.debt_capacity.change(half(office, share_percent=80))
    before, now = (office.debt_capacity.on(day) for day in (today - timedelta(days=1), today))
    assert before is not None
    assert now is not None
    assert (before.share_percent, now.share_percent) == (50, 80)
    assert (before.minutes, now.minutes) == (1125, 1800)


def test_a_change_can_be_undone(office: Office) -> None:
    office.debt_capacity.change(half(office))
    office.history.undo()
    assert office.debt_capacity.on() is None


def test_days_away_are_kept_until_they_are_dropped(office: Office) -> None:
    today = office.clock.today()
    holiday = AbsenceDraft(DebtAbsenceKind.HOLIDAY, today, today + timedelta(days=6))
    office.debt_capacity.add_absence(holiday)
    (kept,) = office.debt_capacity.absences()
    assert kept.covers(today + timedelta(days=6))
    office.debt_capacity.drop_absence(kept.id)
    assert office.debt_capacity.absences() == ()
    office.history.undo()
    assert office.debt_capacity.absences() == (kept,)


def test_nothing_wrong_is_kept(office: Office) -> None:
    with pytest.raises(Invalid):
        office.debt_capacity.change(half(office, usual_hours=5))
    with pytest.raises(Invalid):
        office.debt_capacity.add_absence(AbsenceDraft())
    with pytest.raises(NotFound):
        office.debt_capacity.drop_absence(7)
    assert office.debt_capacity.rows() == ()
