"""What Lia has decided itself: rules of allocation, appeal body, and the one rate it keeps."""

from dataclasses import replace
from datetime import date

from app.allocation.rulesets.model import RuleSetDraft
from app.core.cases import CaseKind
from app.core.dated import DatedValue
from app.core.money import kroner
from app.demo.municipality import DECIDES_EXCEPTIONS, GROUP_ORDER
from app.demo.stock import PLACE, POSTAL_CODE
from app.office import Office
from app.overview.indicators.model import Indicator, IndicatorTarget
from app.settings.model import LegalBasisDraft

ADOPTED = "Strategisk boligforum"
TARGETS = {
    Indicator.WAITING: 30,
    Indicator.DAYS_TO_DECISION: 42,
    Indicator.DAYS_VACANT: 21,
    Indicator.TURNOVER: 20,
    Indicator.WITH_PLAN: 90,
    Indicator.EVICTIONS_AVERTED: 75,
    Indicator.TEMPORARY_NIGHTS: 300,
    Indicator.LEVEL_MOVES: 20,
}
BASE_AMOUNT, BASE_AMOUNT_FROM = kroner(130_160), (5, 1)
INHABITANTS = 17_900


def adopt_rules(office: Office, today: date) -> None:
    """The municipality's own rules, as they have been since the year before."""
    (small,) = [each for each in office.rule_sets.ready() if each.name == "small"]
    rules = replace(
        small.rules, groups=GROUP_ORDER, quarantine_months=6, dispensation_by=DECIDES_EXCEPTIONS
    )
    office.rule_sets.adopt(
        RuleSetDraft(
            rules,
            valid_from=date(today.year - 1, 1, 1),
            name="Retningslinjer for tildeling i Lia",
            case_number=f"31/{today.year - 2}",
            adopted_by="Lia kommunestyre",
        )
    )


def tell_appeal_body(office: Office, today: date) -> None:
    """The same body as before, now with the address that appeals are sent to."""
    since = date(today.year - 1, 1, 1)
    basis = office.settings.legal_basis(CaseKind.ALLOCATION, since)
    office.settings.set_legal_basis(
        LegalBasisDraft(
            basis.case,
            basis.name,
            basis.paragraph,
            basis.appeal_body,
            basis.appeal_weeks,
            since,
            f"Lia kommunestyre, sak 32/{today.year - 2}",
            f"Torvvegen 1\n{POSTAL_CODE} {PLACE}",
        )
    )


def fill_in_base_amount(office: Office, today: date) -> None:
    """The one rate the office keeps itself; nobody has filled in the newest one."""
    first_of_may = date(today.year, *BASE_AMOUNT_FROM)
    newest = today.year if first_of_may <= today else today.year - 1
    value = DatedValue(BASE_AMOUNT, date(newest - 1, *BASE_AMOUNT_FROM), source="nav.no")
    office.settings.override("local.grunnbelop", value)


def fill_in_inhabitants(office: Office, today: date) -> None:
    """Those of the last New Year, for the shares of SSB (P 5d)."""
    value = DatedValue(INHABITANTS, date(today.year - 1, 12, 31), source="SSB")
    office.settings.override("local.inhabitants", value)


def set_targets(office: Office) -> None:
    """What the strategic forum aims at in each of the eight indicators (E11)."""
    for indicator, target in TARGETS.items():
        office.indicators.aim(IndicatorTarget(indicator, office.clock.today(), target, ADOPTED))
