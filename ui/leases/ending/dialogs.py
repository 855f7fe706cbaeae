"""What is asked about the end of a lease, each in a dialog of its own."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import LeaseId
from app.leases.model import Lease
from app.leases.notices.model import Notice, ProtestDraft, SuitBody, TenantNoticeDraft
from app.office import Office
from ui.asking import Values, a_day, text
from ui.kit.ask import Act, AskDialog
from ui.kit.choice_fields import CheckField, RadioField
from ui.kit.fields import DateField, MultilineField
from ui.labels import day, message, problem, title_word

Done = Callable[[], object]


def _tr(words: str) -> str:
    return QCoreApplication.translate("EndingPart", words)


def _known_day(values: Values, name: str, code: str) -> date:
    found = a_day(values, name)
    if found is None:
        raise Invalid([Problem(name, code)])
    return found


class Asking(AskDialog):
    """A dialog whose act is done and then told."""

    def __init__(
        self, title: str, explanation: str, verb: str, act: Act, done: Done, parent: QWidget | None
    ) -> None:
        def both(values: Values) -> None:
            act(values)
            done()

        super().__init__(
            title, explanation, verb, both, words=problem, message=message, parent=parent
        )


class TenantNoticeDialog(Asking):
    """«Leietaker sier opp»: when it came, and the last day it leads to, told as it is typed."""

    def __init__(
        self, office: Office, lease: Lease, done: Done, parent: QWidget | None = None
    ) -> None:
        self._office, self._lease = office, lease.id

        def act(values: Values) -> None:
            office.notices.tenant_gave(lease.id, _tenant_draft(values))

        super().__init__(
            _tr("Leietaker sier opp"),
            _tr("Siste dag regnes ut fra loven. Leietakeren trenger ingen grunn."),
            _tr("Registrer oppsigelsen"),
            act,
            done,
            parent,
        )
        today = office.clock.today
        self.form.line(
            DateField("received_on", _tr("Kom til oss"), today=today),
            DateField(
                "sent_on",
                _tr("Sendt eller poststemplet"),
                optional=True,
                today=today,
                hint=_tr("Hvis du vet det. Da regnes fristen derfra."),
            ),
        )
        self.form.line(CheckField("written", _tr("Oppsigelsen er skriftlig")))
        self.form.line(
            DateField(
                "wishes",
                _tr("Ønsker å flytte"),
                optional=True,
                today=today,
                hint=_tr("La stå tom når loven bestemmer dagen."),
            )
        )
        self.form.line(CheckField("agreed", _tr("Vi er enige om en tidligere dag enn loven gir")))
        self.form.set_values({"received_on": today(), "written": True})
        self.form.left.connect(lambda _name: self.tell())
        self.tell()

    def tell(self) -> None:
        """What is wrong, and the last day as it would be now."""
        draft = _tenant_draft(self.form.values())
        self.form.show_problems(self._office.notices.check_tenant(self._lease, draft))
        end = self._office.notices.tenant_end(self._lease, draft)
        words = _tr("Siste dag blir {}.").format(day(end)) if end else ""
        self.verb_button.setToolTip(words)
        if end is not None and not self.form.problem_count:
            self.form.show_good("received_on", words)


def _tenant_draft(values: Values) -> TenantNoticeDraft:
    return TenantNoticeDraft(
        received_on=a_day(values, "received_on"),
        sent_on=a_day(values, "sent_on"),
        written=bool(values["written"]),
        wishes=a_day(values, "wishes"),
        agreed=bool(values["agreed"]),
    )


class AgreeDialog(Asking):
    """«Avtal fraflytting»: a day both agree to."""

    def __init__(
        self, office: Office, lease: LeaseId, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            last = _known_day(values, "last_day", "day_missing")
            office.notices.agree(lease, last, text(values, "reason"))

        super().__init__(
            _tr("Avtal fraflytting"),
            _tr(
                "Begge må ville det. Ingen kan presses til å godta en tidligere dag enn loven gir."
            ),
            _tr("Avtal dagen"),
            act,
            done,
            parent,
        )
        self.form.line(DateField("last_day", _tr("Siste dag"), today=office.clock.today))
        self.form.line(
            MultilineField(
                "reason",
                _tr("Hvordan dere ble enige"),
                lines=2,
                hint=_tr("For eksempel brev eller møte, og dato."),
            )
        )


class WithdrawDialog(Asking):
    """«Trekk tilbake»: both agree that it shall not hold."""

    def __init__(
        self,
        title: str,
        act: Callable[[str], object],
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            title,
            _tr("Begge må være enige. Leieforholdet løper da videre som før."),
            _tr("Trekk tilbake"),
            lambda values: act(text(values, "reason")),
            done,
            parent,
        )
        self.form.line(MultilineField("reason", _tr("Hvorfor, og hvordan dere ble enige"), lines=2))


class ProtestDialog(Asking):
    """«Protest kom inn»: when the notice came to the tenant, and when the protest was sent."""

    def __init__(
        self, office: Office, notice: Notice, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            draft = ProtestDraft(
                a_day(values, "arrived_on"), a_day(values, "sent_on"), a_day(values, "received_on")
            )
            office.protests.protested(notice.id, draft)

        super().__init__(
            _tr("Protest kom inn"),
            _tr(
                "I tide når den er sendt innen en måned etter at leietakeren fikk oppsigelsen. Da"
                " må saken reises innen tre måneder. Husleieloven §\u00a09-8."
            ),
            _tr("Registrer protesten"),
            act,
            done,
            parent,
        )
        today = office.clock.today
        self.form.line(
            DateField(
                "arrived_on",
                _tr("Leietakeren fikk oppsigelsen"),
                today=today,
                hint=_tr("Etter kvitteringen, eller den dagen leietakeren sier."),
            )
        )
        self.form.line(
            DateField("received_on", _tr("Protesten kom til oss"), today=today),
            DateField("sent_on", _tr("Poststemplet"), optional=True, today=today),
        )
        arrived = office.notices.arrived(notice)
        known = arrived if arrived is not None and arrived <= today() else None
        self.form.set_values({"arrived_on": known, "received_on": today()})


class SuedDialog(Asking):
    """«Sak er reist»: when, and where."""

    def __init__(
        self, office: Office, notice: Notice, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            body = values["body"]
            office.protests.sued(
                notice.id,
                _known_day(values, "sued_on", "day_missing"),
                body if isinstance(body, SuitBody) else SuitBody.HTU,
            )

        super().__init__(
            _tr("Sak er reist"),
            _tr("Da faller ikke oppsigelsen bort. Leieforholdet løper til saken er avgjort."),
            _tr("Registrer saken"),
            act,
            done,
            parent,
        )
        options = [(each, title_word(each)) for each in SuitBody]
        self.form.line(DateField("sued_on", _tr("Sendt inn"), today=office.clock.today))
        self.form.line(RadioField("body", _tr("Hvor"), options))
        self.form.set_values({"sued_on": office.clock.today(), "body": SuitBody.HTU})


class DecidedDialog(Asking):
    """«Saken er avgjort»: the notice holds with a last day, or it does not."""

    def __init__(
        self, office: Office, notice: Notice, done: Done, parent: QWidget | None = None
    ) -> None:
        def act(values: Values) -> None:
            upheld = bool(values["upheld"])
            last = _known_day(values, "last_day", "day_missing") if upheld else None
            decided = _known_day(values, "decided_on", "day_missing")
            office.protests.decided(notice.id, decided, last)

        super().__init__(
            _tr("Saken er avgjort"),
            _tr("Står oppsigelsen, skriver du siste dag slik den er avgjort."),
            _tr("Registrer svaret"),
            act,
            done,
            parent,
        )
        options = [
            (True, _tr("Oppsigelsen står")),
            (False, _tr("Oppsigelsen er satt til side")),
        ]
        self.form.line(DateField("decided_on", _tr("Avgjort"), today=office.clock.today))
        self.form.line(RadioField("upheld", _tr("Svaret"), options))
        self.form.line(
            DateField("last_day", _tr("Siste dag"), optional=True, today=office.clock.today)
        )
        self.form.set_values({"decided_on": office.clock.today(), "upheld": True})
