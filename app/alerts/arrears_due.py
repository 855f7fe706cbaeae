"""Unpaid rent that needs someone: from the first missed rent to the notice that runs out.

AL-09 for the money, AL-10 and AL-11 for the home track, and what was agreed, paused or seen.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.alerts.evictions_due import corrections
from app.alerts.gathered import gathered
from app.alerts.model import Act, Alert, AlertId, Fact, Reason, Urgency
from app.alerts.told_once import InCase, told_once
from app.arrears.instalments.model import Breach
from app.arrears.instalments.service import Instalments
from app.arrears.model import Tenancy
from app.arrears.pauses.model import Pause
from app.arrears.pauses.service import Pauses
from app.arrears.rounds.model import AgreedStep
from app.arrears.rounds.service import ArrearsRounds
from app.arrears.service import Arrears
from app.arrears.signals.model import SignalLevel, SignalRow, SignalStanding
from app.arrears.signals.service import EarlySignals
from app.arrears.steps.model import ArrearsRow, ProposedKind, ProposedReason
from app.arrears.steps.service import ArrearsSteps
from app.core.ids import Ref
from app.core.money import format_kroner
from app.core.parameters import Parameters
from app.core.periods import Period, add
from app.evictions.notices.model import HomeTrackDue
from app.evictions.notices.service import HomeTracks
from app.evictions.service import EvictionCases
from app.people.model import AddressProtection

UNPAID_LADDER = "al.arrears_days"
Ladder = tuple[Period, ...]


def unpaid(rows: Iterable[ArrearsRow], parameters: Parameters, today: date) -> tuple[Alert, ...]:
    """Tenancies that owe and have something ready to be done (AL-09), in the order of the list.

    Yellow from the first day, red from the third rung of the ladder or with children.
    """
    ladder = parameters.ladder(UNPAID_LADDER, today)
    return tuple(_unpaid(row, ladder, today) for row in rows if row.ready and _spoken_for(row))


def shortened(alerts: Iterable[Alert]) -> tuple[Alert, ...]:
    """The same, with only the first of those with unpaid rent told one by one."""
    found = tuple(alerts)
    owing = [each for each in found if each.id is AlertId.RENT_UNPAID]
    if len(owing) <= RENTS_TOLD + 1:
        return found
    rest = [each for each in found if each.id is not AlertId.RENT_UNPAID]
    return (*owing[:RENTS_TOLD], _others(owing[RENTS_TOLD:]), *rest)


def _spoken_for(row: ArrearsRow) -> bool:
    """What is told by itself: an agreement not followed, a letter not sent, a meeting's step."""
    return row.next.kind is not ProposedKind.NONE and row.next.reason not in _TOLD_BY_ITSELF


_TOLD_BY_ITSELF = frozenset(
    {
        ProposedReason.AGREEMENT_BROKEN,
        ProposedReason.LETTER_WAITS,
        ProposedReason.MEETING_DECIDED,
    }
)


def _unpaid(row: ArrearsRow, ladder: Ladder, today: date) -> Alert:
    since = row.owed.since or today
    rungs = _rungs(since, ladder)
    late = len([rung for rung in rungs if rung <= today]) >= RED_FROM
    return _alert(
        row.tenancy,
        AlertId.RENT_UNPAID,
        Reason.RENT_MISSED,
        Act.OPEN_ARREARS,
        since=since,
        urgency=Urgency.NOW if late or row.children.count else Urgency.SOON,
        facts=(
            ("amount", format_kroner(row.owed.total)),
            ("since", since),
            ("days", row.owed.days),
            ("children", row.children.count),
        ),
        again=min((rung for rung in rungs if rung > today), default=None),
    )


RENTS_TOLD = 2
"""How many tenancies with unpaid rent are told by themselves: the list has them all in order."""
RED_FROM = 3
"""The rung of the ladder from which unpaid rent is urgent: fourteen days."""


def _rungs(since: date, ladder: Ladder) -> tuple[date, ...]:
    """The days of the ladder; it counts from the due day, the day before it was late."""
    due = since - timedelta(days=1)
    return tuple(add(step, due) for step in ladder)


