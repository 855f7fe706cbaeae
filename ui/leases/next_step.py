"""What the officer does next with a lease, state by state, and the part where it is done."""

from app.core.records import dataclass
from app.leases.expiry.model import Fate, Timing
from app.leases.model import Lease, LeaseState
from app.leases.notices.model import NoticeStanding
from app.letters.model import DocumentKind
from app.office import Office
from ui.kit.icons import Icon
from ui.leases.handover.part import HANDOVER
from ui.leases.parts import ENDING, TERM
from ui.leases.term.part import EXPIRY_NOTE, MOVE_OUT


@dataclass(frozen=True, slots=True)
class NextStep:
    """A verb, the part or letter it opens, and the part that has the same verb itself."""

    words: str
    icon: Icon
    task: str
    home: str


_FOLLOW_OUT = NextStep("Følg opp fraflyttingen", Icon.HOME, ENDING, ENDING)
_NEW = NextStep("Lag ny avtale", Icon.NEW, TERM, TERM)


def next_of(office: Office, lease: Lease) -> NextStep | None:
    """None when nothing waits: a lease that runs with its end far away, or one that is over."""
    match lease.state:
        case LeaseState.SIGNED:
            return NextStep("Gjør klar innflyttingen", Icon.LEASES, HANDOVER, HANDOVER)
        case LeaseState.OVERSTAY:
            return NextStep("Få boligen tilbake", Icon.HOME, ENDING, ENDING)
        case LeaseState.UNDER_NOTICE:
            return _under_notice(office, lease)
        case LeaseState.TURNED_OPEN_ENDED:
            return _turned(office, lease)
        case LeaseState.RUNNING | LeaseState.PAST_TERM:
            return _unsent(office, lease) or _of_term(office, lease)
    return None


def _under_notice(office: Office, lease: Lease) -> NextStep:
    notice = office.notices.current(lease.id)
    if notice is not None and office.notices.standing(notice) is NoticeStanding.PROTESTED:
        return NextStep("Følg opp protesten", Icon.NEXT_STEPS, ENDING, ENDING)
    return _FOLLOW_OUT


def _turned(office: Office, lease: Lease) -> NextStep:
    """It runs until someone ends it: a vedtak first, then a new lease or a notice (FV-25)."""
    renewal = office.renewals.of(lease.id)
    if renewal is not None and renewal.granted:
        return _NEW
    if renewal is not None and renewal.decided:
        return NextStep("Si opp avtalen", Icon.LETTER, ENDING, ENDING)
    return NextStep("Avgjør om leietakeren får bli", Icon.DOCUMENT, TERM, TERM)


def _unsent(office: Office, lease: Lease) -> NextStep | None:
    """A letter that ends the lease only when it is sent."""
    notice = office.notices.current(lease.id)
    if notice is not None and office.notices.standing(notice) is NoticeStanding.UNSENT:
        return NextStep("Send oppsigelsen", Icon.SEND, ENDING, ENDING)
    return None


def _of_term(office: Office, lease: Lease) -> NextStep | None:
    ladder, today = office.expiry.ladder(lease.id), office.clock.today()
    if ladder.fate in {Fate.ASKED, Fate.UNSURE}:
        return _FOLLOW_OUT
    if ladder.fate not in {Fate.WILL_TURN, Fate.TURNS}:
        return None
    if office.expiry.term(lease).granted:
        return _NEW
    if office.expiry.waiting(lease.id):
        return NextStep("Send flytteoppfordringen", Icon.SEND, TERM, TERM)
    if ladder.timing(today) is not Timing.NOT_YET:
        return NextStep("Skriv flytteoppfordring", Icon.LETTER, MOVE_OUT, TERM)
    step = ladder.now(today)
    if step is not None and step.letter is DocumentKind.EXPIRY_NOTE:
        return NextStep("Skriv at leietiden går ut", Icon.LETTER, EXPIRY_NOTE, TERM)
    return None
