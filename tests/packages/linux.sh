#!/bin/sh
# Tries what `package linux` made, in a new Debian base system that has none of it: installs, runs without a network as an
# ordinary user, upgrades, refuses and removes.
#
#   sh installer/dev try linux [--keep]        (as root; --keep leaves build/try-linux as it was at the end)
#
# The screen is a virtual one outside that system. Ends 0 only if every step did.
set -eu
unset CDPATH
project=$(cd "$(dirname "$0")/../.." && pwd)
cd "$project"

[ "$(id -u)" = 0 ] || { echo 'Denne prøven må kjøres som root: den lager et eget system.' >&2; exit 2; }
. installer/debian-base
alone TRY_LINUX_APART "$project/tests/packages/linux.sh" "$@"
[ "$apart" = yes ] || { echo 'Denne maskinen lar oss ikke montere noe for oss selv (unshare --mount).' >&2; exit 2; }

keep=''
[ "${1:-}" != --keep ] || keep=yes
python=$project/.venv-package/bin/python
tried=linux
. tests/packages/steps.sh
. installer/version.sh
version=$(project_version .)
debian=$(debian_version "$version")
older=0.0.9
work=$project/build/try-linux
new=$work/debian
deb=dist/husrom_${debian}_amd64.deb
home=/home/kari
export LC_ALL=C.UTF-8
unset DISPLAY XAUTHORITY

[ -f "$deb" ] && [ -d build/linux/frozen ] || {
    echo "dist/ har ikke husrom $version for Linux. Kjør først: sh installer/dev package linux" >&2
    exit 1
}

screen='' sources=''
leave() {
    status=$?
    for process in $screen $sources; do kill "$process" 2>/dev/null || true; done
    umount -R "$new/proc" "$new/dev" "$new/tmp/.X11-unix" "$new/usr/lib/husrom" 2>/dev/null || true
    [ -n "$keep" ] || rm -rf --one-file-system "$new"
    exit "$status"
}
trap leave EXIT
trap 'exit 130' INT TERM

# ---- the new system

as_root() { # with what reaches the package sources, and nothing else of this environment
    set -- env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive \
        $(env | grep -i '^[a-z]*_proxy=' || true) timeout -k 5 200 "$@"
    chroot "$new" "$@" </dev/null
}
as_user() { # an ordinary user, without a network
    unshare --net chroot --userspec=1000:1000 "$new" env -i HOME=$home USER=kari LANG=C.UTF-8 \
        PATH=/usr/bin:/bin DISPLAY=:$display timeout -k 5 170 "$@" </dev/null
}

system() {
    rm -rf "$work"
    mkdir -p "$new"
    base_system
    apt_settings
    certificates
    kernel_folders
    mkdir -p "$new/tmp/.X11-unix" /tmp/.X11-unix
    mount --bind /tmp/.X11-unix "$new/tmp/.X11-unix"
    as_root useradd --create-home --uid 1000 kari
    as_root apt-get update -qq
    as_root sh -c '! command -v python3' || fail 'her er det alt en Python'
}

screen_up() {
    display=90
    while [ -e "/tmp/.X11-unix/X$display" ]; do display=$((display + 1)); done
    Xvfb ":$display" -screen 0 1366x768x24 -nolisten tcp >/dev/null 2>&1 &
    screen=$!
}

older_built() {
    sh installer/linux/build.sh --fast --repack --version "$older" --out "$work/older" >"$work/older.log" 2>&1 ||
        { tail -n 20 "$work/older.log"; return 1; }
}

# ---- what is asked of it

hand_over() { cp "$1" "$new/root/husrom.deb"; }
install() { # install OPTIONS: as whoever runs the machine does; what it said is in said.txt
    as_root apt-get install -y --no-install-recommends "$@" /root/husrom.deb >"$work/said.txt" 2>&1
}
refused() { # refused WORDS COMMAND ...: it ends in an error, with the words, and all is as it was
    words=$1
    shift
    if "$@"; then
        fail 'ble ikke nektet'
        return 1
    fi
    sed -n '/^Husrom\|^Det er for lite/,/^$/p' "$work/said.txt"
    grep -q "$words" "$work/said.txt" || { tail -n 15 "$work/said.txt"; fail "sier ikke «$words»"; }
}
installed_is() {
    got=$(as_root dpkg-query -W -f '${Version} ${db:Status-Status}' husrom)
    [ "$got" = "$1 installed" ] || fail "her er «$got», ikke $1"
    as_user husrom --help | grep -q import || fail 'programmet virker ikke'
}
smoke() {
    as_user husrom-app --smoke $home/prøve || { cat "$new$home/prøve/versjoner.log"; fail 'prøven endte i feil'; }
    cat "$new$home/prøve/versjoner.log"
    tail -n 1 "$new$home/prøve/versjoner.log" | grep -q 'Ferdig$' || fail 'prøven kom ikke til «Ferdig»'
    [ -s "$new$home/prøve/vindu.png" ] || fail 'bildet av vinduet mangler'
    cp "$new$home/prøve/vindu.png" "$work/vindu.png"
}

