"""An appeal from its postmark to the vedtak that the appeal body's answer asks for."""

from tests.screen.casework import make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears
from tests.screen.refusal import VEDTAK, post
from tests.screen.whole_form import NAME


def receive(desk: Desk) -> None:
    """It came in time, by its postmark."""
    desk.keys.begin("Klage mottatt og tatt opp")
    desk.search(VEDTAK.lower(), NAME)
    desk.sees("Klage og omgjøring", "label")
    desk.do("Klage mottatt")
    desk.on("Kom til oss")
    desk.write("Poststemplet eller sendt", "i dag")
    desk.write("Hva som ønskes endret", "Vil ha bolig likevel.")
    desk.write("Hvorfor", "Bodde her fra 2009 til 2022.")
    desk.look("klage mottatt")
    desk.do("Før inn klagen")
    desk.sees("Ta opp klagen", "button")
    desk.look("klage")
    desk.do("Ta opp klagen")
    desk.sees("Send til klageinstansen", "button")


def forward(desk: Desk) -> None:
    """The office stands by its vedtak: its view is written, and the case goes on."""
    desk.keys.begin("Klage sendt til klageinstansen")
    desk.do("Send til klageinstansen")
    desk.on("Kommunens vurdering")
    desk.write("Kommunens vurdering", "Vi mener at kravet gjelder botid nå.")
    desk.do("Vis brevet")
    desk.on("Send videre")
    desk.look("oversendelse")
    desk.keys.decide()
    desk.keys.press("Return")
    desk.sees("Før inn svaret", "button")


def answer(desk: Desk) -> None:
    """The body agrees with the person, so that another vedtak must be made."""
    desk.keys.begin("Svar fra klageinstansen, og nytt vedtak")
    desk.do("Før inn svaret")
    desk.to("Svaret: ")
    desk.keys.press("space")
    desk.keys.press("Down")
    desk.on("Svaret: Den som klaget, fikk medhold")
    desk.keys.decide()
    desk.look("svar fra klageinstansen")
    desk.do("Før inn svaret")
    desk.sees("Lag nytt vedtak", "button")
    desk.do("Lag nytt vedtak")
    desk.write("Hvorfor vedtaket endres", "Klagenemnda ga medhold.")
    desk.do("Begynn på nytt vedtak")
    desk.sees("Kast utkastet", "button")
    _change(desk)
    make_letter(desk, "Fatt vedtak")
    hears(desk, "Vedtak fattet")
    desk.look("vedtak etter klage")


def _change(desk: Desk) -> None:
    desk.to("Svar på søknaden", "shift+Tab")
    desk.choose("Svar på søknaden", "innv", "Innvilget")
    desk.do("Jeg har vurdert at jeg er habil")
    desk.write("Hensyn", "Klagenemnda la vekt på at du er fra Lia.")
    desk.do("Nøkler")
    desk.keys.press("Tab")
    desk.ready("Fatt vedtak")
    desk.look("vedtak etter klage, utkast")


def wait(desk: Desk) -> None:
    """The yes without a dwelling stands on the waiting list; the letters go."""
    desk.keys.begin("Se plassen på ventelisten, og send brevene")
    desk.do("Åpne søknaden")
    desk.do("Se plassen på ventelisten")
    desk.sees("Venteliste", "label")
    desk.look("venteliste med plass")
    post(desk)
