"""Who claims money: where letters to them go, and the question whether two are one."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer

from app.core.errors import Invalid
from app.core.ids import CreditorId
from app.core.numbers import NumberKind
from app.debt.claims.model import CreditorDraft
from ui.asking import Asking, Values, text
from ui.debt.claims.fields import add_again, tr
from ui.kit.ask import AskDialog, fit
from ui.kit.choice_fields import CheckField
from ui.kit.fields import TextField
from ui.kit.office_form import number_field

WIDTH = 760
_TEXTS = (
    "name", "org_number", "address", "postal_code", "postal_place", "email", "phone", "account",
)  # fmt: skip


class CreditorDialogs(Asking):
    """Opens the one about a creditor; what is done is told by the navigator."""

    def creditor(self, creditor: CreditorId) -> AskDialog:
        """Where letters to them go, and what they are known by."""
        known = self.office.creditors.get(creditor).draft

        def act(values: Values) -> None:
            texts = {name: text(values, name) for name in _TEXTS}
            told = CreditorDraft(
                **texts, collector=known.collector, again=bool(values.get("again"))
            )
            self.asking(
                dialog, lambda: self.office.creditors.correct(creditor, told), {"again": "name"}
            )

        dialog = self.ask(
            tr("Om kreditoren"),
            tr("Gjelder i alle saker. Brev sendes til adressen her."),
            tr("Lagre"),
            act,
            "creditor.corrected",
            width=WIDTH,
        )
        form = dialog.form
        form.line(
            TextField("name", tr("Navn")),
            number_field(
                "org_number", tr("Organisasjonsnummer"), NumberKind.ORGANISATION, width=190
            ),
        )
        add_again(form, "again", tr("Dette er en annen"))
        form.line(TextField("address", tr("Gate eller postboks"), optional=True))
        form.line(
            number_field("postal_code", tr("Postnummer"), NumberKind.POSTCODE, width=130),
            TextField("postal_place", tr("Poststed"), optional=True),
        )
        form.line(
            TextField("phone", tr("Telefon"), optional=True),
            TextField("email", tr("E-post"), optional=True),
            number_field("account", tr("Kontonummer"), NumberKind.ACCOUNT, width=170),
        )
        form.set_values({name: getattr(known, name) or None for name in _TEXTS})
        dialog.open()
        return dialog

    def asking(
        self, dialog: AskDialog, act: Callable[[], object], doubles: Mapping[str, str]
    ) -> None:
        """What may be a double is asked about: a box to tick comes in sight.

        `doubles` gives the field of the name each box is about.
        """
        try:
            act()
        except Invalid as error:
            for name in {each.field for each in error.problems} & set(dialog.form.names):
                field = dialog.form.field(name)
                if not isinstance(field, CheckField):
                    continue
                field.setVisible(True)
                if name in doubles:
                    self._name_double(dialog, field, doubles[name])
            QTimer.singleShot(0, dialog, partial(fit, dialog))
            raise

    def _name_double(self, dialog: AskDialog, field: CheckField, role: str) -> None:
        """The box says which one it may be."""
        values = dialog.form.values()
        asked = CreditorDraft(text(values, role), text(values, "org_number"))
        like = self.office.creditors.like(asked)
        if like is not None:
            words = tr("Nei, dette er en annen enn «{}»").format(like.name)
            field.box.setText(words)
            field.box.setAccessibleName(words)
