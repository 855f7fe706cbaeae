"""LIX and sentence length, counted by hand."""

import pytest

from app.documents.readability import lix, longest_sentence, sentences


def test_lix_is_words_per_sentence_and_long_words_in_per_cent() -> None:
    assert lix("Du får bolig. Vi ringer deg.") == 3
    assert lix("Du får kommunal bolig.") == 4 + 25


@pytest.mark.parametrize("text", ["", "  ", "… – «»"])
def test_no_words_give_nothing(text: str) -> None:
    assert (lix(text), longest_sentence(text)) == (0, 0)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ring oss. Vi hjelper deg.", 2),
        ("Møtet er 1. mars 2027 kl. 10.30 i Storgata 3.", 1),
        ("Loven sier dette: du kan klage.", 2),
        ("Husleien er 9.450,50 kr.", 1),
        ("Kan du ikke betale? Ring!", 2),
        ("En linje\nen til", 2),
        ("Se offl. § 13, jf. fvl. § 13.", 1),
    ],
)
def test_dates_sums_and_abbreviations_do_not_end_a_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_longest_sentence_is_counted_in_words() -> None:
    assert longest_sentence("Kort. Denne har fire ord. Ja.") == 4
