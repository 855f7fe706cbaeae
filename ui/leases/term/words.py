"""What the term says on the screen: its steps, and what happens when nobody does anything."""

from datetime import date

from app.leases.expiry.model import Fate, Ladder, Step, StepKind, Term
from app.leases.model import Lease, LeaseState
from app.office import Office
from ui.kit.cards import Callout
from ui.kit.chips import ChipKind
from ui.labels import day, until

_NAMES = {
    StepKind.BEGINS: "Leietiden begynner",
    StepKind.HALF_WAY: "Samtale halvveis",
    StepKind.EXIT_PLAN: "Plan for neste bolig",
    StepKind.DECIDE: "Begynn å tenke på om leietakeren får bli",
    StepKind.TELL: "Skriv til leietakeren",
    StepKind.LAST_DAY: "Siste dag i leietiden",
    StepKind.ASK_TO_MOVE: "Be leietakeren flytte",
    StepKind.LAST_SAFE_DAY: "Siste trygge dag",
    StepKind.OPEN_ENDED: "Blir tidsubestemt av seg selv",
}
_URGENT = frozenset({StepKind.LAST_DAY, StepKind.ASK_TO_MOVE, StepKind.LAST_SAFE_DAY})
FATES = {
    Fate.RUNS_ON: "Avtalen har ingen siste dag. Den løper til en av dere sier den opp.",
    Fate.WILL_TURN: (
        "Leietiden går ut {end}, uten at noen sier opp. Blir leietakeren boende, og ingen ber om"
        " flytting senest {safe}, blir leieforholdet tidsubestemt av seg selv {turns}."
    ),
    Fate.TURNS: (
        "Leietiden gikk ut {end}. Går det ikke ut en flytteoppfordring senest {safe}, blir"
        " leieforholdet tidsubestemt av seg selv {turns}. Da må det sies opp med grunn."
    ),
    Fate.TURNED: (
        "Leieforholdet ble tidsubestemt av seg selv {turns}, fordi ingen ba om flytting i tide."
        " Nå løper det til en av dere sier det opp. Lag en ny avtale, eller se «Avslutning»."
    ),
    Fate.ASKED: (
        "Leietakeren ble bedt om å flytte {asked}. Leieforholdet blir ikke tidsubestemt, men"
        " følg opp at boligen blir levert tilbake."
    ),
    Fate.UNSURE: (
        "Flytteoppfordringen gikk ut {asked}, etter siste trygge dag. Det er usikkert om den"
        " holder. Snakk med kommuneadvokaten."
    ),
    Fate.FOLLOWED: "Ny avtale tar over {followed}. Her er det ikke mer å gjøre.",
    Fate.ENDS: "Leieforholdet avsluttes {ended}. Se «Avslutning».",
}


def name_of(step: Step, today: date) -> str:
    """What a step is for; the day it turned is told as what happened."""
    if step.kind is StepKind.OPEN_ENDED and step.on <= today:
        return "Ble tidsubestemt av seg selv"
    return _NAMES[step.kind]


def ticked(step: Step) -> bool:
    """Whether a day that has passed has its tick: something was done, or the day did it."""
    return step.done or step.kind is StepKind.OPEN_ENDED


def missed(step: Step) -> str:
    """What a day that passed with nothing done is told as."""
    if step.kind in {StepKind.HALF_WAY, StepKind.EXIT_PLAN}:
        return "ikke holdt"
    return "" if step.letter is None else "ikke gjort"


def note_of(step: Step, ladder: Ladder) -> str:
    """What to know of its day."""
    window = ladder.window
    if window is None:
        return ""
    if step.kind is StepKind.LAST_SAFE_DAY and not step.done:
        return "be skriftlig om flytting senest da"
    if step.kind is StepKind.OPEN_ENDED and window.moved != window.nominal:
        return f"regnes fra {day(window.nominal)}"
    return ""


def urgent(step: Step) -> bool:
    """Red only where the law counts."""
    return step.kind in _URGENT and not step.done


def fate_words(term: Term, ladder: Ladder) -> str:
    """«Hva skjer hvis du ikke gjør noe», in plain words with the day."""
    return FATES[ladder.fate].format(
        end=day(term.end),
        safe=day(ladder.last_safe_day),
        turns=day(ladder.turns_on),
        asked=day(term.asked_on),
        followed=day(term.followed_on),
        ended=day(term.ended_on),
    )


def countdown(ladder: Ladder, today: date) -> str:
    """«Siste trygge dag 28.02.2030, om 30 dager», once the end is in sight."""
    safe = ladder.last_safe_day
    if safe is None or ladder.fate not in {Fate.WILL_TURN, Fate.TURNS}:
        return ""
    return f"Siste trygge dag {day(safe)}, {until(today, safe)}"


def alarm(office: Office, lease: Lease) -> Callout | None:
    """What the law will do by itself, over all parts of the page (HL-42)."""
    if lease.state not in {LeaseState.PAST_TERM, LeaseState.TURNED_OPEN_ENDED}:
        return None
    term, ladder = office.expiry.term(lease), office.expiry.ladder(lease.id)
    if ladder.fate is Fate.ASKED:
        asked = f"Leietiden er ute. Leietakeren ble bedt om å flytte {day(term.asked_on)}."
        return Callout(ChipKind.WAITING, asked, "Følg opp at boligen blir levert tilbake.")
    if ladder.fate is Fate.UNSURE:
        return Callout(
            ChipKind.URGENT, "Flytteoppfordringen gikk for sent.", fate_words(term, ladder)
        )
    if ladder.fate is Fate.TURNED:
        return Callout(
            ChipKind.SOON,
            "Leieforholdet er gått over til tidsubestemt.",
            "Det gikk mer enn tre måneder uten flytteoppfordring. Husleieloven §\u00a09-2"
            " tredje ledd.",
        )
    what = f"Leietiden er ute. Siste trygge dag er {day(ladder.last_safe_day)}."
    if term.granted:
        return Callout(
            ChipKind.URGENT,
            what,
            "Leietakeren får bli, men ny avtale er ikke underskrevet. Uten den blir leieforholdet"
            " tidsubestemt. Husleieloven §\u00a09-2 tredje ledd.",
        )
    return Callout(
        ChipKind.URGENT,
        what,
        "Be leietakeren skriftlig om å flytte, eller lag en ny avtale. Ellers blir"
        " leieforholdet tidsubestemt. Husleieloven §\u00a09-2 tredje ledd.",
    )
