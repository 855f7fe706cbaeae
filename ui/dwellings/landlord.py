"""The owner of a dwelling: how reached, who does what, and what is agreed."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.errors import Invalid, Problem
from app.core.ids import OwnerId
from app.core.records import dataclass
from app.core.text import plural
from app.dwellings.landlords.model import Cooperation, DoneBy, OwnerDraft, OwnerTask
from app.dwellings.model import Dwelling, OwnerKind
from app.office import Office
from ui.kit import fonts
from ui.kit.ask import AskDialog
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Card, Fact, Facts
from ui.kit.choice_fields import ChoiceField
from ui.kit.fields import DateField, MultilineField, TextField
from ui.kit.icons import Icon
from ui.labels import day, done, message, problem, title_word
from ui.navigation import Navigator

Values = Mapping[str, object]
TOPIC_WORDS = {
    "information": "Opplysninger som deles",
    "information_basis": "Rettslig grunnlag for å dele",
    "warning_routine": "Hvem varsler hvem, og når",
    "repairs": "Reparasjoner og vedlikehold",
    "vacancy_payment": "Betaling når boligen står tom",
    "meetings": "Møter og kontaktpersoner",
}
_WIDE = 720


@dataclass(frozen=True, slots=True)
class OwnerVerbs:
    """What the buttons of the card do."""

    correct: Callable[[], object]
    tasks: Callable[[], object]
    agreement: Callable[[], object]


def owner_card(office: Office, dwelling: Dwelling, verbs: OwnerVerbs | None) -> Card:
    """Whose it is, who decides over it, and what the owner does."""
    link = None
    if verbs is not None:
        link = Button("Rett …", verbs.correct, kind=ButtonKind.QUIET, size=ButtonSize.SMALL)
        link.setAccessibleName("Rett eieren")
    card = Card("Eier", icon=Icon.PERSON, link=link)
    card.add(Facts(_facts(office, dwelling)))
    if verbs is not None:
        row = QHBoxLayout()
        row.setSpacing(fonts.px(8))
        row.addWidget(Button("Hvem gjør hva …", verbs.tasks, size=ButtonSize.SMALL))
        row.addWidget(Button("Samarbeid …", verbs.agreement, size=ButtonSize.SMALL))
        row.addStretch(1)
        card.add(row)
    return card


def _facts(office: Office, dwelling: Dwelling) -> list[Fact]:
    allocator = Fact("Tildeles av", dwelling.allocator.name if dwelling.allocator else "")
    if dwelling.owner is None:
        return [Fact("Navn", ""), allocator]
    owner = dwelling.owner.id
    details, landlord = office.landlords.details(owner), office.landlords.of(dwelling.id)
    theirs = [title_word(task) for task in OwnerTask if landlord.by_owner(task)]
    agreed = office.landlords.agreement(owner)
    return [
        Fact("Navn", details.name),
        Fact("Type", title_word(details.kind)),
        Fact("Org.nr.", details.org_number),
        Fact("Kontakt", details.reached),
        Fact("Adresse", ", ".join(part for part in (details.street, details.postal) if part)),
        allocator,
        Fact("Eieren", "\n".join(theirs) or "Gjør ingenting selv"),
        Fact("Samarbeid", _agreed_words(agreed)),
    ]


def _agreed_words(agreed: Cooperation | None) -> str:
    if agreed is None:
        return "Ikke avtalt"
    words = f"Ses over {day(agreed.revise_on)}"
    lacks = len(agreed.lacks)
    return f"{words}, {plural(lacks, 'punkt', 'punkter')} mangler" if lacks else words


class OwnerDialogs:
    """Opens them; what is done is told with «Angre»."""

    def __init__(self, office: Office, navigator: Navigator, window: QWidget) -> None:
        self._office, self._navigator, self._window = office, navigator, window

    def verbs(self, owner: OwnerId) -> OwnerVerbs:
        """What the card's buttons do for an owner."""
        return OwnerVerbs(
            lambda: self.correct(owner), lambda: self.tasks(owner), lambda: self.agreement(owner)
        )

    def correct(self, owner: OwnerId) -> AskDialog:
        """Name, kind, and how they are reached and paid."""
        known = self._office.landlords.details(owner)

        def act(values: Values) -> None:
            kind = values["kind"]
            texts = {name: str(values[name] or "").strip() for name in _TEXTS}
            draft = OwnerDraft(kind=kind if isinstance(kind, OwnerKind) else known.kind, **texts)
            self._office.landlords.correct(owner, draft)

        dialog = self._dialog(
            "Rett eieren",
            "Gjelder alle boligene til denne eieren.",
            "Lagre",
            act,
            "owner.corrected",
        )
        kinds = [(kind, title_word(kind)) for kind in OwnerKind]
        form = dialog.form
        form.line(TextField("name", "Navn"))
        form.line(ChoiceField("kind", "Eiertype", kinds), _text("org_number", "Org.nr."))
        form.line(_text("contact", "Kontaktperson"), _text("phone", "Telefon"))
        form.line(_text("email", "E-post"), _text("rent_account", "Konto for husleie"))
        form.line(_text("street", "Adresse"))
        form.line(_text("postal_code", "Postnummer"), _text("postal_place", "Poststed"))
        form.set_values({name: getattr(known, name) for name in (*_TEXTS, "kind")})
        dialog.open()
        return dialog

    def tasks(self, owner: OwnerId) -> AskDialog:
        """Who does each part of the landlord's work, from a day."""
        known = self._office.landlords.tasks(owner)

        def act(values: Values) -> None:
            since = _day(values, "since")
            chosen = {task: DoneBy(str(values[task] or known[task])) for task in OwnerTask}
            self._office.landlords.set_tasks(owner, chosen, since)

        name = self._office.landlords.details(owner).name
        dialog = self._dialog(
            "Hvem gjør hva",
            f"Kommunen eller {name}. Når eieren skriver avtalen, bestiller du den derfra.",
            "Lagre",
            act,
            "owner.tasks_set",
        )
        who = [(by, title_word(by)) for by in DoneBy]
        fields = [ChoiceField(task, title_word(task), who) for task in OwnerTask]
        for at in range(0, len(fields), 2):
            dialog.form.line(*fields[at : at + 2])
        since = DateField("since", "Fra og med", today=self._office.clock.today)
        dialog.form.line(since)
        values: dict[str, object] = {str(task): by for task, by in known.items()}
        dialog.form.set_values({**values, "since": self._office.clock.today()})
        dialog.open()
        return dialog

    def agreement(self, owner: OwnerId) -> AskDialog:
        """The topics of the cooperation, the day it holds from and when it is looked over."""
        known = self._office.landlords.agreement(owner) or Cooperation()

        def act(values: Values) -> None:
            since, revise = values["since"], values["revise_on"]
            topics = {name: str(values[name] or "").strip() for name in TOPIC_WORDS}
            agreed = Cooperation(
                since=since if isinstance(since, date) else None,
                revise_on=revise if isinstance(revise, date) else None,
                **topics,
            )
            self._office.landlords.agree(owner, agreed)

        dialog = self._dialog(
            "Samarbeidsavtale",
            "Hva som er avtalt med eieren. Den forrige avtalen blir stående i historikken.",
            "Lagre",
            act,
            "owner.cooperation_agreed",
            width=_WIDE,
        )
        today = self._office.clock.today
        days = (("since", "Gjelder fra"), ("revise_on", "Ses over innen"))
        dialog.form.line(*(DateField(name, label, today=today) for name, label in days))
        fields = [
            MultilineField(name, words, lines=2, optional=True)
            for name, words in TOPIC_WORDS.items()
        ]
        for at in range(0, len(fields), 2):
            dialog.form.line(*fields[at : at + 2])
        names = ("since", "revise_on", *TOPIC_WORDS)
        dialog.form.set_values({name: getattr(known, name) for name in names})
        dialog.open()
        return dialog

    def _dialog(
        self,
        title: str,
        explanation: str,
        verb: str,
        act: Callable[[Values], object],
        told: str,
        *,
        width: int = 560,
    ) -> AskDialog:
        def do(values: Values) -> None:
            act(values)
            self._navigator.tell(done(told))

        return AskDialog(
            title,
            explanation,
            verb,
            do,
            words=problem,
            message=message,
            width=width,
            parent=self._window,
        )


_TEXTS = (
    "name",
    "org_number",
    "contact",
    "phone",
    "email",
    "street",
    "postal_code",
    "postal_place",
    "rent_account",
)


def _text(name: str, label: str) -> TextField:
    return TextField(name, label, optional=True)


def _day(values: Values, name: str) -> date:
    found = values[name]
    if not isinstance(found, date):
        raise Invalid([Problem(name, "day_missing")])
    return found
