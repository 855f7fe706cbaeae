"""A9: what was answered stays as it was, with the rules it was counted by."""

import sqlite3
from datetime import date, timedelta

import pytest

from app.core.clock import FixedClock
from app.core.errors import Invalid, NotFound, OfficeError
from app.core.ids import Ref
from app.office import Office
from app.overview.figures.model import Figure
from app.overview.snapshots.model import ReturnKind
from app.overview.snapshots.service import used
from tests.factories import registered_person

K = ReturnKind.KOSTRA13
FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def test_it_is_read_as_it_was_kept(office: Office, clock: FixedClock) -> None:
    behind = (Ref("dwelling", 1), Ref("dwelling", 2))
    figures = (Figure("1", behind), Figure("8", value=340))
    made = office.snapshots.keep(K, FIRST, LAST, figures, {"rep.stay_days": "14"}, {"1": "Boliger"})
    kept = office.snapshots.get(made)
    assert [(each.key, each.count, each.behind) for each in kept.figures] == [
        ("1", 2, behind),
        ("8", 340, ()),
    ]
    assert dict(kept.versions) == {"rep.stay_days": "14"}
    assert dict(kept.words) == {"1": "Boliger"}
    assert (kept.first, kept.last, kept.kept_at) == (FIRST, LAST, clock.now())
    assert len(kept.digest) == 64
    assert office.snapshots.compare(kept, figures) == ()


def test_rep_18_a_return_is_kept_for_its_last_day_alone(office: Office) -> None:
    assert not office.snapshots.kept(K, LAST)
    office.snapshots.keep(K, FIRST, LAST, (), {})
    assert office.snapshots.kept(K, LAST)
    assert not office.snapshots.kept(K, LAST - timedelta(days=1))
    assert not office.snapshots.kept(ReturnKind.HOMELESS, LAST)
    assert office.snapshots.kept("kostra13", LAST)


def test_the_newest_of_the_same_days_is_the_one_that_is_found(office: Office) -> None:
    office.snapshots.keep(K, FIRST, LAST, (Figure("1", value=1),), {})
    second = office.snapshots.keep(K, FIRST, LAST, (Figure("1", value=2),), {})
    found = office.snapshots.at(K, FIRST, LAST)
    assert found is not None
    assert found.id == second
    assert len(office.snapshots.of(K)) == 2
    assert office.snapshots.at(K, FIRST, LAST - timedelta(days=1)) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE return_snapshot SET figures = '[]' WHERE id = ?",
        "DELETE FROM return_snapshot WHERE id = ?",
    ],
)
def test_nothing_changes_it(office: Office, statement: str) -> None:
    made = office.snapshots.keep(K, FIRST, LAST, (), {})
    with pytest.raises(sqlite3.IntegrityError, match="never changes"), office.unit("x") as unit:
        unit.execute(statement, (made,))


def test_it_is_not_undone(office: Office) -> None:
    registered_person(office)
    office.snapshots.keep(K, FIRST, LAST, (), {})
    with pytest.raises(OfficeError) as refused:
        office.history.undo()
    assert refused.value.code in {"nothing_to_undo", "undo_final"}


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (LAST, FIRST, "period_turned"),
        (FIRST, date(2026, 11, 24), "day_in_future"),
    ],
)
def test_days_that_cannot_be_are_refused(
    office: Office, first: date, last: date, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.snapshots.keep(K, first, last, (), {})
    assert [each.code for each in refused.value.problems] == [code]


def test_one_that_is_not_there_is_said(office: Office) -> None:
    with pytest.raises(NotFound):
        office.snapshots.get(7)


def test_the_rules_that_were_used_are_told_with_their_day(office: Office) -> None:
    parameters = office.settings.parameters
    version = parameters.version("fvl.complaint_weeks", LAST)
    told = used(parameters, ["fvl.complaint_weeks"], LAST)["fvl.complaint_weeks"]
    assert told == str(version.value) + (
        f" fra {version.valid_from.isoformat()}" if version.valid_from else ""
    )
