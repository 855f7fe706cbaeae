"""The folder that the demo fills can be understood by whoever opens it."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.core.errors import FileProblem
from app.demo import place
from app.demo.papers import READ_ME, print_papers
from tests.app.demo.conftest import Lia

GROUPS = tuple(letter * 5 for letter in "ABCDEFGH")


def test_one_of_each_paper_and_how_to_open_the_demo(lia: Lia, tmp_path: Path) -> None:
    office = lia(date(2026, 11, 23), "")
    names = print_papers(office, GROUPS, tmp_path / "out")
    assert names == (
        READ_ME,
        "Gjenopprettingsnøkkel.pdf",
        "Mistet maskin.pdf",
        "Søknadsskjema, bokmål.pdf",
        "Søknadsskjema, nynorsk.pdf",
        "Retningslinjer.pdf",
        "Foreløpig svar.pdf",
        "Papirer som mangler.pdf",
        "Tilbud om bolig.pdf",
        "Forhåndsvarsel.pdf",
        "Kvittering for klage.pdf",
        "Oversendelse av klage.pdf",
        "Møtereferat.pdf",
        "Opplysninger før leieavtalen.pdf",
        "Nøkkelkvittering.pdf",
        "Innflyttingsprotokoll.pdf",
        "Startpakke.pdf",
        "Bestilling av leieavtale.pdf",
        "Svar om framleie.pdf",
        "Varsel om ny leie.pdf",
        "Advarsel.pdf",
        "Leietiden går mot slutten.pdf",
        "Flytteoppfordring.pdf",
        "Bekreftelse på oppsigelse.pdf",
        "Oppsigelse.pdf",
        "Eiendeler som må hentes.pdf",
        "Kartlegging.pdf",
        "Individuell plan.pdf",
        "Samarbeidsavtale.pdf",
        "Overleveringsnotat.pdf",
        "Samtykkeskjema.pdf",
        "Logg over kontakt.pdf",
        "Vennlig påminnelse.pdf",
        "Purring.pdf",
        "Inkassovarsel.pdf",
        "Betalingsoppfordring.pdf",
        "Nedbetalingsavtale.pdf",
        "Referat, ubetalt husleie.pdf",
        "Varsel om utkastelse.pdf",
        "Varsel til sosialtjenesten.pdf",
        "Varsel til sosialtjenesten, kopi.pdf",
        "Grunnlag for begjæring.pdf",
        "Beskjed til enheten.pdf",
        "Brev om hjelp etterpå.pdf",
        "Om ventetid, økonomisk rådgivning.pdf",
        "Papirer vi mangler, økonomisk rådgivning.pdf",
        "Budsjett.pdf",
        "Åpningsbrev til kreditor.pdf",
        "Betalingsplan.pdf",
        "Oversikt til namsfogden.pdf",
        "Økonomisk rådgivning er avsluttet.pdf",
        "Vedtak, innvilget.pdf",
        "Vedtak, avslag.pdf",
        "Vedtak, boligsosial hjelp.pdf",
        "Vedtak, midlertidig botilbud.pdf",
        "Vedtak, økonomisk rådgivning, innvilget.pdf",
        "Vedtak, økonomisk rådgivning, avslag.pdf",
        "Forslag til kreditor.pdf",
        "Leieavtale.pdf",
        "Husleieregulering.pdf",
        "Midlertidige opphold.pdf",
        "Ledighetsliste.pdf",
        "Målplan.pdf",
        "Målplan, stor skrift.pdf",
        "Målplan, ny utgave.pdf",
        "Målplan, nynorsk.pdf",
        "Kartleggingsskjema.pdf",
        "Effekt av oppfølgingen.pdf",
        "Ringeliste.pdf",
        "Møteark, ubetalt husleie.pdf",
        "Utkastelser år for år.pdf",
        "Kvartalspakke, internt.pdf",
        "Kvartalspakke, internt, lysbilder.pdf",
        "Kvartalspakke, til deling.pdf",
        "Kvartalspakke, til deling, lysbilder.pdf",
        "Boliger og behov.pdf",
        "Ventetid.pdf",
        "KOSTRA 13.pdf",
        "Overlevering.pdf",
        "Bostedsløse, til deling.pdf",
        "Boligbehov, til deling.pdf",
        "Husbanken, til deling.pdf",
        "Økonomisk rådgivning i tall, til deling.pdf",
    )
    told = (tmp_path / "out" / READ_ME).read_text("utf-8")
    assert place.PASSPHRASE in told
    assert "sh installer/dev app --demo" in told
    assert "konsumprisindeksen i demoen er oppdiktet" in told
    for name in names[1:]:
        assert name in told
        assert (tmp_path / "out" / name).read_bytes().startswith(b"%PDF-")
    with pypdfium2.PdfDocument(tmp_path / "out" / "Boliger og behov.pdf") as stock:
        assert len(stock) == 1


def test_no_name_of_a_person_stands_in_a_file_name(lia: Lia, tmp_path: Path) -> None:
    office = lia(date(2026, 11, 23), "")
    names = " ".join(print_papers(office, GROUPS, tmp_path))
    assert not any(row.name.split(",")[0] in names for row in office.people.rows())


def test_a_folder_that_cannot_be_made_is_told(lia: Lia, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(FileProblem) as caught:
        print_papers(lia(date(2026, 11, 23), ""), GROUPS, tmp_path / "file" / "out")
    assert caught.value.code == "disk_refused"
