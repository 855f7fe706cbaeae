#!/bin/sh
# Makes the Windows installers on Linux: dist/husrom-VERSION-setup.exe (per user) and dist/husrom-VERSION.msi (per machine).
#
#   sh installer/dev package windows [--fast | --plain] [--version X] [--repack] [--out DIR] [--check-reproducible]
#                                    [--python-zip FILE --sha256 HEX]
#
#   --fast, --plain       weaker compression, for CI; none, for trials
#   --version X           another version than pyproject.toml's: for trials of upgrading
#   --repack              only packs the folder of the last build anew (with --version)
#   --check-reproducible  builds twice, in two folders, and compares
#   --python-zip          a newer embeddable Python for 64-bit Windows, with the digest its publisher tells
#
# All but Python comes from the hash-locked list; Python is checked by digest and by its signatures.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."

here=installer/windows
python=.venv-package/bin/python
work=build/windows
compressor=lzma
zip=''
digest=''

own_option() {
    case $1 in
        --fast) compressor=zlib given="$given --fast" taken=1 ;;
        --plain) compressor=none given="$given --plain" taken=1 ;;
        --python-zip) zip=$2 ;;
        --sha256) digest=$2 ;;
        *) return 1 ;;
    esac
}

. installer/building.sh
options "$@"

pinned() { awk -v name="$1" '$2 == name { print $1 }' $here/python.sha256; }
digest_of() { sha256sum "$1" | cut -d ' ' -f 1; }

# the embeddable Python as its publisher zipped it, in $zip
python_archive() {
    if [ -n "$zip" ]; then
        [ -n "$digest" ] || stop '--python-zip krever --sha256, slik utgiveren oppgir den.'
        [ "$(digest_of "$zip")" = "$digest" ] || stop "$zip har ikke den oppgitte kontrollsummen."
        return 0
    fi
    archive=$(awk '$2 ~ /tar.gz$/ { print $2 }' $here/python.sha256)
    source=build/fetched
    mkdir -p $source
    if [ "$(digest_of "$source/$archive" 2>/dev/null)" != "$(pinned "$archive")" ]; then
        rm -f "$source/$archive"
        $python $here/fetch.py "$(echo "$archive" | sed 's/^\(.*\)-\(.*\)\.tar\.gz/\1==\2/; s/_/-/')" $source
    fi
    [ "$(digest_of "$source/$archive")" = "$(pinned "$archive")" ] || stop "$archive er ikke den som er låst i python.sha256."
    rm -rf "$work/archive"
    mkdir -p "$work/archive"
    tar -xzf "$source/$archive" -C "$work/archive"
    zip=$(find "$work/archive" -name data.zip)
    [ "$(digest_of "$zip")" = "$(pinned data.zip)" ] || stop 'Python-arkivet er ikke det som er låst i python.sha256.'
}

