"""Rules first, then a paper form where every part is filled in, and that opens two cases."""

from tests.screen.desk import Desk
from tests.screen.first_run import hears

NAME = "Tormod Skogli"
NUMBER = "05817910140"
STREET = "Sagvegen 7"
CHILD = "Liv Skogli"
REASON = "Leieavtalen er sagt opp, og huset skal selges."


def adopt_rules(desk: Desk) -> None:
    """A ready set, adopted as it is."""
    desk.keys.begin("Ta i bruk et ferdig sett med regler")
    desk.search("regler for", "Regler for tildeling")
    desk.do("Ferdige sett")
    desk.on("Sett: Liten kommune")
    desk.look("regler, ferdige sett")
    desk.keys.decide()
    desk.keys.press("Return")
    desk.on("Ferdige sett")
    desk.keys.press("ctrl+Return")
    desk.on("Navn på reglene")
    desk.write("Navn på reglene", "Retningslinjer")
    desk.write("Saksnummer", "26/101")
    desk.write("Vedtatt av", "kommunestyret")
    desk.look("regler, ta i bruk")
    desk.keys.press("Return")
    hears(desk, "Regler for tildeling vedtatt")


def fill_in(desk: Desk) -> None:
    """The whole form, in the order of the paper, and one request that opens two cases."""
    desk.keys.begin("Hele søknadsskjemaet")
    _applicant(desk)
    _household_and_stay(desk)
    _home(desk)
    _need(desk)
    _economy(desk)
    _papers_and_people(desk)
    desk.look("hele søknadsskjemaet")
    desk.keys.press("ctrl+Return")
    hears(desk, "Søknad registrert")


def _applicant(desk: Desk) -> None:
    desk.search("ny søknad", "Ny søknad")
    desk.on("Finn på navn eller fødselsnummer")
    desk.to("Kommunal bolig", "shift+Tab")
    desk.tick("Kommunal bolig", "Boligsosial hjelp")
    desk.to("Finn på navn eller fødselsnummer")
    desk.keys.decide()
    desk.keys.type(NAME)
    desk.sees(f"Ny person: {NAME}")
    desk.keys.press("Return")
    desk.on("Fødselsnummer")
    for name, text in (
        ("Fødselsnummer", NUMBER),
        ("Telefon", "48059316"),
        ("E-post", "tormod@skogli.example"),
        ("Gate og nummer", STREET),
        ("Postnummer", "2211"),
        ("Poststed", "Lia"),
    ):
        desk.write(name, text)


def _household_and_stay(desk: Desk) -> None:
    desk.do("Legg til person")
    desk.on("Hvem")
    desk.write("Navn", CHILD)
    desk.write("Født eller nummer", "14.03.2019")
    desk.part("Sivilstand, arbeid og opphold")
    desk.choose("Sivilstand", "sk", "Skilt")
    desk.write("Arbeidsgiver, skole eller annet", "Lia sag")
    desk.write("Bodd her siden", "-90")
    desk.choose("Folkeregistrert her", "ja", "Ja")
    desk.choose("Rett til opphold", "norsk", "Norsk statsborger")


def _home(desk: Desk) -> None:
    desk.part("Hvordan de bor i dag, og hvorfor de søker")
    desk.choose("Bor i dag", "leier", "Leier privat")
    desk.write("Må ut innen", "+60")
    desk.write("Hvor bor de nå", "To rom i kjelleren på Sagvegen.")
    desk.write("Hvorfor trengs bolig", REASON)
    desk.write("Leier av", "Per Sagli")
    desk.write("Husleie i måneden", "9500")
    desk.write("Soverom i dag", "1")
    desk.write("Hva de har prøvd selv", "Sju visninger, sju avslag.")
    desk.part("Tidligere leieforhold og gjeld til kommunen")
    desk.choose("Leid av kommunen før", "nei", "Nei")
    desk.write("Skylder kommunen", "0")


def _need(desk: Desk) -> None:
    desk.part("Kartlegging")
    desk.choose("Gruppe", "barne", "Barnefamilie")
    desk.part("Hvilken bolig de trenger")
    desk.write("Soverom", "2")
    desk.write("Skole", "Lia skole")
    desk.tick("Trinnfri inngang", "Rolig bomiljø")
    desk.write("Ønsker", "Nær skolen.")
    desk.part("Hindringer og hjelp de ønsker")
    desk.tick("Lav inntekt", "Lav inntekt", "Får nei av utleiere")
    desk.tick("Ha oversikt over økonomien", "Finne bolig")


def _economy(desk: Desk) -> None:
    desk.part("Inntekt")
    desk.keys.press("space")
    desk.on("Hvem")
    desk.write("I måneden før skatt", "24500")
    desk.part("Det de eier, og faste utgifter")
    desk.do("Legg til utgift")
    desk.on("Utgift")
    desk.write("I måneden", "9500")
    desk.part("Lån og gjeld")
    desk.keys.press("space")
    desk.on("Hvem de skylder")
    desk.write("Hvem de skylder", "Lia sparebank")
    desk.write("Igjen", "84000")
    desk.write("I måneden", "2100")


def _papers_and_people(desk: Desk) -> None:
    desk.part("Papirer")
    desk.tick("Legitimasjon", "Legitimasjon", "Leieavtale eller oppsigelse")
    desk.part("Den som hjelper med søknaden")
    desk.choose("Rolle", "full", "Fullmektig")
    desk.write("Navn", "Gerd Moen")
    desk.write("Postadresse", "Postboks 44")
    desk.write("Postnummer", "2211")
    desk.write("Poststed", "Lia")
    desk.part("Samtykker")
    desk.keys.press("space")
    desk.on("Samtykke til å")
    desk.choose("Samtykke til å", "dr", "Drøfte saken i tildelingsmøtet")
    desk.write("Gjelder til", "+365")
