"""The end of the lease: the request to move, the keys back, and nothing left to put right."""

from tests.screen.casework import DWELLING, make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.refusal import post
from tests.screen.tenancy import act_on, open_lease, part


def ask_to_move(desk: Desk) -> None:
    """Red on I dag; Enter there begins the letter, which is made and sent."""
    desk.keys.begin("Flytteoppfordring fra I dag")
    desk.sees("Haster", "list item", part=True)
    act_on(desk, "Leieforhold som går ut", f"{DWELLING}: leietiden er ute")
    desk.on("Flytt senest")
    desk.ready("Lag brevet")
    desk.look("flytteoppfordring, utkast")
    make_letter(desk, "Lag brevet")
    hears(desk, "Flytteoppfordring laget")
    post(desk)
    desk.turn_to("I dag")
    if desk.program.find(f"{DWELLING}: leietiden er ute", part=True):
        raise AssertionError("the tenant is asked to move, yet I dag says otherwise")


def take_back(desk: Desk) -> None:
    """The dwelling is back, ready from the day after, and so are the keys."""
    desk.keys.begin("Nøkler og bolig tilbake")
    open_lease(desk)
    part(desk, "Avslutning")
    desk.do("Nøklene er kommet tilbake")
    desk.write("Nøklene kom", "i går")
    desk.choose("Boligen er da", "kl", "Klar for innflytting")
    desk.write("Stand", "Ryddet og vasket.")
    desk.look("bolig levert tilbake")
    desk.do("Registrer")
    hears(desk, "Bolig levert tilbake")
    desk.do("Ikke noe krav")
    desk.on("Hvorfor")
    desk.keys.type("Bare vanlig slitasje.")
    desk.do("Lagre")
    hears(desk, "Ikke noe krav etter utflytting")


def close_deposit(desk: Desk) -> None:
    """The tenant asks for it through the bank, and gets it."""
    desk.keys.begin("Depositum tilbake til leietakeren")
    desk.do("Leietakeren krever")
    desk.on("Banken sendte varselet")
    desk.keys.press("Return")
    hears(desk, "Leietakers krav på depositum ført")
    desk.to("Krav")
    desk.keys.press("Return")
    desk.to("Utfall: ")
    paid = "Betalt til leietakeren"
    desk.go("Down", lambda: desk.tree.focused.name.endswith(paid), paid)
    desk.write("Til oss", "0")
    desk.write("Til leietakeren", "16000")
    desk.keys.press("Return")
    hears(desk, "Depositum eller garanti avgjort")
    desk.look("avslutning")


def report_moving_out(desk: Desk) -> None:
    """The keys are in the office again, and the dwelling was left as it was taken."""
    desk.keys.begin("Nøkler tilbake og utflyttingsprotokoll")
    part(desk, "Innflytting")
    desk.do("Ta imot")
    desk.on("1, ")
    desk.keys.press("Return")
    hears(desk, "Nøkler levert tilbake")
    desk.to("Protokoller")
    desk.keys.press("Down", "Return")
    desk.on("Legg til merknad")
    desk.choose("Røykvarsleren", "pr", "Prøvd og virker")
    desk.keys.press("Tab")
    desk.ready("Lag protokollen")
    desk.look("utflyttingsprotokoll, utkast")
    make_letter(desk, "Lag protokollen")
    hears(desk, "Protokoll laget")


def see_nothing_left(desk: Desk) -> None:
    """The dwelling is ready, and the list of what does not hang together does not know of it."""
    desk.keys.begin("Se at ingenting står igjen")
    desk.search("kontroll av", "Kontroll av leieforhold")
    desk.sees("Kontroll av leieforhold", "label")
    desk.look("kontroll av leieforhold")
    if DWELLING in desk.reads():
        raise AssertionError("the tenancy is over, yet the list knows something of it")
    desk.search("bjørkelia 2", DWELLING)
    desk.sees("Klar for innflytting", part=True)
    desk.look("bolig, klar igjen")


OVER = (ask_to_move,)
GONE = (take_back, close_deposit, report_moving_out, see_nothing_left)
