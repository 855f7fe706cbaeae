"""SQL of assessments; what is said of health stands in a table of its own (PV-08)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from app.core.ids import NeedId, PersonId
from app.followup.assessments.model import (
    AreaAnswer,
    Assessment,
    AssessmentArea,
    AssessmentDraft,
    Finding,
)
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_HEAD = (
    "SELECT a.id, a.person, a.held_on, a.finished_on, a.present, a.interpreter, a.wishes,"
    " a.helpers FROM needs_assessment a"
)
_FOUND = (
    "SELECT f.assessment, f.area, f.answer, f.words, f.wish FROM needs_assessment_area f"
    " JOIN needs_assessment a ON a.id = f.assessment WHERE {0}"
    " UNION ALL SELECT h.assessment, 'health', h.answer, h.words, h.wish"
    " FROM needs_assessment_health h JOIN needs_assessment a ON a.id = h.assessment WHERE {0}"
)
_NEEDS = (
    "SELECT n.assessment, n.area, n.need FROM needs_assessment_need n"
    " JOIN needs_assessment a ON a.id = n.assessment WHERE {0} ORDER BY n.id"
)


def of(db: Database, person: PersonId) -> tuple[Assessment, ...]:
    """Every one of a person, the newest first."""
    return _assessments(db, "a.person = ?", person)


def get(db: Database, assessment: int) -> Assessment | None:
    """One of them."""
    return next(iter(_assessments(db, "a.id = ?", assessment)), None)


def latest_days(db: Database, day: date) -> dict[PersonId, date]:
    """The day of the last finished one of each person, as of a day."""
    rows = db.select(
        lambda person, held: (PersonId(person), date.fromisoformat(held)),
        "SELECT person, max(held_on) FROM needs_assessment"
        " WHERE finished_on IS NOT NULL AND held_on <= ? GROUP BY person",
        (day.isoformat(),),
    )
    return dict(rows)


def _assessments(db: Database, where: str, value: int) -> tuple[Assessment, ...]:
    found: dict[int, dict[AssessmentArea, Finding]] = defaultdict(dict)
    for assessment, area, finding in db.select(_finding, _FOUND.format(where), (value, value)):
        found[assessment][area] = finding
    needs: dict[int, list[tuple[AssessmentArea, NeedId]]] = defaultdict(list)
    for assessment, area, need in db.select(_need, _NEEDS.format(where), (value,)):
        needs[assessment].append((area, need))
    heads = db.select(
        lambda *row: row, f"{_HEAD} WHERE {where} ORDER BY a.held_on DESC, a.id DESC", (value,)
    )
    return tuple(_whole(row, found, needs) for row in heads)


def _finding(
    assessment: int, area: str, answer: str, words: str, wish: str
) -> tuple[int, AssessmentArea, Finding]:
    return assessment, AssessmentArea(area), Finding(AreaAnswer(answer), words, wish)


def _need(assessment: int, area: str, need: int) -> tuple[int, AssessmentArea, NeedId]:
    return assessment, AssessmentArea(area), NeedId(need)


def _whole(
    row: tuple[object, ...],
    found: dict[int, dict[AssessmentArea, Finding]],
    needs: dict[int, list[tuple[AssessmentArea, NeedId]]],
) -> Assessment:
    known, person, held_on, finished_on, *texts = row
    key = int(str(known))
    present, interpreter, wishes, helpers = map(str, texts)
    said = {area: found[key][area] for area in AssessmentArea if area in found[key]}
    draft = AssessmentDraft(day_or_none(held_on), present, interpreter, said, wishes, helpers)
    return Assessment(
        key, PersonId(int(str(person))), draft, day_or_none(finished_on), tuple(needs[key])
    )


def insert(unit: Unit, person: PersonId, draft: AssessmentDraft) -> int:
    """A new one, to be written in."""
    assessment = unit.insert("needs_assessment", person=person, **_head(draft))
    _put_findings(unit, assessment, {}, draft.findings)
    return assessment


def put(unit: Unit, known: Assessment, draft: AssessmentDraft) -> None:
    """What the form holds now; only what is changed is written."""
    if _head(known.draft) != _head(draft):
        unit.update("needs_assessment", known.id, **_head(draft))
    _put_findings(unit, known.id, known.draft.findings, draft.findings)


def _head(draft: AssessmentDraft) -> dict[str, object]:
    return {
        "held_on": draft.held_on,
        "present": draft.present,
        "interpreter": draft.interpreter,
        "wishes": draft.wishes,
        "helpers": draft.helpers,
    }


def _put_findings(
    unit: Unit,
    assessment: int,
    before: Mapping[AssessmentArea, Finding],
    after: Mapping[AssessmentArea, Finding],
) -> None:
    for area in AssessmentArea:
        said = after.get(area)
        if said == before.get(area):
            continue
        table, where, keys = _place(assessment, area)
        if said is None:
            unit.execute(f"DELETE FROM {table} WHERE {where}", keys.values())
        elif area in before:
            texts = (said.answer.value, said.words, said.wish, *keys.values())
            unit.execute(f"UPDATE {table} SET answer = ?, words = ?, wish = ? WHERE {where}", texts)
        else:
            unit.insert(table, **keys, answer=said.answer, words=said.words, wish=said.wish)


def _place(assessment: int, area: AssessmentArea) -> tuple[str, str, dict[str, int | str]]:
    """The table a finding stands in, and what finds it there."""
    if area.sensitive:
        return "needs_assessment_health", "assessment = ?", {"assessment": assessment}
    keys: dict[str, int | str] = {"assessment": assessment, "area": area.value}
    return "needs_assessment_area", "assessment = ? AND area = ?", keys


def finish(unit: Unit, assessment: int) -> None:
    """Nothing of it is changed after today."""
    unit.update("needs_assessment", assessment, finished_on=unit.today)


def add_need(unit: Unit, assessment: int, area: AssessmentArea, need: NeedId) -> None:
    """A need came of it."""
    unit.insert("needs_assessment_need", assessment=assessment, area=area, need=need)


def remove(unit: Unit, assessment: int) -> None:
    """One that was never finished."""
    for table in ("needs_assessment_area", "needs_assessment_health"):
        unit.execute(f"DELETE FROM {table} WHERE assessment = ?", (assessment,))
    unit.delete("needs_assessment", assessment)
