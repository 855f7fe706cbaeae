#!/bin/sh
# Lists what is given out, so that whoever receives it can see that it is whole and genuine.
#
#   sh installer/sums.sh [--version X] [DIST]
#
# Writes DIST/SHA256SUMS (dist/ unless given) over the packages of one version: the project's own, or X.
# With HUSROM_UPDATE_KEY naming the publisher's secret file (outside the project; installer/new-key.sh makes one)
# also DIST/SHA256SUMS.minisig, by minisign, which signs this comment together with the list:
#
#   husrom VERSION DAY        as «husrom 0.2.0 2026-11-24»; the day is SOURCE_DATE_EPOCH's, else today's
#
# With HUSROM_UPDATE_PUB naming the public file, the signature is held against it before it gets its name: that is
# the file the packages carry as resources/update.pub.
set -eu
unset CDPATH
project=$(cd "$(dirname "$0")/.." && pwd -P)

refuse() {
    echo "sums.sh: $*" >&2
    exit 2
}

. "$project/installer/version.sh"
version=$(project_version "$project")
if [ "${1:-}" = --version ]; then
    version=${2:?--version needs a version}
    shift 2
fi
[ $# -le 1 ] || refuse 'usage: sh installer/sums.sh [--version X] [DIST]'
case $version in
    '' | *[!0-9a-z.]*) refuse "«$version» is no version" ;;
esac

key='' public=''
if [ -n "${HUSROM_UPDATE_KEY:-}" ]; then
    [ -f "$HUSROM_UPDATE_KEY" ] || refuse 'HUSROM_UPDATE_KEY names no file'
    key=$(readlink -f "$HUSROM_UPDATE_KEY")
    case $key in
        "$project"/*) refuse 'the secret key lies inside the project: move it out, and never commit it' ;;
    esac
    command -v minisign >/dev/null || refuse 'minisign is missing (apt install minisign)'
fi
if [ -n "${HUSROM_UPDATE_PUB:-}" ]; then
    public=$(readlink -f "$HUSROM_UPDATE_PUB")
fi
cd "${1:-$project/dist}"

# «~» where Debian writes 0.2.0rc1 as 0.2.0~rc1
debian=$(debian_version "$version")
found=''
for file in "husrom-$version"-* "husrom-$version".[a-z]* "husrom_$version"_* "husrom_$debian"_*; do
    case $found in
        *"
$file"*) continue ;; # where both Debian names are the same
    esac
    [ ! -f "$file" ] || found="$found
$file"
done
[ -n "$found" ] || refuse "no package of version $version in $(pwd)"

fresh=$(mktemp -d ./.sums-XXXXXX)
trap 'rm -rf "$fresh"' EXIT
echo "$found" | sed 1d | LC_ALL=C sort | tr '\n' '\0' | xargs -0 sha256sum -- >"$fresh/SHA256SUMS"

if [ -n "$key" ]; then
    day=$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%F)
    minisign -S -s "$key" -m "$fresh/SHA256SUMS" -t "husrom $version $day" -c 'SHA256SUMS of Husrom' >/dev/null
    if [ -n "$public" ]; then
        minisign -V -q -H -p "$public" -m "$fresh/SHA256SUMS" ||
            refuse 'the key does not belong to HUSROM_UPDATE_PUB: nothing is written'
    fi
fi

rm -f SHA256SUMS.minisig # one of another list would be worse than none
mv "$fresh/SHA256SUMS" SHA256SUMS
[ -z "$key" ] || mv "$fresh/SHA256SUMS.minisig" SHA256SUMS.minisig
cat SHA256SUMS
if [ -n "$key" ]; then
    echo "Signed as «husrom $version $day»."
else
    echo 'NOT SIGNED: HUSROM_UPDATE_KEY is not set. Whoever receives this can see that it is whole, not who made it.' >&2
fi
