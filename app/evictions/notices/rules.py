"""When a petition may be filed, what holds it back, and what it costs. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from app.arrears.model import Owed
from app.core.deadlines import Deadline
from app.core.errors import NotFound, Problem
from app.core.money import Ore, Rounding, part_of
from app.core.parameters import Parameters
from app.core.records import dataclass
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import (
    EnforcementCosts,
    EvictionNotice,
    HomeStep,
    HomeStepKind,
    HomeStepMark,
    HomeTrack,
    SocialNotice,
    Waits,
)
from app.letters.model import Channel
from app.settings.rulebook import deadline_for

NOTICE = "tv.notice_weeks"
SOCIAL = "hl.social_notice_weeks"
WITHIN = "tv.petition_within_years"
COURT_FEE = "fee.court_R_kr"
_FACTORS = {
    False: ("fee.eviction_filing_R", "fee.eviction_done_R"),
    True: ("fee.court_eviction_filing_R", "fee.court_eviction_done_R"),
}
UNSAFE = frozenset({Channel.EMAIL})
"""Ways that do not send a notice: plain e-mail is not secure (TV-05)."""


def may_be_dated(due_on: date, day: date) -> bool:
    """Whether a notice may bear a day: after the debt's own, never before it (TV-02)."""
    return day > due_on


def notice_wait(start: date, parameters: Parameters) -> Deadline:
    """The two weeks of § 4-18, from the sending (TV-02) or the due day (TV-04)."""
    return deadline_for(parameters, NOTICE, start)


def social_wait(start: date, parameters: Parameters) -> Deadline:
    """The two weeks of § 9-11, from the sending (HL-71)."""
    return deadline_for(parameters, SOCIAL, start)


def waits(
    notice: EvictionNotice | None, social: SocialNotice | None, parameters: Parameters
) -> Waits:
    """Both waits, as far as they have begun; a petition must wait for each that has."""
    sent = notice.counts_from if notice else None
    told = social.counts_from if social else None
    return Waits(
        notice_wait(sent, parameters) if sent else None,
        social_wait(told, parameters) if told else None,
    )


def expires(found: Waits, parameters: Parameters) -> Deadline | None:
    """The last day of a petition on the notice: a year after it became possible (TV-06).

    It was possible when the wait of § 4-18 was over; the one of § 9-11 gives no more time.
    """
    if found.notice is None:
        return None
    return deadline_for(parameters, WITHIN, found.notice.earliest_action)


def costs(day: date, parameters: Parameters, *, by_court: bool) -> EnforcementCosts:
    """What it costs that day, decimals rounded down (TV-17, TV-18); never guessed from another."""
    filing, done = _FACTORS[by_court]
    try:
        base = parameters.money(COURT_FEE, day)
        first, second = parameters.decimal(filing, day), parameters.decimal(done, day)
    except NotFound:
        return EnforcementCosts(day, by_court)
    old = parameters[COURT_FEE].outdated(day)
    since = parameters.version(COURT_FEE, day).valid_from if old else None
    return EnforcementCosts(day, by_court, _times(base, first), _times(base, second), since)


def _times(base: Ore, factor: Decimal) -> Ore:
    return part_of(base, factor, Rounding.DOWN)


@dataclass(frozen=True, slots=True)
class Around:
    """What else bears on a petition that day.

    `lacking` is why the notice's ground does not hold now; `talked` that somebody met or tried,
    or that it is said why not.
    """

    owed: Owed
    lacking: tuple[Problem, ...] = ()
    talked: bool = False
    paused: bool = False
    agreement_kept: bool = False


def left_of(notice: EvictionNotice, owed: Owed) -> Ore:
    """What is not paid of all that was due when the notice was made, whole øre."""
    due = (each.left for each in owed.charges if each.charge.due_on <= notice.issued_on)
    return Ore(sum(due))


def may_wait(notice: EvictionNotice | None, owed: Owed, day: date, parameters: Parameters) -> bool:
    """Whether a petition on a notice can wait for somebody: its two weeks are over.

    Not where all it was about is paid, unless its year has run out as well.
    """
    found = waits(notice, None, parameters)
    if notice is None or found.notice is None or found.notice.earliest_action > day:
        return False
    over = expires(found, parameters)
    return (over is not None and day > over.nominal) or not _paid(notice, owed)


def _paid(notice: EvictionNotice, owed: Owed) -> bool:
    return notice.ground is EnforcementGround.UNPAID_RENT and not left_of(notice, owed)


