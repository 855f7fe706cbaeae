"""Who lives in a rented home, and what the landlord knows of each. Pure."""

from collections.abc import Iterator
from datetime import date

from app.leases.model import Lease
from app.leases.residents.model import (
    Consent,
    ConsentState,
    Resident,
    ResidentStanding,
    SubTenant,
    Tie,
)
from app.people.model import Member, Person

_STANDINGS = {
    ConsentState.NOT_NEEDED: ResidentStanding.NOT_NEEDED,
    ConsentState.WAITING: ResidentStanding.WAITING,
    ConsentState.ANSWER_READY: ResidentStanding.WAITING,
    ConsentState.CONSENTED: ResidentStanding.CONSENTED,
    ConsentState.DEEMED_CONSENT: ResidentStanding.DEEMED_CONSENT,
    ConsentState.REFUSED: ResidentStanding.REFUSED,
}


def residents_of(
    lease: Lease,
    tenant: Person,
    members: tuple[Member, ...],
    consents: tuple[Consent, ...],
    day: date,
) -> tuple[Resident, ...]:
    """The tenant, those who live with the tenant, and approved sub-tenants."""
    first = Resident(Tie.TENANT, tenant.name, ResidentStanding.TENANT, tenant.id, lease.draft.start)
    asked = {each.request.person: each for each in reversed(consents) if each.request.person}
    return (
        first,
        *(_member(lease, each, asked.get(each.person)) for each in members),
        *_sub_tenants(consents, day),
    )


def _member(lease: Lease, member: Member, asked: Consent | None) -> Resident:
    standing = ResidentStanding.NOT_ASKED
    if asked is not None:
        standing = _STANDINGS.get(asked.state, ResidentStanding.NOT_ASKED)
    elif lease.signed_on is not None and member.since <= lease.signed_on:
        standing = ResidentStanding.FROM_THE_START
    return Resident(
        Tie.MEMBER, member.name, standing, member.person, member.since, until=member.until
    )


def _sub_tenants(consents: tuple[Consent, ...], day: date) -> Iterator[Resident]:
    by_request = {each.request.id: each for each in consents}
    for found in sub_tenants(consents, day):
        standing = _STANDINGS[by_request[found.request].state]
        yield Resident(
            Tie.SUB_TENANT,
            found.name,
            standing,
            found.person,
            found.since,
            found.until,
            gets_copy=True,
        )


def sub_tenants(consents: tuple[Consent, ...], day: date) -> tuple[SubTenant, ...]:
    """Those who rent of the tenant that day with the landlord's consent (HL-36, HL-77)."""
    found = []
    for each in consents:
        draft = each.request.draft
        begun = draft.since is None or draft.since <= day
        over = draft.until is not None and draft.until < day
        if draft.kind.sublet and each.state.lets_in and begun and not over:
            found.append(
                SubTenant(
                    each.request.id, draft.name, each.request.person, draft.since, draft.until
                )
            )
    return tuple(found)
