"""SQL of the service units."""

from app.core.ids import ServiceUnitId
from app.settings.units.model import ServiceUnit, ServiceUnitDraft
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "id, coalesce(code, ''), name, name_nn, phone, closed_on"


def insert(unit: Unit, draft: ServiceUnitDraft) -> ServiceUnitId:
    """One more."""
    return ServiceUnitId(
        unit.insert("service_unit", name=draft.name, name_nn=draft.name_nn, phone=draft.phone)
    )


def update(unit: Unit, service_unit: ServiceUnitId, draft: ServiceUnitDraft) -> None:
    """Another name or phone."""
    unit.update(
        "service_unit", service_unit, name=draft.name, name_nn=draft.name_nn, phone=draft.phone
    )


def everyone(db: Database) -> tuple[ServiceUnit, ...]:
    """All there are and were, in the order they came."""
    return db.select(_unit, f"SELECT {_COLUMNS} FROM service_unit ORDER BY id")


def _unit(
    row: int, code: str, name: str, name_nn: str, phone: str, closed_on: str | None
) -> ServiceUnit:
    draft = ServiceUnitDraft(name, name_nn, phone)
    return ServiceUnit(ServiceUnitId(row), draft, code, day_or_none(closed_on))
