"""«Før inn selv» and «Månedens husleie»: how an officer without a biller's list begins."""

from PySide6.QtCore import QCoreApplication

from app.arrears.months.model import MonthRent
from app.core.days import month_in_words
from app.core.errors import Invalid, Problem
from app.core.ids import LeaseId, Ref
from app.core.money import Ore, format_kroner
from app.core.order import sort_key
from app.core.rent_months import first_day, month_after, month_of
from app.core.text import plural
from app.people.model import AddressProtection
from ui.arrears.tasks import ACCOUNT
from ui.asking import Asking, Values, text
from ui.kit.ask import AskDialog
from ui.kit.choice_fields import ChoiceField
from ui.kit.fonts import Type
from ui.kit.palette import Token
from ui.kit.words import Label
from ui.labels import done, named, word
from ui.navigation import PageId

NAMES_SHOWN = 4


def tr(words: str) -> str:
    """For the translators."""
    return QCoreApplication.translate("arrears_entering", words)


class EnterDialogs(Asking):
    """Opens them; what is done is told by the navigator."""

    def find(self) -> AskDialog:
        """Any tenancy, whether it owes or not; its account opens."""

        def act(values: Values) -> None:
            lease = values.get("lease")
            if not isinstance(lease, int):
                raise Invalid([Problem("lease", "tenancy_missing")])
            self.navigator.open(PageId.TENANCY_ARREARS, Ref("lease", LeaseId(lease)), ACCOUNT)

        dialog = self.plain(
            tr("Hvem gjelder det?"),
            tr("Velg leieforholdet. Så fører du inn krav og innbetalinger der."),
            tr("Gå til kontoen"),
            act,
        )
        dialog.form.line(ChoiceField("lease", tr("Leieforhold"), self._tenancies()))
        dialog.open()
        return dialog

    def _tenancies(self) -> list[tuple[object, str]]:
        """By name; never where a protected tenant lives."""
        known = sorted(
            self.office.arrears.tenancies(), key=lambda each: sort_key(named(each.tenant_name))
        )
        return [
            (
                each.lease,
                ", ".join(
                    part
                    for part in (
                        named(each.tenant_name),
                        "" if each.protection is not AddressProtection.NONE else each.address,
                        each.number,
                    )
                    if part
                ),
            )
            for each in known
        ]

    def month(self) -> AskDialog:
        """Rent of a month for all whom the municipality bills, in one unit."""

        def act(values: Values) -> None:
            month = text(values, "month")
            count = self.office.month_rents.enter(month)
            words = plural(count, tr("leieforhold"), tr("leieforhold"))
            self.navigator.tell(f"{done('arrears.month_entered')}: {words}")

        dialog = self.plain(
            tr("Månedens husleie"),
            tr(
                "Husrom fører inn husleien for alle som kommunen krever inn leien av. Ingen får"
                " samme måned to ganger. Du kan angre alt i ett."
            ),
            tr("Før inn husleien"),
            act,
        )
        this = month_of(self.today())
        choices = [(each, month_in_words(first_day(each))) for each in (this, month_after(this))]
        dialog.form.line(ChoiceField("month", tr("Måned"), choices))
        dialog.form.set_values({"month": this})
        told = Label("", Type.HELP, Token.TEXT2, wrap=True)
        dialog.form.add_part(told)

        def show(_name: str = "") -> None:
            month = text(dialog.form.values(), "month") or this
            told.setText(self._about(month))
            left = any(each.left_out is None for each in self.office.month_rents.of(month))
            dialog.set_off("" if left else tr("Husleien for måneden er ført inn for alle."))

        dialog.form.changed.connect(show)
        show()
        dialog.open()
        return dialog

    def _about(self, month: str) -> str:
        """Who is entered, and who is not and why."""
        found = self.office.month_rents.of(month)
        wanted = [each for each in found if each.left_out is None]
        words = plural(len(wanted), tr("leieforhold"), tr("leieforhold"))
        whole = format_kroner(Ore(sum(each.amount or 0 for each in wanted)))
        lines = [tr("{} får ført inn husleie, til sammen {}.").format(words, whole)]
        reasons = dict.fromkeys(each.left_out for each in found if each.left_out)
        for reason in reasons:
            these = [each for each in found if each.left_out is reason]
            if reason is not None:
                lines.append(f"{len(these)} – {word(reason)}: {_names(these)}.")
        return "\n".join(lines)


def _names(these: list[MonthRent]) -> str:
    shown = ", ".join(named(each.tenant_name) for each in these[:NAMES_SHOWN])
    rest = len(these) - NAMES_SHOWN
    return shown if rest <= 0 else tr("{} og {} til").format(shown, rest)
