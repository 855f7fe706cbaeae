"""The home track of a tenancy: its steps with days, what a petition waits for, what it costs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.arrears.model import Tenancy
from app.core.ids import Ref
from app.dwellings.landlords.model import OwnerTask
from app.office import Office
from ui.arrears.home_track import corrections, words
from ui.arrears.home_track.corrections import CorrectionDialogs
from ui.arrears.home_track.dialogs import HomeTrackDialogs
from ui.arrears.home_track.letters import EVICTION_NOTICE, PETITION_SHEET, SOCIAL_NOTICE
from ui.kit.buttons import Button, ButtonKind, ButtonSize
from ui.kit.cards import Callout, Card, Fact, Facts
from ui.kit.chips import ChipKind
from ui.kit.flow import FlowLayout, flow_of
from ui.kit.fonts import Type
from ui.kit.icons import Icon
from ui.kit.palette import Token
from ui.kit.rail import Rail
from ui.kit.words import Label
from ui.labels import day
from ui.navigation import Navigator, PageId


class HomeTrackCard(Card):
    """«Boligsporet» beside the money track; the two never wait for each other (INK-12)."""

    def __init__(
        self, office: Office, navigator: Navigator, tenancy: Tenancy, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            "Boligsporet",
            icon=Icon.EVICTIONS,
            fact="fravikelse",
            parent=parent,
        )
        self._office, self._navigator, self._tenancy = office, navigator, tenancy
        self.dialogs = HomeTrackDialogs(office, navigator, self)
        self.corrections = CorrectionDialogs(office, navigator, self)
        self.track = office.home_track.of(tenancy.lease)
        self.verbs: list[Button] = []
        self.add(Rail("Boligsporet", words.stops(self.track)), *self._told())
        self.add(Facts(self._facts()), self._line(), self._never_self())
        self.body.addStretch(1)

    # what is told

    def _told(self) -> tuple[QWidget, ...]:
        """What a petition waits for, each in words; what else must be known comes first."""
        return (*self._about_the_day(), *self._about_the_owner(), *self._locks())

    def _locks(self) -> tuple[QWidget, ...]:
        track = self.track
        if track.petition is not None:
            when = self.tr("Begjæringen ble sendt {}.").format(day(track.petition.filed_on))
            then = self.tr("Alt videre står i saken. Betaling stanser den til den er gjennomført.")
            filed = Callout(ChipKind.INFO, when, then, self._to_case())
            return (*self._to_correct(), filed)
        if track.notice is None:
            return self._before_notice()
        if track.open:
            ready = self.tr("Begjæringen kan sendes. Ingenting krever at den blir sendt.")
            return (Callout(ChipKind.INFO, ready, self.tr("Ring leietakeren en gang til først.")),)
        title = self.tr("Begjæringen må vente")
        kind = ChipKind.SOON if track.ran_out else ChipKind.WAITING
        return (Callout(kind, title, "\n".join(words.lock_words(each) for each in track.locks)),)

    def _to_correct(self) -> tuple[QWidget, ...]:
        """What the namsfogd or the court has asked for, while it waits (TV-09)."""
        asked = self.track.correction
        if asked is None or not asked.waits:
            return ()
        return (corrections.told(asked, self.track.on),)

    def _to_case(self) -> Button | None:
        """Where the rest of it stands."""
        cases = self._office.eviction_cases.of_lease(self._tenancy.lease)
        if not cases:
            return None
        case = Ref("eviction_case", cases[-1].id)
        go = partial(self._navigator.open, PageId.EVICTION, case)
        return Button(self.tr("Til saken"), go, size=ButtonSize.SMALL)

    def _before_notice(self) -> tuple[QWidget, ...]:
        """Nothing is begun: say whether it could be, and that a call comes first."""
        if not self.track.owed and self.track.ground is None:
            return (Label(self.tr("Ingenting er begynt her."), Type.BODY, Token.TEXT2),)
        if self.track.ground is None:
            found = self._office.home_track.grounds_of(self._tenancy.lease)
            first = next(iter(found.values()), ())
            why = "\n".join(words.lock_words(each) for each in first if each.blocks)
            return (Callout(ChipKind.INFO, self.tr("Varsel kan ikke brukes nå"), why),)
        what = self.tr("Det er ikke sendt noe varsel.")
        then = self.tr("Snakk med leietakeren først. Varselet må sendes to uker før en begjæring.")
        return (Callout(ChipKind.INFO, what, then),)

    def _about_the_day(self) -> tuple[QWidget, ...]:
        late = words.delay_words(self.track)
        return (Label(late, Type.HELP, wrap=True),) if late else ()

    def _about_the_owner(self) -> tuple[QWidget, ...]:
        """Where the owner evicts, the officer helps the tenant and notes what is sent."""
        landlord = self._office.landlords.of(self._tenancy.dwelling)
        if not landlord.by_owner(OwnerTask.EVICT):
            return ()
        said = self.tr("Eieren begjærer selv. Be om kopi av varselet, og før det inn her.")
        return (Label(said, Type.HELP, wrap=True),)

    def _facts(self) -> list[Fact]:
        track = self.track
        facts = [
            Fact(self.tr("Tvangsgrunnlag"), words.ground_words(track.ground)),
            Fact(self.tr("Tidligste begjæring"), words.earliest_words(track)),
            Fact(self.tr("Varselet kan brukes til"), words.expires_words(track)),
            Fact(self.tr("Betalt siden varselet"), words.paid_words(track)),
            Fact(self.tr("Reservert mot varsling"), self._opted_out()),
            Fact(self.tr("Rettet og sendt"), words.corrected_words(track)),
            Fact(self.tr("Kostnad"), words.cost_words(track.costs)),
        ]
        return [each for each in facts if each.value]

    def _opted_out(self) -> str:
        return day(self.track.opt_out.since) if self.track.opt_out else ""

    def _never_self(self) -> Label:
        """TV-19."""
        said = self.tr("Bare namsfogden kan gjennomføre en utkastelse. Utleier bytter aldri lås.")
        return Label(said, Type.SMALL, Token.TEXT2, wrap=True)

    # what can be done

    def _line(self) -> FlowLayout:
        return flow_of(*self._steps(), *self._besides())

    def _steps(self) -> list[Button]:
        """The step that is next first."""
        track, lease = self.track, self._tenancy
        if track.petition is not None:
            return self._with_petition()
        if track.notice is None or track.ran_out:
            return [self._letter(self.tr("Skriv varsel § 4-18"), EVICTION_NOTICE)]
        file = partial(self.dialogs.file_petition, lease, track)
        filed = self._button(self.tr("Begjæringen er sendt …"), file)
        if track.earliest_petition is None or track.on < track.earliest_petition:
            filed.set_off(self.tr("Fristen i varselet er ikke ute."))
        made = [self._letter(self.tr("Grunnlag for begjæring"), PETITION_SHEET), filed]
        if any(each.code == "petition_meeting_first" for each in track.locks):
            made.append(
                self._button(
                    self.tr("Hvorfor ikke møte …"), partial(self.dialogs.no_meeting, lease)
                )
            )
        if any(each.code.endswith("unsent") for each in track.locks):
            send = partial(self._navigator.open, PageId.LETTERS)
            made.insert(0, self._button(self.tr("Se brevene"), send))
        return made

    def _with_petition(self) -> list[Button]:
        """What is asked of it first, while that waits."""
        lease, asked = self._tenancy, self.track.correction
        made = []
        if asked is not None and asked.waits:
            sent = partial(self.corrections.corrected, lease)
            made.append(self._button(self.tr("Rettet og sendt …"), sent))
        withdraw = partial(self.dialogs.withdraw_petition, lease)
        ask = partial(self.corrections.ask_for, lease)
        made.append(self._button(self.tr("Trekk begjæringen …"), withdraw))
        made.append(self._button(self.tr("Begjæringen må rettes …"), ask, quiet=True))
        return made

    def _besides(self) -> list[Button]:
        """The word to the social service, and what is noted rather than made."""
        track, lease = self.track, self._tenancy
        made = []
        if track.petition is None and track.social is None:
            social = self._letter(self.tr("Varsel § 9-11"), SOCIAL_NOTICE)
            if track.opt_out is not None:
                social.set_off(self.tr("Leietakeren har skrevet nei til det."))
            made.append(social)
        said, act = self.tr("Reservasjon …"), self.dialogs.opt_out
        if track.opt_out is not None:
            said, act = self.tr("Reservasjonen er trukket …"), self.dialogs.take_back_opt_out
        made.append(self._button(said, partial(act, lease), quiet=True))
        if track.notice is None:
            before, nobody = self.dialogs.sent_before, self.dialogs.exception
            made += [
                self._button(self.tr("Varsel sendt før …"), partial(before, lease), quiet=True),
                self._button(self.tr("Ingen kan nås …"), partial(nobody, lease), quiet=True),
            ]
        elif track.notice.document is None and track.petition is None:
            withdraw = partial(self.dialogs.withdraw_notice, lease)
            made.append(self._button(self.tr("Varselet gjelder ikke …"), withdraw, quiet=True))
        return made

    def _letter(self, title: str, task: str) -> Button:
        place = Ref("lease", self._tenancy.lease)
        act = partial(self._navigator.open, PageId.TENANCY_ARREARS, place, task)
        return self._button(title, act, Icon.LETTER)

    def _button(
        self,
        title: str,
        act: Callable[[], object],
        icon: Icon | None = None,
        *,
        quiet: bool = False,
    ) -> Button:
        kind = ButtonKind.QUIET if quiet else ButtonKind.SECONDARY
        made = Button(title, act, kind=kind, icon=icon, size=ButtonSize.SMALL)
        self.verbs.append(made)
        return made
