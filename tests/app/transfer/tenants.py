"""Tenancies with a KID each, and lists from who bills them."""

from dataclasses import dataclass
from datetime import date

from app.core.ids import BillerId, LeaseId
from app.core.money import Ore
from app.core.numbers import make_kid
from app.leases.model import ImportedLease
from app.office import Office
from app.transfer.model import Answer, CheckedSheet, ImportKind, Receipt, Sheet
from tests.app.transfer import sheets
from tests.factories import a_dwelling, a_number, a_person

HEADINGS = (
    "KID", "Leieavtale", "Navn", "Forfall", "Krav", "Måned", "Fakturanr.",
    "Hva", "Betalt dato", "Betalt", "Betalt av", "Saldo", "Saldo per",
)  # fmt: skip
KEYS = (
    "kid", "number", "name", "due", "claim", "month", "invoice",
    "what", "paid_on", "paid", "paid_by", "balance", "balance_on",
)  # fmt: skip
OURS = BillerId(1)


@dataclass(frozen=True, slots=True)
class Tenant:
    """What a list may call a tenancy."""

    lease: LeaseId
    number: str
    kid: str
    name: str


def tenants(office: Office, count: int, *, kid: bool = True) -> tuple[Tenant, ...]:
    """So many tenancies that run, rent 8 200 kroner a month."""
    known = len(office.leases.rows())
    made = []
    with office.unit("sheet.taken_in") as unit:
        for at in range(known + 1, known + count + 1):
            born = date(1970 + at % 30, 1 + at % 12, 1 + at % 28)
            person = office.people.add(
                unit,
                a_person(
                    given_name="Ada",
                    family_name=f"Testesen{at:04}",
                    national_id=a_number(born, at // 420),
                ),
            )
            draft = a_dwelling(street="Testvegen", house_number=str(at), unit_number="H0101")
            dwelling = office.dwellings.add(unit, draft)
            number = make_kid(f"2026{at:05}") if kid else ""
            lease = office.leases.take_in(
                unit,
                ImportedLease(
                    person,
                    dwelling,
                    date(2025, 1, 1),
                    date(2027, 12, 31),
                    rent=Ore(820000),
                    kid=number,
                ),
            )
            made.append((lease, number, f"Ada Testesen{at:04}"))
        unit.subject = None
    numbers = {row.id: row.number for row in office.leases.rows()}
    return tuple(Tenant(lease, numbers[lease], kid_, name) for lease, kid_, name in made)


def line(tenant: Tenant | None = None, /, **told: str) -> tuple[str, ...]:
    """A line of the list; the tenant's KID unless another is told."""
    facts = {"kid": tenant.kid if tenant else ""} | told
    return tuple(facts.get(key, "") for key in KEYS)


def a_list(*lines: tuple[str, ...]) -> Sheet:
    """The lines under their headings: the first is line 2."""
    return sheets.sheet(HEADINGS, *lines)


def check(office: Office, sheet: Sheet, *answers: Answer, biller: BillerId = OURS) -> CheckedSheet:
    """The list as the register sees it."""
    profile = office.transfer.guess(sheet, ImportKind.RENT_LIST, biller)
    return office.transfer.check(sheet, profile, answers)


def take_in(office: Office, sheet: Sheet, *answers: Answer, biller: BillerId = OURS) -> Receipt:
    """Check and take in."""
    return office.transfer.take_in(check(office, sheet, *answers, biller=biller))
