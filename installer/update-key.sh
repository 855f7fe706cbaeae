#!/bin/sh
# Puts the publisher's public key where the program looks for it; called by what builds the packages.
#
#   sh installer/update-key.sh RESOURCES
#
# HUSROM_UPDATE_PUB names the public file (installer/new-key.sh makes one). Without it the package has no key: «Sjekk
# oppdateringsfil» then says so, and shows the digest of what was handed over, to be compared by eye.
set -eu
unset CDPATH

[ $# = 1 ] && [ -d "$1" ] || { echo 'usage: sh installer/update-key.sh RESOURCES' >&2; exit 2; }
if [ -z "${HUSROM_UPDATE_PUB:-}" ]; then
    rm -f "$1/update.pub"
    echo 'NO KEY for updates in this package: HUSROM_UPDATE_PUB is not set.' >&2
    exit 0
fi
if ! sed -n 2p "$HUSROM_UPDATE_PUB" | grep -qx 'RW[A-Za-z0-9+/]\{54\}' || [ "$(wc -l <"$HUSROM_UPDATE_PUB")" -ne 2 ]; then
    echo 'HUSROM_UPDATE_PUB is not the public key of minisign' >&2
    exit 2
fi
cp "$HUSROM_UPDATE_PUB" "$1/update.pub"
chmod 644 "$1/update.pub"
sed -n 1p "$1/update.pub"
