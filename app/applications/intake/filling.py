"""What is registered of a request, as it stands on the form. Pure.

No address of anyone whose address is protected, no number of anyone in full.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from app.applications.intake.model import (
    AssetKind,
    ExpenseKind,
    IncomeKind,
    Intake,
    Paper,
    Representative,
    RepresentativeKind,
)
from app.applications.intake.sheet import Told
from app.applications.model import Application, ApplicationKind, NeedCategory
from app.core.cases import CaseKind
from app.core.days import short_day
from app.core.money import Ore, format_kroner
from app.core.records import dataclass
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection, Member, Person, Presence, Role

CROSS = "x"


@dataclass(frozen=True, slots=True, repr=False)
class Registered:
    """Everything of one request. `members` are those of the household now, with their records."""

    application: Application
    cases: frozenset[CaseKind]
    intake: Intake
    members: tuple[tuple[Member, Person], ...]
    papers: tuple[Paper, ...] = ()
    representative: Representative | None = None
    consents: tuple[Consent, ...] = ()

    @property
    def secret(self) -> bool:
        """Whether the address of anyone in the household is protected."""
        free = AddressProtection.NONE
        return any(person.protection is not free for _, person in self.members)

    def with_role(self, *roles: Role) -> tuple[tuple[Member, Person], ...]:
        """Members in one of the roles, in the order they came."""
        return tuple(pair for pair in self.members if pair[0].role in roles)


def told(known: Registered) -> Told:
    """The form filled in."""
    fields = {
        **_people(known),
        **_intake(known.intake, known.secret),
        **_application(known),
        **_representative(known.representative, known.secret),
        **_consents(known.consents, known.secret),
    }
    return Told(
        {name: value for name, value in fields.items() if value},
        frozenset(_ticks(known)),
        dict(_answers(known.intake)),
        _rows(known),
    )


def _day(day: date | None) -> str:
    return "" if day is None else short_day(day)


def _sum(value: Ore | None) -> str:
    return "" if value is None else format_kroner(value, unit=False)


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _people(known: Registered) -> dict[str, str]:
    fields: dict[str, str] = {}
    for section, role in (("applicant", Role.APPLICANT), ("co_applicant", Role.CO_APPLICANT)):
        for _, person in known.with_role(role)[:1]:
            number = person.national_id
            fields[f"{section}.name"] = person.name
            fields[f"{section}.number"] = "" if number is None else number.mask()
            fields[f"{section}.phone"] = person.phone
            fields[f"{section}.email"] = person.email
            fields[f"{section}.interpreter"] = person.interpreter_language
            if section == "applicant" and person.address is not None and not known.secret:
                fields["applicant.address"] = person.address.line
                fields["applicant.postal_code"] = person.address.postal_code
                fields["applicant.place"] = person.address.postal_place
    return fields


def _intake(intake: Intake, secret: bool) -> dict[str, str]:
    return {
        "applicant.employer": intake.employer,
        "residence.residence_since": _day(intake.residence_since),
        "residence.close_tie": intake.close_tie,
        "residence.permit_until": _day(intake.permit_until),
        "home.landlord": "" if secret else intake.landlord,
        "home.rent": _sum(intake.present_rent),
        "home.bedrooms_now": _count(intake.present_bedrooms),
        "home.lease_ends": _day(intake.lease_ends_on),
        "home.must_leave": _day(intake.must_leave_on),
        "reason.tried": intake.tried_otherwise,
        "earlier.rented_where": "" if secret else intake.rented_where,
        "earlier.rented_until": _day(intake.rented_until),
        "earlier.owed": _sum(intake.owed),
        "earlier.owed_plan": _day(intake.owed_plan_on),
        "earlier.evicted": _day(intake.evicted_on),
        "earlier.breach": _day(intake.breach_on),
        "needs.floor_area": _count(intake.floor_area),
        "needs.area": intake.area_wanted,
        "needs.school": intake.school,
        "help.help": intake.help_text,
    }


def _application(known: Registered) -> dict[str, str]:
    draft = known.application.draft
    return {
        "home.housing": "" if known.secret else draft.present_housing,
        "reason.reason": draft.reason,
        "needs.bedrooms": _count(draft.bedrooms),
        "needs.wishes": draft.wishes,
        "office.received": _day(known.application.received_on),
        "office.case": known.application.number,
    }


def _representative(who: Representative | None, secret: bool) -> dict[str, str]:
    if who is None:
        return {}
    if secret and who.kind is RepresentativeKind.PARENT:
        who = replace(who, line="", postal_code="", postal_place="")
    return {
        "representative.representative": who.name,
        "representative.organisation": who.organisation,
        "representative.representative_address": who.line,
        "representative.postal_code": who.postal_code,
        "representative.place": who.postal_place,
        "representative.phone": who.phone,
        "representative.email": who.email,
        "representative.since": _day(who.since),
        "representative.until": _day(who.until),
    }


def _consents(consents: Iterable[Consent], secret: bool) -> dict[str, str]:
    fields: dict[str, str] = {}
    for consent in consents:
        hidden = secret and consent.scope is ConsentScope.TALK_WITH_LANDLORD
        fields.setdefault(f"consent.{consent.scope}.consent_body", "" if hidden else consent.body)
        fields.setdefault(f"consent.{consent.scope}.consent_until", _day(consent.until))
    return fields


_KINDS = {
    ApplicationKind.NEW: "wanted_new",
    ApplicationKind.SWAP: "wanted_swap",
    ApplicationKind.RENEWAL: "wanted_renewal",
}


def _ticks(known: Registered) -> Iterator[str]:
    intake, draft = known.intake, known.application.draft
    if CaseKind.ALLOCATION in known.cases:
        yield _KINDS[draft.kind]
    if CaseKind.HOUSING_HELP in known.cases:
        yield "wanted_help"
    if CaseKind.TEMPORARY_STAY in known.cases:
        yield "wanted_temporary"
    if NeedCategory.NO_ROOF_NEXT_NIGHT in draft.needs:
        yield "wanted_tonight"
    if known.secret:
        yield "address_secret"
    for _, person in known.with_role(Role.APPLICANT)[:1]:
        yield f"language_{person.language}"
    for prefix, one in (
        ("marital_status", intake.marital_status),
        ("legal_stay", intake.legal_stay),
        ("tenure", intake.tenure),
    ):
        if one is not None:
            yield f"{prefix}_{one}"
    yield from (f"requirement_{each}" for each in intake.requirements)
    yield from (f"hindrance_{each}" for each in intake.hindrances)
    yield from (f"help_need_{each}" for each in intake.help_needs)
    yield from (f"paper_kind_{paper.kind}" for paper in known.papers if paper.received_on)
    yield from (f"consent_scope_{consent.scope}" for consent in known.consents)
    if known.representative is not None:
        yield f"representative_kind_{known.representative.kind}"


def _answers(intake: Intake) -> Iterator[tuple[str, bool]]:
    for question, answer in (
        ("registered", intake.registered_here),
        ("institution", intake.in_institution),
        ("by_agreement", intake.by_agreement),
        ("reunion", intake.family_reunion),
        ("cares", intake.cares_for_child),
        ("guardian_consent", intake.guardian_consent),
        ("rented_before", intake.rented_before),
    ):
        if answer is not None:
            yield question, answer


def _rows(known: Registered) -> dict[str, tuple[tuple[str, ...], ...]]:
    intake = known.intake
    children = known.with_role(Role.CHILD)
    return {
        "children": tuple((member.name, _day(member.birth_date), *_crosses(member))
                          for member, _ in children),
        "others": tuple((member.name, _day(member.birth_date), "")
                        for member, _ in known.with_role(Role.ADULT)),
        "income": tuple(_income_row(known, kind) for kind in IncomeKind),
        "wealth": tuple((_total(a.value for a in intake.assets if a.kind is kind),)
                        for kind in AssetKind),
        "expenses": tuple((_total(e.monthly for e in intake.expenses if e.kind is kind),)
                          for kind in ExpenseKind),
        "loans": tuple(
            (loan.creditor, loan.reference, _sum(loan.original), _sum(loan.remaining),
             _sum(loan.monthly))
            for loan in intake.loans
        ),
    }  # fmt: skip


def _crosses(member: Member) -> tuple[str, ...]:
    return tuple(CROSS if member.presence is each else "" for each in Presence)


def _income_row(known: Registered, kind: IncomeKind) -> tuple[str, ...]:
    first = {member.person for member, _ in known.with_role(Role.APPLICANT)}
    second = {member.person for member, _ in known.with_role(Role.CO_APPLICANT)}
    of = [income for income in known.intake.incomes if income.kind is kind]
    return (
        _total(each.monthly for each in of if each.person in first),
        _total(each.monthly for each in of if each.person in second),
        _total(each.monthly for each in of if each.person not in first | second),
    )


def _total(sums: Iterable[Ore]) -> str:
    told_sums = list(sums)
    return _sum(Ore(sum(told_sums))) if told_sums else ""
