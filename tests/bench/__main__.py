"""Make a big register and print what it costs to work in it."""

import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from subprocess import run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.applications.model import ApplicationState
from app.core.clock import SystemClock
from app.core.ids import Ref
from app.office import Folders, Office
from app.people.model import PersonDraft
from app.register import FirstRun, Register
from app.storage.driver import connect
from tests.bench import advising, cards, following, overviewing, owing
from tests.bench.crowd import fill
from tests.bench.followed import follow
from tests.bench.history import ask
from tests.bench.indebted import advise
from tests.bench.paper import lease_ratio
from tests.bench.ranking import figures
from tests.bench.rounds import figures as rounds
from tests.bench.ten_years import live_ten_years
from tests.bench.tenancies import let
from tests.bench.unpaid import leave_unpaid
from tests.factories import PASSPHRASE, a_profile, an_officer
from ui.kit.jobs import Jobs
from ui.kit.palette import Scheme
from ui.kit.start import dress
from ui.main_window import MainWindow, OfficeView
from ui.navigation import PageId, Place
from ui.pages import PAGES

OPEN = frozenset(state for state in ApplicationState if state.open)
WAITING = 500
"""Open applications beside as many closed ones as there are persons."""
WORDS = (
    "kari",
    "ode",
    "ødegård",
    "prøvegata 7",
    "njar",
    "h0203",
    "4512",
    "test modell",
    "ås",
    "14.06.89",
    "99 99 99 99",
    "odgard",
    "leieavtale",
    "snakket om leien",
)


def main(persons: int = 100_000, dwellings: int = 12_000) -> None:
    """Print every figure of the speed section, in one run."""
    with tempfile.TemporaryDirectory() as scratch:
        filled = [
            sys.executable,
            "-m",
            "tests.bench",
            "fill",
            scratch,
            str(persons),
            str(dwellings),
        ]
        _say("fill, in a process of its own", _seconds(lambda: run(filled, check=True)), "s")
        measure(scratch)


def measure(folder: str) -> None:
    """Print every figure of a register that `fill` has made; it is worked in, so give a copy."""
    _screen(_register(Path(folder)))
    _say("tagged lease / plain platypus", lease_ratio(), "x")
    for words, value, unit in rounds():
        _say(words, value, unit)
    for words, milliseconds in figures():
        _say(words, milliseconds, "ms")


def _register(folder: Path) -> Register:
    folders = Folders(folder / "heads", folder / "copies")
    return Register(folder / "stor.husrom", SystemClock(), folders)


def make(folder: str, persons: str, dwellings: str) -> None:
    """Make and fill the register, so that its cost is not in the figures."""
    register = _register(Path(folder))
    office, _ = register.create(FirstRun(a_profile(), an_officer()))
    fill(office, int(persons), int(dwellings))
    ask(office, int(persons), WAITING)
    let(office)
    follow(office)
    leave_unpaid(office)
    advise(office)
    live_ten_years(office)
    office.close()
    register.let_go()


def _screen(register: Register) -> None:
    application = QApplication(sys.argv)
    dress(application, Scheme.LIGHT)
    window = MainWindow()
    begun = time.perf_counter()
    office = register.open_with_passphrase(PASSPHRASE)
    keyed = time.perf_counter()
    view = OfficeView(office, Jobs(window))
    window.show_inside(view)
    window.show()
    application.processEvents()
    _say("unlock: passphrase to open register", keyed - begun, "s")
    _say("unlock: open register to first page painted", time.perf_counter() - keyed, "s")
    _pages(application, view)
    for slice_ in (following, owing, advising):
        for words, milliseconds in slice_.screen(application, view):
            _say(words, milliseconds, "ms")
    _say("peak memory, the program with every page seen", _peak(), "MB")
    _spread("field save as felt, with the window following", _felt(application, office))
    view.leave()
    office.close()
    register.let_go()
    office = register.open_with_passphrase(PASSPHRASE)
    _work(office)
    office.close()
    register.let_go()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _felt(application: QApplication, office: Office) -> list[float]:
    person = office.people.ids()[200]
    known = office.people.get(person)

    def save(note: str) -> None:
        draft = PersonDraft(
            known.given_name, known.family_name, birth_date=known.birth_date, note=note
        )
        office.people.correct(person, draft)
        application.processEvents()

    return [_seconds(partial(save, f"merknad {serial}")) for serial in range(30)]


