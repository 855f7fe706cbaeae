"""A big register: 100,000 persons and 12,000 dwellings, made through the services."""

import random
from datetime import date, timedelta

from app.core.money import Ore
from app.dwellings.model import DwellingDraft
from app.office import Office
from app.people.model import Address, PersonDraft

GIVEN = ("Kari", "Ola", "Áile", "Máhtte", "Siv", "Roar", "Ingunn", "Per-Arne", "Leyla", "Tor")
FAMILY = ("Prøve", "Eksempel", "Test", "Modell", "Øde", "Ås", "Njárga", "Čearru", "Demo", "Lia")
ENDINGS = ("gård", "vik", "dal", "nes", "berg", "haug", "moen", "land", "stad", "bakken")
STREETS = ("Ødegårdsvegen", "Testbakken", "Prøvegata", "Demovegen", "Åsgata", "Alvegen")


def fill(office: Office, persons: int, dwellings: int, seed: int = 1) -> None:
    """Fill an empty register. Numbers are synthetic (month + 80)."""
    rng = random.Random(seed)  # noqa: S311  names for a test, not keys
    with office.unit("bench.filled") as unit:
        for serial in range(dwellings):
            office.dwellings.add(unit, _dwelling(rng, serial))
        used: set[str] = set()
        for _ in range(persons):
            office.people.add(unit, _person(rng, used))
        unit.subject = None  # as an import: about no single one of them


def _dwelling(rng: random.Random, serial: int) -> DwellingDraft:
    house, flat = divmod(serial, 12)
    street, number = divmod(house, 170)
    return DwellingDraft(
        street=f"{STREETS[street % 6]}",
        house_number=str(number + 1),
        unit_number=f"H{flat // 4 + 1:02}{flat % 4 + 1:02}",
        postal_code="2211",
        postal_place="Lia",
        bedrooms=rng.randint(1, 4),
        rent=Ore(rng.randint(50, 120) * 10_000),
        status_since=date(2026, 1, 1),
        allocator="Nav",
    )


def _person(rng: random.Random, used: set[str]) -> PersonDraft:
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(21_000))
    number = _number(rng, born)
    while number in used:
        number = _number(rng, born)
    used.add(number)
    place = f"{rng.choice(STREETS)} {rng.randint(1, 170)}"
    return PersonDraft(
        given_name=rng.choice(GIVEN),
        family_name=rng.choice(FAMILY) + rng.choice(ENDINGS),
        national_id=number,
        phone=f"{rng.randint(40_000_000, 49_999_999)}",
        address=Address(place, "2211", "Lia"),
    )


def _number(rng: random.Random, born: date) -> str:
    while True:
        digits = f"{born:%d}{born.month + 80:02}{born:%y}{rng.randrange(500):03}"
        for weights in ((3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)):
            total = sum(int(each) * weight for each, weight in zip(digits, weights, strict=True))
            if -total % 11 == 10:
                break
            digits += str(-total % 11)
        else:
            return digits
