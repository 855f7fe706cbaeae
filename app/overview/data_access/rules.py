"""What may be told the person of a row, and what is somebody else's. Pure (PV-04, ADR-03)."""

import re

from app.core.ids import PersonId
from app.overview.data_access.model import Held, HeldFact, Withheld

OTHERS = frozenset(
    {
        ("consent_request", "name"),
        ("economy_child", "name"),
        ("economy_child", "birth_date"),
        ("lease", "guarantor"),
        ("lease_report_told", "source_note"),
        ("representative", "line"),
        ("representative", "postal_code"),
        ("representative", "postal_place"),
        ("representative", "phone"),
        ("representative", "email"),
        ("tenant_death", "contact_name"),
        ("tenant_death", "contact_line"),
        ("tenant_death", "contact_postal_code"),
        ("tenant_death", "contact_place"),
    }
)
"""Columns about other people than the one who asks."""
PROGRAMS_OWN = frozenset({"search_text", "sort_key", "rule_versions", "digest", "id"})
_SAFE = frozenset({"number", "given_name", "family_name"})
"""Words that are a name or a number."""
_PLACES = frozenset(
    {
        "budget",
        "cooperation_agreement",
        "door_key",
        "dwelling",
        "followup_need",
        "goal",
        "measure",
        "stay_place",
        "unit_contact",
        "vedtak_condition",
    }
)
"""What is pointed at and called by a place, or by words that may name one."""
CODED = re.compile(r"[a-z0-9_.:/+-]*")
"""What is a code, a day or a number, and no words."""


def told(
    table: str, column: str, value: Held, target: str, person: PersonId, *, hidden: bool
) -> HeldFact:
    """One value as the person may read it.

    Where an address is protected only codes, days and sums are told: words may name a place, and
    are read with the officer instead (ADR-03, ADR-05, ADR-07).
    """
    if value is None or value == "":
        return HeldFact(column, value)
    if (table, column) in OTHERS or (target == "person" and value != person):
        return HeldFact(column, None, withheld=Withheld.OTHERS, target=target)
    if hidden and (target in _PLACES or _may_tell_where(table, column, value)):
        return HeldFact(column, None, withheld=Withheld.SHIELDED, target=target)
    return HeldFact(column, value, target=target)


def _may_tell_where(table: str, column: str, value: Held) -> bool:
    """Whether it is words and no code; of an address everything is."""
    if table == "person_address":
        return isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    return isinstance(value, str) and column not in _SAFE and CODED.fullmatch(value) is None
