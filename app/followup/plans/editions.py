"""An edition as it is kept: all in one text, read back exactly as it was (D7)."""

import json
from dataclasses import asdict
from datetime import date

from app.followup.model import LifeArea, MeasureKind, MeasureState
from app.followup.plans.model import (
    ContentPart,
    GoalLine,
    GoalState,
    MeasureLine,
    PlanContent,
    PlanDraft,
    PlanKind,
)
from app.storage.columns import day_or_none

_PLACES = ("next_talk_where", "next_step", "warning_signs", "warning_people", "warning_first")
"""What may tell where a person lives (ADR-05)."""

Fields = dict[str, object]


def dumps(content: PlanContent) -> str:
    """One line of JSON, days as ISO."""
    return json.dumps(asdict(content), default=date.isoformat, ensure_ascii=False)


def loads(text: str) -> PlanContent:
    """What was kept; a field that came later has what it is by itself."""
    told = _fields(json.loads(text))
    told["kind"] = PlanKind(str(told["kind"]))
    told["draft"] = _draft(_fields(told["draft"]))
    told["goals"] = tuple(_goal(_fields(each)) for each in _list(told.get("goals")))
    told["loose"] = tuple(_measure(_fields(each)) for each in _list(told.get("loose")))
    told["consents"] = tuple(str(each) for each in _list(told.get("consents")))
    parts = (_fields(each) for each in _list(told.get("parts")))
    told["parts"] = tuple(ContentPart(str(each["code"]), str(each["words"])) for each in parts)
    return PlanContent(**told)  # type: ignore[arg-type]  # as it was written


def without_places(text: str) -> str:
    """The same edition without what may tell where the person lives (ADR-02)."""
    told = _fields(json.loads(text))
    draft = _fields(told["draft"])
    told["draft"] = draft | dict.fromkeys(_PLACES, "")
    return json.dumps(told, ensure_ascii=False)


def _draft(told: Fields) -> PlanDraft:
    days = ("target_on", "next_step_on", "next_talk_on", "evaluation_on")
    told |= {name: day_or_none(told.get(name)) for name in days}
    return PlanDraft(**told)  # type: ignore[arg-type]  # as it was written


def _goal(told: Fields) -> GoalLine:
    told["area"] = LifeArea(str(told["area"]))
    told["state"] = GoalState(str(told["state"]))
    told["target_on"] = day_or_none(told.get("target_on"))
    told["measures"] = tuple(_measure(_fields(each)) for each in _list(told.get("measures")))
    return GoalLine(**told)  # type: ignore[arg-type]  # as it was written


def _measure(told: Fields) -> MeasureLine:
    told["kind"] = MeasureKind(str(told["kind"]))
    told["state"] = MeasureState(str(told["state"]))
    return MeasureLine(**told)  # type: ignore[arg-type]  # as it was written


def _fields(told: object) -> Fields:
    if not isinstance(told, dict):
        raise TypeError("an edition is a set of fields")
    return {str(name): value for name, value in told.items()}


def _list(told: object) -> list[object]:
    return told if isinstance(told, list) else []