# Unpacked to TREE/python; every program file in it is signed by its maker, or stands in python.sha256.
python_runtime() {
    rm -rf "$work/runtime"
    unzip -qo "$zip" -d "$work/runtime"
    inside=$(dirname "$(find "$work/runtime" -name pythonw.exe)")
    mkdir -p "$tree"
    mv "$inside" "$tree/python"
    series=$(basename "$tree"/python/python3??.dll .dll)
    roots=$work/roots.pem
    cat $here/microsoft-root-2020.pem /etc/ssl/certs/ca-certificates.crt >"$roots"
    signed=0
    for file in "$tree"/python/*.exe "$tree"/python/*.dll "$tree"/python/*.pyd; do
        if osslsigncode verify -ignore-crl -CAfile "$roots" -TSA-CAfile "$roots" -in "$file" >"$work/verify.log" 2>&1; then
            signed=$((signed + 1))
        elif [ "$(digest_of "$file")" != "$(pinned "$(basename "$file")")" ]; then
            stop "$(basename "$file") har verken en gyldig signatur eller en låst kontrollsum."
        fi
    done
    # what the program may load, and nothing of the machine's own Pythons
    printf '%s.zip\r\n.\r\n..\\lib\r\n..\r\n' "$series" >"$tree/python/$series._pth"
    step "Python ($series): $signed filer med gyldig signatur"
}

wheels() {
    rm -rf "$packages"
    set --
    [ ! -d installer/wheelhouse ] || set -- --no-index --find-links installer/wheelhouse
    if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then # the index pip is set to serves uv as well
        index=$($python -m pip config list | sed -n "s/^[a-z:]*\.index.url='\(.*\)'$/\1/p" | tail -n 1)
        [ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
    fi
    .venv-package/bin/uv pip install --quiet --python $python --target "$packages" --link-mode copy \
        --python-platform x86_64-pc-windows-msvc --python-version "$(echo "$series" | sed 's/python3/3./')" \
        --only-binary :all: --require-hashes "$@" --requirement installer/runtime.lock
}

# Byte code made by the Python that is shipped, so that nothing is written to the program's folder when it runs.
byte_code() {
    rm -rf "$work/wine" "$work/compiler"
    prefix=$(cd "$work" && pwd)/wine
    . $here/wine.sh
    cp -r "$tree/python" "$work/compiler"
    rm "$work/compiler/$series._pth" # it shuts out the environment, and with it PYTHONHASHSEED
    $python $here/tree.py sources "$tree" "$work/sources.zip"
    wine_start
    step 'Wine er oppe'
    (
        export PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
        wine_run 300 "$work/compiler/python.exe" $here/compile.py "$work/sources.zip" "$work/code.zip"
    ) || { wine_stop; stop 'Kildekoden kunne ikke oversettes til bytekode.'; }
    wine_stop
    $python $here/tree.py code "$tree" "$work/code.zip"
    rm -rf "$prefix" "$work/compiler"
}

# Qt's and Python's files keep their makers' signatures; those that have none get ours, where there is a certificate.
sign_tree() {
    [ -n "${SIGN_CMD:-}" ] || return 0
    find "$tree" -name '*.dll' -o -name '*.pyd' -o -name '*.exe' | sort | while read -r file; do
        osslsigncode extract-signature -in "$file" -out "$work/signature" >/dev/null 2>&1 || sh installer/sign.sh "$file"
        rm -f "$work/signature"
    done
}

make_tree() {
    rm -rf "$work"
    mkdir -p "$work"
    python_archive
    python_runtime
    wheels
    step 'pakkene er hentet'
    $python $here/tree.py trim "$packages" "$tree"
    $python $here/tree.py ours "$tree" "$version"
    sh installer/update-key.sh "$tree/resources"
    $python $here/tree.py check "$packages" "$tree"
    cp $here/husrom.cmd "$tree/"
    papers
    byte_code
    sign_tree
    step "mappen er klar: $(find "$tree" -type f | wc -l) filer, $(du -sm --apparent-size "$tree" | cut -f 1) MB"
}

papers() {
    $python installer/notices.py --packages "$packages" --tree "$tree" "$tree/NOTICES.txt"
    $python installer/sbom.py --packages "$packages" --system windows --tree "$tree" "$tree/sbom.json"
    if [ -f installer/icons.py ]; then
        QT_QPA_PLATFORM=offscreen $python installer/icons.py "$work/icons"
        cp "$work/icons/husrom.ico" "$tree/husrom.ico"
    fi
}

pack() {
    mkdir -p "$out"
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    setup=$out/husrom-$version-setup.exe msi=$out/husrom-$version.msi
    rm -f "$setup" "$msi"
    icon=''
    [ ! -f "$tree/husrom.ico" ] || icon="-DICON=$(pwd)/$tree/husrom.ico"
    nice -n 5 makensis -V2 -NOCD -INPUTCHARSET UTF8 "-DVERSION=$version" "-DTREE=$tree" "-DOUT=$setup" \
        "-DCOMPRESSOR=$compressor" "-DMEGABYTES=$(du -sm "$tree" | cut -f 1)" $icon $here/setup.nsi
    step "$setup"
    $python $here/msi.py "$tree" "$version" "$work/husrom.wxs"
    wixl -a x64 -D "TREE=$tree" -o "$msi" "$work/husrom.wxs"
    $python $here/msi.py seal "$msi" "$work/husrom.wxs"
    step "$msi"
    if [ -f installer/sign.sh ]; then
        sh installer/sign.sh "$setup" "$msi"
    fi
}

tree=$work/tree packages=$work/packages

if [ -n "$twice" ]; then
    given="$given --version $version${zip:+ --python-zip $zip --sha256 $digest}"
    sh $0 $given --work "$work" --out "$out"
    sh $0 $given --work "$work-again" --out "$work-again/dist"
    for file in "husrom-$version-setup.exe" "husrom-$version.msi"; do
        cmp "$out/$file" "$work-again/dist/$file" || stop "To bygg av $file ble ulike."
    done
    echo 'To bygg ble like, byte for byte.'
    exit 0
fi

if [ -n "$repack" ]; then
    [ -d "$tree" ] || stop 'Det finnes ikke noe tidligere bygg å pakke på nytt.'
    $python $here/tree.py named "$tree" "$version"
else
    make_tree
fi
pack
ls -l "$out/husrom-$version-setup.exe" "$out/husrom-$version.msi" | awk '{ printf "%6.1f MB  %s\n", $5 / 1e6, $NF }'
sha256sum "$out/husrom-$version-setup.exe" "$out/husrom-$version.msi"