def locks(track: HomeTrack, around: Around) -> tuple[Problem, ...]:
    """What a petition waits for, in the order it is told; empty when it may be filed."""
    if track.notice is None:
        return (_lock("petition_no_notice", "TV-02"),)
    if track.ran_out and track.expires is not None:
        return (_lock("petition_notice_ran_out", "TV-06", until=track.expires.nominal),)
    return (
        *_of_sending(track.notice, track.social),
        *_of_wait(track),
        *around.lacking,
        *_of_money(track.notice, around.owed),
        *_of_help(around),
    )


def _of_sending(notice: EvictionNotice, social: SocialNotice | None) -> Iterator[Problem]:
    if notice.counts_from is None:
        code = "petition_notice_unsent"
        if notice.unsafe:
            code = "petition_notice_unsafe"
        elif notice.returned:
            code = "petition_notice_returned"
        yield _lock(code, "TV-05" if notice.unsafe else "TV-02")
    if social is not None and social.counts_from is None:
        missing = "copy" if social.notice_sent else "notice"
        yield _lock(f"petition_social_{missing}_unsent", "HL-71")


def _of_wait(track: HomeTrack) -> Iterator[Problem]:
    earliest = track.earliest_petition
    if earliest is None or track.on >= earliest:
        return
    notice, social = track.waits.notice, track.waits.social
    of_notice = notice is not None and notice.earliest_action == earliest
    late = social is not None and not of_notice
    code, rule = ("petition_social_wait", "HL-71") if late else ("petition_too_early", "TV-02")
    yield _lock(code, rule, earliest=earliest)


def _of_money(notice: EvictionNotice, owed: Owed) -> Iterator[Problem]:
    """Ground a alone: whatever is paid, or paid in where it is disputed, is no ground."""
    if notice.ground is not EnforcementGround.UNPAID_RENT:
        return
    left = left_of(notice, owed)
    if not left:
        yield _lock("petition_claim_paid", "TV-03")
    elif owed.deposited >= left:
        yield _lock("petition_rent_deposited", "HL-20")


def _of_help(around: Around) -> Iterator[Problem]:
    if around.paused:
        yield _lock("petition_paused", "")
    if around.agreement_kept:
        yield _lock("petition_agreement_kept", "")
    if not around.talked:
        yield _lock("petition_meeting_first", "AL-10")


def _lock(code: str, rule: str, **facts: object) -> Problem:
    return Problem("filed_on", code, rule, facts=dict(facts))


def steps(track: HomeTrack, since: date | None) -> tuple[HomeStep, ...]:
    """The rail: what was done with its day, the one that is next, and what is still to come."""
    return tuple(_marked(_steps(track, since)))


def _steps(track: HomeTrack, since: date | None) -> Iterator[tuple[HomeStep, bool]]:
    notice, social, petition = track.notice, track.social, track.petition
    if since is not None:
        yield HomeStep(HomeStepKind.RENT_OVERDUE, HomeStepMark.DONE, since, track.owed), True
    sent = notice.counts_from if notice else None
    yield _step(HomeStepKind.EVICTION_NOTICE, sent, notice.claimed if notice else None)
    told = social.counts_from if social else None
    left_out = told is None and (track.opt_out is not None or petition is not None)
    if left_out:
        yield HomeStep(HomeStepKind.SOCIAL_SERVICE_NOTICE, HomeStepMark.LEFT_OUT), True
    else:
        yield _step(HomeStepKind.SOCIAL_SERVICE_NOTICE, told)
    earliest = track.earliest_petition
    over = earliest is not None and earliest <= track.on
    yield _step(HomeStepKind.EARLIEST_PETITION, earliest, done=over)
    fee = track.costs.filing if track.costs else None
    yield _step(HomeStepKind.PETITION, petition.filed_on if petition else None, fee)


def _step(
    kind: HomeStepKind, day: date | None, amount: Ore | None = None, *, done: bool | None = None
) -> tuple[HomeStep, bool]:
    taken = day is not None if done is None else done
    mark = HomeStepMark.DONE if taken else HomeStepMark.LATER
    return HomeStep(kind, mark, day, amount), taken


def _marked(found: Iterable[tuple[HomeStep, bool]]) -> Iterator[HomeStep]:
    """The first that is not taken is next; the word to the social service is never demanded."""
    waiting = True
    for step, taken in found:
        optional = step.kind is HomeStepKind.SOCIAL_SERVICE_NOTICE
        if taken or optional or not waiting:
            yield step
            continue
        waiting = False
        yield HomeStep(step.kind, HomeStepMark.NEXT, step.day, step.sum)
