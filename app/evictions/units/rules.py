"""Which units stand around a household, and on which ground each may be told. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from app.core.errors import Problem
from app.core.order import search_words
from app.core.records import dataclass
from app.evictions.model import EvictionCase, EvictionStage
from app.evictions.units.model import GroundOffer, NoteDraft, TellingGround, UnitAround
from app.followup.owners.sharing import HEALTH, NAV
from app.people.consents.model import Consent, ConsentScope
from app.settings.units.model import ServiceUnit

CHILD_WELFARE = "child_welfare"
CHILDREN = "childrens_services"
_OF_CHILDREN = ("oppvekst", "skole", "skule", "helsestasjon", "barnehage")
_NAMED = frozenset({ConsentScope.TALK_WITH_OTHERS, ConsentScope.CONTACT_EARLY})
_AT_NAMSFOGD = frozenset(
    {EvictionStage.PETITION_FILED, EvictionStage.COMMENT_PERIOD, EvictionStage.DATE_SET}
)


@dataclass(frozen=True, slots=True, repr=False)
class Facts:
    """What the grounds of one unit hang on, on a day.

    `tied` is the consent that somebody has noted for this unit; others are read by their words.
    """

    case: EvictionCase
    consents: tuple[Consent, ...]
    day: date
    coordinates: bool = False
    opted_out: bool = False
    tied: Consent | None = None


def for_children(unit: ServiceUnit) -> bool:
    """Whether it works with children: health station, school, kindergarten."""
    name = search_words(unit.draft.name)
    return unit.code == CHILDREN or any(word in name for word in _OF_CHILDREN)


def agrees(consent: Consent, unit: ServiceUnit) -> bool:
    """Whether a consent lets us talk with a unit; one that names others holds for them alone."""
    if consent.scope is ConsentScope.TALK_WITH_NAV:
        return unit.code == NAV
    if consent.scope is ConsentScope.TALK_WITH_HEALTH:
        return unit.code in HEALTH
    return names(consent, unit)


def _tied(consent: Consent, facts: Facts) -> bool:
    """Noted for this unit, and about talking with others at all."""
    return facts.tied is not None and facts.tied.id == consent.id and consent.scope in _NAMED


def names(consent: Consent, unit: ServiceUnit) -> bool:
    """Whether a consent names this very unit; one for all of health names none of them."""
    if consent.scope not in _NAMED or not consent.body.strip():
        return False
    told, own = f" {search_words(consent.body)} ", f" {search_words(unit.draft.name)} "
    return own in told


def offers(unit: ServiceUnit, facts: Facts) -> tuple[GroundOffer, ...]:
    """The grounds a unit may be told on, best first (PV-02, SOT-11 to 13, HL-71, TV-11)."""
    if unit.code == CHILD_WELFARE:
        return (GroundOffer(TellingGround.REPORT_DUTY),)
    return tuple(_offers(unit, facts))


def _offers(unit: ServiceUnit, facts: Facts) -> Iterator[GroundOffer]:
    agreed = [
        each
        for each in facts.consents
        if each.holds(facts.day) and (agrees(each, unit) or _tied(each, facts))
    ]
    if agreed:
        yield GroundOffer(TellingGround.CONSENT, agreed[0])
    if for_children(unit):
        return
    if facts.coordinates:
        yield GroundOffer(TellingGround.COORDINATION)
    if unit.code == NAV:
        if facts.case.lease is not None and facts.case.threatened and not facts.opted_out:
            yield GroundOffer(TellingGround.LANDLORD_NOTICE)
        if facts.case.stage in _AT_NAMSFOGD:
            yield GroundOffer(TellingGround.NAMSFOGD_TELLS)
    yield GroundOffer(TellingGround.NEEDED_FOR_TASK)
    yield GroundOffer(TellingGround.OTHER_LAW)


def check(drafts: Iterable[NoteDraft], around: Iterable[UnitAround]) -> tuple[Problem, ...]:
    """What stands between the notes and their letters: nobody is told without a ground."""
    known = {each.unit: each for each in around}
    wanted = tuple(drafts)
    if not wanted:
        return (Problem("units", "unit_note_nobody", "SD-07"),)
    return tuple(found for each in wanted for found in _wrong(each, known.get(each.unit)))


def _wrong(draft: NoteDraft, around: UnitAround | None) -> Iterator[Problem]:
    offered = {each.ground for each in around.offers} if around else set()
    if around is None or draft.ground not in offered:
        yield Problem("ground", "unit_note_ground_missing", "PV-02")
    elif draft.ground is not None and draft.ground.asks_words and not draft.because.strip():
        yield Problem("because", "unit_note_because_missing", draft.ground.rule)
    if not draft.asks.strip():
        yield Problem("asks", "unit_note_asks_missing", "SD-07")


def check_read(read_on: date, sent_on: date | None, today: date) -> tuple[Problem, ...]:
    """What is wrong with the day a note was read."""
    if read_on > today:
        return (Problem("read_on", "day_in_future", remedy=today),)
    if sent_on is None:
        return (Problem("read_on", "unit_note_not_sent"),)
    if read_on < sent_on:
        return (Problem("read_on", "unit_note_read_before_sent", remedy=sent_on),)
    return ()
