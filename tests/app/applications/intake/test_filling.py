"""A registered request, printed on its form: everything told is read on it, and nothing secret."""

from dataclasses import replace
from datetime import date

import page
import pytest

from app.applications.intake.filling import CROSS, Registered, told
from app.applications.intake.model import (
    Income,
    IncomeKind,
    Intake,
    Representative,
    RepresentativeKind,
)
from app.applications.intake.service import Intakes
from app.core.cases import CaseKind
from app.core.ids import ApplicationId
from app.core.money import kroner
from app.core.text import Language
from app.office import Office
from app.people.consents.model import Consent, ConsentScope
from app.people.model import AddressProtection
from tests.app.applications.intake.conftest import RECEIVED
from tests.app.applications.intake.contents import a_full_form
from tests.app.documents import reading
from tests.factories import a_number


@pytest.fixture
def known(office: Office, intakes: Intakes, family: ApplicationId) -> ApplicationId:
    """The family with a full form, one who speaks for them and a consent."""
    application = office.applications.get(family)
    mother, partner, *_ = [
        member.person for member in office.people.household(application.household).members
    ]
    incomes = (
        Income(mother, IncomeKind.WORK, kroner(12_000)),
        Income(mother, IncomeKind.WORK, kroner(500)),
        Income(partner, IncomeKind.PENSION, kroner(15_000)),
    )
    intakes.save(family, replace(a_full_form(), application=family, incomes=incomes))
    office.applications.open_case(family, CaseKind.HOUSING_HELP)
    intakes.add_representative(
        Representative(mother, RepresentativeKind.AGENT, "Vera Vergesen", RECEIVED)
    )
    until = date(2027, 6, 30)
    office.consents.add(Consent(mother, ConsentScope.FETCH_NAV, RECEIVED, until, "om ytelser"))
    return family


def registered(office: Office, application: ApplicationId) -> Registered:
    """As the service reads it."""
    return office.intake.registered(application)


def test_everything_told_stands_in_its_place(office: Office, known: ApplicationId) -> None:
    form = told(registered(office, known))
    assert form.fields["applicant.employer"] == "Lia bakeri"
    assert form.fields["home.rent"] == "9\N{NO-BREAK SPACE}000"
    assert form.fields["home.lease_ends"] == "31.01.2027"
    assert form.fields["earlier.owed"] == "0"
    assert form.fields["reason.reason"] == "for trangt"
    assert form.fields["representative.representative"] == "Vera Vergesen"
    assert form.fields["consent.fetch_nav.consent_until"] == "30.06.2027"
    assert form.answers == {"registered": True, "institution": False, "rented_before": False}
    assert form.ticks >= {
        "wanted_new",
        "wanted_help",
        "tenure_rents_privately",
        "marital_status_separated",
        "requirement_quiet",
        "hindrance_debt",
        "help_need_economy",
        "paper_kind_identity",
        "consent_scope_fetch_nav",
        "representative_kind_agent",
        "language_nb",
    }
    assert "paper_kind_income" not in form.ticks
    assert "wanted_temporary" not in form.ticks


def test_tables_hold_sums_by_person_and_children_by_presence(
    office: Office, known: ApplicationId
) -> None:
    rows = told(registered(office, known)).rows
    kinds = list(IncomeKind)
    work, pension = kinds.index(IncomeKind.WORK), kinds.index(IncomeKind.PENSION)
    assert rows["income"][work] == ("12\N{NO-BREAK SPACE}500", "", "")
    assert rows["income"][pension] == ("", "15\N{NO-BREAK SPACE}000", "")
    assert [row[2:] for row in rows["children"]] == [(CROSS, "", ""), ("", CROSS, "")]
    assert [row[0] for row in rows["loans"]] == ["Banken", "Finans AS"]


@pytest.mark.parametrize("language", list(Language))
def test_the_print_is_archival_and_names_the_request(
    office: Office, intakes: Intakes, known: ApplicationId, language: Language
) -> None:
    applicant = office.applications.get(known).applicant
    person = office.people.get(applicant)
    with office.unit("person.corrected") as unit:
        unit.update("person", person.id, language=language, phone="98 76 54 32")
    data = intakes.filled_form(known)
    for profile in ("2a", "ua1"):
        assert page.is_pdf_compliant_bytes(data, profile=profile)
    text = reading.text(data)
    assert "S2026-001" in text
    assert person.name in text
    assert a_number(date(1980, 1, 1), 0) not in text
    assert "Testbakken 12" in text


def test_a_protected_address_is_not_printed(
    office: Office, intakes: Intakes, known: ApplicationId
) -> None:
    applicant = office.applications.get(known).applicant
    mother = Representative(
        applicant, RepresentativeKind.PARENT, "Mor Testmo", RECEIVED, line="Skjulvegen 1"
    )
    intakes.add_representative(replace(mother, since=date(2026, 11, 3)))
    landlord = ConsentScope.TALK_WITH_LANDLORD
    office.consents.add(Consent(applicant, landlord, RECEIVED, None, "i Skjulvegen 1"))
    office.people.protect(applicant, AddressProtection.CONFIDENTIAL, "Folkeregisteret")
    text = reading.text(intakes.filled_form(known))
    assert "Testbakken" not in text
    assert "Ola Utleier" not in text
    assert "Skjulvegen" not in text
    assert "Mor Testmo" in text
    assert "Lia bakeri" in text


def test_a_long_story_runs_on_and_more_children_get_more_rows(
    office: Office, intakes: Intakes, family: ApplicationId
) -> None:
    story = "Vi har bodd trangt lenge. " * 300
    intakes.save(family, replace(intakes.of(family), tried_otherwise=story, help_text=story))
    data = intakes.filled_form(family)
    assert reading.text(data).count("trangt") >= 600
    assert page.is_pdf_compliant_bytes(data, profile="ua1")


def test_an_empty_request_has_an_empty_form(
    office: Office, intakes: Intakes, family: ApplicationId
) -> None:
    known = registered(office, family)
    form = told(replace(known, intake=Intake(family), members=()))
    assert form.answers == {}
    assert form.fields == {
        "reason.reason": "for trangt",
        "office.received": "02.11.2026",
        "office.case": "S2026-001",
    }
