"""SQL of what a case on the agenda is called: its number, and whom it is about."""

from app.core.ids import Ref
from app.dwellings.model import address_text
from app.storage.database import Database

Called = tuple[str, str]
"""Number or address, and a name; the name is empty for a dwelling."""

_APPLICANT = " JOIN application a ON a.id = {case}.application JOIN person p ON p.id = a.applicant"
_NAME = "trim(p.given_name || ' ' || p.family_name)"
_SQL = {
    "application": f"SELECT a.number, {_NAME} FROM application a JOIN person p"
    " ON p.id = a.applicant WHERE a.id = ?",
    "vedtak": f"SELECT v.number, {_NAME} FROM vedtak v{_APPLICANT.format(case='v')} WHERE v.id = ?",
    "offer": f"SELECT o.number, {_NAME} FROM offer o{_APPLICANT.format(case='o')} WHERE o.id = ?",
    "appeal": f"SELECT e.number, {_NAME} FROM appeal e JOIN vedtak v ON v.id = e.vedtak"
    f"{_APPLICANT.format(case='v')} WHERE e.id = ?",
    "lease": f"SELECT l.number, {_NAME} FROM lease l JOIN person p ON p.id = l.tenant"
    " WHERE l.id = ?",
    "eviction_case": f"SELECT c.number, {_NAME} FROM eviction_case c JOIN person p"
    " ON p.id = c.person WHERE c.id = ?",
}
_DWELLING = "SELECT street, house_number, house_letter, unit_number FROM dwelling WHERE id = ?"


def called(db: Database, about: Ref) -> Called:
    """What a case is called now; two empty texts when it is gone."""
    if about.kind == "dwelling":
        return db.first(address_text, _DWELLING, (about.id,)) or "", ""
    sql = _SQL.get(about.kind)
    found = None if sql is None else db.first(lambda *row: (row[0], row[1]), sql, (about.id,))
    return found or ("", "")


def names(db: Database, about: Ref) -> bool:
    """Whether a case of that kind can be on an agenda."""
    return about.kind in _SQL or about.kind == "dwelling"
