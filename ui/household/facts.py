"""Persons and households in a few words, for cards and headers."""

from datetime import date

from app.core.ages import age
from app.core.text import HARD_BLANK, plural
from app.people.model import Address, AddressProtection, Household, Member, Person, Role
from ui.kit.cards import Fact
from ui.labels import capital, day, title_word, word

HIDDEN = "Skjermet"


def age_words(born: date | None, today: date) -> str:
    """«37 år», or nothing when the day is not known."""
    return f"{age(born, today)} år" if born else ""


def member_words(member: Member, today: date) -> str:
    """«9 år · barn · bor her», or «Barn · bor her»."""
    parts = (age_words(member.birth_date, today), word(member.role), word(member.presence))
    return capital(" · ".join(part for part in parts if part))


def living(household: Household, today: date) -> tuple[Member, ...]:
    """Those who belong to it on a day."""
    return tuple(
        member for member in household.members if member.until is None or member.until > today
    )


def household_words(household: Household | None, today: date) -> str:
    """«Husstand 12 · 1 voksen, 2 barn»."""
    if household is None:
        return "Ingen husstand"
    members = living(household, today)
    children = sum(member.role is Role.CHILD for member in members)
    parts = [plural(len(members) - children, "voksen", "voksne")]
    if children:
        parts.append(plural(children, "barn", "barn"))
    return f"Husstand {household.id} · {', '.join(parts)}"


def address_words(address: Address | None) -> str:
    """«c/o Nilsen, Testbakken 12, 2211 Lia»; the postal place stays on one line."""
    if address is None:
        return ""
    care_of = f"c/o {address.care_of}" if address.care_of else ""
    place = f"{address.postal_code} {address.postal_place}".strip().replace(" ", HARD_BLANK)
    return ", ".join(part for part in (care_of, address.line, place) if part)


def number_words(person: Person) -> str:
    """The number that holds now, masked."""
    number = person.national_id
    return number.mask() if number else ""


def person_facts(person: Person, household: Household | None, today: date) -> list[Fact]:
    """What two records are compared by; a protected address is not among it."""
    protected = person.protection is not AddressProtection.NONE
    return [
        Fact("Navn", person.name),
        Fact("Født", day(person.birth_date)),
        Fact("Nummer", number_words(person)),
        Fact("Telefon", person.phone),
        Fact("E-post", person.email),
        Fact("Adresse", HIDDEN if protected else address_words(person.address)),
        Fact("Adressesperre", title_word(person.protection)),
        Fact("Husstand", household_words(household, today) if household else ""),
    ]
