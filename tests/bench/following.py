"""What it costs to work with those who are followed up."""

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QApplication

from app.core.ids import PersonId, Ref
from app.followup.contact_notes.model import ContactChannel, ContactNoteDraft, ContactOutcome
from app.followup.levels.model import HelpLevel
from app.office import Office
from tests.bench.followed import FIRST
from tests.bench.spent import TIMES, Figure, milliseconds
from ui.followup.parts import PARTS
from ui.main_window import OfficeView
from ui.navigation import PageId, Place


def screen(application: QApplication, view: OfficeView) -> Iterator[Figure]:
    """Pages from another page, the first time left out; in milliseconds."""
    people = [Ref("person", FIRST + 41 * serial) for serial in range(TIMES)]
    painted = partial(_painted, application, view)
    for words, page in (
        ("«Oppfølging»", PageId.FOLLOWUP),
        ("«Effekt»", PageId.EFFECT),
        ("«I dag»", PageId.TODAY),
    ):
        yield f"page {words}", painted([Place(page)] * TIMES)
    for spec in PARTS:
        places = [Place(PageId.PERSON_FOLLOWUP, ref, spec.task) for ref in people]
        yield f"follow-up of a person, «{spec.words}»", painted(places)
    yield "household card", painted([Place(PageId.HOUSEHOLD, ref) for ref in people])
    yield from _felt(application, view)


def _painted(application: QApplication, view: OfficeView, places: list[Place]) -> float:
    times = []
    for place in places:
        view.go(Place(PageId.SETTINGS))
        application.processEvents()
        times.append(milliseconds(partial(view.go, place), application))
    return statistics.median(times[1:])


def _felt(application: QApplication, view: OfficeView) -> Iterator[Figure]:
    """A commit, with the page that is shown and the sidebar following."""
    office, person = view.office, PersonId(FIRST + 7)
    shown = (
        ("its «Kontakt»", Place(PageId.PERSON_FOLLOWUP, Ref("person", person), "contact")),
        ("«Oppfølging»", Place(PageId.FOLLOWUP)),
        ("«I dag»", Place(PageId.TODAY)),
    )
    for words, place in shown:
        view.go(place)
        application.processEvents()
        for verb, act in (
            ("a level", partial(_level, office, person)),
            ("a note", partial(_note, office, person)),
            ("a name", partial(_touch, office, person)),
        ):
            times = [milliseconds(act, application) for _ in range(TIMES)]
            yield f"save {verb} as felt on {words}", statistics.median(times)


def _level(office: Office, person: PersonId) -> None:
    now = office.levels.of(person)
    high = now is not None and now.level is HelpLevel.SUPPORT_AND_SERVICES
    office.levels.set(
        person, HelpLevel.SUPPORT if high else HelpLevel.SUPPORT_AND_SERVICES, "Vurdert sammen"
    )


def _note(office: Office, person: PersonId) -> None:
    draft = ContactNoteDraft(
        office.clock.today(), ContactChannel.PHONE, ContactOutcome.REACHED, "Snakket sammen."
    )
    office.contact_notes.add(person, draft)


def _touch(office: Office, person: PersonId) -> None:
    """What has nothing to do with follow-up."""
    with office.unit("bench.touched") as unit:
        unit.update("person", person, note=f"merknad {time.perf_counter_ns()}")


def work(office: Office) -> Iterator[Figure]:
    """Readings over everyone, each anew after a commit; in milliseconds."""
    today, parameters = office.clock.today(), office.settings.parameters
    person = PersonId(FIRST + 7)
    for source in office.alerts.sources:
        if type(source).__module__.endswith(("followup_due", "start_packages_due")):
            found = partial(source.alerts, parameters, today)
            yield f"gjøremål of {type(source).__name__}", _best(found)
    year = partial(office.effects.of, today - timedelta(days=365), today)
    yield "effect over a year", _best(year)
    for words, touch in (
        ("a note", partial(_note, office, person)),
        ("a level", partial(_level, office, person)),
        ("a name", partial(_touch, office, person)),
        ("a dwelling", partial(_touch_dwelling, office)),
    ):
        readings: tuple[tuple[str, Callable[[], object]], ...] = (
            ("list of follow-up", office.followups.rows),
            ("every gjøremål", office.alerts.today),
        )
        for name, read in readings:
            yield f"{name}, after {words}", _anew(touch, read)
        yield f"save {words}", _best(touch)


def _touch_dwelling(office: Office) -> None:
    with office.unit("bench.touched") as unit:
        unit.update("dwelling", 1, note=f"merknad {time.perf_counter_ns()}")


def _anew(touch: Callable[[], object], read: Callable[[], object]) -> float:
    times = []
    for _ in range(TIMES):
        touch()
        times.append(milliseconds(read))
    return statistics.median(times)


def _best(read: Callable[[], object]) -> float:
    return statistics.median(milliseconds(read) for _ in range(TIMES))
