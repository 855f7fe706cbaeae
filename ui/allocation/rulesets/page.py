"""«Regler for tildeling»: the rule set in force, another being written, and what it would do."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.allocation.rulesets.model import AdoptedRuleSet, RuleSet, RuleSetDraft
from app.applications.model import TargetGroup
from app.office import Office
from ui.allocation.dialogs import GroupOrderPart
from ui.allocation.rulesets.dialogs import AdoptDialog, BeginDialog, WithdrawDialog
from ui.allocation.rulesets.effect_panel import EffectPanel
from ui.allocation.rulesets.form import RuleSetForm
from ui.kit.buttons import Button, ButtonKind, ButtonSize, IconButton
from ui.kit.dialogs import Dialog
from ui.kit.document_dialog import DocumentDialog
from ui.kit.header import PageHeader
from ui.kit.icons import Icon
from ui.kit.keys import Key
from ui.kit.list import Row, RowList, Shape
from ui.kit.page import ScrollBody
from ui.kit.shell import WithPanel
from ui.labels import day, done
from ui.navigation import Navigator, Page, PageId

PANEL = 340
_PAUSE_MS = 150


class RuleSetPage(Page):
    """The form holds the set of today until something is typed; nothing holds until adopted."""

    page_id = PageId.RULE_SETS
    watches: ClassVar[frozenset[str]] = frozenset({"rule_set", "application", "application_state"})

    def __init__(self, office: Office, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(office, navigator, parent)
        self._now: AdoptedRuleSet | None = None
        self.adopt_button = Button(
            self.tr("Ta i bruk …"),
            self.adopt,
            kind=ButtonKind.PRIMARY,
            icon=Icon.CHECK,
            key=Key.FINISH.sequence,
        )
        self.begin_button = Button(self.tr("Ferdige sett"), self.begin_with, icon=Icon.LIST)
        self.print_button = Button(self.tr("Retningslinjer"), self.show_guidelines, icon=Icon.PRINT)
        self.past_button = IconButton(
            Icon.HISTORY,
            self.tr("Regler som er vedtatt"),
            self.show_past,
            kind=ButtonKind.SECONDARY,
            size=ButtonSize.NORMAL,
        )
        self.header = PageHeader(
            self.tr("Regler for tildeling"),
            primary=self.adopt_button,
            secondary=(self.begin_button, self.print_button),
            extra=(self.past_button,),
        )
        self.form = RuleSetForm()
        self.panel = EffectPanel()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._build()

    def _build(self) -> None:
        frame = self.begin(self.header)
        body, side = ScrollBody(), ScrollBody()
        body.add(self.form)
        side.add(self.panel)
        frame.add(WithPanel(body, side, PANEL), stretch=True)
        self._pause.timeout.connect(self.judge)
        self.form.left.connect(lambda _name: self._pause.start())
        self.form.order_wanted.connect(self.change_order)

    def reload(self) -> None:
        now = self.office.rule_sets.in_force()
        if self._now is None or now.id != self._now.id:
            self._now = now
            self.form.show_rules(now.rules)
        self._tell(now)
        self.judge()

    def _tell(self, now: AdoptedRuleSet) -> None:
        coming = [
            each
            for each in self.office.rule_sets.all()
            if each.valid_from > self.office.clock.today()
        ]
        told = (
            self.tr("Gjelder fra {} · {}, sak {} · {}").format(
                day(now.valid_from), now.adopted_by, now.case_number, now.name
            )
            if now.adopted
            else self.tr("Kommunen har ikke vedtatt noe ennå. Dette er programmets forslag")
        )
        if coming:
            told += self.tr(" · Nye regler fra {}").format(day(coming[0].valid_from))
        self.header.set_subtitle(told)
        self.past_button.setVisible(bool(self.office.rule_sets.all()))

    def judge(self) -> None:
        """What is wrong, what is new, and who would move; nothing is saved."""
        if self.form.unreadable:
            return
        rules = self.form.rules()
        seen = self.office.rule_sets.preview(self._draft(rules))
        own = {*self.form.names, "groups"}
        self.form.show_problems([each for each in seen.problems if each.field in own])
        self.panel.show_changes(seen.changes, self.form.name_of)
        self.panel.show_effect(self.office.eligibility.effect_of(rules))
        groups = next((each for each in seen.problems if each.field == "groups"), None)
        self.form.tell_groups(groups)
        reason = "" if seen.changes or not self._adopted else self.tr("Ingenting er endret")
        self.adopt_button.set_off(reason)

    @property
    def _adopted(self) -> bool:
        return self._now is not None and self._now.adopted

    def _draft(self, rules: RuleSet) -> RuleSetDraft:
        """As if adopted today by someone: what the adoption itself lacks is asked for later."""
        known = self._now
        return RuleSetDraft(
            rules,
            self.office.clock.today(),
            known.name if known else "",
            known.case_number if known else "",
            known.adopted_by if known else "",
        )

    # verbs

    def adopt(self) -> AdoptDialog | None:
        """Ask from when and by whom."""
        if any(each.blocks for each in self.form.problems):
            self.form.jump_to_first()
            return None
        dialog = AdoptDialog(self.office, self.form.rules(), self._adopted_now, self)
        dialog.open()
        return dialog

    def _adopted_now(self) -> None:
        self._now = None
        self.navigator.tell(done("rule_set.adopted"))
        self.refresh()

    def begin_with(self) -> BeginDialog:
        """Fill the form with a ready set."""
        dialog = BeginDialog(self.office, self._begin, self)
        dialog.open()
        return dialog

    def _begin(self, rules: RuleSet) -> None:
        self.form.show_rules(rules)
        self.judge()

    def change_order(self) -> Dialog:
        """The order of the groups, in a dialog of its own."""
        listed = self.form.groups
        rest = tuple(group for group in TargetGroup if group not in listed)
        part = GroupOrderPart((*listed, *rest))
        dialog = Dialog(
            self.tr("Rekkefølge på grupper"),
            self.tr("Alt og pil opp eller ned flytter gruppen."),
            parent=self,
        )
        dialog.add(part)
        dialog.add_button(
            self.tr("Bruk rekkefølgen"), lambda: self._order(part.order), ButtonKind.PRIMARY
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _order(self, order: list[TargetGroup]) -> None:
        self.form.set_groups(tuple(order))
        self.judge()

    def show_guidelines(self) -> DocumentDialog:
        """The rules as typed, as local guidelines that can be sent to be adopted."""
        seen = self.office.rule_sets.preview(self._draft(self.form.rules()))
        language = self.office.settings.profile.language
        document = self.office.rule_sets.guidelines(seen.adopted, language)
        data = self.office.letters.preview(document)
        dialog = DocumentDialog(
            self.tr("Utkast til retningslinjer"),
            self.tr("Slik kan reglene legges fram for den som skal vedta dem."),
            [(self.tr("Retningslinjer"), data)],
            self,
        )
        dialog.finished.connect(lambda _result: dialog.release())
        dialog.open()
        return dialog

    def show_past(self) -> Dialog:
        """Every set that has been adopted; one that has not begun can be taken back."""
        sets = self.office.rule_sets.all()
        today = self.office.clock.today()
        dialog = Dialog(
            self.tr("Vedtatte regler"),
            self.tr("Hvert sett gjelder til det neste begynner."),
            leave=self.tr("Lukk"),
            parent=self,
        )
        listed = RowList(self.tr("Vedtatte regler"), Shape.TIMELINE, whole=True)
        listed.set_rows(
            [
                Row(
                    each.id,
                    f"{each.name}, fra {day(each.valid_from)}",
                    f"Vedtatt av {each.adopted_by}, sak {each.case_number}",
                    icon=Icon.RULES,
                    action=self.tr("Ta tilbake") if each.valid_from > today else "",
                )
                for each in reversed(sets)
            ]
        )
        listed.activated_key.connect(lambda key: self._withdraw(dialog, key))
        dialog.add(listed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _withdraw(self, above: Dialog, key: object) -> None:
        today = self.office.clock.today()
        known = [each for each in self.office.rule_sets.all() if each.id == key]
        if not known or known[0].valid_from <= today:
            return
        above.accept()
        WithdrawDialog(self.office, known[0].id, self._withdrawn, self).open()

    def _withdrawn(self) -> None:
        self.navigator.tell(done("rule_set.withdrawn"))
        self.refresh()