install_older() {
    hand_over "$work/older/husrom_${older}_amd64.deb"
    install hicolor-icon-theme desktop-file-utils shared-mime-info || { tail -n 20 "$work/said.txt"; return 1; }
    installed_is "$older"
    as_root dpkg --verify husrom
}
smoke_older() {
    smoke
    grep -q "Husrom $older" "$new$home/prøve/versjoner.log"
}
upgrade() {
    hand_over "$deb"
    install || { tail -n 20 "$work/said.txt"; return 1; }
    installed_is "$debian"
    smoke
    grep -q "Husrom $version" "$new$home/prøve/versjoner.log"
    grep -q 'var der fra før' "$new$home/prøve/versjoner.log" || fail 'registeret ble ikke med gjennom oppgraderingen'
}
desktop() {
    as_root desktop-file-validate /usr/share/applications/husrom.desktop
    grep -q '^application/x-husrom=husrom.desktop' "$new/usr/share/applications/mimeinfo.cache"
    grep -q 'application/x-husrom:\*.husrom' "$new/usr/share/mime/globs2"
    for size in 16x16 48x48 256x256; do [ -s "$new/usr/share/icons/hicolor/$size/apps/husrom.png" ]; done
    for page in husrom husrom-app; do zcat "$new/usr/share/man/man1/$page.1.gz" | grep -q '^.SH NAVN'; done
    zcat "$new/usr/share/doc/husrom/NOTICES.txt.gz" | head -n 1
    ! find "$new/usr/lib/husrom" -newer "$new/root/husrom.deb" -type f | grep . || fail 'programmet skrev i sin egen mappe'
}
command_line() {
    sed -n 's/^PASSPHRASE = "\(.*\)".*/\1/p' app/demo/place.py >"$new$home/passord"
    as_user husrom check --register $home/prøve/prøve.husrom --passphrase-file $home/passord
    cp tests/files/sheets/boliger_kobo_latin1.csv "$new$home/ark.csv"
    as_user husrom import --dry-run --kind dwellings --register $home/prøve/prøve.husrom --passphrase-file $home/passord \
        $home/ark.csv >"$work/import.txt"
    tail -n 2 "$work/import.txt"
    grep -q ' rader: ' "$work/import.txt" || fail 'regnearket ble ikke lest'
}
# the same from the sources, beside what else is tried
from_sources() {
    who=$work/who/husrom-$version.dist-info
    mkdir -p "$who"
    printf 'Metadata-Version: 2.4\nName: husrom\nVersion: %s\n' "$version" >"$who/METADATA"
    XDG_DATA_HOME="$work/data" QT_QPA_PLATFORM=offscreen PYTHONPATH="$work/who" PYTHONDONTWRITEBYTECODE=1 \
        timeout -k 5 300 "$python" -m ui --smoke "$work/source" >"$work/source.log" 2>&1
}
same_papers() {
    for _ in $(seq 150); do
        kill -0 "$sources" 2>/dev/null || break
        sleep 2
    done
    cat "$work/source.log"
    tail -n 1 "$work/source/versjoner.log" | grep -q 'Ferdig$' || fail 'prøven fra kildekoden kom ikke til «Ferdig»'
    "$python" tests/packages/same_papers.py "$work/source/dokumenter" "$new$home/prøve/dokumenter"
}

refuse_older() {
    hand_over "$work/older/husrom_${older}_amd64.deb"
    refused 'er nyere enn denne' install --allow-downgrades
    installed_is "$debian"
}

