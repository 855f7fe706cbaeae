"""What must hold about the office and its passphrases. Pure."""

import re
from collections.abc import Iterator

from app.core.errors import Problem
from app.core.numbers import NumberKind, identify
from app.settings.model import OfficeProfile, OfficerDraft

SHORTEST = 14
FEWEST_WORDS = 4


def check_profile(profile: OfficeProfile) -> tuple[Problem, ...]:
    """What is wrong with the office's own details, field by field."""
    return tuple(_profile_problems(profile))


def _profile_problems(profile: OfficeProfile) -> Iterator[Problem]:
    if not profile.municipality.strip():
        yield Problem("municipality", "municipality_missing")
    if not profile.name.strip():
        yield Problem("name", "office_name_missing")
    for field, value, kind in (
        ("org_number", profile.org_number, NumberKind.ORGANISATION),
        ("postal_code", profile.postal_code, NumberKind.POSTCODE),
        ("rent_account", profile.rent_account, NumberKind.ACCOUNT),
        ("municipality_number", profile.municipality_number, NumberKind.MUNICIPALITY),
    ):
        checked = identify(value, kind)[0] if value else None
        if checked is not None and not checked.ok:
            yield Problem(field, checked.code)
        elif checked is not None and checked.warning:
            yield Problem(field, checked.warning, blocks=False)
    if not profile.duties:
        yield Problem("duties", "duties_missing")


def check_officer(draft: OfficerDraft) -> tuple[Problem, ...]:
    """What is wrong with a new way in."""
    return tuple(_officer_problems(draft))


def _officer_problems(draft: OfficerDraft) -> Iterator[Problem]:
    if not draft.name.strip():
        yield Problem("name", "name_missing")
    yield from check_passphrase(draft.passphrase)


def check_passphrase(passphrase: str) -> Iterator[Problem]:
    """At least 14 characters, or four words of three letters or more; not one thing repeated."""
    words = re.findall(r"\w{3,}", passphrase)
    long_enough = len(passphrase) >= SHORTEST or len(set(words)) >= FEWEST_WORDS
    if not long_enough:
        yield Problem("passphrase", "passphrase_too_short", facts={"length": len(passphrase)})
    elif len(set(passphrase.casefold())) < 5:
        yield Problem("passphrase", "passphrase_too_plain")
