"""Makes the demo register for a day, or finds that it is there already."""

import shutil
from datetime import date, timedelta
from random import Random

from app.core.clock import FixedClock
from app.core.errors import FileProblem
from app.core.working_days import last_safe_day
from app.demo import place
from app.demo.crowd import Crowd
from app.demo.municipality import FIRST_RUN
from app.demo.stock import START
from app.demo.story import moment
from app.demo.weeks import Weeks
from app.office import Folders, Office
from app.register import Register
from app.storage import envelope as envelopes
from app.storage.files import RegisterFiles
from app.storage.lock import RegisterLock

# The rates of bostøtte are those from June 2026; births after 2039 have no old number (ID-02)
FIRST, LAST = date(2026, 7, 1), date(2039, 12, 31)


def make_sure(today: date) -> bool:
    """See to it that the demo register is that of `today`; whether it had to be made.

    FileProblem register_in_use while someone has it open.
    """
    wanted = place.expected(today)
    files = RegisterFiles(place.demo_register())
    if wanted.same(place.remembered()) and files.register.exists():
        return False
    files.register.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with RegisterLock(files):
        place.forget()
        _clear(files)
    clock = FixedClock(moment(today))
    recovery = make(Register(files.register, clock), clock, today)
    place.remember(place.Made(wanted.day, wanted.schema, wanted.recipe, recovery))
    return True


def make(register: Register, clock: FixedClock, today: date) -> tuple[str, ...]:
    """Make the register, which goes by `clock`, fill it and back it up; the recovery key's groups.

    Closed afterwards, with the clock at `today`.
    """
    clock.at = moment(last_safe_day(today - timedelta(days=START)))
    office, recovery = register.create(FIRST_RUN)
    try:
        fill(office, clock, today)
        office.back_up()
    finally:
        office.close()
        register.let_go()
    return recovery


def fill(office: Office, clock: FixedClock, today: date) -> None:
    """Let six weeks pass in an office that has just been made."""
    rng = Random(today.toordinal())  # noqa: S311  chance that is the same every time
    Weeks(office, clock, today, rng, Crowd(rng, today)).pass_by()


def _clear(files: RegisterFiles) -> None:
    """Take away the old demo register with its backups and what was known of it."""
    try:
        register_id = envelopes.load(files).register_id
    except FileProblem:
        register_id = ""
    for path in (files.register, files.envelope, *files.journals):
        path.unlink(missing_ok=True)
    if register_id:
        folders = Folders.default()
        (folders.heads / f"{register_id}.json").unlink(missing_ok=True)
        shutil.rmtree(folders.backups / register_id, ignore_errors=True)
