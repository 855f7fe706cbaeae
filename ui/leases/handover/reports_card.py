"""The two reports of condition, and their signed papers (DOC-22)."""

from functools import partial

from app.leases.handover.reports.model import HandoverKind, Report
from app.leases.model import LeaseState
from ui.kit.cards import Callout
from ui.kit.chips import Chip, ChipKind
from ui.kit.icons import Icon
from ui.kit.rows import Row
from ui.labels import day, title_word
from ui.leases.handover.card import HandoverCard

MOVE_IN_REPORT, MOVE_OUT_REPORT = "move_in_report", "move_out_report"
DESK_OF = {HandoverKind.MOVE_IN: MOVE_IN_REPORT, HandoverKind.MOVE_OUT: MOVE_OUT_REPORT}
_LEAVING = frozenset({LeaseState.UNDER_NOTICE, LeaseState.PAST_TERM, LeaseState.ENDED})


class ReportsCard(HandoverCard):
    """Write, print empty, take the signed paper and pictures in."""

    def build(self) -> None:
        reports = {each.kind: each for each in self.office.handover_reports.of(self.lease.id)}
        first = reports.get(HandoverKind.MOVE_IN)
        made = first is not None and first.issued_on is not None
        self.missing = self.lease.state.holds and not made
        kinds = [HandoverKind.MOVE_IN]
        if made or HandoverKind.MOVE_OUT in reports or self.lease.state in _LEAVING:
            kinds.append(HandoverKind.MOVE_OUT)
        self._tell_claims()
        self.rows([self._row(kind, reports.get(kind)) for kind in kinds], self._open)
        last = kinds[-1]
        dialogs, lease = self.dialogs, self.lease
        signed = self.verb(
            self.tr("Legg inn underskrevet …"), partial(dialogs.signed_report, lease, last)
        )
        known = reports.get(last)
        ready = known is not None and known.issued_on is not None
        signed.set_off("" if ready else self.tr("Lag protokollen først."))
        self.verbs(
            [
                self.verb(self.tr("Tomt skjema"), partial(dialogs.blank, lease, last), Icon.PRINT),
                self.verb(self.tr("Legg inn bilde …"), partial(dialogs.photo, lease, last)),
                signed,
            ]
        )

    def _tell_claims(self) -> None:
        found = self.office.handover_reports.beyond_wear(self.lease.id)
        if found:
            words = self.tr("{} er mer enn vanlig slitasje.").format(len(found))
            then = self.tr("Det kan kreves erstattet. Se «Avslutning».")
            self.tell(Callout(ChipKind.INFO, words, then))

    def _row(self, kind: HandoverKind, report: Report | None) -> Row:
        signed = self.office.handover_reports.signed_papers(self.lease.id, kind)
        pictures = len(self.office.handover_reports.photos(self.lease.id, kind))
        remarks = len(report.draft.remarks) if report else 0
        why = [self.tr("{} merknader").format(remarks)] if remarks else []
        why += [self.tr("{} bilder").format(pictures)] if pictures else []
        return Row(
            kind,
            title_word(kind),
            ", ".join(why) or self.tr("Alt i orden") if report else self.tr("Ikke skrevet"),
            _chip(report, signed=bool(signed)),
            when=day(report.draft.held_on) if report else "",
            action="" if signed else self.tr("Skriv") if report is None else self.tr("Åpne"),
            action_icon=None if signed else Icon.EDIT,
        )

    def _open(self, key: object) -> None:
        if isinstance(key, HandoverKind) and not self.office.handover_reports.signed_papers(
            self.lease.id, key
        ):
            self.go(DESK_OF[key])


def _chip(report: Report | None, *, signed: bool) -> Chip:
    if signed:
        return Chip(ChipKind.OK, "Underskrevet")
    if report is None:
        return Chip(ChipKind.NOT_STARTED, "Mangler")
    if report.issued_on is None:
        return Chip(ChipKind.WAITING, "Påbegynt")
    return Chip(ChipKind.WAITING, "Til underskrift")
