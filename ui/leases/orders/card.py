"""«Bestilt hos eieren»: what was asked of whom, and when it should be back."""

from app.leases.model import Lease, LeaseState
from app.leases.orders.model import ContractOrder
from app.office import Office
from ui.kit.cards import Card, Fact, Facts
from ui.kit.chips import Tone
from ui.kit.icons import Icon
from ui.labels import day, until


def order_card(office: Office, lease: Lease) -> Card | None:
    """None for a lease the municipality wrote itself."""
    order = office.orders.of(lease.id)
    if order is None:
        return None
    card = Card("Bestilt hos eieren", icon=Icon.SEND)
    owner = office.landlords.details(order.owner)
    facts = [
        Fact("Eier", owner.name),
        Fact("Kontakt", owner.reached),
        Fact("Bestilt", day(order.ordered_on)),
        _answer(office, lease, order),
    ]
    card.add(Facts(facts))
    return card


def _answer(office: Office, lease: Lease, order: ContractOrder) -> Fact:
    if lease.state is not LeaseState.TO_SIGN:
        return Fact("Kom underskrevet tilbake", day(lease.signed_on))
    today = office.clock.today()
    words = f"{day(order.answer_by)}, {until(today, order.answer_by)}"
    return Fact("Skal være tilbake", words, Tone.AMBER if order.answer_by < today else None)
