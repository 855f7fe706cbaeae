"""The form of a lease: from the draft to fields and back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from app.core.errors import Problem
from app.core.money import Ore
from app.leases.model import (
    NOTHING,
    AgreedException,
    Charge,
    ChargeKind,
    LeaseDraft,
    LeaseKind,
    TermBasis,
)
from ui.kit.cards import Fact, Facts
from ui.kit.choice_fields import CheckField, ChoiceField
from ui.kit.fields import DateField, MoneyField, MultilineField, NumberField, TextField
from ui.kit.fonts import Type
from ui.kit.form import Form
from ui.kit.words import Label
from ui.labels import title_word
from ui.leases.words import problem_words

KINDS = [
    (kind, title_word(kind))
    for kind in LeaseKind
    if kind not in {LeaseKind.SHORT, LeaseKind.SECOND_SHORT}
]
SHORT_KINDS = frozenset({LeaseKind.SHORT, LeaseKind.SECOND_SHORT})
LOAN = "tenant_loan"
CHARGES = {
    ChargeKind.POWER: "Strøm",
    ChargeKind.FUEL: "Brensel",
    ChargeKind.METERED_WATER: "Vann og avløp",
}
EXCEPTIONS = {
    AgreedException.HOUSEHOLD_BY_RIGHT: (
        "Familie bare med samtykke",
        "Husleieloven §\u00a07-1 første ledd",
    ),
    AgreedException.OTHER_HOUSEHOLD: (
        "Andre bare med samtykke",
        "Husleieloven §\u00a07-1 og §\u00a07-3",
    ),
    AgreedException.SUBLET_IN_ABSENCE: (
        "Kommunen bruker boligen ved fravær",
        "Husleieloven §\u00a07-4",
    ),
}
_TEXTS = (
    "short_reason",
    "weighty_reason",
    "open_ended_reason",
    "account",
    "kid",
    "deposit_account",
    "guarantor",
)
_TICKS = (
    "terminable",
    "for_disadvantaged",
    "informed",
    "eviction_for_rent",
    "eviction_at_expiry",
)
# problems of what has no field of its own stand beside the nearest
_BESIDE = {
    "dwelling": "start",
    "tenant": "start",
    "charges": f"charge_{ChargeKind.POWER}",
    "exceptions": f"exception_{AgreedException.HOUSEHOLD_BY_RIGHT}",
}


class LeaseForm(Form):
    """`fill` shows a draft; `draft` gives it back with what can be read of the fields."""

    def __init__(
        self,
        about: Sequence[Fact],
        conditions: Sequence[str],
        origin: str,
        today: Callable[[], date],
    ) -> None:
        super().__init__("Leieavtale", problem_words)
        self.section("Parter og bolig", origin)
        self.add_part(Facts(about))
        self._add_term(today)
        self._add_rent()
        self._add_security()
        self._add_conditions(conditions)

    def _add_term(self, today: Callable[[], date]) -> None:
        self.section("Leietid")
        self.line(
            DateField("start", "Fra", today=today),
            DateField("end", "Til", today=today, hint="Siste dag i leietiden."),
            ChoiceField("kind", "Type avtale", KINDS),
        )
        self.line(
            ChoiceField(
                "term_basis",
                "Minste leietid",
                [(basis, title_word(basis)) for basis in TermBasis],
                hint="Ett år bare for disse husene. Husleieloven §\u00a09-3 og §\u00a09-3\u00a0a.",
            )
        )
        self.line(
            MultilineField(
                "short_reason",
                "Grunn til kortere tid",
                lines=2,
                hint="Står i avtalen. Skriv hva som gjør at tre år ikke passer.",
            )
        )
        self.line(MultilineField("weighty_reason", "Tungtveiende grunn", lines=2))
        self.line(MultilineField("open_ended_reason", "Grunn til tidsubestemt avtale", lines=2))
        self.line(
            CheckField(
                "terminable",
                "Kan sies opp i leietiden",
                hint="Uten haken står det i avtalen at den ikke kan sies opp.",
            )
        )

    def _add_rent(self) -> None:
        self.section("Husleie")
        self.line(
            MoneyField("rent", "Husleie per måned"),
            NumberField("due_day", "Forfall den", least=1, most=28, width=110),
            TextField("kid", "KID", hint="Laget av Husrom", width=150),
        )
        self.line(TextField("account", "Konto", width=190))
        self.line(
            *(
                MoneyField(f"charge_{kind}", words, optional=True, hint="A konto")
                for kind, words in CHARGES.items()
            )
        )

    def _add_security(self) -> None:
        self.section("Sikkerhet")
        self.line(
            MoneyField("deposit", "Depositum", optional=True),
            TextField("deposit_account", "Depositumskonto", width=190),
        )
        self.line(
            MoneyField("guarantee", "Garanti", optional=True),
            TextField("guarantor", "Garanti fra", width=190, example="Nav Lia"),
        )
        self.line(
            MoneyField(
                LOAN,
                "Lån fra leieren",
                optional=True,
                hint="Leieboerinnskudd. Bare når kommunen er utleier etter §\u00a011-1.",
            )
        )

    def _add_conditions(self, conditions: Sequence[str]) -> None:
        self.section("Vilkår", "Vilkår fra vedtaket er låst" if conditions else "")
        for words in conditions:
            self.add_part(Label(f"• {words}", Type.BODY, wrap=True))
        self.line(
            CheckField(
                "eviction_for_rent",
                "Tvangsgrunnlag ved ubetalt leie",
                hint="Tvangsfullbyrdelsesloven §\u00a013-2 tredje ledd bokstav a",
            ),
            CheckField(
                "eviction_at_expiry",
                "Tvangsgrunnlag når tiden er ute",
                hint="Tvangsfullbyrdelsesloven §\u00a013-2 tredje ledd bokstav b",
            ),
        )
        self.line(
            CheckField(
                "for_disadvantaged",
                "Bolig for vanskeligstilte",
                hint="Husleieloven §\u00a011-1",
            ),
            CheckField("informed", "Opplyst om §\u00a011-1", hint="Egen underskrift i avtalen"),
        )
        ticks = [
            CheckField(f"exception_{each}", words, hint=hint)
            for each, (words, hint) in EXCEPTIONS.items()
        ]
        self.line(*ticks[:2])
        self.line(*ticks[2:])

    # from and to the draft

    def fill(self, draft: LeaseDraft) -> None:
        """Show a draft; fields that the draft has no use for go away."""
        sums = {charge.kind: charge.amount for charge in draft.charges}
        values: dict[str, object] = {name: getattr(draft, name) for name in (*_TEXTS, *_TICKS)}
        values |= {"start": draft.start, "end": draft.end, "rent": draft.rent}
        values |= {"due_day": draft.due_day, "deposit": draft.deposit or None}
        values["guarantee"] = draft.guarantee or None
        values |= {"term_basis": draft.term_basis, LOAN: draft.tenant_loan or None}
        values["kind"] = LeaseKind.ORDINARY if draft.kind in SHORT_KINDS else draft.kind
        values |= {f"charge_{kind}": sums.get(kind) for kind in CHARGES}
        values |= {f"exception_{each}": each in draft.exceptions for each in EXCEPTIONS}
        self.set_values(values)
        self.suit(draft)

    def suit(self, draft: LeaseDraft) -> None:
        """Show the fields this draft asks for."""
        short = AgreedException.SHORTER_TERM in draft.exceptions or draft.kind in SHORT_KINDS
        shown = {
            "end": not draft.open_ended,
            "short_reason": short or bool(draft.short_reason),
            "weighty_reason": draft.kind is LeaseKind.SECOND_SHORT or bool(draft.weighty_reason),
            "open_ended_reason": draft.open_ended,
            "terminable": not draft.open_ended,
            "eviction_at_expiry": not draft.open_ended,
            "informed": draft.for_disadvantaged,
            "deposit_account": draft.deposit > 0,
            "guarantor": draft.guarantee > 0,
            LOAN: draft.for_disadvantaged or draft.tenant_loan > 0,
            "term_basis": draft.kind is LeaseKind.REFERRAL
            or draft.term_basis is not TermBasis.ORDINARY,
        }
        shown |= {f"exception_{each}": draft.for_disadvantaged for each in EXCEPTIONS}
        for name, there in shown.items():
            self.field(name).setVisible(there)
        for line in self._lines:
            line.setVisible(any(not field.isHidden() for field in line.fields))

    def draft(self, before: LeaseDraft) -> LeaseDraft:
        """The draft with what the fields hold; what cannot be read stays as it was."""
        unread = {name for name in self.names if self.field(name).reading() is not None}
        held = {name: value for name, value in self.values().items() if name not in unread}
        plain: dict[str, object] = {name: str(held[name] or "") for name in _TEXTS if name in held}
        plain |= {name: bool(held[name]) for name in _TICKS if name in held}
        plain |= {name: held[name] for name in ("start", "end", "rent") if name in held}
        for name in ("deposit", "guarantee"):
            if name in held:
                plain[name] = held[name] or NOTHING
        if held.get("due_day") is not None:
            plain["due_day"] = held["due_day"]
        for name in ("kind", "term_basis"):
            if held.get(name) is not None:
                plain[name] = held[name]
        return replace(
            before,
            **plain,  # type: ignore[arg-type]  # each field reads into the draft's own type
            charges=self._charges(held, before),
            exceptions=tuple(each for each in EXCEPTIONS if held[f"exception_{each}"]),
        )

    @staticmethod
    def _charges(held: dict[str, object], before: LeaseDraft) -> tuple[Charge, ...]:
        known = {charge.kind: charge for charge in before.charges}
        fields = {kind: f"charge_{kind}" for kind in CHARGES} | {ChargeKind.TENANT_LOAN: LOAN}
        made = [charge for charge in before.charges if charge.kind not in fields]
        for kind, name in fields.items():
            amount = held.get(name, "unread")
            if amount == "unread":
                made += [known[kind]] if kind in known else []
            elif isinstance(amount, int):
                made.append(Charge(kind, Ore(amount)))
        return tuple(made)

    def tell(self, problems: Sequence[Problem]) -> None:
        """Each problem beside its field; a tick is its own remedy."""
        placed = [self._placed(problem) for problem in problems]
        for problem in placed:  # a reason is asked for where it is told that it lacks
            field = self.field(problem.field)
            if problem.blocks and field.isHidden():
                field.setVisible(True)
                line = next(line for line in self._lines if field in line.fields)
                line.setVisible(True)
        self.show_problems(placed)

    def _placed(self, problem: Problem) -> Problem:
        name = _BESIDE.get(problem.field, problem.field)
        bare = isinstance(self.field(name), CheckField) or name != problem.field
        return replace(problem, field=name, remedy=None if bare else problem.remedy)
