"""What is said of a lease's end: what holds, what it means, what to do."""

from app.core.records import dataclass
from app.leases.endings.model import EndCause
from app.leases.model import Lease, LeaseState
from app.leases.notices.model import BreachGround, GivenBy, Notice, NoticeStanding, Termination
from app.office import Office
from ui.kit.chips import ChipKind
from ui.labels import day, near_day, title_word

N = NoticeStanding
BY_NOTICE = frozenset({EndCause.TENANT_NOTICE, EndCause.LANDLORD_NOTICE, EndCause.BREACH})
CHIPS = {
    N.UNSENT: ChipKind.WAITING,
    N.HOLDS: ChipKind.INFO,
    N.PROTESTED: ChipKind.URGENT,
    N.SUED: ChipKind.SOON,
    N.LAPSED: ChipKind.NOT_STARTED,
    N.SET_ASIDE: ChipKind.NOT_STARTED,
    N.WITHDRAWN: ChipKind.NOT_STARTED,
    N.OVER: ChipKind.OK,
}


@dataclass(frozen=True, slots=True)
class Now:
    """The one thing that holds today, and what follows from it."""

    kind: ChipKind
    what: str
    then: str = ""


def now(
    office: Office, lease: Lease, notice: Notice | None, termination: Termination | None
) -> Now:
    """What the top of the part says."""
    if lease.signed_on is None:
        return Now(
            ChipKind.INFO,
            "Avtalen er ikke underskrevet, så det er ingenting å avslutte.",
            "Skal den ikke brukes, velger du «Blir ikke brukt» øverst.",
        )
    held = office.endings.of(lease.id)
    if held is not None and held.cause not in BY_NOTICE:
        over = lease.state not in {LeaseState.UNDER_NOTICE, LeaseState.RUNNING}
        words = "Leieforholdet sluttet {}." if over else "Leieforholdet slutter {}."
        then = " ".join(filter(None, (f"{title_word(held.cause)}.", held.reason)))
        return Now(ChipKind.INFO, words.format(day(held.last_day)), then)
    if termination is not None:
        return _terminated(lease, termination)
    if notice is not None:
        return _noticed(office, notice)
    if lease.state is LeaseState.ENDED:
        return Now(ChipKind.OK, "Leieforholdet er over.", "En ny avtale kom i stedet.")
    return Now(
        ChipKind.OK,
        "Leieforholdet er ikke sagt opp.",
        "Velg under hvordan det skal avsluttes, når den tid kommer.",
    )


def _terminated(lease: Lease, termination: Termination) -> Now:
    if termination.sent_on is None:
        return Now(
            ChipKind.SOON,
            "Hevingen er laget, men ikke sendt.",
            "Leieforholdet slutter først når brevet er sendt. Registrer sendingen under «Brev».",
        )
    last = day(lease.ended_on or termination.move_by)
    court = "namsfogden" if rent_ground(lease, termination) else "tingretten"
    return Now(
        ChipKind.URGENT,
        f"Avtalen er hevet. Boligen skal være tom {last}.",
        f"Flytter ikke leietakeren, avgjør {court} saken. Utleieren kan aldri kaste noen ut selv.",
    )


def rent_ground(lease: Lease, termination: Termination) -> bool:
    """Whether the namsfogd decides: unpaid rent, and the clause for it in the lease (TV-07)."""
    return termination.ground is BreachGround.RENT and lease.draft.eviction_for_rent


def _noticed(office: Office, notice: Notice) -> Now:
    last = day(notice.end_on)
    if notice.given_by is GivenBy.TENANT:
        over = office.notices.standing(notice) is N.OVER
        return Now(
            ChipKind.OK if over else ChipKind.INFO,
            f"Leietakeren har sagt opp. Siste dag {'var' if over else 'er'} {last}.",
            "Avtal gjennomgang av boligen og levering av nøkler.",
        )
    return _OURS[office.notices.standing(notice)](office, notice)


def _unsent(office: Office, notice: Notice) -> Now:
    del office
    return Now(
        ChipKind.SOON,
        "Oppsigelsen er laget, men ikke sendt.",
        f"Brevet sier {day(notice.end_on)}. Sendes det i en senere måned, blir siste dag senere."
        " Registrer sendingen under «Brev».",
    )


def _holds(office: Office, notice: Notice) -> Now:
    until = office.notices.protest_until(notice)
    today = office.clock.today()
    last = f"Vi har sagt opp. Siste dag er {day(notice.end_on)}."
    if until is None:
        return Now(ChipKind.INFO, last)
    if today <= until.moved:
        told = f"Leietakeren kan protestere til {near_day(until.moved, today)}"
        if office.notices.arrival_assumed(notice):
            told += ", regnet fra en antatt dag. Før inn under «Brev» når brevet kom fram."
        else:
            told += ", regnet fra dagen brevet kom fram."
        return Now(ChipKind.INFO, last, told)
    return Now(
        ChipKind.INFO,
        last,
        "Tiden for å protestere er ute. Flytter ikke leietakeren, går saken til namsfogden"
        " etter tvangsfullbyrdelsesloven §\u00a013-2 bokstav c.",
    )


def _over(office: Office, notice: Notice) -> Now:
    del office
    return Now(
        ChipKind.SOON,
        f"Vi sa opp til {day(notice.end_on)}. Dagen er gått.",
        "Flytter ikke leietakeren, går saken til namsfogden (tvangsfullbyrdelsesloven §\u00a013-2"
        " bokstav c). Utleieren kan aldri kaste noen ut selv.",
    )


def _protested(office: Office, notice: Notice) -> Now:
    del office
    protest = notice.protest
    if protest is None or protest.sue_by is None or protest.lapses_on is None:
        return Now(ChipKind.URGENT, "Leietakeren har protestert.")
    return Now(
        ChipKind.URGENT,
        f"Leietakeren har protestert. Siste trygge dag for å reise sak er {day(protest.sue_by)}.",
        f"Gjør vi ikke det, faller oppsigelsen bort {day(protest.lapses_on)}, og leieforholdet"
        " løper videre. Husleieloven §\u00a09-8. Ingen må flytte så lenge.",
    )


def _sued(office: Office, notice: Notice) -> Now:
    del office
    at = notice.protest.sued_at if notice.protest else None
    return Now(
        ChipKind.SOON,
        f"Oppsigelsen er til behandling i {at_words(at)}.",
        "Leieforholdet løper til saken er avgjort. Før inn svaret når det kommer.",
    )


def at_words(body: object) -> str:
    """Where it is tried."""
    return "tingretten" if body == "court" else "Husleietvistutvalget"


_OURS = {N.UNSENT: _unsent, N.HOLDS: _holds, N.OVER: _over, N.PROTESTED: _protested, N.SUED: _sued}


def ended_by(office: Office, notice: Notice) -> str:
    """One line about a notice that is history."""
    standing = office.notices.standing(notice)
    parts = [f"Siste dag {day(notice.end_on)}"]
    if notice.ground is not None:
        parts.append(title_word(notice.ground))
    if notice.protest is not None:
        late = " for sent" if notice.protest.late else ""
        parts.append(f"Protest{late} {day(notice.protest.received_on)}")
    if standing is N.WITHDRAWN:
        parts.append(notice.withdrawn_reason)
    return " · ".join(parts)
