"""A no with its reasons, and help under boligsosialloven from the same form."""

from tests.screen.casework import make_letter
from tests.screen.desk import Desk
from tests.screen.first_run import hears

VEDTAK = "V2026-002"
# the newest first: the vedtak on help and its copy, the copy of the refusal, the refusal
_DOWN_TO_IT = ("Down",) * 3


def see_why_not(desk: Desk) -> None:
    """The criteria stand beside the form: residence is what is missing."""
    desk.keys.begin("Se hvorfor ikke")
    desk.sees("Botid i kommunen: ikke oppfylt", part=True)
    desk.sees("Vurdert etter reglene fra", part=True)
    desk.look("søknad, vilkår")


def ask_for_papers(desk: Desk) -> None:
    """The letter is ready made from what was not ticked."""
    desk.keys.begin("Be om papirer som mangler")
    desk.keys.press("F6")
    desk.on("Lag kvittering")
    desk.do("Be om papirer")
    desk.on("Papirene må være her")
    desk.ready("Lag brevet")
    desk.look("papirer som mangler")
    make_letter(desk, "Lag brevet")
    hears(desk, "Brev om papirer som mangler laget")


def acknowledge(desk: Desk) -> None:
    """The receipt, with the day the answer comes."""
    desk.keys.begin("Kvittering")
    desk.on("Ta til behandling")
    desk.keys.press("F6")
    desk.do("Lag kvittering")
    desk.on("Svar eller nytt brev senest")
    desk.write("Svar eller nytt brev senest", "+28")
    desk.keys.press("Tab")
    desk.ready("Lag brevet")
    desk.look("kvittering")
    make_letter(desk, "Lag brevet")
    hears(desk, "Kvittering laget")
    desk.on("Ta til behandling")
    desk.do("Ta til behandling")
    desk.sees("Skriv vedtak", "button")


def refuse(desk: Desk) -> None:
    """What the program has judged is put in as reasons; the officer chooses ground and help."""
    desk.keys.begin("Avslag med begrunnelse")
    desk.do("Skriv vedtak")
    desk.on("Svar på søknaden")
    desk.choose("Svar på søknaden", "avs", "Avslått")
    desk.choose("Grunn til avslaget", "oppf", "Oppfyller ikke kravet om botid")
    desk.do("Jeg har vurdert at jeg er habil")
    desk.do("Sett inn begrunnelse")
    desk.do("Økonomisk rådgivning")
    desk.keys.press("Tab")
    desk.ready("Fatt vedtak")
    if "Kravet er 24 måneder" not in desk.reads():
        raise AssertionError("the reasons that were put in do not name the residence")
    desk.look("avslag, utkast")
    make_letter(desk, "Fatt vedtak")
    hears(desk, "Vedtak fattet")
    desk.look("avslag")


def grant_help(desk: Desk) -> None:
    """The other case of the same form is opened from beside the first, and gets its own yes."""
    desk.keys.begin("Vedtak om boligsosial hjelp")
    desk.do("Åpne søknaden")
    desk.sees("Saker", "label")
    desk.keys.press("F6")
    desk.do("Åpne saken om Boligsosial hjelp")
    desk.on("Ta til behandling")
    desk.do("Ta til behandling")
    desk.sees("Skriv vedtak", "button")
    desk.do("Skriv vedtak")
    desk.on("Svar på søknaden")
    desk.do("Jeg har vurdert at jeg er habil")
    desk.choose("Er personen vanskeligstilt?", "ja", "Ja, vanskeligstilt")
    desk.write("Hvorfor", "Inntekten er lav, og utleiere sier nei.")
    desk.do("Råd om økonomi")
    desk.do("Finne bolig")
    desk.keys.press("Tab")
    desk.ready("Fatt vedtak")
    desk.look("hjelp, utkast")
    make_letter(desk, "Fatt vedtak")
    hears(desk, "Vedtak fattet")


def send(desk: Desk) -> None:
    """Today's post, and the day the refusal reached its reader."""
    desk.keys.begin("Send brevene, og registrer at avslaget kom fram")
    post(desk)
    desk.to("På vei")
    desk.keys.press("Home", *_DOWN_TO_IT, "Return")
    desk.sees(VEDTAK, part=True)
    desk.do("Kom fram")
    desk.sees("Klagefristen regnes fra denne dagen", "label")
    desk.keys.press("Return")
    hears(desk, "Brev kom fram")


def post(desk: Desk) -> None:
    """Everything that waits went today."""
    desk.turn_to("Brev")
    desk.do("Registrer som sendt")
    desk.sees("Bevis", "text")
    desk.write("Bevis", "Postet av Siri")
    desk.keys.press("Return")
    desk.sees("0 skal sendes")
