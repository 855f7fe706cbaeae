"""Messages and cases for tests: a namsfogd's petition about unpaid rent, valid by default."""

from dataclasses import replace
from datetime import date

from app.core.ids import EvictionCaseId, PersonId
from app.core.money import kroner
from app.evictions.messages.model import MessageDraft
from app.evictions.model import (
    EnforcementGround,
    EvictionCase,
    EvictionStage,
    EvictionSums,
    LossKind,
    MessageSender,
)
from app.office import Office
from app.people.model import AddressProtection
from tests.factories import registered_person

TODAY = date(2026, 11, 23)
SUMS = EvictionSums(kroner(25_350), kroner(1_870), kroner(434))


def a_message(person: PersonId | None, **changes: object) -> MessageDraft:
    """What a namsfogd sends: case number, ground a, sums."""
    draft = MessageDraft(
        sender=MessageSender.NAMSFOGD,
        person=person,
        landlord="Modell Utleie",
        home="Prøvegata 7, H0301",
        received_on=date(2026, 11, 16),
        reference="26-104882",
        ground=EnforcementGround.UNPAID_RENT,
        sums=SUMS,
    )
    return replace(draft, **changes)  # type: ignore[arg-type]  # the draft's own fields


def open_case(office: Office, person: PersonId | None = None, **changes: object) -> EvictionCaseId:
    """A case the namsfogd's petition has opened; on Kari when nobody is named."""
    whose = registered_person(office) if person is None else person
    return office.eviction_cases.receive(a_message(whose, **changes))


def a_case(**changes: object) -> EvictionCase:
    """One that waits for the two weeks to pass, as pages get it."""
    case = EvictionCase(
        id=EvictionCaseId(1),
        number="U-2026-1",
        kind=LossKind.EVICTION,
        person=PersonId(1),
        name="Kari Prøve",
        protection=AddressProtection.NONE,
        lease=None,
        landlord="Modell Utleie",
        home="Prøvegata 7, H0301",
        opened_on=date(2026, 11, 16),
        stage=EvictionStage.COMMENT_PERIOD,
        stage_since=date(2026, 11, 16),
        ground=EnforcementGround.UNPAID_RENT,
        sender=MessageSender.NAMSFOGD,
        received_on=date(2026, 11, 16),
        sums=SUMS,
        comment_until=date(2026, 11, 30),
        comment_nominal=date(2026, 11, 30),
    )
    return replace(case, **changes)  # type: ignore[arg-type]  # the case's own fields
