"""SQL of what a vedtak holds beside the answer."""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from app.core.ids import VedtakId
from app.decisions.content.model import HelpMeasure, Plan, Service, StartPart
from app.decisions.model import VedtakDraft
from app.storage.database import Database
from app.storage.unit import Unit

TEXTS = (
    "short_reason", "dispensation_text", "no_start_reason", "plan_maker", "responsible_unit",
    "cooperation_text", "wishes_text", "disadvantaged_text", "help_text", "stay_where",
    "stay_quality", "lasting_home_text", "legal_basis", "legal_paragraph", "approver_name",
    "approver_title",
)  # fmt: skip
FLAGS = ("cooperation", "caseworker_impartial", "approver_impartial")
DAYS = ("stay_from", "stay_until", "stay_review")
LISTS: Mapping[str, type[StrEnum]] = {"start_package": StartPart, "help_measures": HelpMeasure}
COLUMNS = (*TEXTS, *FLAGS, *DAYS, *LISTS, "plan", "disadvantaged", "appeal_weeks")


def columns(draft: VedtakDraft) -> dict[str, object]:
    """The columns of a draft, in the order of `COLUMNS`."""
    values: dict[str, object] = {name: str(getattr(draft, name)).strip() for name in TEXTS}
    values |= {name: getattr(draft, name) for name in (*FLAGS, *DAYS)}
    values |= {name: json.dumps(getattr(draft, name)) for name in LISTS}
    return values | {
        "plan": draft.plan,
        "disadvantaged": draft.disadvantaged,
        "appeal_weeks": draft.appeal_weeks,
    }


def read(row: tuple[object, ...]) -> dict[str, object]:
    """The draft's fields from columns in the order of `COLUMNS`."""
    held = dict(zip(COLUMNS, row, strict=True))
    values: dict[str, object] = {name: held[name] for name in (*TEXTS, "appeal_weeks")}
    values |= {name: bool(held[name]) for name in FLAGS}
    values |= {name: _day(held[name]) for name in DAYS}
    for name, codes in LISTS.items():
        values[name] = tuple(codes(code) for code in json.loads(str(held[name])))
    answered = held["disadvantaged"]
    values["disadvantaged"] = None if answered is None else bool(answered)
    values["plan"] = Plan(str(held["plan"]))
    return values


def _day(value: object) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def insert_services(unit: Unit, vedtak: VedtakId, services: tuple[Service, ...]) -> None:
    """New ones, in their order."""
    for service in services:
        unit.insert("vedtak_service", vedtak=vedtak, **_words(service))


def update_services(unit: Unit, vedtak: VedtakId, services: tuple[Service, ...]) -> None:
    """What the form holds now; those that are as before keep their identity."""
    kept = {service.id for service in services if service.id}
    rows = unit.execute("SELECT id FROM vedtak_service WHERE vedtak = ?", (vedtak,)).fetchall()
    for row in rows:
        if row[0] not in kept:
            unit.delete("vedtak_service", int(str(row[0])))
    for service in services:
        if service.id:
            unit.update("vedtak_service", service.id, **_words(service))
    insert_services(unit, vedtak, tuple(each for each in services if not each.id))


def _words(service: Service) -> dict[str, str]:
    words = {"service": service.service, "goal": service.goal, "unit": service.unit}
    return {name: word.strip() for name, word in words.items()}


def services_of(db: Database, vedtak: VedtakId) -> tuple[Service, ...]:
    """Every service, in its order."""
    return db.select(
        lambda row, service, goal, by: Service(service, goal, by, row),
        "SELECT id, service, goal, unit FROM vedtak_service WHERE vedtak = ? ORDER BY id",
        (vedtak,),
    )
