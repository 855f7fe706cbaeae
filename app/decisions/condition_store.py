"""SQL of the conditions of a vedtak."""

from app.core.ids import VedtakId
from app.decisions.model import Condition
from app.storage.database import Database
from app.storage.unit import Unit


def insert(unit: Unit, vedtak: VedtakId, conditions: tuple[Condition, ...]) -> None:
    """New ones, in their order."""
    for condition in conditions:
        unit.insert("vedtak_condition", vedtak=vedtak, **_words(condition))


def update(unit: Unit, vedtak: VedtakId, conditions: tuple[Condition, ...]) -> None:
    """What the form holds now; those that are as before keep their identity."""
    kept = {condition.id for condition in conditions if condition.id}
    for row in unit.execute(
        "SELECT id FROM vedtak_condition WHERE vedtak = ?", (vedtak,)
    ).fetchall():
        if row[0] not in kept:
            unit.delete("vedtak_condition", int(str(row[0])))
    for condition in conditions:
        if condition.id:
            unit.update("vedtak_condition", condition.id, **_words(condition))
    insert(unit, vedtak, tuple(each for each in conditions if not each.id))


def _words(condition: Condition) -> dict[str, str]:
    return {"duty": condition.duty.strip(), "link": condition.link.strip()}


def of(db: Database, vedtak: VedtakId) -> tuple[Condition, ...]:
    """Every condition, in its order."""
    return db.select(
        lambda row, duty, link: Condition(duty, link, row),
        "SELECT id, duty, link FROM vedtak_condition WHERE vedtak = ? ORDER BY id",
        (vedtak,),
    )
