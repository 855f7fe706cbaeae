"""SQL of the office's profile and its own rule values."""

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal

from app.core.dated import DatedValue, Value
from app.core.text import Language
from app.settings.model import Duty, OfficeProfile, OwnVersion
from app.storage.database import Database
from app.storage.unit import Unit

_TEXTS = (
    "municipality",
    "name",
    "municipality_number",
    "org_number",
    "address",
    "postal_code",
    "postal_place",
    "phone",
    "email",
    "web",
    "rent_account",
    "appeal_body",
    "incident_contact",
)


def save_profile(unit: Unit, profile: OfficeProfile, register_id: str) -> None:
    """The one row about the office itself."""
    values: dict[str, object] = {name: getattr(profile, name).strip() for name in _TEXTS}
    values["language"] = profile.language
    values["duties"] = json.dumps(sorted(profile.duties))
    values["demo"] = profile.demo
    if unit.execute("SELECT 1 FROM office").fetchone() is None:
        unit.insert("office", id=1, register_id=register_id, **values)
    else:
        unit.update("office", 1, **values)


def profile(db: Database) -> OfficeProfile | None:
    """The office, or None in a register that is being made."""

    def make(language: str, duties: str, demo: int, *texts: str) -> OfficeProfile:
        return OfficeProfile(
            **dict(zip(_TEXTS, texts, strict=True)),
            language=Language(language),
            duties=frozenset(Duty(duty) for duty in json.loads(duties)),
            demo=bool(demo),
        )

    columns = ", ".join(_TEXTS)
    return db.first(make, f"SELECT language, duties, demo, {columns} FROM office")


def register_id(db: Database) -> str:
    """The register's own name for itself, the same as its envelope's."""
    return db.value(str, "SELECT register_id FROM office")


def overrides(db: Database) -> dict[str, list[DatedValue]]:
    """The municipality's own rule values, by parameter."""
    found: dict[str, list[DatedValue]] = defaultdict(list)
    rows = db.select(
        lambda *row: row,
        "SELECT parameter, value, valid_from, valid_to, source FROM parameter_override"
        " ORDER BY valid_from, id",
    )
    for parameter, value, first, last, source in rows:
        found[parameter].append(
            DatedValue(
                _value(json.loads(value, parse_float=Decimal)),
                date.fromisoformat(first),
                date.fromisoformat(last) if last else None,
                source,
            )
        )
    return dict(found)


def own_versions(db: Database, parameter: str, today: date) -> tuple[OwnVersion, ...]:
    """The municipality's own values of one parameter, oldest first."""

    def make(
        number: int, value: str, first: str, last: str | None, source: str, rule_set: int | None
    ) -> OwnVersion:
        begins = date.fromisoformat(first)
        read = DatedValue(
            _value(json.loads(value, parse_float=Decimal)),
            begins,
            date.fromisoformat(last) if last else None,
            source,
            local=True,
        )
        return OwnVersion(number, parameter, read, begins <= today, rule_set)

    return db.select(
        make,
        "SELECT id, value, valid_from, valid_to, source, rule_set FROM parameter_override"
        " WHERE parameter = ? ORDER BY valid_from, id",
        (parameter,),
    )


def parameter_of(db: Database, override: int) -> str | None:
    """Which parameter a value of our own belongs to."""
    return db.first(str, "SELECT parameter FROM parameter_override WHERE id = ?", (override,))


def _value(read: object) -> Value:
    if isinstance(read, list):
        return tuple(int(each) for each in read)
    if isinstance(read, int | Decimal | str):
        return read
    raise TypeError("a rule value is a number, a word or whole numbers")


def insert_override(unit: Unit, parameter: str, value: DatedValue) -> int:
    """A rule value that the municipality has set itself."""
    return unit.insert(
        "parameter_override",
        parameter=parameter,
        value=json.dumps(value.value, default=str),
        valid_from=value.valid_from,
        valid_to=value.valid_to,
        source=value.source,
    )
