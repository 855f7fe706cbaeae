"""Documents made from a seed: the shapes that real cases take, and some that they should not."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from app.core.charts import BarChart, BarGroup
from app.documents.chart_model import (
    Bar,
    Bars,
    GroupedBars,
    IndicatorFigure,
    IndicatorGrid,
    Level,
    LevelLine,
    Segment,
    Target,
    TargetCrossing,
    TargetRing,
    Trend,
)
from app.documents.form_model import (
    Box,
    Boxes,
    Closing,
    Field,
    FillIn,
    KeyGroups,
    Signatures,
    Signer,
)
from app.documents.model import (
    Align,
    Beside,
    Block,
    Bullets,
    Callout,
    Clause,
    Column,
    Document,
    Fact,
    Facts,
    Form,
    Heading,
    Item,
    KeepTogether,
    Letterhead,
    PageBreak,
    Paragraph,
    Size,
    Steps,
    Table,
)

ISSUED = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
LETTERHEAD = Letterhead(
    "Åsvik kommune",
    "Boligkontoret",
    ("Rådhusplassen 1, 2299 Åsvik",),
    phone="62 00 01 00",
    email="post@asvik.kommune.example",
    org_number="999 888 777",
)
TEXT = (
    "du vi får leie bolig kommunen husleien før etter når Áile Njárga Máhtte Čearru Porsáŋgu "
    "Ruoŧŧa Kárášjohka vuođđu gïele Snåase § 9-2 9 450 kr 1. mars 2027 «ja» – <b>Ola</b> =1+1 & "
    "tvangsfullbyrdelsesloven depositum ærlig øvrig året {navn} 50 % 64 m² \\ ( ) žš đ ŋ"
)
WORDS = tuple(TEXT.split(" "))
LONG_NAME = "Christopher-Aleksander Øystein Mathisen-Guttormsgaard von der Lippe Hætta"

LETTER = Document(
    title="Du får leie kommunal bolig",
    language="nb",
    issued=ISSUED,
    reference="2026/1182-7",
    letterhead=LETTERHEAD,
    recipient=("Solfrid Eikrem Hauglie", "Gamle Kirkevei 8 B", "2299 ÅSVIK"),
    sender_facts=(
        Fact("Dato", "20. november 2026"),
        Fact("Unntatt offentlighet", "offl. § 13, jf. fvl. § 13 første ledd nr. 1"),
    ),
    blocks=(Heading("Dette har vi bestemt"), Paragraph("Søknaden din er innvilget.")),
    kind="Vedtak om kommunal bolig",
)


def words(random: Random, most: int) -> str:
    """Up to `most` words; now and then none, or one longer than any line."""
    count = random.choice((0, 1, most // 4, most))
    if random.random() < 0.03:
        return "X" * 220
    return " ".join(random.choices(WORDS, k=count))


def _table(random: Random) -> Table:
    across = random.randint(1, 5)
    columns = tuple(
        Column(f"Kolonne {n}", random.choice((Align.LEFT, Align.RIGHT))) for n in range(across)
    )
    rows = tuple(
        tuple(words(random, 8) for _ in columns) for _ in range(random.choice((0, 1, 4, 60)))
    )
    return Table(
        columns,
        rows,
        caption=words(random, 4),
        total=tuple(words(random, 2) for _ in columns) if random.random() < 0.4 else (),
        narrow=random.random() < 0.3,
        row_height=random.choice((0, 0, 14)),
    )


def _clause(random: Random, depth: int) -> Clause:
    return Clause(
        str(random.randint(1, 30)),
        words(random, 6) or "Boligen",
        blocks(random, random.randint(0, 3), depth + 1),
        note=words(random, 20),
        framed=random.random() < 0.3,
    )


def _boxes(random: Random) -> Boxes:
    options = tuple(Box(words(random, 3), random.random() < 0.3) for _ in range(5))
    return Boxes(options, words(random, 5), across=random.choice((1, 3)))


def _fields(random: Random) -> FillIn:
    fields = (Field(words(random, 4), words(random, 3)), Field("Nummer", cells=(6, 5)))
    return FillIn(fields, lines=random.choice((1, 3)), ruled=random.random() < 0.5)


def _signers(random: Random) -> tuple[Signer, ...]:
    names = ("Kari Åsland", LONG_NAME, "Áile Njárga")
    return tuple(Signer(n, words(random, 2), words(random, 3)) for n in names[: random.choice(
        (0, 1, 2, 3))])  # fmt: skip


def _bars(random: Random) -> BarChart:
    groups = tuple(
        BarGroup(words(random, 3), (random.randint(0, 400), random.choice((None, 0, 7))))
        for _ in range(random.choice((1, 4, 60)))
    )
    return BarChart("Flest mangler bolig i rus.", ("Boliger", "Venter"), groups)


def _indicators(random: Random) -> IndicatorGrid:
    return IndicatorGrid(
        tuple(
            IndicatorFigure(
                words(random, 3),
                random.choice(("38", "1 412", "–")),
                words(random, 1),
                (words(random, 3), words(random, 4)),
                words(random, 30),
                random.choice(("reached", "near", "missed", "")),
                random.choice(("Nådd", "")),
                random.choice(((None, 3.0, 1.0, None, 4.0), (None,) * 5, (2.0,))),
                "Køen er kortere.",
                random.choice((None, 2.0)),
                "mål",
                words(random, 4),
            )
            for _ in range(random.choice((1, 3, 8)))
        ),
        random.choice((2, 4)),
    )


def _figure(random: Random) -> Block:
    parts = tuple(Segment(words(random, 3), random.random(), "9 450 kr", n == 2) for n in range(3))
    return random.choice(
        (
            LevelLine((Level(4, "mye hjelp"), Level(2, "noe"), Level(0, "")), (2, "Nå"), "Nivå 2"),
            Bars((Bar("Inn", parts), Bar("Ut", parts[:1])), "Det er 2 238 kr igjen."),
            GroupedBars(_bars(random)),
            _indicators(random),
            Trend((3, 1, 4), "Køen er kortere.", "Tre kvartaler", 2, "mål"),
            Target(
                (TargetRing(0, "5"), TargetRing(1, "36"), TargetRing(4, "16")),
                (TargetCrossing(1, "5", ""), TargetCrossing(4, "3", "1")),
                "To gikk innover.",
            ),
        )
    )


def block(random: Random, depth: int) -> Block:
    """One block of any kind; inner blocks stop at the third level."""
    plain: tuple[Block, ...] = (
        Heading(words(random, 6) or "Overskrift", random.choice((2, 3)), random.random() < 0.2),
        Paragraph(words(random, 60), words(random, 3), language=random.choice(("", "se", "sma"))),
        Bullets(tuple(words(random, 12) for _ in range(random.choice((0, 2, 5))))),
        Steps(tuple(Item(words(random, 12), words(random, 3)) for _ in range(3))),
        Facts(tuple(Fact(words(random, 2), words(random, 14)) for _ in range(3))),
        _boxes(random),
        _fields(random),
        KeyGroups(("7KQ4M", "X2HDN", "9VRT3", "FJ8WB", "E5PZC")),
        _figure(random),
        PageBreak(),
        Closing("Vennlig hilsen", _signers(random), words(random, 5), ("klageskjema",)),
    )
    if depth > 1 or random.random() < 0.6:
        return random.choice(plain)
    return random.choice((
        _table(random),
        _clause(random, depth),
        Callout(words(random, 5), words(random, 30), blocks=blocks(random, 2, depth + 1)),
        Beside(blocks(random, 2, depth + 1), blocks(random, 1, depth + 1), share=0.6),
        KeepTogether(blocks(random, 2, depth + 1)),
        Signatures(_signers(random), dated=random.random() < 0.5),
    ))  # fmt: skip


def blocks(random: Random, count: int, depth: int = 0) -> tuple[Block, ...]:
    """Blocks after each other."""
    return tuple(block(random, depth) for _ in range(count))


def document(seed: int) -> Document:
    """The document of a seed: mostly small, all forms, sizes and both languages."""
    random = Random(seed)  # noqa: S311  not a secret
    return replace(
        LETTER,
        title=words(random, 12).replace("X" * 220, "Lang") or "Brev",
        language=random.choice(("nb", "nn")),
        issued=ISSUED + timedelta(minutes=seed * 7919),
        reference=random.choice(("", f"2026/{seed}")),
        recipient=random.choice(((), LETTER.recipient, (LONG_NAME, "Øvre Čearrugeaidnu 3 B"))),
        blocks=blocks(random, random.choice((0, 1, 3, 5))),
        demo=random.random() < 0.3,
        draft=random.random() < 0.3,
        form=random.choice(tuple(Form)),
        size=random.choice((Size.NORMAL, Size.NORMAL, Size.LARGE)),
        lead=words(random, 20),
        landscape=random.random() < 0.1,
    )
