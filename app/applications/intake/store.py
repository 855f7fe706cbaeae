"""SQL of what a form tells in fields of its own."""

from datetime import date

from app.applications.intake import row_store
from app.applications.intake.model import (
    HelpNeed,
    Hindrance,
    Intake,
    LegalStay,
    MaritalStatus,
    Requirement,
    Tenure,
    Wanted,
)
from app.core.ids import ApplicationId
from app.core.money import Ore
from app.storage.columns import day_or_none, stored
from app.storage.database import Database
from app.storage.unit import Unit

_DAYS = (
    "residence_since",
    "permit_until",
    "lease_ends_on",
    "must_leave_on",
    "rented_until",
    "owed_plan_on",
    "evicted_on",
    "breach_on",
)
_ANSWERS = (
    "registered_here",
    "in_institution",
    "by_agreement",
    "family_reunion",
    "cares_for_child",
    "guardian_consent",
    "rented_before",
)
_SUMS = ("present_rent", "owed")
_COUNTS = ("present_bedrooms", "floor_area")
_TEXTS = (
    "employer",
    "close_tie",
    "landlord",
    "tried_otherwise",
    "rented_where",
    "area_wanted",
    "school",
    "help_text",
)
# an empty string where nothing is told
_CODES = {"marital_status": MaritalStatus, "legal_stay": LegalStay, "tenure": Tenure}
_OWN = ("wanted", *_CODES, *_DAYS, *_ANSWERS, *_SUMS, *_COUNTS, *_TEXTS)


def get(db: Database, application: ApplicationId, day: date) -> Intake | None:
    """What a form tells, with the marks that hold on a day; None when nothing is kept."""
    columns = ", ".join(_OWN)
    own = db.first(
        lambda *row: dict(zip(_OWN, row, strict=True)),
        f"SELECT {columns} FROM intake WHERE application = ?",
        (application,),
    )
    if own is None:
        return None
    marks = row_store.marks
    return Intake(
        application=application,
        requirements=frozenset(map(Requirement, marks(db, application, "requirement", day))),
        hindrances=frozenset(map(Hindrance, marks(db, application, "hindrance", day))),
        help_needs=frozenset(map(HelpNeed, marks(db, application, "help", day))),
        incomes=row_store.incomes(db, application),
        assets=row_store.assets(db, application),
        expenses=row_store.expenses(db, application),
        loans=row_store.loans(db, application),
        papers=row_store.papers(db, application),
        **_read(own),  # type: ignore[arg-type]  # columns of _OWN carry the form's own types
    )


def _read(own: dict[str, object]) -> dict[str, object]:
    read = dict(own)
    read["wanted"] = Wanted(str(own["wanted"]))
    read |= {name: kind(str(own[name])) if own[name] else None for name, kind in _CODES.items()}
    read |= {name: day_or_none(own[name]) for name in _DAYS}
    read |= {name: None if own[name] is None else bool(own[name]) for name in _ANSWERS}
    read |= {name: None if own[name] is None else Ore(int(str(own[name]))) for name in _SUMS}
    return read


def save(
    db: Database,
    unit: Unit,
    application: ApplicationId,
    before: Intake | None,
    after: Intake,
    since: date,
) -> None:
    """Write what differs from what is kept; marks change from a day."""
    told, known = _columns(after), _columns(before) if before else {}
    if before is None:
        unit.insert("intake", application=application, **told)
    elif changed := {name: value for name, value in told.items() if known[name] != value}:
        unit.update("intake", _row(db, application), **changed)
    was = before or Intake(application)
    old, new = row_store.rows_of(was), row_store.rows_of(after)
    for table in new:
        row_store.change_rows(db, unit, table, application, old[table], new[table])
    row_store.change_papers(db, unit, application, was.papers, after.papers)
    marked = row_store.marks_of(was)
    for kind, codes in row_store.marks_of(after).items():
        row_store.change_marks(unit, application, kind, marked[kind], codes, since)


def _columns(intake: Intake) -> dict[str, object]:
    own = {name: getattr(intake, name) for name in _OWN}
    own |= {name: own[name] or "" for name in _CODES}
    return dict(stored(own))


def _row(db: Database, application: ApplicationId) -> int:
    return db.value(int, "SELECT id FROM intake WHERE application = ?", (application,))
