"""Moving in: lease, keys, condition, start package; what the foundation writes; what was missed."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from app.applications.model import TargetGroup
from app.core.ids import LeaseId, OwnerId, Ref
from app.demo import phrases
from app.demo.scan import SCAN
from app.demo.stock import FOUNDATION, HEALTH, PLACE, POSTAL_CODE
from app.demo.story import Steps, Story
from app.dwellings.keys.model import DoorKeyKind
from app.dwellings.landlords.model import Cooperation, DoneBy, OwnerDraft, OwnerTask
from app.dwellings.model import OwnerKind
from app.leases.conditions.model import ConditionEvent, Outcome
from app.leases.handover.information.model import InformationWay
from app.leases.handover.reports.model import (
    HandoverKind,
    ItemCondition,
    ItemKind,
    Place,
    Remark,
    RoomKind,
    SmokeAlarm,
)
from app.leases.terms import term_end
from app.letters.model import Channel

G = TargetGroup
ANSWER_DAYS = 8
_REMARKS = (
    Remark(Place(RoomKind.LIVING_ROOM, ItemKind.FLOOR), ItemCondition.WORN, "Riper ved døren."),
    Remark(Place(RoomKind.BATH, ItemKind.CEILING), ItemCondition.DAMAGED, "Flekk ved viften."),
)


def steps(story: Story) -> Steps:
    """One moves in by the book, one waits for the owner, and one was let in a hurry."""
    return [*_by_the_book(story), *_ordered(story), (39, partial(_hurry, story))]


def _by_the_book(story: Story) -> Steps:
    return [
        (18, partial(_lease, story)),
        (15, partial(_sign, story)),
        (14, partial(_move_in, story)),
        (13, partial(_start, story)),
        (5, partial(_conditions, story)),
    ]


def _lease(story: Story) -> None:
    """The lease that follows from the vedtak, handed over to be signed with what § 11-1 asks."""
    leases = story.office.leases
    lease = story.leases["housed"] = leases.prepare(vedtak=story.vedtak("housed"))
    _let_from(story, lease, story.day(14))
    leases.issue(lease)
    story.office.tenancy_information.issue(lease)
    story.office.tenancy_information.give(lease, story.now, InformationWay.BY_HAND)
    story.post(Ref("lease", lease), Channel.DELIVERED_BY_HAND, phrases.HANDED)


def _let_from(story: Story, lease: LeaseId, start: date) -> None:
    draft = story.office.leases.get(lease).draft
    story.office.leases.save_draft(lease, replace(draft, start=start, end=term_end(start, 36)))


def _sign(story: Story) -> None:
    story.office.leases.signed(story.leases["housed"], story.now, SCAN)


def _move_in(story: Story) -> None:
    """Three keys with a receipt, and how every room was."""
    office, lease = story.office, story.leases["housed"]
    dwelling = office.leases.get(lease).draft.dwelling
    keys = office.door_keys.register(dwelling, DoorKeyKind.DOOR, "1–3")
    keys += office.door_keys.register(dwelling, DoorKeyKind.POST_BOX, "P1")
    office.door_keys.hand_out((*keys[:2], keys[-1]), lease)
    office.key_receipts.issue(lease)
    reports, kind = office.handover_reports, HandoverKind.MOVE_IN
    draft = replace(
        reports.begun(lease, kind),
        held_on=story.now,
        present="leietaker og Siri Testmo",
        power_reading="48213",
        water_reading="312",
        smoke_alarm=SmokeAlarm.WORKS,
        remarks=_REMARKS,
    )
    reports.save(lease, kind, draft)
    reports.issue(lease, kind, draft)


def _start(story: Story) -> None:
    """The checklist of the start package, with the first parts done."""
    packages, lease = story.office.start_packages, story.leases["housed"]
    packages.issue(lease)
    for task in packages.of(lease).tasks[:2]:
        packages.done(lease, task.part)


def _conditions(story: Story) -> None:
    """The condition of the vedtak stands in the lease; it was broken once."""
    conditions = story.office.conditions
    (carried,) = conditions.of(story.leases["housed"])
    words = "En venn har bodd der i ti dager. Har lovet at han flytter ut i helgen."
    event = ConditionEvent(story.now, Outcome.BROKEN, words, "vaktmesteren")
    conditions.tell(carried.id, event)


def _ordered(story: Story) -> Steps:
    name = "ordered"
    return [
        (43, partial(story.arrive, name, G.DISADVANTAGED_OTHER, phrases.WITHOUT)),
        (35, partial(story.decide, name, phrases.GRANT)),
        (34, partial(story.send, name)),
        (31, partial(story.arrived, name)),
        (13, partial(_owner_writes, story)),
        (12, partial(_order, story)),
    ]


def _owner_writes(story: Story) -> None:
    """From now on the foundation writes its own leases, as the agreement says (C8)."""
    landlords = story.office.landlords
    owner = next(each for each in story.office.dwellings.owners() if each.name == FOUNDATION)
    owner_id = OwnerId(owner.id)
    landlords.correct(
        owner_id,
        OwnerDraft(
            FOUNDATION,
            OwnerKind.FOUNDATION,
            contact="Kari Testbråten",
            phone="00 00 00 02",
            email="post@liabolig.example",
            street="Torvvegen 18",
            postal_code=POSTAL_CODE,
            postal_place=PLACE,
        ),
    )
    landlords.set_tasks(owner_id, {OwnerTask.WRITE_LEASE: DoneBy.OWNER}, story.now)
    landlords.agree(
        owner_id,
        Cooperation(
            since=story.now,
            revise_on=story.now + timedelta(days=365),
            information="Navn, bolig, leietid og leie. Ingenting om helse eller om vedtaket.",
            information_basis="Leieavtalen, og samtykke fra leietaker til resten.",
            warning_routine="Stiftelsen sier fra til boligkontoret før den varsler leietaker.",
            repairs="Meldes samme dag. Stiftelsen svarer innen en uke.",
            vacancy_payment="Kommunen betaler leien i inntil to måneder.",
            meetings="Første tirsdag i kvartalet.",
        ),
    )


def _order(story: Story) -> None:
    """The lease is ordered, and has not come back by its day."""
    lease = story.office.leases.prepare(vedtak=story.vedtak("ordered"))
    story.office.orders.order(lease, story.now + timedelta(days=ANSWER_DAYS))
    story.post(Ref("lease", lease))
    story.leases["ordered"] = lease


def _hurry(story: Story) -> None:
    """Moved at once after a water damage: no vedtak, no start package, and the old lease runs."""
    leases = story.office.leases
    tenant = leases.get(story.leases["moves"]).draft.tenant
    lease = leases.prepare(dwelling=story.vacant(HEALTH)[-1], tenant=tenant)
    _let_from(story, lease, story.now)
    leases.issue(lease)
    story.post(Ref("lease", lease), Channel.DELIVERED_BY_HAND, phrases.HANDED)
    leases.signed(lease, story.now)
    story.leases["in a hurry"] = lease
