"""Where a reason of the queue comes from: the page that knows more of it."""

from app.core.ids import PersonId, Ref
from app.debt.queue.model import QueueReason
from app.debt.queue.model import QueueReasonKind as Kind
from app.evictions.model import EvictionCase
from app.office import Office
from ui.advice_words import together
from ui.navigation import PAGE_OF, PageId, Place

_EVICTION = frozenset({Kind.EVICTION_DAY, Kind.COMMENT_PERIOD, Kind.PETITION, Kind.NOTICE})


def way_of(office: Office, person: PersonId, reason: QueueReason) -> tuple[str, Place] | None:
    """What leads there, in words; None for what was told when somebody asked."""
    if reason.kind in _EVICTION:
        case = _eviction(office, person, reason)
        place = None if case is None else _page(Ref("eviction_case", case.id))
        return None if place is None else ("Til saken om utkastelse", place)
    if reason.kind is Kind.RENT_OWED:
        lease = _owing(office, person)
        return None if lease is None else ("Til restansene", Place(PageId.TENANCY_ARREARS, lease))
    if reason.kind is Kind.CHILDREN and reason.count:
        return "Til husstanden", _page(Ref("person", person))
    return None


def _page(ref: Ref) -> Place:
    return Place(PAGE_OF[ref.kind], ref)


def _eviction(office: Office, person: PersonId, reason: QueueReason) -> EvictionCase | None:
    """The case with the day told, else the first where a home may be lost: theirs, or of one
    they live with, since the threat is to all of them."""
    cases = [
        case
        for each in together(office, person)
        for case in office.eviction_cases.open_of_person(each)
        if case.threatened
    ]
    days = (case for case in cases if reason.day in (case.eviction_on, case.comment_until))
    told = next(days, None) if reason.day is not None else None
    return told or next(iter(cases), None)


def _owing(office: Office, person: PersonId) -> Ref | None:
    """The tenancy that owes, of the person before those they live with."""
    home = together(office, person)
    owing = office.arrears.owing(office.clock.today())
    mine = [each for each in map(office.arrears.tenancy, owing) if each.tenant in home]
    mine.sort(key=lambda each: home.index(each.tenant))
    return Ref("lease", mine[0].lease) if mine else None
