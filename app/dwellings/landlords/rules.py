"""What must hold of an owner's details and of an agreement. Pure."""

from collections.abc import Iterator

from app.core.errors import Problem
from app.core.numbers import NumberKind, identify
from app.dwellings.landlords.model import Cooperation, DoneBy, OwnerDraft, OwnerTask

_NUMBERS = (("org_number", NumberKind.ORGANISATION), ("rent_account", NumberKind.ACCOUNT))


def check(draft: OwnerDraft) -> Iterator[Problem]:
    """What is wrong with an owner as typed."""
    if not draft.name.strip():
        yield Problem("name", "name_missing")
    for name, kind in _NUMBERS:
        value = str(getattr(draft, name)).strip()
        checked = identify(value, kind)[0] if value else None
        if checked is not None and not checked.ok:
            yield Problem(name, checked.code)


def task_problems(tasks: dict[OwnerTask, DoneBy], details: OwnerDraft | None) -> Iterator[Problem]:
    """An owner who writes the lease must have an address that an order can go to (DOC-11)."""
    writes = tasks.get(OwnerTask.WRITE_LEASE) is DoneBy.OWNER
    if writes and details is not None and not (details.street and details.postal_code):
        yield Problem(OwnerTask.WRITE_LEASE, "owner_address_missing", "DOC-11")


def agreement_problems(agreed: Cooperation) -> Iterator[Problem]:
    """An agreement has a day it holds from and a later day to look it over; topics are told."""
    if agreed.since is None:
        yield Problem("since", "day_missing")
    elif agreed.revise_on is not None and agreed.revise_on <= agreed.since:
        yield Problem("revise_on", "revision_before_start", "DOC-11")
    if agreed.revise_on is None:
        yield Problem("revise_on", "revision_missing", "DOC-11")
    if agreed.information.strip() and not agreed.information_basis.strip():
        yield Problem("information_basis", "information_basis_missing", "DOC-11")
