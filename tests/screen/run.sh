#!/bin/sh
# Called by `installer/dev screen` under xvfb and a session bus of its own: a home, a keyboard, a window manager, the story.
# HUSROM_PICTURES=FOLDER also takes a picture of every page: light, dark, high contrast, and at twice the size.
set -eu
cd "$(dirname "$0")/../.."

home=$(mktemp -d)
manager=''
leave() {
    [ -z "$manager" ] || kill "$manager" 2>/dev/null || :
    rm -rf "$home"
}
trap leave EXIT
mkdir -p "$home/run" "$home/config/openbox" "$home/bin"
chmod 700 "$home/run"
printf '%%PDF-1.7\n1 0 obj <</Type /Page>>\n' >"$home/avtale.pdf"
cp tests/files/sheets/boliger_kobo_latin1.csv "$home/boliger.csv"
# a printer that keeps the last paper it was given
printf '#!/bin/sh\ncat >"$HOME/printed.pdf"\n' >"$home/bin/lp"
chmod +x "$home/bin/lp"
export PATH="$home/bin:$PATH"
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
export XDG_STATE_HOME="$home/state" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_IM_MODULE=none LC_ALL=C.UTF-8
export QT_LOGGING_RULES='qt.accessibility.atspi*=false' PYTHONFAULTHANDLER=1

# the whole screen for the window, no key taken by the manager but Alt+F4
cat >"$XDG_CONFIG_HOME/openbox/rc.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <keyboard><keybind key="A-F4"><action name="Close"/></keybind></keyboard>
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
    <application type="dialog"><decor>no</decor></application>
  </applications>
</openbox_config>
XML
setxkbmap no
openbox 2>/dev/null &
manager=$!

# the accessibility bus says some harmless things of its own
/usr/bin/python3 -B -m tests.screen "$@" 2>"$home/said" && code=0 || code=$?
grep -v -e 'GetApplicationBusAddress' -e 'fd limit' "$home/said" >&2 || :
[ ! -e "$home/stopped" ] || cat "$home/stopped"
exit "$code"