def _others(rest: list[Alert]) -> Alert:
    """Those further down the list, as one."""
    urgent = any(each.urgency is Urgency.NOW for each in rest)
    return Alert(
        id=AlertId.RENT_UNPAID,
        urgency=Urgency.NOW if urgent else Urgency.SOON,
        case=Ref("office", 1),
        since=min(each.since for each in rest),
        why=Reason.RENTS_MISSED,
        act=Act.SEE_ARREARS,
        facts=(("count", len(rest)), ("since", min(each.since for each in rest))),
    )


def home_track(rows: Iterable[HomeTrackDue]) -> Iterator[Alert]:
    """A petition that may be filed: meet first (AL-10); a notice that has run out (AL-11)."""
    for row in rows:
        track = row.track
        earliest = track.earliest_petition or track.on
        expires = track.expires.nominal if track.expires is not None else None
        if track.ran_out and expires is not None:
            why, since, due = Reason.NOTICE_RAN_OUT, expires, None
        else:
            meet = row.meet_first
            why = Reason.MEET_BEFORE_PETITION if meet else Reason.PETITION_POSSIBLE
            since, due = earliest, expires
        yield Alert(
            id=AlertId.NOTICE_OLD if track.ran_out else AlertId.PETITION,
            urgency=Urgency.SOON if why is Reason.MEET_BEFORE_PETITION else Urgency.INFO,
            case=Ref("lease", track.lease),
            since=since,
            due=due,
            basis="tvangsfullbyrdelsesloven § 4-18",
            why=why,
            act=Act.OPEN_ARREARS,
            name=row.tenant_name,
            place=row.address,
            facts=(("from_day", earliest), ("until", expires or earliest)),
        )


def old_demands(rows: Iterable[ArrearsRow]) -> Iterator[Alert]:
    """A demand for payment older than six months must be made anew (AL-11, INK-04)."""
    for row in rows:
        if row.next.reason is ProposedReason.DEMAND_OLD and row.last is not None:
            since = row.next.from_day or row.owed.on
            yield _alert(
                row.tenancy,
                AlertId.NOTICE_OLD,
                Reason.DEMAND_RAN_OUT,
                Act.OPEN_ARREARS,
                since=since,
                urgency=Urgency.INFO,
                facts=(("until", since),),
                basis="inkassoloven § 11",
            )


def broken(rows: Iterable[tuple[Tenancy, Breach]]) -> Iterator[Alert]:
    """Instalment agreements that are not followed and that nobody has spoken of since (DOC-23)."""
    for tenancy, breach in rows:
        if breach.told_on is not None and breach.told_on >= breach.since:
            continue
        yield _alert(
            tenancy,
            AlertId.INSTALMENT,
            Reason.INSTALMENT_MISSED,
            Act.OPEN_INSTALMENTS,
            since=breach.since,
            urgency=Urgency.NOW,
            facts=(("amount", format_kroner(breach.missing)), ("since", breach.since)),
        )


def pauses(rows: Iterable[tuple[Tenancy, Pause]], today: date) -> Iterator[Alert]:
    """Pauses that run out this week: somebody must say what comes after."""
    for tenancy, pause in rows:
        until = pause.until(today)
        yield _alert(
            tenancy,
            AlertId.PAUSE,
            Reason.PAUSE_ENDS,
            Act.OPEN_INSTALMENTS,
            since=pause.since,
            urgency=Urgency.SOON,
            facts=(("until", until),),
            due=until,
        )


def decided(rows: Iterable[tuple[Tenancy, AgreedStep]]) -> Iterator[Alert]:
    """What a meeting about unpaid rent left to be done, when its day has come."""
    for tenancy, step in rows:
        said, day = step.decided, step.decided.due_on or step.held_on
        yield _alert(
            tenancy,
            AlertId.MEETING_STEP,
            Reason.MEETING_STEP_DUE,
            Act.OPEN_ARREARS,
            since=day,
            urgency=Urgency.SOON,
            facts=(
                ("decision", said.decision.strip().rstrip(".")),
                ("held", step.held_on),
                ("until", day),
                ("who", said.responsible.strip() or "oss"),
            ),
            due=day,
        )


def signals(rows: Iterable[SignalRow]) -> Iterator[Alert]:
    """Two early signals in sixty days (P2); unpaid rent and petitions are told by themselves."""
    for row in rows:
        level, told = row.standing.level, row.standing.petition or row.standing.of_rent_alone
        if level not in {SignalLevel.YELLOW, SignalLevel.RED} or told:
            continue
        yield Alert(
            id=AlertId.SIGNAL,
            urgency=Urgency.NOW if level is SignalLevel.RED else Urgency.SOON,
            case=Ref("person", row.person),
            since=row.standing.since or row.newest_on,
            why=Reason.SIGNALS_RED if level is SignalLevel.RED else Reason.SIGNALS_YELLOW,
            act=Act.OPEN_SIGNALS,
            name=_as_spoken(row.name),
            facts=(("count", len(row.standing.because)),),
        )


