"""Every notice and termination of a lease, the newest first."""

from PySide6.QtCore import QCoreApplication

from app.core.ids import Ref
from app.leases.notices.model import GivenBy, Notice, Termination
from ui.kit.cards import Card
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.rows import Row, Shape
from ui.labels import day, near_day, title_word
from ui.leases.ending.words import CHIPS, ended_by
from ui.leases.part import Part
from ui.navigation import PageId


def _tr(words: str) -> str:
    return QCoreApplication.translate("EndingPart", words)


def past_card(part: Part) -> Card | None:
    """Nothing when nobody has ended anything."""
    notices = part.office.notices.of(part.lease.id)
    terminations = part.office.terminations.of(part.lease.id)
    lines = [(each.recorded_on, _notice(part, each)) for each in notices]
    lines += [(each.issued_on, _termination(part, each)) for each in terminations]
    if not lines:
        return None
    card = Card(_tr("Oppsigelser og hevinger"), icon=Icon.HISTORY, flush=True)
    rows = RowList(_tr("Oppsigelser og hevinger"), Shape.TODAY, whole=True)
    rows.set_rows([row for _, row in sorted(lines, key=lambda each: each[0], reverse=True)])
    rows.activated_key.connect(lambda key: _open(part, key))
    card.set_count(len(lines))
    card.add(rows)
    return card


def _open(part: Part, key: object) -> None:
    if isinstance(key, int):
        part.navigator.open(PageId.LETTERS, Ref("document", key))


def _notice(part: Part, notice: Notice) -> Row:
    standing = part.office.notices.standing(notice)
    tenant = notice.given_by is GivenBy.TENANT
    return Row(
        notice.document or f"notice-{notice.id}",
        _tr("Oppsigelse fra leietaker") if tenant else _tr("Oppsigelse fra utleier"),
        ended_by(part.office, notice),
        Chip(CHIPS[standing], title_word(standing)),
        when=near_day(notice.given_on or notice.recorded_on, part.office.clock.today()),
        action="" if notice.document is None else _tr("Se brevet"),
        action_icon=None if notice.document is None else Icon.DOCUMENT,
    )


def _termination(part: Part, known: Termination) -> Row:
    chip = Chip(ChipKind.WAITING, _tr("Venter på å bli sendt"))
    if known.withdrawn_on is not None:
        chip = Chip(ChipKind.NOT_STARTED, _tr("Trukket tilbake"))
    elif known.sent_on is not None:
        chip = Chip(ChipKind.INFO, _tr("Gjelder"))
    return Row(
        known.document,
        _tr("Heving av leieavtalen"),
        f"{title_word(known.ground)} · {_tr('Tom')} {day(known.move_by)}",
        chip,
        when=near_day(known.issued_on, part.office.clock.today()),
        action=_tr("Se brevet"),
        action_icon=Icon.DOCUMENT,
    )
