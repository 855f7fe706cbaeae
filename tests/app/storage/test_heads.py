"""What the machine remembers about a register, and forgets without harm."""

import threading
from datetime import datetime
from pathlib import Path

import pytest

from app.core.errors import FileProblem
from app.storage.heads import Head, Heads, Known

ID = "0" * 32
MOMENT = datetime.fromisoformat("2026-11-23T10:00:00+01:00")


@pytest.fixture
def heads(tmp_path: Path) -> Heads:
    return Heads(tmp_path / "heads")


def test_nothing_is_known_at_first(heads: Heads) -> None:
    assert heads.known(ID) == Known()


def test_everything_is_remembered(heads: Heads, tmp_path: Path) -> None:
    known = Known(Head(7, "a"), Head(6, "b"), MOMENT, MOMENT, "/media/minne", MOMENT, False)
    for field in ("head", "backup_head", "backup_at", "outside_at", "outside_folder"):
        heads.keep(ID, **{field: getattr(known, field)})
    assert heads.keep(ID, checked_at=MOMENT, clean_end=False) == known
    assert Heads(tmp_path / "heads").known(ID) == known
    assert heads.known("1" * 32) == Known()
    assert (tmp_path / "heads").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", "\x00", '{"head": 1}', '{"head": {"events": "x"}}']
)
def test_an_unreadable_memory_is_no_memory(heads: Heads, tmp_path: Path, content: str) -> None:
    heads.keep(ID, head=Head(1, "a"))
    (tmp_path / "heads" / f"{ID}.json").write_text(content)
    assert heads.known(ID) == Known()
    heads.keep(ID, head=Head(2, "b"))
    assert heads.known(ID).head == Head(2, "b")


@pytest.mark.parametrize("name", ["../../etc/passwd", "a/b", "", "a b", "."])
def test_a_register_cannot_choose_where_it_is_remembered(heads: Heads, name: str) -> None:
    for act in (heads.known, heads.keep):
        with pytest.raises(FileProblem) as caught:
            act(name)
        assert caught.value.code == "envelope_damaged"


def test_a_memory_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileProblem) as caught:
        Heads(tmp_path / "file" / "heads").keep(ID, clean_end=True)
    assert caught.value.code == "disk_refused"


def test_two_threads_lose_nothing_of_each_other(heads: Heads) -> None:
    def keep(field: str, value: object) -> None:
        for _ in range(20):
            heads.keep(ID, **{field: value})

    news = {"head": Head(3, "c"), "backup_at": MOMENT, "outside_folder": "x"}
    threads = [threading.Thread(target=keep, args=one) for one in news.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    known = heads.known(ID)
    assert (known.head, known.backup_at, known.outside_folder) == tuple(news.values())
