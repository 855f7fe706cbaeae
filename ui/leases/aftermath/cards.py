"""The cards after a lease: the keys, the condition, the belongings, the deposit."""

from functools import partial

from app.core.money import format_kroner
from app.leases.aftermath.deposit.model import Claim, SecurityKind
from app.leases.aftermath.left_belongings.model import Belonging, cost
from app.leases.notices.model import NoticeStanding
from ui.kit.cards import Callout, Fact, Facts
from ui.kit.chips import Chip, ChipKind
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.list import RowList
from ui.kit.palette import Token
from ui.kit.rows import Row, Shape
from ui.kit.words import Label
from ui.labels import day, title_word
from ui.leases.aftermath.dialogs import (
    BankToldDialog,
    BelongingDialog,
    BelongingEndDialog,
    ClaimEndDialog,
    HandbackDialog,
    NoClaimDialog,
    TenantClaimDialog,
)
from ui.leases.aftermath.words import (
    COLLECT,
    CONDITION,
    OCCUPATION,
    SECURITY,
    THING_CHIPS,
    charge_words,
    claim_title,
    claim_why,
    over,
    tr,
)
from ui.leases.ending.ending_card import EndingCard, Verb
from ui.leases.part import Part


class HandbackCard(EndingCard):
    """«Tilbakelevering»: the keys, and what living on costs until they come."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, tr("Tilbakelevering"), Icon.HOME)
        self.handback = self.office.aftermath.handbacks.of(self.lease.id)
        self.charge = self.office.aftermath.handbacks.charge(self.lease.id)
        if self.handback is None:
            self.add(Callout(*self._waiting()))
        else:
            self.add(Facts(self._facts()))
        self.add_verbs(self._verbs(), primary=self.handback is None and over(self.lease))

    def _waiting(self) -> tuple[ChipKind, str, str]:
        if not over(self.lease):
            notice = self.notice
            standing = self.office.notices.standing(notice) if notice is not None else None
            if standing in {NoticeStanding.PROTESTED, NoticeStanding.SUED}:
                words = tr("Ingen dag for nøklene ennå.")
                return ChipKind.INFO, words, tr("Oppsigelsen er protestert. Ingen må flytte.")
            last = day(self.lease.last_day)
            return ChipKind.INFO, tr("Nøklene skal leveres senest {}.").format(last), ""
        then = tr("Det løper vederlag for bruk, aldri husleie: {}")
        told = then.format(charge_words(self.charge)) if self.charge else ""
        return ChipKind.SOON, tr("Boligen er ikke levert tilbake."), told

    def _facts(self) -> list[Fact]:
        back = self.handback
        if back is None:
            return []
        facts = [
            Fact(tr("Nøklene kom"), day(back.keys_on)),
            Fact(tr("Flyttet til"), title_word(back.moved_to)),
            Fact(tr("Stand"), back.condition or tr("Ikke skrevet")),
        ]
        told = (
            (tr("Strømmåler"), back.meter_power),
            (tr("Vannmåler"), back.meter_water),
            (tr("Nøkler som mangler"), back.keys_missing),
            (tr("Vederlag for bruk"), charge_words(self.charge) if self.charge else ""),
        )
        return facts + [Fact(label, words) for label, words in told if words]

    def _verbs(self) -> list[Verb]:
        verbs: list[Verb] = []
        if self.handback is None:
            verbs.append((tr("Nøklene er kommet tilbake …"), self.record, ""))
        else:
            verbs.append((tr("Rett opplysningene …"), self.correct, ""))
        if self.charge is not None:
            verbs.append((tr("Krev vederlag"), partial(self.part.go, OCCUPATION), ""))
        return verbs

    def record(self) -> None:
        """The keys are back."""
        told = self.told("handback.recorded")
        HandbackDialog(self.office, self.lease.id, told, self).open()

    def correct(self) -> None:
        """What was learned since."""
        told = self.told("handback.corrected")
        HandbackDialog(self.office, self.lease.id, told, self).open()


class ConditionCard(EndingCard):
    """«Standen etter utflytting»: claimed in reasonable time, or nothing (HL-75)."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, tr("Standen etter utflytting"), Icon.CHECK)
        self.claim = self.office.aftermath.condition.of(self.lease.id)
        back = self.office.aftermath.handbacks.of(self.lease.id)
        if self.claim is not None:
            facts = [
                Fact(tr("Vurdert"), day(self.claim.decided_on)),
                Fact(tr("Utfall"), title_word(self.claim.outcome)),
            ]
            if self.claim.amount:
                facts.append(Fact(tr("Beløp"), format_kroner(self.claim.amount)))
            self.add(Facts([*facts, Fact(tr("Grunn"), self.claim.reason)]))
            return
        if back is None or back.keys_on is None:
            return
        due = self.office.aftermath.condition.due_on(back.keys_on)
        late = self.office.clock.today() > due
        words = tr("Se på boligen, og bestem om det blir et krav, senest {}.").format(day(due))
        then = tr("Et krav må komme innen rimelig tid. Husleieloven §\u00a010-3.")
        self.add(Callout(ChipKind.SOON if late else ChipKind.INFO, words, then))
        self.add_verbs(
            [
                (tr("Skriv krav"), partial(part.go, CONDITION), ""),
                (tr("Ikke noe krav …"), self.none, ""),
            ],
            primary=False,  # what is seen in the dwelling decides which
        )

    def none(self) -> None:
        """Nothing is claimed."""
        NoClaimDialog(self.office, self.lease.id, self.told("condition.judged"), self).open()


