#!/usr/bin/env python3
"""Writes what wixl makes the MSI from: the whole folder, for all users of a managed machine.

    python installer/windows/msi.py TREE VERSION OUT.wxs

Every identity is computed from what it names, so that the same folder gives the same package.
"""

import sys
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

SPACE = UUID("6c1f6f0e-5b0a-5d53-9d1c-2f1f0f2c7a11")  # ours, never to change
UPGRADE = uuid5(SPACE, "upgrade")
NEWER = (
    "En nyere Husrom er allerede installert. Denne eldre utgaven ble ikke lagt inn: den kan ikke "
    "åpne registeret når en nyere har brukt det. Ingenting er endret."
)
RUN = "-B -X utf8 -m ui"


def package(tree: Path, version: str) -> Element:
    """The whole document."""
    top = Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
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


if __name__ == "__main__":
    document = package(Path(sys.argv[1]), sys.argv[2])
    indent(document)
    ElementTree(document).write(sys.argv[3], encoding="utf-8", xml_declaration=True)
