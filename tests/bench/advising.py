"""What it costs to work with those who ask for economic advice."""

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QApplication

from app.applications.model import Channel
from app.core.ids import DebtCaseId, PersonId, Ref
from app.debt.model import DebtTopic, RequestDraft
from app.office import Office
from tests.bench.indebted import FIRST_WAITING, FIRST_WORKING, PERSON
from tests.bench.spent import TIMES, Figure, milliseconds
from ui.debt.parts import PARTS
from ui.main_window import OfficeView
from ui.navigation import PageId, Place

CASE = DebtCaseId(FIRST_WORKING + 4)
"""One with claims, a budget, an offer and a plan that runs."""
ASKING = PersonId(20_000)


def screen(application: QApplication, view: OfficeView) -> Iterator[Figure]:
    """Pages from another page: the first time, and as the middle one of those after."""
    worked = [Ref("debt_case", CASE + 5 * serial) for serial in range(TIMES)]
    places: list[tuple[str, list[Place]]] = [
        (f"«{page}»", [Place(page)] * TIMES)
        for page in (PageId.DEBT, PageId.DEBT_QUEUE, PageId.DEBT_CAPACITY, PageId.DEBT_COUNTS)
    ]
    places += [
        (f"advice «{spec.task}»", [Place(PageId.DEBT_CASE, ref, spec.task) for ref in worked])
        for spec in PARTS
    ]
    asked = (Ref("person", PERSON + 5 * (FIRST_WAITING + serial)) for serial in range(TIMES))
    places.append(("household that waits", [Place(PageId.HOUSEHOLD, ref) for ref in asked]))
    for words, wanted in places:
        times = list(_painted(application, view, wanted))
        yield f"page {words} first", times[0]
        yield f"page {words} again", statistics.median(times[1:])


def _painted(application: QApplication, view: OfficeView, places: list[Place]) -> Iterator[float]:
    for place in places:
        view.go(Place(PageId.SETTINGS))
        application.processEvents()
        yield milliseconds(partial(view.go, place), application)


def work(office: Office) -> Iterator[Figure]:
    """Readings over all requests: anew, and after commits of several kinds."""
    yield "accounts, below the queue", milliseconds(office.arrears.accounts)
    yield (
        "what tenancies owe, below the queue",
        milliseconds(partial(office.arrears.owing, office.clock.today())),
    )
    readings = _readings(office)
    for name, read in readings:
        yield f"{name}, first", milliseconds(read)
    for words, touch in (
        ("nothing", lambda: None),
        ("a name", partial(_touch, office)),
        ("a measure of follow-up", partial(_elsewhere, office)),
        ("a request", partial(_ask, office)),
    ):
        for name, read in readings:
            yield f"{name}, after {words}", _anew(touch, read)


def _readings(office: Office) -> tuple[tuple[str, Callable[[], object]], ...]:
    parameters, today = office.settings.parameters, office.clock.today()
    sources = [
        (f"gjøremål of {type(source).__name__}", partial(source.alerts, parameters, today))
        for source in office.alerts.sources
        if type(source).__module__.endswith("debt_due")
    ]
    person = office.debt_cases.get(CASE).person
    return (
        ("cases", office.debt_cases.rows),
        ("the queue", office.debt_queue.places),
        ("list of requests", office.debt_waiting.rows),
        ("who waited on a day", partial(office.debt_waiting.at, today)),
        ("who waited each month", partial(office.debt_waiting.months, today)),
        ("those without vedtak", office.debt_decisions.overdue),
        ("claims of everyone", office.debt_claims.by_case),
        ("plans not followed", office.payment_plans.breaches),
        ("what creditors owe an answer", partial(office.payment_plans.due, today)),
        ("measures due", office.debt_measures.due),
        ("papers due", office.debt_papers.due),
        *sources,
        ("every gjøremål", office.alerts.today),
        ("the economy of one", partial(office.debt_economy.of, CASE)),
        ("claims of one", partial(office.debt_claims.of, CASE)),
        ("budget of one", partial(_budget, office)),
        ("plan of one", partial(office.payment_plans.breach, CASE)),
        ("card of a household", partial(office.debt_waiting.of_person, person)),
    )


def _budget(office: Office) -> object:
    return office.debt_budgets.compute(CASE, office.debt_budgets.chosen(CASE))


def _anew(touch: Callable[[], object], read: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        touch()
        times.append(milliseconds(read))
    return statistics.median(times)


def _touch(office: Office) -> None:
    """Names stand in the list of requests; of rent and debt it tells nothing."""
    with office.unit("bench.touched") as unit:
        unit.update("person", 10, note=f"merknad {time.perf_counter_ns()}")


def _elsewhere(office: Office) -> None:
    """A measure of follow-up: nothing of economic advice is read from there."""
    with office.unit("bench.touched") as unit:
        unit.update("measure", 1, words=f"Økonomisk rådgivning {time.perf_counter_ns()}")


def _ask(office: Office) -> None:
    topics = frozenset({DebtTopic.BUDGETING})
    draft = RequestDraft(ASKING, channel=Channel.PHONE, topics=topics, again=True)
    office.debt_cases.register(draft)
