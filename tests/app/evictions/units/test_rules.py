"""On which ground a unit may be told: consent first, the law as it is, and never without."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.ids import LeaseId, PersonId, ServiceUnitId
from app.evictions.model import EvictionStage
from app.evictions.units import rules
from app.evictions.units.model import NoteDraft, TellingGround, UnitAround
from app.people.consents.model import Consent, ConsentScope
from app.settings.units.model import ServiceUnit, ServiceUnitDraft
from tests.app.evictions.desk import TODAY, a_case

KARI = PersonId(1)


def unit(code: str = "", name: str = "enheten") -> ServiceUnit:
    return ServiceUnit(ServiceUnitId(5), ServiceUnitDraft(name), code)


def grounds(of: ServiceUnit, facts: rules.Facts) -> list[TellingGround]:
    return [each.ground for each in rules.offers(of, facts)]


def test_hl_71_the_landlord_may_tell_nav_unless_the_tenant_has_said_no() -> None:
    case = a_case(lease=LeaseId(3), stage=EvictionStage.NOTICE_SENT)
    nav = unit("nav", "Nav")
    said = rules.Facts(case, (), TODAY, opted_out=True)
    assert grounds(nav, rules.Facts(case, (), TODAY))[0] is TellingGround.LANDLORD_NOTICE
    assert TellingGround.LANDLORD_NOTICE not in grounds(nav, said)
    not_ours = rules.Facts(a_case(lease=None, stage=EvictionStage.NOTICE_SENT), (), TODAY)
    assert TellingGround.LANDLORD_NOTICE not in grounds(nav, not_ours)


def test_tv_11_the_social_service_is_told_of_once_it_is_with_the_namsfogd() -> None:
    nav = unit("nav", "Nav")
    before = rules.Facts(a_case(stage=EvictionStage.AT_RISK), (), TODAY)
    after = rules.Facts(a_case(stage=EvictionStage.PETITION_FILED), (), TODAY)
    assert TellingGround.NAMSFOGD_TELLS not in grounds(nav, before)
    assert TellingGround.NAMSFOGD_TELLS in grounds(nav, after)
    assert TellingGround.NAMSFOGD_TELLS not in grounds(unit("home_services"), after)


@pytest.mark.parametrize("name", ["Lia skole", "Helsestasjonen", "Solsida barnehage", "oppvekst"])
def test_those_who_work_with_children_are_told_with_consent_alone(name: str) -> None:
    facts = rules.Facts(a_case(), (), TODAY, coordinates=True)
    assert rules.offers(unit(name=name), facts) == ()


@given(
    code=st.sampled_from(["nav", "home_services", "childrens_services", "child_welfare", ""]),
    scope=st.sampled_from(ConsentScope),
    ended=st.booleans(),
)
def test_pv_02_a_consent_is_offered_only_while_it_holds(
    code: str, scope: ConsentScope, *, ended: bool
) -> None:
    until = TODAY - timedelta(days=1) if ended else None
    consent = Consent(KARI, scope, date(2026, 6, 1), until, body="enheten", id=7)
    offered = rules.offers(unit(code), rules.Facts(a_case(), (consent,), TODAY))
    agreed = [each for each in offered if each.ground is TellingGround.CONSENT]
    assert all(each.consent == consent for each in agreed)
    if ended or scope in {ConsentScope.FETCH_INCOME, ConsentScope.FETCH_NAV}:
        assert agreed == []


@given(ground=st.sampled_from([None, *TellingGround]), because=st.sampled_from(["", "  "]))
def test_nobody_is_told_without_a_ground_that_is_offered(
    ground: TellingGround | None, because: str
) -> None:
    facts = rules.Facts(a_case(), (), TODAY)
    around = UnitAround(ServiceUnitId(5), (), offers=rules.offers(unit("home_services"), facts))
    draft = NoteDraft(ServiceUnitId(5), ground, because, "Ring oss.")
    assert rules.check([draft], [around])


@pytest.mark.parametrize(
    ("body", "name", "named"),
    [
        ("Lia skole", "Lia skole", True),
        ("rektor ved Lia skole", "Lia skole", True),
        ("Lia", "Lia skole", False),
        ("Nord-Lia skolefritid", "Lia skole", False),
        ("", "Lia skole", False),
    ],
)
def test_a_consent_that_names_somebody_holds_for_them_alone(
    body: str, name: str, *, named: bool
) -> None:
    consent = Consent(KARI, ConsentScope.TALK_WITH_OTHERS, date(2026, 6, 1), body=body)
    assert rules.agrees(consent, unit(name=name)) is named


def test_a_consent_that_was_noted_for_a_unit_holds_for_it_whatever_it_is_called() -> None:
    consent = Consent(KARI, ConsentScope.TALK_WITH_OTHERS, date(2026, 6, 1), body="Mona", id=7)
    tied = rules.Facts(a_case(), (consent,), TODAY, tied=consent)
    loose = rules.Facts(a_case(), (consent,), TODAY)
    assert grounds(unit(name="Lia skole"), tied) == [TellingGround.CONSENT]
    assert grounds(unit(name="Lia skole"), loose) == []