class BelongingsCard(EndingCard):
    """«Etterlatte eiendeler»: what is kept, asked for in writing, and what became of it."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, tr("Etterlatte eiendeler"), Icon.LIST)
        belongings = self.office.aftermath.belongings
        self.things = belongings.of(self.lease.id)
        self.requests = belongings.requests(self.lease.id)
        self.rows = RowList(tr("Etterlatte eiendeler"), Shape.TODAY, whole=True)
        self.rows.activated_key.connect(self._open)
        if self.things:
            self.set_count(len(self.things))
            self.rows.set_rows([self._row(each) for each in self.things])
            self.add(self.rows)
            self._tell()
        else:
            self.rows.deleteLater()
            words = tr("Står det noe igjen, fører du det opp her. Bare søppel kan kastes straks.")
            self.add(Label(words, Type.HELP, Token.TEXT2, wrap=True))
        verbs: list[Verb] = [(tr("Før opp …"), self.list_one, "")]
        if any(each.outcome.open for each in self.things):
            verbs.append((tr("Be leietakeren hente"), partial(part.go, COLLECT), ""))
        self.add_verbs(verbs, primary=False)

    def _tell(self) -> None:
        facts = []
        if self.requests:
            last = self.requests[-1]
            words = tr("{}, hentes innen {}").format(day(last.asked_on), day(last.collect_by))
            facts.append(Fact(tr("Bedt om å hente"), words))
        if spent := cost(self.things):
            facts.append(Fact(tr("Utgifter leietakeren skylder"), format_kroner(spent)))
        if facts:
            self.add(Facts(facts))

    def _row(self, thing: Belonging) -> Row:
        where = thing.kept_where if thing.outcome.open else day(thing.outcome_on)
        spent = format_kroner(thing.cost) if thing.cost else ""
        return Row(
            thing.id,
            thing.what,
            ". ".join(filter(None, (where, thing.note))),
            Chip(THING_CHIPS[thing.outcome], title_word(thing.outcome).split(",")[0]),
            when=day(thing.found_on),
            how_long=spent,
            action=tr("Før utfall") if thing.outcome.open else "",
        )

    def _open(self, key: object) -> None:
        thing = next((each for each in self.things if each.id == key), None)
        if thing is not None and thing.outcome.open:
            told = self.told("belonging.decided")
            BelongingEndDialog(self.office, self.lease.id, thing, told, self).open()

    def list_one(self) -> None:
        """One more line."""
        told = self.told("belonging.listed")
        BelongingDialog(self.office, self.lease.id, told, self).open()


class SecurityCard(EndingCard):
    """«Depositum og garanti»: what is claimed, the five weeks, who got it (HL-16)."""

    def __init__(self, part: Part) -> None:
        super().__init__(part, tr("Depositum og garanti"), Icon.MONEY)
        self.claims = self.office.aftermath.deposits.of(self.lease.id)
        self.open_claim = next((each for each in self.claims if each.open), None)
        self.add(Facts(self._facts()))
        if self.claims:
            rows = RowList(tr("Krav"), Shape.TODAY, whole=True)
            rows.set_rows([self._row(each) for each in self.claims])
            rows.activated_key.connect(self._open)
            self.add(rows)
        self.add_verbs(self._verbs(), primary=False)

    def _facts(self) -> list[Fact]:
        draft = self.lease.draft
        facts = []
        if draft.deposit:
            account = ", ".join(filter(None, (format_kroner(draft.deposit), draft.deposit_account)))
            facts.append(Fact(tr("Depositum"), account))
        if draft.guarantee:
            given = ", ".join(filter(None, (format_kroner(draft.guarantee), draft.guarantor)))
            facts.append(Fact(tr("Garanti"), given))
        return facts

    def _row(self, claim: Claim) -> Row:
        limit = self.office.aftermath.deposits.limit(claim)
        chip = Chip(ChipKind.WAITING, tr("Åpent")) if claim.outcome is None else None
        ended = Chip(ChipKind.OK, title_word(claim.outcome)) if claim.outcome else None
        return Row(
            claim.id,
            claim_title(claim),
            claim_why(claim, limit.warn_day if limit else None),
            chip or ended,
            when=day(claim.outcome_on or claim.claimed_on),
            action=tr("Før utfall") if claim.open else "",
        )

    def _open(self, key: object) -> None:
        claim = next((each for each in self.claims if each.id == key), None)
        if claim is not None and claim.open:
            self.end(claim)

    def _verbs(self) -> list[Verb]:
        verbs: list[Verb] = [(tr("Skriv krav"), partial(self.part.go, SECURITY), "")]
        if self.lease.draft.deposit:
            verbs.append((tr("Leietakeren krever …"), self.tenant_claims, ""))
        claim = self.open_claim
        if claim is not None:
            deposit = claim.draft.security is SecurityKind.DEPOSIT
            if deposit and claim.told_on is None:
                verbs.insert(0, (tr("Banken har varslet …"), partial(self.bank_told, claim), ""))
        return verbs

    def tenant_claims(self) -> None:
        """The mirror rule: the tenant wants it back."""
        told = self.told("deposit.tenant_claimed")
        amount = self.lease.draft.deposit
        TenantClaimDialog(self.office, self.lease.id, amount, told, self).open()

    def bank_told(self, claim: Claim) -> None:
        """The bank's notice is sent."""
        BankToldDialog(self.office, claim, self.told("deposit.bank_told"), self).open()

    def end(self, claim: Claim) -> None:
        """Who got the money."""
        ClaimEndDialog(self.office, claim, self.told("deposit.settled"), self).open()


def handback_card(part: Part) -> HandbackCard | None:
    """When its end is known, or it has run out."""
    known = part.lease.ended_on is not None or over(part.lease)
    return HandbackCard(part) if known else None


def condition_card(part: Part) -> ConditionCard | None:
    """When the dwelling is back."""
    back = part.office.aftermath.handbacks.of(part.lease.id)
    return ConditionCard(part) if back is not None else None


def belongings_card(part: Part) -> BelongingsCard | None:
    """When the lease is over."""
    return BelongingsCard(part) if over(part.lease) else None


def security_card(part: Part) -> SecurityCard | None:
    """When the lease is over and something secured the rent."""
    draft = part.lease.draft
    return SecurityCard(part) if over(part.lease) and (draft.deposit or draft.guarantee) else None
