#!/bin/sh
# Makes the publisher's pair of keys for updates, once.
#
#   sh installer/new-key.sh [--open] FILE
#
# FILE becomes the secret half, under a passphrase minisign asks for (--open: without one, for trials only), and
# FILE.pub the public half. Nothing is overwritten, and no place inside the project is taken.
#
# The secret half stays with whoever gives Husrom out, on a disk that is not the build machine's, with a copy in a
# safe. Whoever has it can make an update every office trusts; when it is lost, the offices need a new program from
# hand to hand before they can trust another update. The public half is no secret: build the packages with
# HUSROM_UPDATE_PUB=FILE.pub, and they carry it as resources/update.pub.
set -eu
unset CDPATH
project=$(cd "$(dirname "$0")/.." && pwd -P)

refuse() {
    echo "new-key.sh: $*" >&2
    exit 2
}

open=''
if [ "${1:-}" = --open ]; then
    open=-W
    shift
fi
[ $# = 1 ] || refuse 'usage: sh installer/new-key.sh [--open] FILE'
folder=$(cd "$(dirname "$1")" && pwd -P) || refuse 'its folder does not exist'
secret=$folder/$(basename "$1")
case $secret in
    "$project"/*) refuse 'not inside the project: the secret key must never be committed' ;;
esac
for file in "$secret" "$secret.pub"; do
    [ ! -e "$file" ] || refuse "$file is there already"
done
command -v minisign >/dev/null || refuse 'minisign is missing (apt install minisign)'

umask 077
minisign -G $open -s "$secret" -p "$secret.pub" >/dev/null
chmod 644 "$secret.pub"
cat <<TEXT
Secret: $secret (keep it away from here, with a copy in a safe)
Public: $secret.pub (build with HUSROM_UPDATE_PUB=$secret.pub)
TEXT
