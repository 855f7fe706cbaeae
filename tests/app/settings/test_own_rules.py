"""The municipality's own values and legal bases: what is refused, told, and in force."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.allocation.rulesets.model import RuleSet, RuleSetDraft
from app.applications.model import TargetGroup
from app.core.cases import CaseKind
from app.core.dated import DatedValue, Value
from app.core.errors import Conflict, Invalid, NotFound, OfficeError
from app.core.money import kroner
from app.office import Office
from app.settings.model import LegalBasisDraft
from tests.factories import a_profile

TODAY = date(2026, 11, 23)
LATER = date(2027, 1, 1)


def problems(office: Office, key: str, value: DatedValue) -> list[tuple[str, str, bool]]:
    found = office.settings.override_problems(key, value)
    return [(each.field, each.code, each.blocks) for each in found]


@pytest.mark.parametrize(
    ("key", "value", "begins", "source", "found"),
    [
        ("local.prelim_days", 10, LATER, "sak 1/26", []),
        ("local.prelim_days", 10, LATER, " ", [("source", "override_source_missing", True)]),
        ("local.prelim_days", 10, None, "sak", [("valid_from", "override_day_missing", True)]),
        ("local.prelim_days", "ti", LATER, "sak", [("value", "parameter_kind", True)]),
        ("local.prelim_days", -1, LATER, "sak", [("value", "value_negative", True)]),
        ("local.grunnbelop", kroner(100), LATER, "Nav", []),
        ("fvl.complaint_weeks", 4, LATER, "sak", [("value", "override_of_law", False)]),
        (
            "interest.late_percent",
            Decimal(12),
            date(2026, 6, 1),
            "rundskriv",
            [("value", "override_of_law", False), ("valid_from", "override_shadowed", False)],
        ),
    ],
)
def test_a_value_of_our_own_needs_a_day_a_source_and_its_kind(
    office: Office,
    key: str,
    value: Value,
    begins: date | None,
    source: str,
    found: list[tuple[str, str, bool]],
) -> None:
    assert problems(office, key, DatedValue(value, begins, source=source)) == found


def test_what_is_wrong_is_not_kept(office: Office) -> None:
    with pytest.raises(Invalid):
        office.settings.override("local.prelim_days", DatedValue(10, LATER))
    with pytest.raises(OfficeError) as caught:
        office.settings.override("local.prelim_days", DatedValue("ti", LATER, source="sak"))
    assert caught.value.code == "parameter_kind"
    with pytest.raises(NotFound):
        office.settings.override_problems("local.nothing", DatedValue(1, LATER, source="sak"))
    assert office.settings.own_versions("local.prelim_days") == ()


def test_two_values_do_not_begin_the_same_day(office: Office) -> None:
    value = DatedValue(10, LATER, source="sak 1/26")
    office.settings.override("local.prelim_days", value)
    assert problems(office, "local.prelim_days", value) == [
        ("valid_from", "override_same_day", True)
    ]


def test_a_value_that_has_not_begun_is_taken_back(office: Office) -> None:
    settings = office.settings
    settings.override("local.prelim_days", DatedValue(12, TODAY, source="sak 1/26"))
    settings.override("local.prelim_days", DatedValue(10, LATER, source="sak 2/26"))
    now, coming = settings.own_versions("local.prelim_days")
    assert (now.begun, coming.begun) == (True, False)
    settings.withdraw_override(coming.id)
    assert settings.parameters.whole("local.prelim_days", LATER) == 12
    with pytest.raises(Conflict) as caught:
        settings.withdraw_override(now.id)
    assert caught.value.code == "override_begun"
    with pytest.raises(NotFound):
        settings.withdraw_override(coming.id)
    office.history.undo()
    assert settings.parameters.whole("local.prelim_days", LATER) == 10


def test_a_value_that_came_with_a_rule_set_goes_with_it(office: Office) -> None:
    rules = RuleSet(groups=(TargetGroup.HOMELESS,), preliminary_days=10)
    office.rule_sets.adopt(RuleSetDraft(rules, LATER, "Regler", "26/1", "Kommunestyret"))
    (own,) = office.settings.own_versions("local.prelim_days")
    with pytest.raises(Conflict) as caught:
        office.settings.withdraw_override(own.id)
    assert caught.value.code == "override_of_rule_set"


def test_what_a_rule_set_rules_is_changed_there_alone(office: Office) -> None:
    rules = RuleSet(groups=(TargetGroup.HOMELESS,), preliminary_days=10)
    office.rule_sets.adopt(RuleSetDraft(rules, LATER, "Regler", "26/1", "Kommunestyret"))
    after = DatedValue(12, date(2027, 2, 1), source="rutine")
    assert problems(office, "local.prelim_days", after) == [("value", "override_ruled", True)]
    assert problems(office, "local.post_days", after) == []
    before = DatedValue(12, TODAY, source="rutine")
    assert problems(office, "local.prelim_days", before) == []


def basis(**changes: object) -> LegalBasisDraft:
    known: dict[str, object] = {
        "case": CaseKind.ALLOCATION,
        "name": "forskrift om tildeling",
        "paragraph": "forskriften § 3",
        "appeal_body": "formannskapet",
        "appeal_weeks": 4,
        "valid_from": LATER,
        "source": "kommunestyret sak 7/26",
    }
    return LegalBasisDraft(**(known | changes))  # type: ignore[arg-type]  # the draft's own fields


@pytest.mark.parametrize(
    ("case", "paragraph", "body"),
    [
        (CaseKind.ALLOCATION, "forvaltningsloven § 2", "Klagenemnda i Lia"),
        (CaseKind.HOUSING_HELP, "boligsosialloven §§ 6 og 7", "Statsforvalteren"),
        (CaseKind.TEMPORARY_STAY, "sosialtjenesteloven § 27", "Statsforvalteren"),
    ],
)
def test_each_case_has_its_act_and_its_appeal_body(
    office: Office, case: CaseKind, paragraph: str, body: str
) -> None:
    office.settings.change_profile(replace(a_profile(), appeal_body="Klagenemnda i Lia"))
    found = office.settings.legal_basis(case, TODAY)
    assert (found.id, found.paragraph, found.appeal_body) == (0, paragraph, body)
    assert (found.appeal_weeks, bool(found.source)) == (3, True)


def test_without_one_of_its_own_an_allocation_goes_to_the_appeals_committee(
    office: Office,
) -> None:
    office.settings.change_profile(replace(a_profile(), appeal_body=""))
    found = office.settings.legal_basis(CaseKind.ALLOCATION, TODAY)
    assert found.appeal_body == "kommunal klagenemnd"


def test_a_basis_of_our_own_holds_from_its_day(office: Office) -> None:
    added = office.settings.set_legal_basis(basis())
    before = office.settings.legal_basis(CaseKind.ALLOCATION, date(2026, 12, 31))
    after = office.settings.legal_basis(CaseKind.ALLOCATION, LATER)
    assert (before.id, before.appeal_weeks) == (0, 3)
    assert (after.id, after.appeal_weeks, after.appeal_body) == (added, 4, "formannskapet")
    assert office.settings.legal_basis(CaseKind.HOUSING_HELP, LATER).id == 0
    office.history.undo()
    assert office.settings.legal_basis(CaseKind.ALLOCATION, LATER).id == 0


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"appeal_body": " "}, "appeal_body", "basis_appeal_body_missing"),
        ({"name": ""}, "name", "basis_name_missing"),
        ({"paragraph": ""}, "paragraph", "basis_paragraph_missing"),
        ({"source": ""}, "source", "override_source_missing"),
        ({"appeal_weeks": 2}, "appeal_weeks", "appeal_weeks_short"),
        ({"appeal_weeks": 0}, "appeal_weeks", "number_outside"),
        ({"appeal_weeks": 53}, "appeal_weeks", "number_outside"),
        ({"appeal_address": "a\nb\nc\nd"}, "appeal_address", "basis_address_long"),
    ],
)
def test_a_basis_that_cannot_stand_on_a_vedtak_is_refused(
    office: Office, changes: dict[str, object], field: str, code: str
) -> None:
    with pytest.raises(Invalid) as caught:
        office.settings.set_legal_basis(basis(**changes))
    assert [(each.field, each.code) for each in caught.value.problems] == [(field, code)]


def test_the_address_of_the_appeal_body_is_kept_line_by_line(office: Office) -> None:
    office.settings.set_legal_basis(basis(appeal_address=" Postboks 1 \n\n2201 KONGSVINGER "))
    known = office.settings.legal_basis(CaseKind.ALLOCATION, LATER)
    assert known.appeal_lines == ("Postboks 1", "2201 KONGSVINGER")


def test_two_bases_of_a_case_do_not_begin_the_same_day(office: Office) -> None:
    office.settings.set_legal_basis(basis())
    with pytest.raises(Invalid):
        office.settings.set_legal_basis(basis(appeal_weeks=5))
    office.settings.set_legal_basis(basis(case=CaseKind.HOUSING_HELP))


def test_before_the_act_there_was_no_basis(office: Office) -> None:
    with pytest.raises(NotFound) as caught:
        office.settings.legal_basis(CaseKind.HOUSING_HELP, date(2023, 6, 30))
    assert caught.value.code == "legal_basis_missing"
