"""What each ground of § 13-2 third paragraph needs (TV-01), and what goes by the court. Pure."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from app.arrears.model import Owed
from app.core.errors import Problem
from app.core.records import dataclass
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import GROUNDS
from app.leases.model import Lease, LeaseState

RULE = "TV-01"


@dataclass(frozen=True, slots=True)
class LandlordNoticed:
    """The landlord's notice to end the lease: the last day to protest, and the last day of it.

    `protested` that somebody has to be heard first; `set_free` that the court let it stand.
    """

    protest_until: date | None
    last_day: date
    protested: bool = False
    set_free: bool = False


@dataclass(frozen=True, slots=True)
class GroundFacts:
    """What the register says around a tenancy on a day; `lease` the newest that is signed.

    `kept` that its paper is in the register, `terminated` that it was ended for breach (HL-68).
    """

    today: date
    lease: Lease | None
    owed: Owed
    kept: bool = True
    noticed: LandlordNoticed | None = None
    terminated: bool = False


def lacks(ground: EnforcementGround | None, facts: GroundFacts) -> tuple[Problem, ...]:
    """Why a ground does not hold; what does not block is only told."""
    if ground is None:
        return (Problem("ground", "enforcement_ground_missing", RULE),)
    check = _CHECKS.get(ground)
    return tuple(check(facts)) if check else ()


def holding(facts: GroundFacts) -> EnforcementGround | None:
    """The first ground that holds, in the order of the law; None when the way goes by a court."""
    by_namsfogd = (each for each in GROUNDS if not each.by_court)
    found = (each for each in by_namsfogd if not any(p.blocks for p in lacks(each, facts)))
    return next(found, None)


def _unpaid(facts: GroundFacts) -> Iterator[Problem]:
    """Letter a: a written lease where the tenant accepts it, and rent that is due."""
    lease = facts.lease
    if lease is None:
        yield _lacking("ground_lease_unsigned")
    elif not lease.draft.eviction_for_rent:
        yield _lacking("ground_clause_rent_missing")
    elif not facts.kept:
        yield _told("ground_clause_unseen")
    if not facts.owed.rent:
        yield _lacking("ground_no_rent_owed")
    elif facts.owed.deposited >= facts.owed.total:
        yield Problem("ground", "ground_rent_deposited", "HL-20")


def _expired(facts: GroundFacts) -> Iterator[Problem]:
    """Letter b: a written lease for a term, where the tenant accepts it, and the term is over."""
    lease = facts.lease
    if lease is None:
        yield _lacking("ground_lease_unsigned")
        return
    if not lease.draft.eviction_at_expiry:
        yield _lacking("ground_clause_expiry_missing")
    elif not facts.kept:
        yield _told("ground_clause_unseen")
    if lease.draft.end is None:
        yield _lacking("ground_no_term")
    elif lease.state is LeaseState.TURNED_OPEN_ENDED:
        yield Problem("ground", "ground_term_turned", "HL-42")
    elif facts.today <= lease.draft.end:
        yield _lacking("ground_term_runs", until=lease.draft.end)


def _noticed(facts: GroundFacts) -> Iterator[Problem]:
    """Letter c: the landlord's notice, and no protest in time, or a court that let it stand."""
    noticed = facts.noticed
    if noticed is None:
        yield _lacking("ground_no_landlord_notice")
        return
    if noticed.protested and not noticed.set_free:
        yield Problem("ground", "ground_notice_protested", "HL-67")
    elif not noticed.set_free and (
        noticed.protest_until is None or facts.today <= noticed.protest_until
    ):
        yield Problem("ground", "ground_protest_runs", "HL-66", facts=_until(noticed))
    if facts.today <= noticed.last_day:
        yield _lacking("ground_notice_runs", until=noticed.last_day)


def _until(noticed: LandlordNoticed) -> dict[str, object]:
    return {"until": noticed.protest_until}


def _breach(facts: GroundFacts) -> Iterator[Problem]:
    """Letter d: the lease was ended for breach, and it is plain; the court decides (TV-07)."""
    if not facts.terminated:
        yield _lacking("ground_not_terminated")
    yield Problem("ground", "ground_by_court", "TV-07", blocks=False)


def _no_right(facts: GroundFacts) -> Iterator[Problem]:
    """Letter e: whoever lives there plainly has no right to it; the court decides (TV-07)."""
    lived = facts.lease is not None and facts.lease.state.holds
    if lived and facts.lease is not None and facts.lease.state is not LeaseState.OVERSTAY:
        yield _lacking("ground_lease_holds")
    yield Problem("ground", "ground_by_court", "TV-07", blocks=False)


def _lacking(code: str, **facts: object) -> Problem:
    return Problem("ground", code, RULE, facts=dict(facts))


def _told(code: str) -> Problem:
    return Problem("ground", code, RULE, blocks=False)


_CHECKS: Mapping[EnforcementGround, Callable[[GroundFacts], Iterator[Problem]]] = {
    EnforcementGround.UNPAID_RENT: _unpaid,
    EnforcementGround.TERM_EXPIRED: _expired,
    EnforcementGround.NOTICE_NOT_PROTESTED: _noticed,
    EnforcementGround.BREACH_EVIDENT: _breach,
    EnforcementGround.NO_RIGHT_EVIDENT: _no_right,
}

_MONEY = frozenset({"ground_no_rent_owed", "ground_rent_deposited"})


def of_money(problem: Problem) -> bool:
    """Whether it says that nothing is owed, which a petition is told of in words of its own."""
    return problem.code in _MONEY