# the window as a user sees it, and that it stays whole while others want to change the program
open_window() {
    as_user husrom-app $home/prøve/prøve.husrom >"$work/window.log" 2>&1 &
    wait_for=$! sound=yes
    export DISPLAY=:$display
    shown=$(timeout 40 xdotool search --sync --onlyvisible --name Husrom | tail -n 1)
    [ -n "$shown" ] || fail 'vinduet kom ikke'
    sleep 3
    import -window root "$work/vindu-ekte.png"
    xprop -id "$shown" WM_CLASS _NET_WM_ICON 2>/dev/null | grep -a -e WM_CLASS -e 'Icon (' | head -n 3
    xprop -id "$shown" _NET_WM_ICON | grep -q 'Icon (16\|Icon (32\|Icon (64' || fail 'vinduet har ikke ikon'
    unset DISPLAY
    hand_over "$deb"
    refused 'Husrom er åpent' install --reinstall || sound=no
    refused 'er ikke fjernet' remove_it || sound=no
    kill -0 "$wait_for" || fail 'programmet falt ned'
    export DISPLAY=:$display
    program=$(xprop -id "$shown" _NET_WM_PID | sed 's/.* //')
    xdotool windowfocus --sync "$shown" key ctrl+q
    for _ in $(seq 20); do
        kill -0 "$program" 2>/dev/null || break
        sleep 0.5
    done
    ! kill "$program" 2>/dev/null || fail 'programmet lukket seg ikke med Ctrl+Q'
    [ "$sound" = yes ]
    installed_is "$debian"
}
remove_it() { as_root apt-get remove -y husrom >"$work/said.txt" 2>&1; }

remove() {
    remove_it || { tail "$work/said.txt"; return 1; }
    as_root dpkg --purge husrom # apt no longer knows of it: nothing was left to purge
    find "$new" -xdev -iname '*husrom*' -not -path "$new$home/*" -not -path "$new/root/husrom.deb" \
        -not -path "$new/proc/*" | grep . && fail 'dette ligger igjen'
    ! grep -l husrom "$new/usr/share/applications/mimeinfo.cache" "$new/usr/share/mime/globs2" 2>/dev/null || fail 'igjen i en oversikt'
    [ -s "$new$home/prøve/prøve.husrom" ] || fail 'registeret er borte'
    [ -d "$new$home/.local/share/Husrom" ] || [ -d "$new$home/prøve" ]
}

small_disk() { # small_disk OPTIONS: where the program is to lie
    mkdir -p "$new/usr/lib/husrom"
    mount -t tmpfs -o "$1" tmpfs "$new/usr/lib/husrom"
}
refuse_full() {
    hand_over "$deb"
    small_disk size=100m
    refused 'for lite plass' install
    umount "$new/usr/lib/husrom"
    ! as_root dpkg-query -W -f '${db:Status-Status}' husrom 2>/dev/null | grep -q '^installed' || fail 'ble installert likevel'
}
# room enough by the count, but the disk takes no more files when half are unpacked
roll_back() {
    files=$(find build/linux/tree/usr/lib/husrom | wc -l)
    small_disk "size=900m,nr_inodes=$((files + files / 2))"
    hand_over "$work/older/husrom_${older}_amd64.deb"
    install || { tail -n 20 "$work/said.txt"; return 1; }
    hand_over "$deb"
    if install; then fail 'disken var ikke full nok'; fi
    grep -a 'No space left' "$work/said.txt" | head -n 2
    installed_is "$older"
    ! find "$new/usr/lib/husrom" -name '*.dpkg-new' | grep . || fail 'halve filer ligger igjen'
    as_root apt-get purge -y husrom >"$work/said.txt" 2>&1
    umount "$new/usr/lib/husrom"
}

timed 'et nytt Debian uten noe av dette' system
screen_up
from_sources &
sources=$!
timed "en eldre utgave ($older) å oppgradere fra" older_built
timed 'installasjon av den eldre, med apt' install_older
timed 'prøvekjøring uten nett: register, dokumenter, vindu' smoke_older
timed 'oppgradering: ny utgave, samme register' upgrade
timed 'menyvalg, ikon, filtype, manualsider' desktop
timed 'kommandolinje og regnearkets barneprosess' command_line
timed 'samme dokumenter som fra kildekoden' same_papers
timed 'eldre over nyere: nektet' refuse_older
timed 'programmet er åpent: nektet, og det virker videre' open_window
timed 'fjernet: bare brukerens egne data igjen' remove
timed 'ikke plass: nektet' refuse_full
timed 'disken tar slutt midt i: den gamle virker' roll_back

du -sh "$deb" | awk '{ print $1, $2 }'
summed_up
