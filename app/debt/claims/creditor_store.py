"""SQL of whom money is owed to."""

from app.core.ids import CreditorId
from app.core.order import sort_key
from app.debt.claims.model import Creditor, CreditorDraft
from app.storage.database import Database
from app.storage.unit import Unit

_COLUMNS = "id, name, org_number, address, postal_code, postal_place, email, phone, account"


def creditors(db: Database) -> tuple[Creditor, ...]:
    """Everyone, by name."""
    return db.select(_creditor, f"SELECT {_COLUMNS}, collects FROM creditor ORDER BY sort_key, id")


def _creditor(
    row: int,
    name: str,
    org_number: str,
    address: str,
    postal_code: str,
    postal_place: str,
    email: str,
    phone: str,
    account: str,
    collects: int,
) -> Creditor:
    place = (address, postal_code, postal_place)
    draft = CreditorDraft(name, org_number, *place, email, phone, account, bool(collects))
    return Creditor(CreditorId(row), draft)


def insert(unit: Unit, draft: CreditorDraft) -> CreditorId:
    """One more."""
    return CreditorId(unit.insert("creditor", **_values(draft)))


def update(unit: Unit, creditor: CreditorId, draft: CreditorDraft) -> None:
    """What was typed wrong, or has changed."""
    unit.update("creditor", creditor, **_values(draft))


def _values(draft: CreditorDraft) -> dict[str, object]:
    name = draft.name.strip()
    return {
        "name": name,
        "sort_key": sort_key(name),
        "org_number": "".join(draft.org_number.split()),
        "address": draft.address.strip(),
        "postal_code": draft.postal_code.strip(),
        "postal_place": draft.postal_place.strip(),
        "email": draft.email.strip(),
        "phone": draft.phone.strip(),
        "account": "".join(draft.account.replace(".", "").split()),
        "collects": draft.collector,
    }
