"""What practice asks of arrears and evictions, by its own numbers: A4, C12, P2 and P3."""

from datetime import date, timedelta

from app.alerts.model import AlertId
from app.arrears.accounts.model import ChargeDraft
from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalLevel, SignalSource
from app.core.ids import Ref
from app.core.money import kroner
from app.office import Office
from tests.app.arrears.desk import tenancy
from tests.app.evictions.desk import a_message
from tests.app.evictions.units.around import Family
from tests.app.transfer.tenants import a_list, line, take_in, tenants
from tests.factories import registered_person

TODAY = date(2026, 11, 23)


def test_a4_the_list_is_by_biller_and_has_none_billed_elsewhere_until_imported(
    office: Office,
) -> None:
    ours, theirs = tenants(office, 2)
    foundation = office.billers.add("Lia boligstiftelse")
    due = date(2026, 11, 2)
    office.arrears.add_charge(ours.lease, ChargeDraft(due_on=due, amount=kroner(8200)))

    def of(name: str) -> list[int]:
        rows = office.arrears_list.rows()
        return [each.tenancy.lease for each in rows if each.biller and each.biller.name == name]

    assert (of("kommunen"), of("Lia boligstiftelse")) == ([ours.lease], [])
    late = line(theirs, due="02.11.2026", claim="8200", what="leie")
    take_in(office, a_list(late), biller=foundation)
    assert of("Lia boligstiftelse") == [theirs.lease]


def test_c12_an_alert_tells_who_sent_it_and_links_to_the_tenant(office: Office) -> None:
    """The seconds of the keys are counted in the real window."""
    lease = tenancy(office)
    person = office.arrears.tenancy(lease).tenant
    found = office.eviction_cases.lease_of(person)
    assert found is not None
    told = a_message(person, lease=found.id, landlord="", home="")
    known = office.eviction_cases.get(office.eviction_cases.receive(told))
    assert (known.sender, known.person, known.lease) == (told.sender, person, lease)
    assert AlertId.EVICTION in {each.id for each in office.alerts.today()}


def test_p2_two_signals_in_sixty_days_are_amber_and_one_or_an_old_one_is_not(
    office: Office,
) -> None:
    person = registered_person(office)

    def sees(days_ago: int, kind: EarlySignalKind) -> None:
        day = TODAY - timedelta(days=days_ago)
        sign = SignalDraft(kind, day, SignalSource.OWN_VISIT, "Sett på besøk")
        office.early_signals.add(person, sign)

    sees(61, EarlySignalKind.INCOME_LOST)
    sees(0, EarlySignalKind.POWER_CUT)
    assert office.early_signals.standing(person).level is SignalLevel.NOTE
    sees(59, EarlySignalKind.NEIGHBOUR_CONTACT)
    assert office.early_signals.standing(person).level is SignalLevel.YELLOW
    mine = [each.id for each in office.alerts.today() if each.case == Ref("person", person)]
    assert AlertId.SIGNAL in mine


def test_p3_the_alert_opens_with_plan_services_and_children_and_drafts_to_each_unit(
    office: Office,
) -> None:
    family = Family(office)
    known = office.eviction_cases.get(family.case)
    about = office.eviction_advice.situation(known)
    assert about.children.startswith("Ett barn bor her")
    assert (about.plan, about.coordinator) == (False, False), (
        "said at once, also when there is none"
    )
    assert AlertId.EVICTION_CHILDREN in {each.id for each in office.alerts.today()}
    helping = family.around(family.health)
    assert helping.proposed is not None
    assert helping.proposed.consent is not None, "the ground the draft rests on"
    assert office.unit_notes.check(family.case, (family.note(family.health),)) == ()
