#!/usr/bin/env python3
"""Writes what wixl makes the MSI from: the whole folder, for all users of a managed machine.

    python installer/windows/msi.py TREE VERSION OUT.wxs
    python installer/windows/msi.py seal FILE.msi FILE.wxs     takes wixl's own chance out of it

Every identity is computed from what it names, so that the same folder gives the same package.
"""

import os
import struct
import sys
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent, parse

SPACE = UUID("6c1f6f0e-5b0a-5d53-9d1c-2f1f0f2c7a11")  # ours, never to change
SCHEMA = "http://schemas.microsoft.com/wix/2006/wi"
SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")  # FMTID_SummaryInformation
HEADER = 28  # of a property set, before the name of its only section
TEMPLATE, REVISION, TIMES = 7, 9, (12, 13)
VT_LPSTR, VT_FILETIME = 30, 64
EPOCH_1601 = 11_644_473_600
UPGRADE = uuid5(SPACE, "upgrade")
NEWER = (
    "En nyere Husrom er allerede installert. Denne eldre utgaven ble ikke lagt inn: den kan ikke "
    "åpne registeret når en nyere har brukt det. Ingenting er endret."
)
RUN = "-B -X utf8 -m ui"


def package(tree: Path, version: str) -> Element:
    """The whole document."""
    top = Element("Wix", xmlns=SCHEMA)
    product = SubElement(
        top, "Product", Id=guid(f"product {version}"), Name="Husrom", Language="1044",
        Version=version, Manufacturer="Husrom", UpgradeCode=str(UPGRADE).upper(), Codepage="1252",
    )  # fmt: skip
    SubElement(
        product, "Package", Id=guid(f"package {version} {digest(tree)}"), InstallerVersion="200",
        Compressed="yes", InstallScope="perMachine", Languages="1044", Manufacturer="Husrom",
        Description=f"Husrom {version}",
    )  # fmt: skip
    SubElement(product, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    # within the transaction: when the new one cannot be laid in, Windows puts the old one back
    order = SubElement(product, "InstallExecuteSequence")
    SubElement(order, "RemoveExistingProducts", After="InstallInitialize")
    SubElement(product, "Property", Id="REINSTALLMODE", Value="amus")
    SubElement(product, "Media", Id="1", Cabinet="husrom.cab", EmbedCab="yes")
    icon = (tree / "husrom.ico").is_file()
    SubElement(product, "Property", Id="ARPNOMODIFY", Value="1")
    if icon:
        SubElement(product, "Icon", Id="husrom.ico", SourceFile=str(tree / "husrom.ico"))
        SubElement(product, "Property", Id="ARPPRODUCTICON", Value="husrom.ico")
    root = SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    place = SubElement(root, "Directory", Id="ProgramFiles64Folder", Name="PFiles")
    menu = SubElement(root, "Directory", Id="ProgramMenuFolder", Name="Programs")
    program = SubElement(place, "Directory", Id="INSTALLDIR", Name="Husrom")
    names = folder(tree, tree, program)
    names += [start(menu, icon), file_type(program, icon)]
    feature = SubElement(product, "Feature", Id="Husrom", Title="Husrom", Level="1")
    for name in names:
        SubElement(feature, "ComponentRef", Id=name)
    return top


def folder(tree: Path, here: Path, into: Element) -> list[str]:
    """All files below, one component each (as Windows Installer wants them); their names."""
    names = []
    for path in sorted(here.iterdir()):
        name = path.relative_to(tree).as_posix()
        if path.is_dir():
            below = SubElement(into, "Directory", Id=key("d", name), Name=path.name)
            names += folder(tree, path, below)
        else:
            part = SubElement(into, "Component", Id=key("c", name), Guid=guid(name), Win64="yes")
            SubElement(
                part, "File", Id=key("f", name), Name=path.name, Source=str(path), KeyPath="yes"
            )
            names.append(key("c", name))
    return names


def start(menu: Element, icon: bool) -> str:
    """The start menu of all users."""
    part = SubElement(menu, "Component", Id="StartMenu", Guid=guid("start menu"), Win64="yes")
    shortcut = SubElement(
        part, "Shortcut", Id="StartHusrom", Name="Husrom", Description="Boligkontorets register",
        Target="[INSTALLDIR]python\\pythonw.exe", Arguments=RUN,
    )  # fmt: skip
    if icon:
        shortcut.set("Icon", "husrom.ico")
    SubElement(
        part, "RegistryValue", Root="HKLM", Key="Software\\Husrom", Name="StartMenu",
        Type="string", Value="1", KeyPath="yes",
    )  # fmt: skip
    return "StartMenu"


def file_type(program: Element, icon: bool) -> str:
    """Register files open in the program."""
    part = SubElement(program, "Component", Id="FileType", Guid=guid("file type"), Win64="yes")
    picture = "[INSTALLDIR]husrom.ico" if icon else "[INSTALLDIR]python\\pythonw.exe"
    opens = f'"[INSTALLDIR]python\\pythonw.exe" {RUN} "%1"'
    classes = "Software\\Classes\\"
    for at, value in (
        (".husrom", "Husrom.Register"),
        ("Husrom.Register", "Husrom-register"),
        ("Husrom.Register\\DefaultIcon", picture),
        ("Husrom.Register\\shell\\open\\command", opens),
    ):
        written = SubElement(
            part, "RegistryValue", Root="HKLM", Key=classes + at, Type="string", Value=value
        )
        if at == ".husrom":
            written.set("KeyPath", "yes")
    return "FileType"


def guid(name: str) -> str:
    """An identity that is the same in every build."""
    return str(uuid5(SPACE, name)).upper()


def key(kind: str, name: str) -> str:
    """A name the tables of an MSI take."""
    return kind + sha256(name.encode()).hexdigest()[:24]


def digest(tree: Path) -> str:
    """What is in the folder, in one number."""
    whole = sha256()
    for file in sorted(tree.rglob("*")):
        if file.is_file():
            whole.update(file.relative_to(tree).as_posix().encode())
            whole.update(sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def seal(msi: Path, wxs: Path) -> None:
    """Put our own identity, language and time where wixl wrote a new one and the clock.

    They lie in the summary information: a set of properties with number, place, type and value.
    """
    package = parse(wxs).getroot().find(f".//{{{SCHEMA}}}Package")  # noqa: S314 -- our own file, just written
    if package is None:
        sys.exit(f"{wxs}: no Package")
    identity = f"{{{package.attrib['Id']}}}".encode()
    ticks = (int(os.environ["SOURCE_DATE_EPOCH"]) + EPOCH_1601) * 10_000_000
    data = bytearray(msi.read_bytes())
    base = data.index(SUMMARY) + 16
    base = data.index(SUMMARY) - HEADER + struct.unpack_from("<I", data, base)[0]
    for at in range(struct.unpack_from("<I", data, base + 4)[0]):
        number, place = struct.unpack_from("<II", data, base + 8 + 8 * at)
        kind, value = struct.unpack_from("<I", data, base + place)[0], base + place + 4
        if number in TIMES and kind == VT_FILETIME:
            struct.pack_into("<Q", data, value, ticks)
        elif number == REVISION and kind == VT_LPSTR:
            data[value + 4 : value + 4 + len(identity)] = identity
        elif number == TEMPLATE and kind == VT_LPSTR:
            data[value + 4 : value + 12] = b"x64;1044"
    msi.write_bytes(data)


if __name__ == "__main__" and sys.argv[1] == "seal":
    seal(Path(sys.argv[2]), Path(sys.argv[3]))
elif __name__ == "__main__":
    document = package(Path(sys.argv[1]), sys.argv[2])
    indent(document)
    ElementTree(document).write(sys.argv[3], encoding="utf-8", xml_declaration=True)
