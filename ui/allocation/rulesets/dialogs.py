"""Adopting a rule set, and the ways to begin one."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from app.allocation.rulesets.model import RuleSet, RuleSetDraft
from app.office import Office
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import RadioField
from ui.kit.fields import DateField, TextField
from ui.labels import message, problem


class AdoptDialog(AskDialog):
    """From which day, by whom and in which case; what is wrong with the rules is told too."""

    def __init__(
        self,
        office: Office,
        rules: RuleSet,
        done: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            since = values["valid_from"]
            office.rule_sets.adopt(
                RuleSetDraft(
                    rules,
                    since if isinstance(since, date) else date.max,
                    str(values["name"] or ""),
                    str(values["case_number"] or ""),
                    str(values["adopted_by"] or ""),
                )
            )
            done()

        super().__init__(
            "Ta i bruk reglene",
            "Reglene gjelder fra dagen du velger. Det som er vedtatt før, står."
            " Saker uten vedtak blir vurdert på nytt.",
            "Ta i bruk",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        hint = "For eksempel «Retningslinjer 2027»."
        self.form.line(TextField("name", "Navn på reglene", hint=hint))
        self.form.line(
            DateField("valid_from", "Gjelder fra", today=office.clock.today),
            TextField("case_number", "Saksnummer"),
        )
        hint = "For eksempel «kommunestyret»."
        self.form.line(TextField("adopted_by", "Vedtatt av", hint=hint))
        self.form.set_values({"valid_from": office.clock.today()})
        self.form.field("name").control.setFocus()


class BeginDialog(AskDialog):
    """One of the ready sets to go on from."""

    def __init__(
        self, office: Office, begin: Callable[[RuleSet], object], parent: QWidget | None = None
    ) -> None:
        ready = {each.name: each for each in office.rule_sets.ready()}

        def act(values: Mapping[str, object]) -> None:
            begin(ready[str(values["ready"])].rules)

        super().__init__(
            "Begynn med et ferdig sett",
            "Settet fylles inn i skjemaet. Ingenting gjelder før du tar det i bruk.",
            "Fyll inn",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        options = [(each.name, each.title) for each in ready.values()]
        hints: dict[object, str] = {each.name: each.description for each in ready.values()}
        self.form.line(RadioField("ready", "Sett", options, hint_of=hints))
        self.form.set_values({"ready": options[0][0]})


class WithdrawDialog(AskDialog):
    """Take back a set that has not begun."""

    def __init__(
        self,
        office: Office,
        rule_set: int,
        done: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        def act(values: Mapping[str, object]) -> None:
            office.rule_sets.withdraw(rule_set, str(values["reason"] or ""))
            done()

        super().__init__(
            "Ta tilbake regler som ikke har begynt",
            "De forrige reglene fortsetter å gjelde.",
            "Ta tilbake",
            act,
            words=problem,
            message=message,
            parent=parent,
        )
        self.form.line(TextField("reason", "Grunn"))
