"""What a vedtak holds beside the answer: prefilled, kept, frozen, copied and forgotten."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest

from app.allocation.eligibility.model import Criterion, Met
from app.applications.intake.model import Representative, RepresentativeKind
from app.applications.model import ApplicationDraft, ApplicationKind
from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.errors import Invalid
from app.core.ids import ApplicationId, DocumentId, Ref
from app.core.text import Language
from app.decisions.content import store as content_store
from app.decisions.content.model import Plan, Service, StartPart
from app.decisions.model import VedtakKind
from app.letters.model import Channel, DocumentKind
from app.office import Office
from app.people.model import AddressProtection
from app.settings.model import LegalBasisDraft
from tests.app.decisions.desk import Desk, a_grant, help_granted, stay_granted

TODAY = date(2026, 11, 23)


def _case(desk: Desk, case: CaseKind) -> ApplicationId:
    """The case of this kind; opened with the application when it is another."""
    if case is CaseKind.ALLOCATION:
        return desk.application
    return desk.applications.open_case(desk.application, case)


@pytest.mark.parametrize(
    ("case", "kind", "body"),
    [
        (CaseKind.ALLOCATION, VedtakKind.MUNICIPAL_DWELLING, "Lia kommunale klagenemnd"),
        (CaseKind.HOUSING_HELP, VedtakKind.HOUSING_HELP, "Statsforvalteren"),
        (CaseKind.TEMPORARY_STAY, VedtakKind.TEMPORARY_STAY, "Statsforvalteren"),
    ],
)
def test_each_case_begins_with_its_own_act_and_appeal_body(
    office: Office, case: CaseKind, kind: VedtakKind, body: str
) -> None:
    desk = Desk(office)
    draft = desk.decisions.get(desk.decisions.draft(_case(desk, case))).draft
    basis = office.settings.legal_basis(case, TODAY)
    assert draft.kind is kind
    assert body in draft.appeal_body
    assert (draft.legal_basis, draft.legal_paragraph) == (basis.name, basis.paragraph)
    assert draft.appeal_weeks == basis.appeal_weeks == 3
    assert bool(draft.start_package) == kind.moves_in
    assert (draft.term_months is not None) == kind.dwells
    assert draft.responsible_unit == office.settings.profile.name


def test_the_letter_and_the_last_day_follow_the_weeks_of_the_basis(office: Office) -> None:
    four = LegalBasisDraft(
        case=CaseKind.ALLOCATION,
        name="forskrift om tildeling av bolig",
        paragraph="§ 9",
        appeal_body="Lia klagenemnd",
        appeal_weeks=4,
        valid_from=date(2026, 11, 1),
        source="Sak 12/26",
    )
    office.settings.set_legal_basis(four)
    desk = Desk(office)
    vedtak = desk.drafted()
    said = str(desk.decisions.preview(vedtak).blocks)
    assert "fire uker" in said
    assert "Vedtaket bygger på forskrift om tildeling av bolig, § 9." in said
    document = desk.decisions.issue(vedtak)
    assert isinstance(document, int)
    versions = dict(desk.decisions.get(vedtak).rule_versions)
    assert versions["legal_basis.allocation"] == date(2026, 11, 1)
    desk.letters.sent(DocumentId(document), TODAY, Channel.DELIVERED_BY_HAND, "x")
    deadline = desk.decisions.appeal_deadline(vedtak)
    assert deadline is not None
    assert deadline.nominal == date(2026, 12, 21)


def test_everything_that_is_saved_is_read_back(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.decisions.draft(desk.application)
    whole = stay_granted(
        services=(Service("Råd", "Husleien blir betalt", "Nav"),),
        start_package=(StartPart.KEYS,),
        plan=Plan.INDIVIDUAL_PLAN,
        plan_maker="Teamet",
        cooperation=True,
        disadvantaged=False,
        appeal_weeks=4,
        short_reason="Grunn",
        dispensation_text="Unntak",
    )
    desk.decisions.save_draft(vedtak, whole)
    read = desk.decisions.get(vedtak).draft
    assert read.services[0].id
    assert replace(read, services=(), conditions=()) == replace(whole, services=(), conditions=())
    desk.decisions.save_draft(vedtak, replace(read, services=(*read.services, Service("Ny"))))
    again = desk.decisions.get(vedtak).draft.services
    assert [again[0].id, again[1].service] == [read.services[0].id, "Ny"]
    office.history.undo()
    assert desk.decisions.get(vedtak).draft == read


@pytest.mark.parametrize("column", content_store.COLUMNS)
def test_nothing_of_it_changes_when_it_is_issued(office: Office, column: str) -> None:
    desk = Desk(office)
    opened = _case(desk, CaseKind.TEMPORARY_STAY)
    vedtak = desk.decisions.draft(opened)
    desk.decisions.save_draft(vedtak, stay_granted())
    desk.decisions.issue(vedtak)
    other = {"plan": "malplan", "start_package": '["keys"]', "help_measures": '["economy"]'}
    value: object = other.get(column, 1 if column in content_store.FLAGS else "annet")
    if column in {"caseworker_impartial", "disadvantaged"}:
        value = 0
    if column == "appeal_weeks":
        value = 9
    with pytest.raises(sqlite3.IntegrityError, match="never changes"), office.unit("x") as unit:
        unit.update("vedtak", vedtak, **{column: value})


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE vedtak_service SET goal = 'annet'",
        "DELETE FROM vedtak_service",
        "INSERT INTO vedtak_service (vedtak, service) VALUES (1, 'a')",
    ],
)
def test_nor_do_its_services(office: Office, sql: str) -> None:
    desk = Desk(office)
    desk.decisions.issue(desk.drafted(services=(Service("Råd", "Mål", "Nav"),)))
    with pytest.raises(sqlite3.IntegrityError, match="never changes"), office.unit("x") as unit:
        unit.execute(sql)


def test_how_the_criteria_stood_is_kept_in_the_unit_that_decides(office: Office) -> None:
    desk = Desk(office)
    vedtak = desk.drafted()
    before = office.history.head().events
    desk.decisions.issue(vedtak)
    assert office.history.head().events == before + 1
    assert len(office.eligibility.kept(desk.application)) == 1


def test_help_is_not_judged_by_the_criteria_for_a_dwelling(office: Office) -> None:
    desk = Desk(office)
    opened = _case(desk, CaseKind.HOUSING_HELP)
    vedtak = desk.decisions.draft(opened)
    desk.decisions.save_draft(vedtak, help_granted())
    assert set(desk.decisions.suggested_reasons(vedtak)) == {"rules_text"}
    desk.decisions.issue(vedtak)
    assert office.eligibility.kept(opened) == ()


@pytest.mark.parametrize("language", list(Language))
def test_the_reasons_are_filled_in_the_readers_language(office: Office, language: Language) -> None:
    desk = Desk(office, language=language)
    vedtak = desk.decisions.draft(desk.application)
    found = desk.decisions.suggested_reasons(vedtak)
    explained = office.eligibility.explain(desk.application)
    told = office.eligibility.told(explained, language, you=True)
    for each in told:
        assert (each.words.rstrip(".") in found["facts_text"]) == (each.met is not Met.NOT_KNOWN)
    assert found["rules_text"].startswith("Vi har brukt")


def test_a_criterion_set_aside_must_stand_in_the_vedtak(office: Office) -> None:
    desk = Desk(office)
    known = office.intake.of(desk.application)
    lived = replace(known, residence_since=date(2026, 6, 1), by_agreement=False)
    office.intake.save(desk.application, replace(lived, family_reunion=False, close_tie=""))
    vedtak = desk.drafted()
    told = {each.code: each.blocks for each in desk.decisions.check(vedtak)}
    assert told["criterion_not_met"] is False
    office.eligibility.dispense(desk.application, Criterion.RESIDENCE, "Familien bor her.", "Leder")
    codes = {each.code for each in desk.decisions.check(vedtak) if each.blocks}
    assert codes == {"dispensation_missing"}
    words = desk.decisions.suggested_reasons(vedtak)["dispensation_text"]
    assert "Familien bor her" in words
    draft = desk.decisions.get(vedtak).draft
    desk.decisions.save_draft(vedtak, replace(draft, dispensation_text=words))
    assert "med dispensasjon" in desk.decisions.preview(vedtak).kind
    desk.decisions.issue(vedtak)


def _spokesman(desk: Desk, **changes: object) -> None:
    who = Representative(
        person=desk.person,
        kind=RepresentativeKind.GUARDIAN,
        name="Ola Testvik",
        since=date(2026, 1, 1),
        line="Testvegen 9",
        postal_code="2211",
        postal_place="Lia",
    )
    desk.office.intake.add_representative(replace(who, **changes))  # type: ignore[arg-type]  # its own fields


def test_the_one_who_speaks_for_the_person_gets_a_copy(office: Office) -> None:
    desk = Desk(office)
    _spokesman(desk)
    vedtak = desk.drafted()
    document = desk.decisions.issue(vedtak)
    rows = office.letters.of(Ref("vedtak", vedtak))
    assert {row.kind for row in rows} == {DocumentKind.VEDTAK, DocumentKind.VEDTAK_COPY}
    assert len(office.letters.to_send()) == 2
    assert isinstance(document, int)
    assert office.letters.get(DocumentId(document)).kind is DocumentKind.VEDTAK
    copy = next(row for row in rows if row.kind is DocumentKind.VEDTAK_COPY)
    desk.letters.sent(copy.id, TODAY, Channel.LETTER, "postlagt")
    assert desk.decisions.appeal_deadline(vedtak) is None, "the copy starts no period"


def test_one_without_an_address_is_named_only(office: Office) -> None:
    desk = Desk(office)
    _spokesman(desk, line="", phone="99 99 99 99")
    vedtak = desk.drafted()
    desk.decisions.issue(vedtak)
    assert len(office.letters.of(Ref("vedtak", vedtak))) == 1


def test_strengt_fortrolig_has_no_copy_kept(office: Office) -> None:
    strict = AddressProtection.STRICTLY_CONFIDENTIAL
    desk = Desk(office, protection=strict, address=None)
    _spokesman(desk)
    vedtak = desk.drafted()
    desk.decisions.issue(vedtak)
    assert [row.kept for row in office.letters.of(Ref("vedtak", vedtak))] == [False]


def test_shielding_takes_the_place_of_a_stay_out(office: Office) -> None:
    desk = Desk(office)
    opened = _case(desk, CaseKind.TEMPORARY_STAY)
    vedtak = desk.decisions.draft(opened)
    desk.decisions.save_draft(vedtak, stay_granted(stay_where="Testvegen 4"))
    desk.decisions.issue(vedtak)
    assert Ref("vedtak", vedtak) in office.people.places_of(desk.person)
    office.people.shield(desk.person, "politiet", "Mappe 7")
    assert desk.decisions.get(vedtak).draft.stay_where == ""


def test_two_names_are_asked_for_where_the_office_says_so(office: Office) -> None:
    desk = Desk(office)
    value = DatedValue(True, date(2026, 11, 1), source="Rådmannen 1/26")
    office.settings.override("local.vedtak_two_names", value)
    vedtak = desk.drafted()
    with pytest.raises(Invalid) as caught:
        desk.decisions.issue(vedtak)
    assert [problem.code for problem in caught.value.problems] == ["approver_missing"]
    draft = desk.decisions.get(vedtak).draft
    approved = replace(draft, approver_name="Berit Testdal", approver_impartial=True)
    desk.decisions.save_draft(vedtak, approved)
    desk.decisions.issue(vedtak)


def test_a_renewal_waits_on_no_list(office: Office) -> None:
    desk = Desk(office)
    again = desk.applications.register(
        ApplicationDraft(
            applicant=desk.person, received_on=date(2026, 11, 2), kind=ApplicationKind.RENEWAL
        )
    )
    vedtak = desk.decisions.draft(again)
    desk.decisions.save_draft(vedtak, a_grant(kind=VedtakKind.RENEWAL))
    desk.decisions.issue(vedtak)
    assert [place.row.id for place in desk.allocation.waiting_list()] == []


def test_the_reason_for_a_short_term_goes_on_to_the_lease(office: Office) -> None:
    desk = Desk(office)
    reason = "Huset skal rives neste år."
    vedtak = desk.drafted(dwelling=desk.dwelling, term_months=12, short_reason=reason)
    desk.decisions.issue(vedtak)
    assert office.leases.prefilled(vedtak=vedtak).short_reason == reason
