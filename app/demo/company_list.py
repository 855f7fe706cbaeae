"""The owner who bills itself: its lists as it writes them, taken in as the officer does."""

import csv
import io
from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from app.arrears.model import NOTHING, Biller
from app.core.ids import LeaseId, OwnerId
from app.core.money import Ore, kroner
from app.core.rent_months import first_day, month_of
from app.demo.stock import COMPANY, START
from app.demo.story import Steps, Story
from app.demo.unpaid import OWING, TAKEN_IN, Owing, months_before
from app.dwellings.landlords.model import DoneBy, OwnerDraft, OwnerTask
from app.dwellings.model import OwnerKind
from app.transfer.delimited import open_delimited
from app.transfer.limits import Limits
from app.transfer.model import ImportKind
from app.transfer.sheet import Sheet

HEADINGS = (
    "KID",
    "Leieavtale",
    "Navn",
    "Forfall",
    "Krav",
    "Måned",
    "Betalt dato",
    "Betalt",
    "Saldo",
    "Saldo per",
)
ACCOUNT = "00010002001"
AFTER = 6
"""How many days into a month the list of it comes."""
TOO_MUCH = kroner(1500)
"""What the owner says that one owes beyond what it has told."""


def steps(story: Story, owing: Owing) -> Steps:
    """Who bills is told first; a list of old debts, then one of each month."""
    made: Steps = [
        (START, partial(_tell, story)),
        (TAKEN_IN, partial(_old, story, owing)),
    ]
    for ago in range(TAKEN_IN, AFTER - 1, -1):
        day = story.today - timedelta(days=ago)
        if day.day == 1 or ago == TAKEN_IN:
            made.append((ago - AFTER, partial(_list, story, owing, month_of(day))))
    return made


def _tell(story: Story) -> None:
    """Lia eiendom KF sends its bills itself."""
    office = story.office
    (owner,) = (each for each in office.dwellings.owners() if each.name == COMPANY)
    office.landlords.set_tasks(
        owner.id, {OwnerTask.BILL: DoneBy.OWNER}, story.now - timedelta(days=800)
    )
    told = OwnerDraft(COMPANY, OwnerKind.MUNICIPAL_COMPANY, rent_account=ACCOUNT)
    office.landlords.correct(OwnerId(owner.id), told)
    office.billers.add(COMPANY, owner=owner.id)


def _biller(story: Story) -> Biller:
    (found,) = (each for each in story.office.billers.all() if each.name == COMPANY)
    return found


def _old(story: Story, owing: Owing) -> None:
    """What was open before the register was made."""
    kind, month = OWING["company"], month_of(story.now)
    lines = [
        _line(story, lease, each)
        for at, lease in enumerate(owing.of("company"))
        for each in months_before(month, kind, at)
    ]
    _take_in(story, lines)


def _list(story: Story, owing: Owing, month: str) -> None:
    """Rent and payments of a month; one tenancy is forgotten, and one owes more than was told."""
    late, lines = owing.of("company"), []
    forgotten = next(lease for lease in owing.billed[::-1] if lease not in late)
    for lease in owing.billed:
        if lease != forgotten:
            lines.append(_line(story, lease, month, late))
    _take_in(story, lines)


def _line(
    story: Story, lease: LeaseId, month: str, late: Sequence[LeaseId] | None = None
) -> tuple[str, ...]:
    """A claim; in the list of a month with what is paid of it, and what is owed that day."""
    office = story.office
    known = office.leases.get(lease)
    rent, due = known.draft.rent or NOTHING, f"{first_day(month):%d.%m.%Y}"
    claim = (
        known.draft.kid,
        "" if known.draft.kid else known.number,
        office.arrears.tenancy(lease).tenant_name,
        due,
        _written(rent),
        f"{first_day(month):%m.%Y}",
    )
    if late is None:
        return (*claim, "", "", "", "")
    today = f"{story.now:%d.%m.%Y}"
    if lease not in late:
        return (*claim, due, _written(rent), _written(NOTHING), today)
    extra = TOO_MUCH if lease == late[0] else NOTHING
    owed = Ore(office.arrears.owed(lease).total + rent + extra)
    return (*claim, "", "", _written(owed), today)


def _written(amount: Ore) -> str:
    """As a sheet has it: «8250,00»."""
    return f"{amount // 100},{amount % 100:02}"


def _take_in(story: Story, lines: Sequence[tuple[str, ...]]) -> None:
    """As the officer does: read, look at what was found, and take in."""
    transfer = story.office.transfer
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows([HEADINGS, *lines])
    content = written.getvalue().encode()
    raw, rows = open_delimited(content, None, None, Limits())
    sheet = Sheet(raw.name, raw.names, tuple(rows), raw.encoding, raw.separator)
    profile = transfer.guess(sheet, ImportKind.RENT_LIST, _biller(story).id)
    transfer.take_in(transfer.check(sheet, profile), content)
