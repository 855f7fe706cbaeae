"""Gathers which units stand around a household, from services, owner, consents and the law."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from app.core.ids import PersonId, ServiceUnitId
from app.core.records import dataclass
from app.evictions.model import EvictionCase
from app.evictions.units import rules
from app.evictions.units.model import Around, OptOuts, UnitAround, UnitNote, WhyAround
from app.followup.owners.model import Owner
from app.followup.owners.service import Owners
from app.followup.owners.sharing import NAV
from app.followup.plans.service import Plans
from app.followup.services.model import UnitBlock
from app.followup.services.service import ServicesGiven
from app.people.consents.model import Consent
from app.people.consents.service import Consents
from app.people.service import People
from app.settings.service import Settings
from app.settings.units.model import ServiceUnit
from app.settings.units.service import ServiceUnits

Reasons = Mapping[ServiceUnitId, Sequence[WhyAround]]


@dataclass(frozen=True, slots=True)
class Sources:
    """Who is asked."""

    people: People
    settings: Settings
    units: ServiceUnits
    consents: Consents
    owners: Owners
    plans: Plans
    services: ServicesGiven


@dataclass(frozen=True, slots=True, repr=False)
class _Known:
    """What is known of a person on a day."""

    case: EvictionCase
    day: date
    blocks: Mapping[ServiceUnitId, UnitBlock]
    owner: Owner | None
    consents: tuple[Consent, ...]
    notes: Mapping[ServiceUnitId, UnitNote]
    children: bool
    opted_out: bool


class Standing:
    """The units of a case as they stand on a day; the office itself is never one of them."""

    def __init__(self, sources: Sources) -> None:
        self._from = sources
        self._opt_outs: OptOuts | None = None

    def know_opt_outs(self, opt_outs: OptOuts) -> None:
        """Where a tenant's no to the notice of § 9-11 is kept (HL-71)."""
        self._opt_outs = opt_outs

    def units(
        self, case: EvictionCase, notes: Sequence[UnitNote], children: bool, day: date
    ) -> tuple[UnitAround, ...]:
        """Those who coordinate and help first, then those who should be told."""
        known = self._known(case, notes, children, day)
        why, ours = self._why(known), self._from.units.ours()
        order = {each: place for place, each in enumerate(WhyAround)}
        found = [unit for unit in self._from.units.all() if unit.id in why and unit != ours]
        found.sort(key=lambda unit: (min(order[each] for each in why[unit.id]), unit.id))
        return tuple(self._around(unit, tuple(why[unit.id]), known) for unit in found)

    def opening(self, case: EvictionCase, children: int, day: date) -> Around:
        """Children, plan, units with services and who coordinates (P3)."""
        ours = self._from.units.ours().id
        blocks = self._from.services.of(case.person, day)
        owner = self._from.owners.of(case.person, day)
        return Around(
            children=children,
            plan=self._from.plans.of(case.person, day) is not None,
            units=sum(1 for each in blocks if each.known and each.unit != ours),
            coordinator="" if owner is None else owner.coordinator,
        )

    def _known(
        self, case: EvictionCase, notes: Sequence[UnitNote], children: bool, day: date
    ) -> _Known:
        person: PersonId = case.person
        opt_out = None if self._opt_outs is None else self._opt_outs.opt_out(person, day)
        return _Known(
            case=case,
            day=day,
            blocks={each.unit: each for each in self._from.services.of(person, day)},
            owner=self._from.owners.of(person, day),
            consents=self._from.consents.of(person),
            notes={each.unit: each for each in notes},
            children=children,
            opted_out=opt_out is not None,
        )

    def _why(self, known: _Known) -> Reasons:
        why: dict[ServiceUnitId, list[WhyAround]] = defaultdict(list)
        if known.owner is not None:
            why[known.owner.unit].append(WhyAround.COORDINATOR)
        for block in known.blocks.values():
            if block.known:
                why[block.unit].append(WhyAround.SERVICES)
        for unit in self._from.units.open(known.day):
            for each in _by_itself(unit, known):
                why[unit.id].append(each)
        for told in known.notes:
            why[told].append(WhyAround.TOLD_BEFORE)
        return why

    def _around(self, unit: ServiceUnit, why: tuple[WhyAround, ...], known: _Known) -> UnitAround:
        owner = known.owner
        coordinates = owner is not None and owner.unit == unit.id
        block = known.blocks.get(unit.id)
        basis = block.basis if block is not None else None
        facts = rules.Facts(
            known.case,
            known.consents,
            known.day,
            coordinates,
            known.opted_out,
            tied=None if basis is None else basis.consent,
        )
        people = block.contacts if block is not None else ()
        contact, phone = "", unit.draft.phone
        if coordinates and owner is not None and owner.coordinator:
            contact, phone = owner.coordinator, owner.phone or phone
        elif people:
            contact, phone = people[0].draft.name, people[0].draft.phone or phone
        return UnitAround(
            unit=unit.id,
            why=why,
            contact=contact,
            phone=phone,
            offers=rules.offers(unit, facts),
            may_agree=unit.code != rules.CHILD_WELFARE,
            note=known.notes.get(unit.id),
        )


def _by_itself(unit: ServiceUnit, known: _Known) -> tuple[WhyAround, ...]:
    """Why a unit is there also where it gives no service."""
    found: list[WhyAround] = []
    if any(each.holds(known.day) and rules.names(each, unit) for each in known.consents):
        found.append(WhyAround.AGREED)
    if unit.code == NAV:
        found.append(WhyAround.SOCIAL_SERVICE)
    if known.children and unit.code == rules.CHILDREN:
        found.append(WhyAround.CHILDREN)
    if known.children and unit.code == rules.CHILD_WELFARE:
        found.append(WhyAround.CHILD_WELFARE)
    return tuple(found)