def _as_spoken(name: str) -> str:
    """«Kari Testnes»: the list has the family name first."""
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


class ArrearsDue:
    """What is known of unpaid rent."""

    def __init__(
        self,
        arrears: Arrears,
        steps: ArrearsSteps,
        instalments: Instalments,
        pauses: Pauses,
        signals: EarlySignals,
        rounds: ArrearsRounds,
        home_track: HomeTracks,
        cases: EvictionCases,
    ) -> None:
        self._arrears = arrears
        self._steps = steps
        self._instalments = instalments
        self._pauses = pauses
        self._signals = signals
        self._rounds = rounds
        self._home_track = home_track
        self._cases = cases

    def alerts(self, parameters: Parameters, today: date) -> tuple[Alert, ...]:
        """All of them, in no order."""
        in_case = InCase(self._cases.open_ones())
        rows = in_case.rows(self._steps.proposals())
        whose = self._arrears.tenancy
        breaches = ((whose(each.lease), each) for each in self._instalments.breaches(today))
        ending = ((whose(each.lease), each) for each in self._pauses.ending())
        of_rent = (
            *unpaid(rows, parameters, today),
            *old_demands(rows),
            *home_track(in_case.tracks(self._home_track.due(today))),
        )
        return (
            *shortened(told_once(of_rent)),
            *gathered(broken(in_case.breaches(breaches))),
            *gathered(pauses(ending, today)),
            *decided(self._due_from_meetings(today)),
            *corrections(self._home_track.corrections.due(today), today),
            *self._of_signals(in_case, today),
        )

    def coming(self, parameters: Parameters, until: date) -> tuple[Alert, ...]:
        """Instalments that fall due, pauses that end, what meetings and petitions wait for."""
        del parameters  # nothing here has a ladder
        in_case, whose = InCase(self._cases.open_ones()), self._arrears.tenancy
        breaches = ((whose(each.lease), each) for each in self._instalments.breaches(until))
        ending = ((whose(each.lease), each) for each in self._pauses.ending(until))
        return (
            *broken(in_case.breaches(breaches)),
            *home_track(in_case.tracks(self._home_track.due(until))),
            *(_of_its_day(each) for each in pauses(ending, until)),
            *decided(self._due_from_meetings(until)),
            *corrections(self._home_track.corrections.due(until), until),
        )

    def _of_signals(self, in_case: InCase, today: date) -> tuple[Alert, ...]:
        """Named only where they are told one by one."""
        found = self._signals.beyond_rent(today)
        rows = in_case.signals(_unnamed(each) for each in found.values())
        told = gathered(signals(rows))
        if len(told) < len(rows):
            return told
        return gathered(signals(self._signals.named([row.person for row in rows], today)))

    def _due_from_meetings(self, today: date) -> Iterator[tuple[Tenancy, AgreedStep]]:
        """Those of tenancies that still owe."""
        for step in self._rounds.due(today):
            if self._arrears.owed(step.lease, today).total:
                yield self._arrears.tenancy(step.lease), step


def _unnamed(standing: SignalStanding) -> SignalRow:
    protection = AddressProtection.NONE
    return SignalRow(standing.person, "", protection, standing, standing.because)


def _of_its_day(alert: Alert) -> Alert:
    """One that is told all the week it ends in, on the day itself."""
    return replace(alert, since=alert.due or alert.since)


def _alert(
    tenancy: Tenancy,
    which: AlertId,
    why: Reason,
    act: Act,
    *,
    since: date,
    urgency: Urgency,
    facts: tuple[tuple[str, Fact], ...] = (),
    due: date | None = None,
    basis: str = "",
    again: date | None = None,
) -> Alert:
    return Alert(
        id=which,
        urgency=urgency,
        case=Ref("lease", tenancy.lease),
        since=since,
        due=due,
        basis=basis,
        why=why,
        act=act,
        name=tenancy.tenant_name,
        place=tenancy.address,
        facts=facts,
        again=again,
    )
