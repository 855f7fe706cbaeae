"""What usually follows from the kind of a measure: area of life, who does it, with vedtak or not.

Defaults only: the officer may choose another unit. The units are named by the codes they came
with (P13, C2, D13).
"""

from enum import StrEnum

from app.core.ids import ServiceUnitId
from app.core.records import dataclass
from app.followup.model import LifeArea, MeasureKind
from app.settings.units.model import HOUSING_OFFICE, ServiceUnit


class VedtakNeed(StrEnum):
    """Whether a kind of measure rests on a vedtak (D6)."""

    NEVER = "never"
    MAY = "may"
    MUST = "must"


@dataclass(frozen=True, slots=True)
class KindDefaults:
    """Where a kind belongs. Without a unit it is a task for the person."""

    area: LifeArea
    unit: str
    vedtak: VedtakNeed = VedtakNeed.NEVER


_K, _A, _V = MeasureKind, LifeArea, VedtakNeed
_HEALTH_TEAM = "mental_health_and_substance_use"
DEFAULTS: dict[MeasureKind, KindDefaults] = {
    _K.START_PACKAGE: KindDefaults(_A.HOME, HOUSING_OFFICE),
    _K.TENANCY_SUPPORT: KindDefaults(_A.HOME, "housing_team", _V.MAY),
    _K.HOME_VISIT: KindDefaults(_A.HOME, HOUSING_OFFICE),
    _K.PRACTICAL_HELP: KindDefaults(_A.HOME, "home_services", _V.MUST),
    _K.HOME_NURSING: KindDefaults(_A.HEALTH, "home_services", _V.MUST),
    _K.MENTAL_HEALTH_SUPPORT: KindDefaults(_A.HEALTH, _HEALTH_TEAM, _V.MAY),
    _K.SUBSTANCE_USE_SUPPORT: KindDefaults(_A.HEALTH, _HEALTH_TEAM, _V.MAY),
    _K.OCCUPATIONAL_THERAPY: KindDefaults(_A.HEALTH, "rehabilitation", _V.MAY),
    _K.SUPPORT_CONTACT: KindDefaults(_A.NETWORK, "activity_and_assistance", _V.MUST),
    _K.ACTIVITY: KindDefaults(_A.ACTIVITY, "activity_and_assistance"),
    _K.WORK_OR_TRAINING: KindDefaults(_A.ACTIVITY, "nav", _V.MAY),
    _K.DEBT_ADVICE: KindDefaults(_A.MONEY, "nav", _V.MUST),
    _K.VOLUNTARY_DEDUCTION: KindDefaults(_A.MONEY, "nav"),
    _K.MONEY_MANAGEMENT: KindDefaults(_A.MONEY, "nav"),
    _K.INSTALMENT_AGREEMENT: KindDefaults(_A.MONEY, HOUSING_OFFICE),
    _K.SOCIAL_ASSISTANCE: KindDefaults(_A.MONEY, "nav", _V.MUST),
    _K.HOUSING_GUARANTEE: KindDefaults(_A.MONEY, "nav", _V.MUST),
    _K.BOSTOTTE: KindDefaults(_A.MONEY, HOUSING_OFFICE, _V.MUST),
    _K.STARTLAN: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MUST),
    _K.ESTABLISHMENT_GRANT: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MUST),
    _K.ADAPTATION_GRANT: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MUST),
    _K.RENT_TO_OWN: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MAY),
    _K.SWAP: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MUST),
    _K.PRIVATE_RENTAL_HELP: KindDefaults(_A.HOME, HOUSING_OFFICE),
    _K.POWER_AND_INSURANCE: KindDefaults(_A.HOME, ""),
    _K.NEIGHBOUR_DIALOGUE: KindDefaults(_A.NETWORK, HOUSING_OFFICE),
    _K.CHILD_FOLLOWUP: KindDefaults(_A.CHILDREN, "childrens_services", _V.MAY),
    _K.CRISIS_PLAN: KindDefaults(_A.HEALTH, HOUSING_OFFICE),
    _K.OTHER: KindDefaults(_A.HOME, HOUSING_OFFICE, _V.MAY),
}


def usual_unit(kind: MeasureKind, units: tuple[ServiceUnit, ...]) -> ServiceUnitId | None:
    """Who does such a measure, of those that can be chosen; None for the person."""
    code = DEFAULTS[kind].unit
    return next((unit.id for unit in units if code and unit.code == code), None)


def in_order(area: LifeArea | None) -> tuple[MeasureKind, ...]:
    """All kinds, those that belong to the area first, «annet» last."""
    kinds = [kind for kind in MeasureKind if kind is not MeasureKind.OTHER]
    kinds.sort(key=lambda kind: DEFAULTS[kind].area is not area)
    return (*kinds, MeasureKind.OTHER)
