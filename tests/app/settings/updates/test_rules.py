"""Versions in order, names, lists, and the comment that is signed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.version import Version as Pep440

from app.core.errors import FileProblem
from app.settings.updates import rules
from app.settings.updates.model import Installer, InstallerKind, MachineSystem, Version

NUMBER = st.integers(0, 30)
TEXTS = st.builds(
    lambda release, stage: ".".join(map(str, release)) + stage,
    st.lists(NUMBER, min_size=1, max_size=5),
    st.one_of(st.just(""), st.builds("{}{}".format, st.sampled_from(["a", "b", "rc"]), NUMBER)),
)


def version(text: str) -> Version:
    found = rules.version_of(text)
    assert found is not None
    return found


def installer(name: str) -> Installer:
    found = rules.installer_of(name)
    assert found is not None
    return found


@given(TEXTS, TEXTS)
def test_versions_have_the_order_of_pep_440(one: str, other: str) -> None:
    assert (version(one) < version(other)) == (Pep440(one) < Pep440(other))
    assert (version(one) == version(other)) == (Pep440(one) == Pep440(other))


@given(st.text(max_size=12))
def test_what_is_read_as_a_version_is_one(text: str) -> None:
    found = rules.version_of(text)
    if found is not None:
        assert version(text) == version(str(Pep440(text)))


@pytest.mark.parametrize(
    "text", ["", "v1", "1.", "01.2", "1.0.post1", "1.0.dev1", "1.0+x", "1,0", "1.0 ", "²", "1\n"]
)
def test_other_texts_are_no_versions(text: str) -> None:
    assert rules.version_of(text) is None


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("husrom-0.2.0-setup.exe", InstallerKind.SETUP, "0.2.0"),
        ("husrom-0.2.0.msi", InstallerKind.MSI, "0.2.0"),
        ("husrom_0.2.0_amd64.deb", InstallerKind.DEB, "0.2.0"),
        ("husrom_0.2.0~rc1_amd64.deb", InstallerKind.DEB, "0.2.0rc1"),
    ],
)
def test_a_name_says_what_it_is(name: str, kind: InstallerKind, text: str) -> None:
    assert (installer(name).kind, installer(name).version.text) == (kind, text)


@pytest.mark.parametrize(
    "name",
    ["husrom.exe", "husrom-0.2.0.exe", "Husrom-0.2.0.msi", "husrom-x.msi", "husrom-0.2.0.cdx.json"],
)
def test_other_names_are_no_installers(name: str) -> None:
    assert rules.installer_of(name) is None


def test_the_comment_names_program_version_and_day() -> None:
    found = rules.published_of("husrom 0.2.0 2026-11-24")
    assert (found.version.text, found.day) == ("0.2.0", date(2026, 11, 24))


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("", "update_other_program"),
        ("timestamp:1732468000\tfile:SHA256SUMS", "update_other_program"),
        ("husromt 0.2.0 2026-11-24", "update_other_program"),
        ("husrom 0.2.0", "update_version_unclear"),
        ("husrom 0.2.0 2026-02-30", "update_version_unclear"),
        ("husrom 0.2.0 2026-11-24 x", "update_version_unclear"),
        ("husrom to 2026-11-24", "update_version_unclear"),
        ("husrom 0.2.0 ２０２６-11-24", "update_version_unclear"),
    ],
)
def test_another_comment_is_refused(comment: str, code: str) -> None:
    with pytest.raises(FileProblem) as caught:
        rules.published_of(comment)
    assert caught.value.code == code


ONE = f"{'a' * 64}  husrom-0.2.0.msi\n"


@pytest.mark.parametrize(
    "sums",
    [
        b"",
        b"\n",
        b"\x00\xff" * 50,
        ONE.encode().upper(),
        ONE.rstrip().encode(),
        ONE.encode() * 2,
        ONE.replace("  ", " *").encode(),
        ONE.replace("husrom", "../husrom").encode(),
        ONE.replace("husrom", "mappe\\husrom").encode(),
        ONE.replace("a", "a" * 2, 1).encode(),
        ONE.replace("\n", "\r\n").encode(),
        f"{ONE}# ja\n".encode(),
    ],
)
def test_a_list_is_read_only_as_the_tool_writes_it(sums: bytes) -> None:
    with pytest.raises(FileProblem) as caught:
        rules.digests_in(sums)
    assert caught.value.code == "update_list_odd"


def test_a_list_may_name_more_than_installers() -> None:
    listed = rules.digests_in(f"{'b' * 64}  husrom-0.2.0.cdx.json\n{ONE}".encode())
    published = rules.published_of("husrom 0.2.0 2026-11-24")
    assert list(rules.installers_in(listed, published)) == ["husrom-0.2.0.msi"]


def test_an_installer_of_another_version_than_the_signed_one_is_refused() -> None:
    published = rules.published_of("husrom 0.3.0 2026-11-24")
    with pytest.raises(FileProblem) as caught:
        rules.installers_in(["husrom-0.2.0.msi"], published)
    assert caught.value.code == "update_version_unclear"


@pytest.mark.parametrize(
    ("own", "system", "code"),
    [
        ("0.2.0", MachineSystem.WINDOWS, "update_same"),
        ("0.2", MachineSystem.WINDOWS, "update_same"),
        ("0.2.1", MachineSystem.WINDOWS, "update_older"),
        ("0.10", MachineSystem.WINDOWS, "update_older"),
        ("0.1.0", MachineSystem.LINUX, "update_other_system"),
        ("0.1.0", MachineSystem.OTHER, "update_other_system"),
    ],
)
def test_only_a_newer_one_for_this_machine_is_to_be_installed(
    own: str, system: MachineSystem, code: str
) -> None:
    published = rules.published_of("husrom 0.2.0 2026-11-24")
    wanted = installer("husrom-0.2.0.msi")
    with pytest.raises(FileProblem) as caught:
        rules.demand_newer(wanted, published, version(own), system)
    assert caught.value.code == code
    rules.demand_newer(wanted, published, version("0.2.0rc2"), MachineSystem.WINDOWS)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_no_list_is_too_odd_to_be_refused_in_words(sums: bytes) -> None:
    try:
        listed = rules.digests_in(sums)
    except FileProblem as problem:
        assert problem.code == "update_list_odd"  # noqa: PT017  most noise is no list
        return
    assert len(listed) == sums.count(b"\n")


@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map("husrom {}".format)))
def test_no_comment_is_too_odd_to_be_refused_in_words(comment: str) -> None:
    with pytest.raises(FileProblem) as caught:
        rules.published_of(comment)
    assert caught.value.code in {"update_other_program", "update_version_unclear"}
