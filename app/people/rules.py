"""What must hold about a person; who may be the same one. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from app.core.errors import OfficeError, Problem
from app.core.national_id import NationalId, parse_national_id
from app.core.order import search_words
from app.people.model import AddressProtection, Person, PersonDraft

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SAME_NAME = 92  # of 100; tried on spelling variants of Norwegian names


def check(draft: PersonDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a draft, field by field."""
    return tuple(_problems(draft, today))


def _problems(draft: PersonDraft, today: date) -> Iterator[Problem]:
    if not (draft.given_name + draft.family_name).strip():
        # a sheet may know a tenant by number alone; that one is marked and let in
        yield Problem("family_name", "name_missing", blocks=draft.to_check != "name_missing")
    if draft.national_id:
        try:
            parse_national_id(draft.national_id)
        except OfficeError as error:
            yield Problem("national_id", error.code, "ID-01")
    if draft.birth_date and draft.birth_date > today:
        yield Problem("birth_date", "birth_date_in_future")
    if draft.email and not _EMAIL.fullmatch(draft.email):
        yield Problem("email", "email_unreadable")
    strict = draft.protection is AddressProtection.STRICTLY_CONFIDENTIAL
    if strict and draft.address is not None:
        yield Problem("address", "address_not_to_be_kept", "ADR-02")


def birth_date(draft: PersonDraft) -> date | None:
    """The day that was typed, else the one an older number suggests (ID-02)."""
    if draft.birth_date or not draft.national_id:
        return draft.birth_date
    return parse_national_id(draft.national_id).birth_date


def search_text(
    given_name: str, family_name: str, numbers: tuple[NationalId, ...], phone: str
) -> str:
    """What a person is found by: names without marks, every number, the phone."""
    digits = " ".join(number.digits for number in numbers)
    return f"{search_words(f'{given_name} {family_name}')} {digits} {''.join(phone.split())}"


def may_be_same(one: Person, other: Person) -> bool:
    """Whether two records may be of one person: a shared number, or like names and same birth."""
    numbers = {known.number.digits for known in one.numbers}
    if numbers & {known.number.digits for known in other.numbers}:
        return True
    alike = fuzz.token_sort_ratio(search_words(one.name), search_words(other.name)) >= SAME_NAME
    return alike and one.birth_date == other.birth_date
