"""«Advarsel»: the facts, the rule, what must change and by when beside the letter (DOC-18)."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.leases.model import Lease
from app.leases.warnings.model import RuleBroken, WarningDraft
from app.office import Office
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, named, problem, title_word
from ui.leases.reports.dialogs import shown
from ui.letter_desk import LetterDesk
from ui.navigation import Navigator

_REPORT = "report_"
MOST = 12  # ticks; older ones have been warned of, or count no more


class WarningDesk(LetterDesk):
    """A warning to the tenant of one lease."""

    def __init__(
        self, office: Office, navigator: Navigator, lease: Lease, parent: QWidget | None = None
    ) -> None:
        self._lease = lease
        self._reports = [each for each in office.reports.of(lease.id) if each.draft.kind.may_warn][
            -MOST:
        ]
        self._facts_made = ""
        super().__init__(office, navigator, "Advarsel", "warning.issued", "Lag advarselen", parent)
        tenant = office.people.get(lease.draft.tenant)
        self.header.set_subtitle(f"{named(tenant.name)}, {lease.number}")
        self._start(office.warnings.drafted(lease.id))
        self.form.changed.connect(self._ticked)
        if not self.show_letter():
            self.form.show_problems(())  # nobody has typed yet; the letter tells what it lacks

    def add_fields(self) -> None:
        self.form.section(self.tr("Hva som har hendt"))
        for report in self._reports:
            words = f"{day(report.day)}: {shown(report.draft.what, 60)}"
            self.form.line(CheckField(f"{_REPORT}{report.id}", words))
        self.form.line(
            MultilineField(
                "facts",
                self.tr("Hendelsene"),
                lines=5,
                hint=self.tr("Én på hver linje, med dag. Aldri hvem som meldte."),
            )
        )
        self.form.section(self.tr("Regelen og endringen"))
        rules = [(each, title_word(each)) for each in RuleBroken]
        self.form.line(ChoiceField("broken", self.tr("Regelen som er brutt"), rules))
        self.form.line(
            MultilineField(
                "change",
                self.tr("Hva som må endres"),
                lines=3,
                hint=self.tr("Skriv til leietakeren: «du»."),
            )
        )
        self.form.line(
            DateField("change_by", self.tr("Endret innen"), today=self.office.clock.today)
        )

    def _start(self, draft: WarningDraft) -> None:
        chosen = {f"{_REPORT}{report}": True for report in draft.reports}
        values: dict[str, object] = chosen | {
            "facts": draft.facts,
            "broken": draft.broken,
            "change_by": draft.change_by,
        }
        self._facts_made = draft.facts
        self.form.set_values({name: values.get(name) for name in self.form.names})

    def _ticked(self, name: str) -> None:
        """The facts follow the reports until somebody writes them anew."""
        if not name.startswith(_REPORT):
            return
        values = self.form.values()
        if str(values["facts"] or "") != self._facts_made:
            return
        draft = self.office.warnings.drafted(self._lease.id, _chosen(values))
        self._facts_made = draft.facts
        self.form.field("facts").set_value(draft.facts)
        self.show_letter()

    def draft(self) -> WarningDraft:
        """What is typed."""
        values = self.form.values()
        broken, by = values["broken"], values["change_by"]
        return WarningDraft(
            broken=broken if isinstance(broken, RuleBroken) else None,
            facts=str(values["facts"] or ""),
            change=str(values["change"] or ""),
            change_by=by if isinstance(by, date) else None,
            reports=_chosen(values),
        )

    def preview(self) -> bytes:
        document = self.office.warnings.preview(self._lease.id, self.draft())
        return self.office.letters.preview(document)

    def show_letter(self) -> bool:
        if not super().show_letter():
            return False
        problems = self.office.warnings.check(self._lease.id, self.draft())
        if problems:
            self.form.show_problems(problems)
            self.off(problem(problems[0]))
        return not problems

    def finish(self) -> object:
        return self.office.warnings.issue(self._lease.id, self.draft())

    @property
    def question(self) -> tuple[str, str]:
        return (
            self.tr("Skal advarselen lages slik?"),
            self.tr(
                "Den lagres og kan ikke endres. Den virker først når den er sendt, så send den fra"
                " «Brev»."
            ),
        )


def _chosen(values: Mapping[str, object]) -> tuple[int, ...]:
    """The reports that are ticked."""
    ticked = (name for name, value in values.items() if name.startswith(_REPORT) and value)
    return tuple(sorted(int(name.removeprefix(_REPORT)) for name in ticked))
