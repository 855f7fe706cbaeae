"""Valid by default: a test says only what it is about. Everyone is synthetic (month + 80)."""

from dataclasses import replace
from datetime import date

from app.core.ids import DwellingId, PersonId
from app.core.money import Ore
from app.dwellings.model import DwellingDraft
from app.office import Office
from app.people.model import Address, PersonDraft
from app.settings.model import OfficeProfile, OfficerDraft

CANARY_NAME = "Kanarifugl"
CANARY_NUMBER = "15888512389"
PASSPHRASE = "fire gode ord holder"

_WEIGHTS_1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_WEIGHTS_2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)


def a_number(born: date, serial: int) -> str:
    """A synthetic fødselsnummer: the `serial`-th that has check digits (ID-01, month + 80)."""
    first = 500 if born.year >= 2000 else 100
    found = 0
    for individual in range(first, first + 400):
        digits = f"{born:%d}{born.month + 80:02}{born:%y}{individual:03}"
        for weights in (_WEIGHTS_1, _WEIGHTS_2):
            total = sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
            check = -total % 11
            if check == 10:
                break
            digits += str(check)
        else:
            if found == serial:
                return digits
            found += 1
    raise ValueError("no such number that day")


def a_profile() -> OfficeProfile:
    """The invented municipality."""
    return OfficeProfile(
        municipality="Lia kommune",
        name="Boligkontoret",
        municipality_number="3401",
        org_number="974760673",
        address="Rådhusgata 1",
        postal_code="2211",
        postal_place="Lia",
        phone="55 55 33 39",
        email="bolig@lia.example",
        rent_account="12345678903",
        appeal_body="Lia kommunale klagenemnd",
    )


def an_officer() -> OfficerDraft:
    """The invented housing officer."""
    return OfficerDraft("Siri Testmo", "boligkonsulent", PASSPHRASE)


def a_person(**changes: object) -> PersonDraft:
    """The canary: a name and a number that must never reach a log."""
    draft = PersonDraft(
        given_name="Kari",
        family_name=CANARY_NAME,
        national_id=CANARY_NUMBER,
        address=Address("Testbakken 12", "2211", "Lia"),
        phone="99 99 99 99",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def a_dwelling(**changes: object) -> DwellingDraft:
    """A vacant flat for the disadvantaged, owned by the municipality."""
    draft = DwellingDraft(
        street="Ødegårdsvegen",
        house_number="4",
        unit_number="H0201",
        postal_code="2211",
        postal_place="Lia",
        municipality_number="3401",
        farm_and_title="118/507",
        bedrooms=2,
        area=64.0,
        rent=Ore(820000),
        status_since=date(2026, 10, 1),
        allocator="Nav",
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def registered_person(office: Office, **changes: object) -> PersonId:
    """A person in the register."""
    return office.people.register(a_person(**changes))


def registered_dwelling(office: Office, **changes: object) -> DwellingId:
    """A dwelling in the register."""
    return office.dwellings.register(a_dwelling(**changes))
