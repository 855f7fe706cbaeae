"""What was told before signing, and the signed copy (HL-50, HL-51)."""

from functools import partial

from app.leases.handover.information.model import Information, InformationState
from ui.kit.cards import Callout, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.icons import Icon
from ui.labels import day, title_word
from ui.leases.handover.card import HandoverCard


class PapersCard(HandoverCard):
    """Whether the exceptions of § 11-1 hold, and whether the signed lease is kept."""

    def build(self) -> None:
        office, lease = self.office, self.lease
        told = office.tenancy_information.of(lease.id)
        copies = office.signed_copies.of(lease.id)
        signed = lease.signed_on is not None
        bare = signed and not copies
        self.missing = bare or not told.state.holds
        if not told.state.holds:
            self.tell(self._not_told(told))
        if bare:
            self.tell(
                Callout(
                    ChipKind.SOON,
                    self.tr("Den underskrevne avtalen er ikke lagt inn."),
                    self.tr("Uten den kan fravikelse bli avvist. Skann den, og legg den inn."),
                )
            )
        self.facts(told, bare=bare, kept=bool(copies))
        dialogs = self.dialogs
        copy = self.verb(
            self.tr("Legg inn underskrevet avtale …"),
            partial(dialogs.signed_copy, lease),
            Icon.SIGN,
        )
        copy.set_off("" if signed else self.tr("Registrer underskriften først."))
        given = self.verb(
            self.tr("Opplysningene er gitt …"), partial(dialogs.information_given, lease)
        )
        information = office.tenancy_information
        names = (
            self.tr("Opplysninger etter §\u00a011-1"),
            self.tr("Lag arket"),
            "tenancy_information.issued",
        )
        preview = partial(information.preview, lease.id)
        sheet = self.verb(
            self.tr("Opplysningsark"),
            partial(dialogs.paper, names, preview, partial(information.issue, lease.id)),
            Icon.DOCUMENT,
        )
        needed = told.state is not InformationState.NOT_NEEDED
        self.verbs([copy, *([given, sheet] if needed else [])])

    def facts(self, told: Information, *, bare: bool, kept: bool) -> None:
        """Where both stand, but for what was just told."""
        words = title_word(told.state)
        if told.given is not None:
            words = f"{words}, {day(told.given.given_on)}"
        copy = self.tr("Lagt inn") if kept else self.tr("Mangler")
        rows = []
        if told.state.holds or told.given is not None:
            rows.append(Fact(self.tr("Opplysninger etter §\u00a011-1"), words))
        if not bare:
            rows.append(Fact(self.tr("Underskrevet avtale"), copy))
        if rows:
            self.inset(Facts(rows))

    def _not_told(self, told: Information) -> Callout:
        late = told.state is InformationState.TOO_LATE
        what = (
            self.tr("Opplysningene etter §\u00a011-1 ble gitt etter underskriften.")
            if late
            else self.tr("Det er ikke registrert at opplysningene etter §\u00a011-1 er gitt.")
        )
        then = self.tr("Unntakene fra husleieloven gjelder ikke.")
        if not told.exceptions:
            then = self.tr("Ingen unntak er avtalt. Da gjelder husleieloven fullt ut.")
        elif not late:
            then = self.tr(
                "Da gjelder ikke unntakene. Ble de gitt før underskriften, så kryss av nå."
            )
        return Callout(ChipKind.SOON, what, then)
