"""What it costs to work with unpaid rent and with homes that may be lost."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QApplication

from app.arrears.signals.model import EarlySignalKind, SignalDraft, SignalSource
from app.core.ids import LeaseId, PersonId, Ref
from app.core.money import Ore
from app.office import Office
from tests.bench.spent import TIMES, Figure, milliseconds
from ui.arrears.parts import PARTS
from ui.main_window import OfficeView
from ui.navigation import PageId, Place

LEASE, PERSON = LeaseId(60), PersonId(5060)
"""One that owes, with a reminder and a notice."""

Touch = Callable[[], object]


def screen(application: QApplication, view: OfficeView) -> Iterator[Figure]:
    """Pages from another page: the first time, and as the slowest of those after."""
    owing = [Ref("lease", 30 * serial) for serial in range(1, TIMES + 1)]
    cases = [Ref("eviction_case", case.id) for case in view.office.eviction_cases.rows()]
    places: list[tuple[str, list[Place]]] = [
        (f"«{page}»", [Place(page)] * TIMES)
        for page in (
            PageId.ARREARS,
            PageId.ARREARS_ROUND,
            PageId.SIGNALS,
            PageId.EVICTIONS,
            PageId.AT_RISK,
            PageId.EVICTION_REPORT,
            PageId.TODAY,
        )
    ]
    places += [
        (f"tenancy «{spec.task}»", [Place(PageId.TENANCY_ARREARS, ref, spec.task) for ref in owing])
        for spec in PARTS
    ]
    places.append(("case", [Place(PageId.EVICTION, ref, "case") for ref in cases[:TIMES]]))
    for words, wanted in places:
        times = list(_painted(application, view, wanted))
        yield f"page {words} first", times[0]
        yield f"page {words} again", statistics.median(times[1:])
        yield f"page {words} again, the slowest", max(times[1:])
    yield from _felt(application, view)


def _painted(application: QApplication, view: OfficeView, places: list[Place]) -> Iterator[float]:
    for place in places:
        view.go(Place(PageId.SETTINGS))
        application.processEvents()
        yield milliseconds(partial(view.go, place), application)


def _felt(application: QApplication, view: OfficeView) -> Iterator[Figure]:
    """A commit, with the page that is shown and the sidebar following."""
    office = view.office
    shown = (
        ("its tracks", Place(PageId.TENANCY_ARREARS, Ref("lease", LEASE), "tracks")),
        ("«Restanser»", Place(PageId.ARREARS)),
        ("«I dag»", Place(PageId.TODAY)),
    )
    for words, place in shown:
        view.go(place)
        application.processEvents()
        for verb, act in (("a payment", _pay), ("a name", _touch)):
            times = [milliseconds(partial(act, office), application) for _ in range(TIMES)]
            yield f"save {verb} as felt on {words}", statistics.median(times)


def work(office: Office) -> Iterator[Figure]:
    """Readings over all that is owed: anew, and after commits of several kinds."""
    readings = _readings(office)
    for name, read in readings:
        yield f"{name}, first", milliseconds(read)
    for words, touch in (
        ("nothing", lambda: None),
        ("a name", partial(_touch, office)),
        ("a payment", partial(_pay, office)),
        ("a signal", partial(_signal, office)),
    ):
        for name, read in readings:
            yield f"{name}, after {words}", _anew(partial(touch), read)


def _readings(office: Office) -> tuple[tuple[str, Callable[[], object]], ...]:
    parameters, today = office.settings.parameters, office.clock.today()
    sources = [
        (f"gjøremål of {type(source).__name__}", partial(source.alerts, parameters, today))
        for source in office.alerts.sources
        if type(source).__module__.endswith(("arrears_due", "evictions_due"))
    ]
    return (
        ("list of leases", office.leases.rows),
        ("accounts", office.arrears.accounts),
        ("proposals", office.arrears_steps.proposals),
        ("list of arrears", office.arrears_list.rows),
        ("check of the facts", office.arrears_check.findings),
        ("early signals", office.early_signals.rows),
        ("home tracks that are due", office.home_track.due),
        ("broken agreements", office.instalments.breaches),
        ("cases", office.eviction_cases.rows),
        ("homes at risk", office.at_risk.rows),
        ("report of evictions", office.eviction_reports.report),
        *sources,
        ("every gjøremål", office.alerts.today),
        ("one home track", partial(office.home_track.of, LEASE)),
        ("the next step of one", partial(office.arrears_steps.next, LEASE)),
        ("the account of one", partial(office.arrears.owed, LEASE)),
    )


def _anew(touch: Touch, read: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        touch()
        times.append(milliseconds(read))
    return statistics.median(times)


def _pay(office: Office) -> None:
    with office.unit("bench.paid") as unit:
        biller = office.arrears.billers()[0].id
        office.arrears.payment(unit, LEASE, office.clock.today(), Ore(100), biller=biller)


def _touch(office: Office) -> None:
    """What has nothing to do with rent."""
    with office.unit("bench.touched") as unit:
        unit.update("person", 10, note=f"merknad {time.perf_counter_ns()}")


def _signal(office: Office) -> None:
    day = office.clock.today() - timedelta(days=1)
    draft = SignalDraft(EarlySignalKind.DAMAGE_OR_PESTS, day, SignalSource.LANDLORD)
    office.early_signals.add(PERSON, draft)
