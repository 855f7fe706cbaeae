#!/bin/sh
# Signs files for Windows (exe, dll, pyd, msi) with the publisher's own certificate, or says that they are not signed.
#
#   SIGN_CMD='...' sh installer/sign.sh FILE ...
#
# SIGN_CMD is a command line for sh that signs the file named "$1" where it lies. The certificate and its PIN belong to
# whoever gives Husrom out, on a token or in a service, never in the project. With a certificate in a file, as a trial:
#
#   SIGN_CMD='osslsigncode sign -certs cert.pem -key key.pem -h sha256 -n Husrom -in "$1" -out "$1.new" && mv "$1.new" "$1"'
#
# A file that has its maker's signature (Python's, Qt's) keeps it. After signing, each file is looked at: one that has
# no signature, or one that does not fit the file, ends the build. A signature holds its time, so that two builds are
# the same byte for byte only before they are signed.
set -eu
unset CDPATH

[ $# -gt 0 ] || { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; exit 2; }
for file in "$@"; do
    [ -f "$file" ] || { echo "sign.sh: $file finnes ikke" >&2; exit 1; }
done

if [ -z "${SIGN_CMD:-}" ]; then
    for file in "$@"; do
        echo "Ikke signert: $(basename "$file"). SIGN_CMD er ikke satt, og Windows vil advare om ukjent utgiver."
    done
    exit 0
fi
command -v osslsigncode >/dev/null || { echo 'sign.sh: osslsigncode mangler (apt install osslsigncode)' >&2; exit 1; }

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

has_signature() {
    rm -f "$place/signature"
    osslsigncode extract-signature -in "$1" -out "$place/signature" >"$place/log" 2>&1
}

# whoever issued the certificate need not be known here: only whether the signature is of these very bytes
fits() {
    osslsigncode verify -in "$1" >"$place/log" 2>&1 || true
    told=$(sed -n 's/^Calculated message digest *: *//p' "$place/log" | head -n 1)
    [ -n "$told" ] && [ "$told" = "$(sed -n 's/^Current message digest *: *//p' "$place/log" | head -n 1)" ] && return 0
    told=$(sed -n 's/^Calculated DigitalSignature *: *//p' "$place/log" | head -n 1)
    [ -n "$told" ] && [ "$told" = "$(sed -n 's/^Current DigitalSignature *: *//p' "$place/log" | head -n 1)" ]
}

for file in "$@"; do
    if has_signature "$file"; then
        echo "Har signatur fra før: $(basename "$file")"
        continue
    fi
    sh -c "$SIGN_CMD" sign "$file" >"$place/said" 2>&1 ||
        { cat "$place/said" >&2; echo "sign.sh: SIGN_CMD klarte ikke $file" >&2; exit 1; }
    has_signature "$file" && fits "$file" ||
        { cat "$place/log" >&2; echo "sign.sh: $file har ingen signatur som passer etter SIGN_CMD" >&2; exit 1; }
    echo "Signert: $(basename "$file")"
done
