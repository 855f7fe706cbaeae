"""What a row becomes in the register, and what the register would refuse it for. Pure."""

from collections.abc import Iterator
from datetime import date

from app.applications import rules as application_rules
from app.applications import state_rules
from app.applications.model import ApplicationDraft, ApplicationState
from app.core.errors import Problem
from app.core.ids import DwellingId, PersonId
from app.dwellings import rules as dwelling_rules
from app.leases.model import ImportedLease
from app.people.model import AddressProtection, PersonDraft
from app.transfer.model import (
    ApplicantRow,
    DwellingRow,
    KoboColumn,
    LeaseDraft,
    WaitingColumn,
)

_DWELLING_FIELDS = {
    "street": KoboColumn.STREET,
    "unit_number": KoboColumn.UNIT_NUMBER,
    "postal_code": KoboColumn.POSTAL_CODE,
    "municipality_number": KoboColumn.MUNICIPALITY,
    "owner_org_number": KoboColumn.OWNER_NUMBER,
    "rent": KoboColumn.RENT,
    "bedrooms": KoboColumn.BEDROOMS,
    "status_since": KoboColumn.STATUS_SINCE,
}
_APPLICANT_FIELDS = {
    "received_on": WaitingColumn.APPLIED_ON,
    "state_since": WaitingColumn.APPLIED_ON,
    "children_told": WaitingColumn.CHILDREN,
    "applicant.national_id": WaitingColumn.NATIONAL_ID,
    "applicant.birth_date": WaitingColumn.NATIONAL_ID,
    "applicant.family_name": WaitingColumn.NAME,
}


def application(
    row: ApplicantRow, applicant: PersonId | PersonDraft, today: date
) -> ApplicationDraft:
    """The application a list tells of: granted before, now waiting for a dwelling.

    Of one whose address is protected nothing is kept about where they live (ADR-02, ADR-03). A
    day that is not told is the day of the take-in, and marked.
    """
    received = row.applied_on or today
    open_address = row.person.protection is AddressProtection.NONE
    return ApplicationDraft(
        applicant=applicant,
        received_on=received,
        group=row.group,
        children_told=row.children,
        present_housing=row.lives_now if open_address else "",
        note=row.remark,
        to_check=row.person.to_check,
        state=ApplicationState.GRANTED_WAITING,
        state_since=received,
    )


def lease(
    row: DwellingRow, told: LeaseDraft, tenant: PersonId, dwelling: DwellingId
) -> ImportedLease:
    """The tenancy a dwelling row tells of."""
    return ImportedLease(
        tenant,
        dwelling,
        told.start,
        told.end,
        told.open_ended,
        row.draft.rent,
        to_check=row.draft.to_check,
    )


def objections(row: DwellingRow | ApplicantRow, today: date) -> Iterator[tuple[str, str]]:
    """Field and code of everything the register would refuse the row for."""
    if isinstance(row, DwellingRow):
        fields: dict[str, str] = {**_DWELLING_FIELDS}
        problems = dwelling_rules.check(row.draft, today)
    else:
        fields = {**_APPLICANT_FIELDS}
        problems = _applicant_problems(row, today)
    for problem in problems:
        if problem.blocks:
            yield fields.get(problem.field, ""), problem.code


def _applicant_problems(row: ApplicantRow, today: date) -> tuple[Problem, ...]:
    draft = application(row, row.person, today)
    strict = row.person.protection is AddressProtection.STRICTLY_CONFIDENTIAL
    return (
        *application_rules.check(draft, today, row.person.birth_date, strict),
        *state_rules.takeover_problems(draft, today),
    )
