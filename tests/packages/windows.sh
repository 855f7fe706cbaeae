#!/bin/sh
# Tries what `package windows` made, under Wine: installs, runs, upgrades, refuses and removes; both setup.exe and MSI.
#
#   sh installer/dev try windows [--keep] [--older DIR]
#
#   --keep        leaves build/try-windows as it was at the end
#   --older DIR   has setup.exe and MSI of 0.0.9 already; else they are packed from the folder of the last build
#
# Wine is not Windows: what is seen here is the installers' and the program's own doing, not SmartScreen, AppLocker,
# Restart Manager, printers or screen readers. Ends 0 only if every step did.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."

here=tests/packages
python=$(pwd)/.venv-package/bin/python
keep=''
given_older=''
while [ $# -gt 0 ]; do
    case $1 in
        --keep) keep=yes ;;
        --older) given_older=$(cd "$2" && pwd); shift ;;
        *) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
    shift
done
tried=windows
. tests/packages/steps.sh
. installer/version.sh
version=$(project_version .)
older=0.0.9
work=$(pwd)/build/try-windows
prefix=$work/wine
c=$prefix/drive_c
export LC_ALL=C.UTF-8
unset DISPLAY

[ -f "dist/husrom-$version-setup.exe" ] && [ -f "dist/husrom-$version.msi" ] && [ -d build/windows/tree ] || {
    echo "dist/ har ikke husrom $version for Windows. Kjør først: sh installer/dev package windows" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || { echo 'Prøven trenger root: den lager en liten disk som går full.' >&2; exit 1; }

# _wmi: Wine 8 lacks what Python asks there and ends the process; Python manages without
overrides='_wmi.pyd=d;mscms=n'
. installer/windows/wine.sh

home=$c/users/$(id -un)
programs="$home/AppData/Local/Programs/Husrom"
leave() {
    status=$?
    wine_stop >/dev/null 2>&1
    umount -l "$home/AppData/Local/Programs" 2>/dev/null || true
    [ -n "$keep" ] || rm -rf "$prefix"
    exit "$status"
}
trap leave EXIT
trap 'exit 130' INT TERM

# ---- Wine and what it lacks

wine_ready() {
    umount -l "$home/AppData/Local/Programs" 2>/dev/null || true # of a run that was cut off
    rm -rf "$work"
    mkdir -p "$prefix"
    wine_start
    for stub in icuuc mscms bcryptprimitives; do
        x86_64-w64-mingw32-gcc -shared -O1 -s -o "$c/windows/system32/$stub.dll" "$here/wine/$stub.c" -ladvapi32
    done
    everything >"$work/before.txt"
    mkdir -p "$home/AppData/Local/Programs"
    mount -t tmpfs -o size=2g tmpfs "$home/AppData/Local/Programs"
}

# all that lies on the disk, but for what Wine itself and the trials keep
everything() {
    (cd "$c" && find . -type f | grep -v -e '^./windows/temp/' -e '/Temp/' -e '^./users/[^/]*/AppData/LocalLow/' \
        -e '^./windows/Installer/.*\.tmp$' -e '^./prøve' -e '^./out' | sort)
}

older_built() {
    [ -z "$given_older" ] || { ln -s "$given_older" "$work/older"; return 0; }
    sh installer/windows/build.sh --plain --repack --version "$older" --out "$work/older" >"$work/older.log" 2>&1 ||
        { tail -n 20 "$work/older.log"; return 1; }
    "$python" installer/windows/tree.py named build/windows/tree "$version"
}

# ---- what is asked of Windows

setup() { wine_run 240 "$1" /S /LANG=1044 ${2:+"$2"}; } # Wine speaks English where no Norwegian locale is made
status_of() { # status_of WANTED COMMAND ...
    wanted=$1
    shift
    got=0
    "$@" || got=$?
    [ "$got" = "$wanted" ] || fail "sluttkode $got, ventet $wanted: $*"
}
registry() { wine_run 30 reg query "$1" ${2:+/v "$2"}; }
told() { # told WORDS: what the set-up left in its log
    iconv -f utf-16 -t utf-8 "$home/Temp/husrom-oppsett.log" | tee "$work/told.txt"
    grep -q "$1" "$work/told.txt" || fail "loggen sier ikke «$1»"
    rm -f "$home/Temp/husrom-oppsett.log"
}
installed_version() {
    registry 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Husrom' DisplayVersion | grep -q "$1" ||
        fail "utgaven i Windows' liste er ikke $1"
}
# program FOLDER ARGUMENTS: the program without a screen
offscreen() {
    folder=$1
    shift
    WINEQT_QPA_PLATFORM=offscreen wine_run 240 "$folder/python/python.exe" -B -X utf8 -m ui "$@"
}
smoke() { # smoke FOLDER
    offscreen "$1" --smoke 'C:\prøve'
    tr -d '\r' <"$c/prøve/versjoner.log" >"$work/versjoner.log"
    cat "$work/versjoner.log"
    tail -n 1 "$work/versjoner.log" | grep -q 'Ferdig$' || fail 'prøven kom ikke til «Ferdig»'
    [ -s "$c/prøve/vindu.png" ] || fail 'bildet av vinduet mangler'
}

# ---- the set-up for one user

# a new folder of Wine calls itself Windows 7
refuse_old_windows() {
    status_of 6 setup "dist/husrom-$version-setup.exe"
    wine_run 60 winecfg -v win10 >/dev/null
    told 'Windows 10 versjon 1809'
    wine_run 20 cmd /c ver
}

install_older() {
    status_of 0 setup "$work/older/husrom-$older-setup.exe"
    [ -f "$programs/program/python/pythonw.exe" ] || fail 'programmet ligger ikke der det skal'
    installed_version "$older"
    registry 'HKCU\Software\Classes\Husrom.Register\shell\open\command'
    find "$home" -name 'Husrom.lnk' | grep -q . || fail 'snarveien i startmenyen mangler'
}
smoke_older() {
    smoke "$programs/program"
    grep -q "Husrom $older" "$c/prøve/versjoner.log"
    grep -q 'Nøkkelringen husket' "$c/prøve/versjoner.log" || fail 'Windows-nøkkelringen ble ikke brukt'
}
upgrade() {
    status_of 0 setup "dist/husrom-$version-setup.exe"
    installed_version "$version"
    [ ! -d "$programs/program.old" ] || fail 'den gamle utgaven ligger igjen'
    smoke "$programs/program"
    grep -q "Husrom $version" "$c/prøve/versjoner.log"
    grep -q 'var der fra før' "$c/prøve/versjoner.log" || fail 'registeret ble ikke med gjennom oppgraderingen'
}
command_line() {
    wine_run 60 cmd /c "$(windows_path "$programs/program/husrom.cmd")" --help | head -n 3
    printf 'Navn;Rom\nSjøgata 1;3\n' >"$c/prøve/ark.csv"
    wine_run 60 "$programs/program/python/python.exe" -B -X utf8 -c \
        'from pathlib import Path; from app.transfer.reader import read_sheet; print(len(read_sheet(Path(r"C:\prøve\ark.csv")).rows))'
}
nothing_written() {
    find "$programs" -newer "$work/installed" -type f | head | grep . && fail 'programmet skrev i sin egen mappe' || true
}

refuse_older() {
    status_of 5 setup "$work/older/husrom-$older-setup.exe"
    told 'En nyere Husrom'
    installed_version "$version"
}
refuse_foreign() {
    mkdir -p "$c/out/program"
    echo mitt >"$c/out/program/mitt.txt"
    status_of 8 setup "dist/husrom-$version-setup.exe" '/D=C:\out'
    told 'noe annet enn Husrom'
    [ "$(ls "$c/out/program")" = mitt.txt ] || fail 'mappen er ikke som den var'
}
refuse_running() {
    WINEQT_QPA_PLATFORM=offscreen timeout -k 5 120 wine "$programs/program/python/pythonw.exe" -B -X utf8 -m ui \
        </dev/null 2>&1 | cat >/dev/null &
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 1
        wine_run 20 tasklist 2>/dev/null | grep -qi pythonw && break
    done
    status_of 4 setup "dist/husrom-$version-setup.exe"
    told 'Husrom er åpent'
    status_of 4 wine_run 120 "$programs/program/avinstaller.exe" /S "_?=$(windows_path "$programs/program")"
    wine_run 20 taskkill /f /im pythonw.exe
    wait
}
windows_path() { timeout 20 winepath -w "$1" 2>/dev/null | tr -d '\r'; }

# The programs' folder is a small disk of its own, so that it can run out of room or of files.
disk() { mount -o "remount,$1" "$home/AppData/Local/Programs"; }
refuse_full() {
    disk size=300m
    status_of 3 setup "dist/husrom-$version-setup.exe"
    told 'for lite plass'
    disk size=2g
}
# room enough by the count, but the disk takes no more files when half of them are unpacked
roll_back() {
    files=$(find "$programs" | wc -l)
    disk "nr_inodes=$((files + files / 2))"
    status_of 2 setup "dist/husrom-$version-setup.exe"
    told 'er som det var'
    disk nr_inodes=200000
    [ ! -e "$programs/program.new" ] || fail 'det halve programmet ligger igjen'
    [ "$(find "$programs" | wc -l)" = "$files" ] || fail 'det installerte programmet er ikke som det var'
    wine_run 60 cmd /c "$(windows_path "$programs/program/husrom.cmd")" --help >"$work/help.txt"
    grep -q KOMMANDO "$work/help.txt" || fail 'programmet som var der, virker ikke'
}

window() {
    xvfb-run -a -s '-screen 0 1366x768x24 -nolisten tcp' sh -eu -c '
        openbox >/dev/null 2>&1 &
        { timeout -k 5 100 wine "$1/python/pythonw.exe" -B -X utf8 -m ui "C:\\prøve\\prøve.husrom" </dev/null 2>&1 | cat >/dev/null; } &
        timeout 60 xdotool search --sync --onlyvisible --name Husrom >/dev/null
        sleep 4
        import -window root "$2"
        timeout -k 2 20 wine taskkill /f /im pythonw.exe >/dev/null 2>&1 || true
        timeout -k 2 20 wineserver -k || true
    ' window "$programs/program" "$work/vindu-wine.png"
    [ -s "$work/vindu-wine.png" ] || fail 'ikke noe bilde'
    echo "$work/vindu-wine.png"
}

same_papers() {
    "$python" installer/windows/tree.py named "$work/who" "$version"
    # the very sources that were packed, with the libraries of this system
    (cd build/windows/tree && XDG_DATA_HOME="$work/data" QT_QPA_PLATFORM=offscreen PYTHONDONTWRITEBYTECODE=1 \
        PYTHONPATH="$work/who/lib" timeout -k 5 240 "$python" -m ui --smoke "$work/linux")
    "$python" "$here/same_papers.py" "$work/linux/dokumenter" "$c/prøve/dokumenter"
}

uninstall() {
    # as Windows runs it: it goes on from a copy of itself, and is done when nothing runs any more
    status_of 0 wine_run 60 "$programs/program/avinstaller.exe" /S
    timeout -k 5 240 wineserver -w || fail 'avinstalleringen ble ikke ferdig'
    [ ! -e "$programs" ] || fail 'mappen ligger igjen'
    left_behind
    [ -f "$c/prøve/prøve.husrom" ] || fail 'registeret er borte'
}
left_behind() {
    everything >"$work/after.txt"
    diff "$work/before.txt" "$work/after.txt" | grep '^>' | grep -v -e '/AppData/Local/Husrom/' >"$work/left.txt" || true
    [ ! -s "$work/left.txt" ] || { head -n 20 "$work/left.txt"; fail 'dette ligger igjen på disken'; }
    for name in 'HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Husrom' 'HKCU\Software\Classes\.husrom' \
        'HKCU\Software\Classes\Husrom.Register' 'HKLM\Software\Husrom' 'HKLM\Software\Classes\.husrom'; do
        ! registry "$name" >/dev/null 2>&1 || fail "$name ligger igjen i registeret"
    done
}

# ---- the package for all users

everyone="$c/Program Files/Husrom"
msi() { wine_run 300 msiexec "$@" /qn; }
msi_round() {
    status_of 0 msi /i "$(windows_path "$work/older/husrom-$older.msi")"
    [ -f "$everyone/python/pythonw.exe" ] || fail 'MSI-pakken la ikke inn programmet'
    status_of 0 msi /i "$(windows_path "$PWD/dist/husrom-$version.msi")"
    [ "$(ls -d "$everyone"/lib/husrom-*.dist-info)" = "$everyone/lib/husrom-$version.dist-info" ] ||
        fail 'oppgraderingen byttet ikke ut den gamle utgaven'
}
msi_smoke() { smoke "$everyone"; }
msi_refuse() {
    status_of 67 msi /i "$(windows_path "$work/older/husrom-$older.msi")"
    [ -d "$everyone/lib/husrom-$version.dist-info" ] || fail 'den nye utgaven er borte'
}
msi_remove() {
    status_of 0 msi /x "$(windows_path "$PWD/dist/husrom-$version.msi")"
    left_behind
    [ ! -d "$everyone" ] || fail 'mappen ligger igjen'
}

timed 'Wine i en ny mappe' wine_ready
timed "en eldre utgave ($older) å oppgradere fra" older_built

timed 'for gammel Windows: nektet' refuse_old_windows
timed 'stille installasjon av den eldre' install_older
touch "$work/installed"
timed 'prøvekjøring: register, dokumenter, vindu, Windows-nøkkelring' smoke_older
timed 'oppgradering: ny utgave, samme register' upgrade
touch "$work/installed"
timed 'kommandolinje og regnearkets barneprosess' command_line
timed 'ekte vindu på en usynlig skjerm' window
timed 'ingenting skrevet i programmets mappe' nothing_written
timed 'samme dokumenter som på Linux' same_papers
timed 'eldre over nyere: nektet' refuse_older
timed 'en mappe med noe annet i: nektet' refuse_foreign
timed 'programmet er åpent: nektet' refuse_running
timed 'ikke plass: nektet' refuse_full
timed 'disken tar slutt midt i: rullet tilbake' roll_back
timed 'avinstallering: bare brukerens egne data igjen' uninstall
timed 'MSI: installasjon og oppgradering' msi_round
timed 'MSI: prøvekjøring' msi_smoke
timed 'MSI: eldre over nyere: nektet' msi_refuse
timed 'MSI: fjernet' msi_remove

summed_up
