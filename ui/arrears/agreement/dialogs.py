"""What is asked about an agreement on instalments, and about a pause."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from app.arrears.instalments.model import TalkWay
from app.arrears.pauses.model import Pause, PauseDraft, PauseReason
from app.core.errors import Invalid, Problem
from app.core.ids import LeaseId
from ui.asking import Asking, Values, a_day, chosen, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.kit.scan_field import ScanField, scanned
from ui.labels import day, title_word

Reasoned = Callable[[str], object]


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("agreement_and_pause_dialogs", words)


class InstalmentDialogs(Asking):
    """Opens those about an agreement; what is done is told by the navigator."""

    def sign(self, agreement: int) -> AskDialog:
        """Both have signed, with the paper if it is scanned."""

        def act(values: Values) -> None:
            file = scanned(values["file"])
            on = a_day(values, "signed_on")
            self.office.instalments.sign(agreement, on, *(file or (None, "")))

        dialog = self.ask(
            tr("Underskrevet"),
            tr("Avtalen gjelder fra den dagen begge har skrevet under."),
            tr("Før inn"),
            act,
            "instalments.signed",
        )
        dialog.form.line(DateField("signed_on", tr("Dag"), today=self.today))
        dialog.form.line(ScanField("file", tr("Den underskrevne avtalen")))
        dialog.form.set_values({"signed_on": self.today()})
        dialog.open()
        return dialog

    def copy(self, agreement: int) -> AskDialog:
        """The signed paper, taken in later."""

        def act(values: Values) -> None:
            file = scanned(values["file"])
            if file is None:
                raise Invalid([Problem("file", "scan_missing")])
            self.office.instalments.add_copy(agreement, *file)

        dialog = self.ask(
            tr("Ta inn underskrevet avtale"),
            tr("Den legges blant brevene på leieavtalen."),
            tr("Ta inn"),
            act,
            "instalments.copy_kept",
        )
        dialog.form.line(ScanField("file", tr("Den underskrevne avtalen"), optional=False))
        dialog.open()
        return dialog

    def tell(self, agreement: int) -> AskDialog:
        """The tenant was told what is missing, and what it may lead to."""

        def act(values: Values) -> None:
            way = chosen(values, "way", TalkWay, TalkWay.CALL)
            on = a_day(values, "told_on")
            self.office.instalments.tell(agreement, way, text(values, "words"), on)

        dialog = self.ask(
            tr("Si fra til leietakeren"),
            tr(
                "Spør hva som har skjedd. Si at avtalen kan reddes: betal det som mangler, eller"
                " avtal en ny dag nå. Si også hva som følger ellers: avtalen gjelder ikke lenger,"
                " og hele resten kan kreves på vanlig måte."
            ),
            tr("Før inn"),
            act,
            "instalments.told",
        )
        ways = [(each, title_word(each)) for each in TalkWay]
        dialog.form.line(RadioField("way", tr("Hvordan"), ways))
        dialog.form.line(DateField("told_on", tr("Dag"), today=self.today))
        dialog.form.line(MultilineField("words", tr("Hva dere ble enige om"), lines=3))
        dialog.form.set_values({"way": TalkWay.CALL, "told_on": self.today()})
        dialog.open()
        return dialog

    def give_up(self, agreement: int) -> AskDialog:
        """It holds no more since it was not followed."""
        return with_reason(
            self,
            tr("Avtalen gjelder ikke lenger"),
            tr(
                "Leietakeren har fått vite at noe mangler. Når avtalen er avsluttet, foreslår"
                " Husrom neste steg for hele resten."
            ),
            tr("Avslutt avtalen"),
            lambda reason: self.office.instalments.give_up(agreement, reason),
            "instalments.broken",
        )

    def end(self, agreement: int) -> AskDialog:
        """Something else is agreed."""
        return with_reason(
            self,
            tr("Avslutt avtalen"),
            tr("Det som er betalt, står som før. Skriv hva dere er enige om i stedet."),
            tr("Avslutt avtalen"),
            lambda reason: self.office.instalments.end(agreement, reason),
            "instalments.ended",
        )


class PauseDialogs(Asking):
    """Opens those about a pause."""

    def begin(self, lease: LeaseId) -> AskDialog:
        """Steps wait from today."""

        def act(values: Values) -> None:
            draft = PauseDraft(_reason(values), text(values, "words"), a_day(values, "until"))
            self.office.pauses.begin(lease, draft)

        pauses = self.office.pauses
        dialog = self.ask(
            tr("Sett på pause"),
            tr(
                "Ingen purring og ingen begjæring foreslås så lenge pausen varer. Tidlige tegn og"
                " frister fra andre vises som før. Den varer i høyst {} dager om gangen."
            ).format(pauses.longest()),
            tr("Sett på pause"),
            act,
            "arrears_pause.begun",
        )
        reasons = [(each, title_word(each)) for each in PauseReason]
        dialog.form.line(ChoiceField("reason", tr("Hvorfor"), reasons))
        dialog.form.line(DateField("until", tr("Siste dag"), today=self.today))
        dialog.form.line(MultilineField("words", tr("Merknad"), lines=2, optional=True))
        dialog.form.set_values({"until": pauses.proposed().until})
        dialog.open()
        return dialog

    def lengthen(self, pause: Pause) -> AskDialog:
        """Wait to a later day."""

        def act(values: Values) -> None:
            until, reason = a_day(values, "until"), text(values, "reason")
            self.office.pauses.lengthen(pause.id, until, reason)

        dialog = self.ask(
            tr("Forleng pausen"),
            tr("Pausen varer nå til {}. Den gamle dagen står i historikken.").format(
                day(pause.until(self.today()))
            ),
            tr("Forleng"),
            act,
            "arrears_pause.lengthened",
        )
        dialog.form.line(DateField("until", tr("Ny siste dag"), today=self.today))
        dialog.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))
        dialog.open()
        return dialog

    def end(self, pause: Pause) -> AskDialog:
        """Steps go on from today."""
        return with_reason(
            self,
            tr("Avslutt pausen"),
            tr("Fra i dag foreslår Husrom neste steg igjen."),
            tr("Avslutt pausen"),
            lambda reason: self.office.pauses.end(pause.id, reason),
            "arrears_pause.ended",
        )


def with_reason(
    asking: Asking, title: str, explanation: str, verb: str, act: Reasoned, told: str
) -> AskDialog:
    """One that asks why, and nothing else."""
    dialog = asking.ask(title, explanation, verb, lambda values: act(text(values, "reason")), told)
    dialog.form.line(MultilineField("reason", tr("Hvorfor"), lines=2))
    dialog.open()
    return dialog


def _reason(values: Values) -> PauseReason | None:
    value = values.get("reason")
    return value if isinstance(value, PauseReason) else None
