"""SQL of what letters told about an application, and of needs that were confirmed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from app.applications.answers.model import Confirmation, Facts, Notice
from app.applications.model import Channel
from app.core.ids import ApplicationId, DocumentId
from app.letters.model import DocumentKind, OnPaper
from app.storage.columns import day_or_none
from app.storage.database import Database
from app.storage.unit import Unit

_AMONG = "IN (SELECT value FROM json_each(?1))"
# one that was annulled or replaced tells nothing any longer
_STANDS = "NOT EXISTS (SELECT 1 FROM document_state x WHERE x.document = n.document)"


def add_notice(
    unit: Unit,
    application: ApplicationId,
    kind: DocumentKind,
    told_day: date,
    made: DocumentId | OnPaper,
) -> None:
    """A letter of that kind told the person a day."""
    unit.insert(
        "application_notice",
        application=application,
        kind=kind,
        since=unit.today,
        told_day=told_day,
        document=made.id if isinstance(made, OnPaper) else made,
    )


def add_confirmation(
    unit: Unit, application: ApplicationId, since: date, channel: Channel, note: str
) -> None:
    """The need was confirmed on a day."""
    unit.insert(
        "application_confirmation",
        application=application,
        since=since,
        channel=channel,
        note=note,
    )


def facts(db: Database, applications: Iterable[ApplicationId]) -> Mapping[ApplicationId, Facts]:
    """What is known of each of the named ones; nothing at all of one gives empty facts."""
    named = json.dumps([int(each) for each in applications])
    notices, confirmed = _notices(db, named), _confirmations(db, named)
    found: defaultdict[ApplicationId, Facts] = defaultdict(Facts)
    for application in notices.keys() | confirmed.keys():
        found[application] = Facts(
            tuple(notices.get(application, ())), tuple(confirmed.get(application, ()))
        )
    return found


def _notices(db: Database, named: str) -> dict[ApplicationId, list[Notice]]:
    found: defaultdict[ApplicationId, list[Notice]] = defaultdict(list)
    rows = db.select(
        lambda *row: (ApplicationId(row[0]), _notice(*row[1:])),
        "SELECT n.application, n.kind, n.since, n.told_day, n.document,"
        " (SELECT min(s.sent_on) FROM dispatch s WHERE s.document = n.document"
        " AND s.returned_on IS NULL)"
        f" FROM application_notice n WHERE n.application {_AMONG} AND {_STANDS}"
        " ORDER BY n.since, n.id",
        (named,),
    )
    for application, notice in rows:
        found[application].append(notice)
    return found


def _notice(
    kind: str, since: str, told_day: str, document: int | None, sent_on: str | None
) -> Notice:
    return Notice(
        DocumentKind(kind),
        date.fromisoformat(since),
        date.fromisoformat(told_day),
        None if document is None else DocumentId(document),
        day_or_none(sent_on),
    )


def _confirmations(db: Database, named: str) -> dict[ApplicationId, list[Confirmation]]:
    found: defaultdict[ApplicationId, list[Confirmation]] = defaultdict(list)
    rows = db.select(
        lambda application, since, channel, note: (
            ApplicationId(application),
            Confirmation(date.fromisoformat(since), Channel(channel), note),
        ),
        "SELECT c.application, c.since, c.channel, c.note FROM application_confirmation c"
        f" WHERE c.application {_AMONG} ORDER BY c.since, c.id",
        (named,),
    )
    for application, confirmation in rows:
        found[application].append(confirmation)
    return found
