"""The home track as the screen says it."""

from app.core.deadlines import Deadline
from app.core.errors import Problem
from app.core.money import format_kroner
from app.evictions.model import EnforcementGround
from app.evictions.notices.model import (
    EnforcementCosts,
    HomeStep,
    HomeStepKind,
    HomeStepMark,
    HomeTrack,
)
from ui.kit.rail import Stop, StopState
from ui.labels import day, deadline_words, problem, title_word, word

_STATES = {
    HomeStepMark.DONE: StopState.DONE,
    HomeStepMark.NEXT: StopState.NEXT,
    HomeStepMark.LATER: StopState.COMING,
    HomeStepMark.LEFT_OUT: StopState.COMING,
}


def stops(track: HomeTrack) -> tuple[Stop, ...]:
    """The rail, one stop for each step."""
    return tuple(_stop(track, step) for step in track.steps)


def _stop(track: HomeTrack, step: HomeStep) -> Stop:
    when = f"{step.day:%d.%m.}" if step.day else "–"
    return Stop(when, title_word(step.kind), _fact(track, step), _STATES[step.mark])


def _fact(track: HomeTrack, step: HomeStep) -> str:
    """One fact beside a step."""
    if step.mark is HomeStepMark.LEFT_OUT:
        return "reservert" if track.opt_out else "ikke sendt"
    if step.kind is HomeStepKind.RENT_OVERDUE:
        return f"{format_kroner(track.owed)} nå" if track.owed else ""
    if step.kind is HomeStepKind.EVICTION_NOTICE:
        return _notice_fact(track)
    if step.kind is HomeStepKind.SOCIAL_SERVICE_NOTICE:
        return _social_fact(track, step)
    if step.kind is HomeStepKind.EARLIEST_PETITION:
        return f"møte holdt {track.met_on:%d.%m.}" if track.met_on else "møte først"
    return format_kroner(step.sum) if step.sum is not None else ""


def _notice_fact(track: HomeTrack) -> str:
    notice = track.notice
    if notice is None:
        return "ikke laget"
    if notice.excepted_from is not None:
        return "utelatt, ingen kan nås"
    if notice.sent_on is None:
        return "ikke sendt"
    return format_kroner(notice.claimed) if notice.claimed else "sendt"


def _social_fact(track: HomeTrack, step: HomeStep) -> str:
    if step.mark is HomeStepMark.DONE:
        return "sendt, med kopi"
    return "ikke sendt" if track.social else "frivillig"


def ground_words(ground: EnforcementGround | None) -> str:
    """Which ground it is, or that the way goes by a court."""
    if ground is None:
        return "Ingen uten dom: veien går om retten"
    return word(ground)


def earliest_words(track: HomeTrack) -> str:
    """The first day of a petition, and how it was counted where the day was moved."""
    if track.earliest_petition is None:
        return ""
    later = _later(track)
    moved = deadline_words(later) if later else ""
    words = day(track.earliest_petition)
    return f"{words} ({moved})" if moved else words


def _later(track: HomeTrack) -> Deadline | None:
    both = (track.waits.notice, track.waits.social)
    known = [each for each in both if each is not None]
    return max(known, key=lambda each: each.earliest_action, default=None)


def expires_words(track: HomeTrack) -> str:
    """The last day of a petition on this notice (TV-06)."""
    return "" if track.expires is None else day(track.expires.nominal)


def cost_words(costs: EnforcementCosts | None) -> str:
    """«1 681 kr når begjæringen sendes, og 1 815 kr i tillegg hvis den gjennomføres»."""
    if costs is None:
        return ""
    if costs.filing is None or costs.carried_out is None:
        return f"satsen for {costs.day.year} er ikke kjent"
    first, more = format_kroner(costs.filing), format_kroner(costs.carried_out)
    where = " (tingretten)" if costs.by_court else ""
    told = f"{first} når begjæringen sendes, og {more} i tillegg hvis den gjennomføres{where}"
    if costs.rate_from is None:
        return told
    return f"{told}. Satsen er fra {costs.rate_from.year}: se etter den for {costs.day.year}"


def paid_words(track: HomeTrack) -> str:
    """What has come in since the notice, and what is left."""
    if track.notice is None or not track.paid_since:
        return ""
    return f"{format_kroner(track.paid_since)}, {format_kroner(track.owed)} står igjen"


def corrected_words(track: HomeTrack) -> str:
    """The day a petition went back corrected (TV-09)."""
    asked = track.correction
    return day(asked.sent_on) if asked is not None and asked.sent_on is not None else ""


def delay_words(track: HomeTrack) -> str:
    """That the letter names a day that is too early, since it went out later (TV-02)."""
    notice = track.notice
    if notice is None or notice.document is None or not notice.delay:
        return ""
    return (
        f"Varselet er datert {day(notice.issued_on)}, men ble sendt {day(notice.sent_on)}."
        " De to ukene regnes fra sendingen, ikke fra dagen i brevet."
    )


def lock_words(found: Problem) -> str:
    """Why a petition has to wait, in whole sentences."""
    return problem(found)
