"""SQL of imports: what was taken in, and remembered ways of reading a sheet."""

from app.applications.model import ApplicationState
from app.people.model import PersonDraft
from app.storage.database import Database
from app.storage.unit import Unit
from app.transfer.columns import profile_from_json, profile_to_json
from app.transfer.model import Counts, ImportKind, Profile, RowKey, applicant_key


def insert_import(unit: Unit, kind: ImportKind, digest: str, counts: Counts) -> int:
    """One take-in of one sheet."""
    left_out = counts.waiting + counts.doubles + counts.skipped
    return unit.insert(
        "sheet_import",
        kind=kind,
        at=unit.at,
        digest=digest,
        taken_in=counts.taken,
        to_check=counts.to_check,
        left_out=left_out,
    )


def profiles(db: Database, kind: ImportKind) -> tuple[Profile, ...]:
    """Remembered ways of reading sheets of a kind, the newest first."""
    return db.select(
        profile_from_json,
        "SELECT content FROM sheet_profile WHERE kind = ? ORDER BY id DESC",
        (kind.value,),
    )


def keep_profile(unit: Unit, profile: Profile) -> None:
    """Remember a profile under its name; another of the same name gives way."""
    unit.execute(
        "DELETE FROM sheet_profile WHERE kind = ? AND name = ?", (profile.kind.value, profile.name)
    )
    content = profile_to_json(profile)
    unit.insert("sheet_profile", kind=profile.kind, name=profile.name, content=content)


def waiting_applicants(db: Database) -> frozenset[RowKey]:
    """Everyone with an application that is open: by every number, and by name and telephone."""
    states = [state.value for state in ApplicationState if state.open]
    marks = ", ".join("?" * len(states))
    rows = db.select(
        lambda *row: row,
        "SELECT p.given_name, p.family_name, p.phone, coalesce(n.number, '') FROM person p"
        " LEFT JOIN national_id n ON n.person = p.id WHERE EXISTS (SELECT 1 FROM application a"
        " WHERE a.applicant = p.id AND (SELECT state FROM application_state f"
        " WHERE f.application = a.id ORDER BY f.since DESC, f.id DESC LIMIT 1)"
        f" IN ({marks}))",
        states,
    )
    keys = (
        applicant_key(PersonDraft(given, family, digits, phone=phone))
        for given, family, phone, number in rows
        for digits in (number, "")
    )
    return frozenset(key for key in keys if key is not None)