def _work(office: Office) -> None:
    _spread("search", [_seconds(partial(office.search.find, word)) for word in WORDS * 20])
    ids = office.people.ids()
    _spread(
        "page of people (128 rows)",
        [
            _seconds(partial(office.people.rows_of, tuple(ids[start : start + 128])))
            for start in range(0, len(ids) - 128, max(1, len(ids) // 100))
        ],
    )
    _spread("ids of everyone", [_seconds(office.people.ids) for _ in range(10)])
    _applications(office)
    _tenancies(office)
    for slice_ in (overviewing, following, owing, advising, cards):
        for words, milliseconds in slice_.work(office):
            _say(words, milliseconds, "ms")
    _spread("whole stock of dwellings", [_seconds(office.dwellings.rows) for _ in range(10)])
    _saves(office)


def _applications(office: Office) -> None:
    every, applications = frozenset(ApplicationState), office.applications
    _ten("ids of every application", partial(applications.ids, every))
    old = applications.ids(every)
    pages = [
        frozenset(old[start : start + 128])
        for start in range(0, len(old) - 128, max(1, len(old) // 100))
    ]
    seconds = [_seconds(partial(applications.rows_of, page)) for page in pages]
    _spread("page of applications (128 rows)", seconds)
    _ten("open applications", partial(applications.rows, None, OPEN))
    _ten("who has had no answer", applications.unanswered)
    _ten("waiting list", office.allocation.waiting_list)


def _tenancies(office: Office) -> None:
    """What every commit makes stale is read anew, as after one."""
    parameters, today = office.settings.parameters, office.clock.today()
    for source in office.alerts.sources:
        name = f"gjøremål of {type(source).__name__}, leases read"
        _ten(name, partial(source.alerts, parameters, today))
    serial = iter(range(1000))

    def anew(read: Callable[[], object]) -> float:
        with office.unit("bench.touched") as unit:
            unit.update("person", 1, note=f"{next(serial)}")
        return _seconds(read)

    first = office.rent_round.first_day()
    readings: tuple[tuple[str, Callable[[], object]], ...] = (
        ("every gjøremål", office.alerts.today),
        ("list of leases", office.leases.rows),
        ("holes", office.holes.found),
        ("preview of the rent round", partial(office.rent_round.rows, first)),
        ("vacancy costs", partial(office.vacancy_costs.of, today.replace(month=1, day=1), today)),
        ("stays", office.stays.rows),
    )
    for name, read in readings:
        _spread(f"{name}, after a change", [anew(read) for _ in range(10)])


def _ten(name: str, act: Callable[[], object]) -> None:
    _spread(name, [_seconds(act) for _ in range(10)])


def _saves(office: Office) -> None:
    person = office.people.ids()[100]
    known = office.people.get(person)
    draft = PersonDraft(known.given_name, known.family_name, birth_date=known.birth_date)
    serial = iter(range(1000))

    def save() -> None:
        note = f"merknad {next(serial)}"
        office.people.correct(
            person,
            PersonDraft(
                draft.given_name, draft.family_name, birth_date=draft.birth_date, note=note
            ),
        )

    bare = _bare_insert(office)
    pairs = [(_seconds(save), _seconds(bare)) for _ in range(60)]
    _spread("field save", [pair[0] for pair in pairs])
    _spread("bare INSERT + COMMIT", [pair[1] for pair in pairs])
    ratio = statistics.median(pair[0] for pair in pairs) / statistics.median(p[1] for p in pairs)
    _say("field save / bare INSERT + COMMIT", ratio, "x")


def _bare_insert(office: Office) -> Callable[[], None]:
    """One INSERT in its own transaction with the same settings, in a file of its own."""
    path = office.files.register.with_name("bare.db")
    connection = connect(f"{path.as_uri()}?mode=rwc", bytes(32))
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT) STRICT")

    def insert() -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO note (words) VALUES (?)", ("merknad",))
        connection.execute("COMMIT")

    return insert


def _pages(application: QApplication, view: OfficeView) -> None:
    places = [(spec.words, [Place(spec.page)]) for spec in PAGES if spec.row]
    persons = view.office.people.ids()[10:16]
    dwellings = [row.id for row in view.office.dwellings.rows()[10:16]]
    places += [
        ("Husstand", [Place(PageId.HOUSEHOLD, Ref("person", one)) for one in persons]),
        ("Bolig", [Place(PageId.DWELLING, Ref("dwelling", one)) for one in dwellings]),
        ("Søknader, alle", [Place(PageId.APPLICATIONS, task="all")]),
        ("Ny person", [Place(PageId.HOUSEHOLD, task="new")]),
        ("Ny bolig", [Place(PageId.DWELLING, task="new")]),
    ]
    for words, wanted in places:
        _page(application, view, words, (wanted * 6)[:6])


def _page(application: QApplication, view: OfficeView, words: str, places: list[Place]) -> None:
    """From another page to this one, the first time and later."""
    times = []
    away = PAGES[0].page if places[0].page is not PAGES[0].page else PAGES[1].page
    for place in places:
        view.go(Place(away))
        application.processEvents()
        begun = time.perf_counter()
        view.go(place)
        application.processEvents()
        times.append(time.perf_counter() - begun)
    _say(f"page «{words}» first", times[0] * 1000, "ms")
    _say(f"page «{words}» again (median)", statistics.median(times[1:]) * 1000, "ms")


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def _spread(name: str, seconds: list[float]) -> None:
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    _say(f"{name} p50", statistics.median(ordered) * 1000, "ms")
    _say(f"{name} p95", p95 * 1000, "ms")


def _say(name: str, value: float, unit: str) -> None:
    sys.stdout.write(f"{name:58} {value:10.2f} {unit}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["fill"]:
        make(*sys.argv[2:5])
    elif sys.argv[1:2] == ["in"]:
        measure(sys.argv[2])
    else:
        main(*(int(argument) for argument in sys.argv[1:3]))
