#!/bin/sh
# Makes the Debian package: dist/husrom_VERSION_amd64.deb.
#
#   sh installer/dev package linux [--fast] [--version X] [--repack] [--out DIR] [--check-reproducible]
#
#   --fast                weaker compression: for CI
#   --version X           another version than pyproject.toml's: for trials of upgrading
#   --repack              only packs the folder of the last build anew (with --version)
#   --check-reproducible  builds twice, in two folders, and compares
#
# It is packed with the Python of the machine it is built on, and needs that machine's libc or a newer one: build on the
# oldest system that is served. The system's other libraries are asked for by name, so that the system keeps them safe.
# HUSROM_MAINTAINER («Name <address>») is who answers for the package.
set -eu
unset CDPATH
cd "$(dirname "$0")/../.."

here=installer/linux
python=.venv-package/bin/python
work=build/linux
level=12

own_option() {
    [ "$1" = --fast ] || return 1
    level=3 given="$given --fast" taken=1
}

. installer/building.sh
options "$@"
debian=$(debian_version "$version")
export PYTHONHASHSEED=1 QT_QPA_PLATFORM=offscreen
frozen=$work/frozen/husrom tree=$work/tree
package=$out/husrom_${debian}_amd64.deb
umask 022

if [ -n "$twice" ]; then
    sh $0 $given --version "$version" --out "$out" --work "$work"
    sh $0 $given --version "$version" --out "$work-again/dist" --work "$work-again"
    cmp "$package" "$work-again/dist/${package##*/}" || stop 'To bygg ble ulike.'
    echo 'To bygg ble like, byte for byte.'
    exit 0
fi

freeze() {
    rm -rf "$work"
    mkdir -p "$work"
    if ! .venv-package/bin/pyinstaller --log-level WARN --noconfirm --workpath "$work/pyinstaller" \
        --distpath "$work/frozen" $here/husrom.spec >"$work/freeze.log" 2>&1; then
        tail -n 30 "$work/freeze.log" >&2
        exit 1
    fi
    strip --strip-debug "$frozen"/_internal/sqlcipher3/*.so # 13 MB that only its makers read
    sh installer/update-key.sh "$frozen/_internal/resources"
    step "frosset: $(find "$frozen" -type f | wc -l) filer, $(du -sm --apparent-size "$frozen" | cut -f 1) MB"
    $python installer/icons.py "$work/icons"
    packages=$(ls -d .venv-package/lib/python3.*/site-packages)
    $python installer/notices.py --packages "$packages" --tree "$frozen/_internal" "$work/NOTICES.txt"
    $python installer/sbom.py --packages "$packages" --system linux --tree "$frozen/_internal" "$work/sbom.json"
    $python $here/needed.py "$frozen" >"$work/depends"
    step 'papirene er skrevet'
}

fill() { # fill SOURCE TARGET: the words that differ from build to build
    sed -e "s/@VERSION@/$debian/g" -e "s/@KILOBYTES@/$kilobytes/g" -e "s/@MEGABYTES@/$((kilobytes / 1024 + 1))/g" \
        -e "s/@DEPENDS@/$(cat "$work/depends")/" \
        -e "s/@MAINTAINER@/${HUSROM_MAINTAINER:-Husrom <husrom@example.invalid>}/" "$1" >"$2"
}

squeezed() { gzip -9n <"$1" >"$2"; }

lay_out() {
    rm -rf "$tree"
    doc=$tree/usr/share/doc/husrom man=$tree/usr/share/man
    mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib" "$doc" "$man/man1" \
        "$tree/usr/share/applications" "$tree/usr/share/mime/packages" "$tree/usr/share/lintian/overrides"
    cp -a "$frozen" "$tree/usr/lib/husrom"
    who=$tree/usr/lib/husrom/_internal/husrom-$version.dist-info
    mkdir "$who"
    printf 'Metadata-Version: 2.4\nName: husrom\nVersion: %s\nLicense-Expression: EUPL-1.2\n' "$version" >"$who/METADATA"
    for command in husrom husrom-app; do
        ln -s ../lib/husrom/husrom "$tree/usr/bin/$command"
        sed "s/@VERSION@/$version/" "$here/$command.1" >"$work/page"
        squeezed "$work/page" "$man/man1/$command.1.gz"
    done
    cp $here/husrom.desktop "$tree/usr/share/applications/"
    cp $here/husrom.xml "$tree/usr/share/mime/packages/"
    cp $here/lintian-overrides "$tree/usr/share/lintian/overrides/husrom"
    for size in 16 22 24 32 48 64 128 256 512; do
        hicolor=$tree/usr/share/icons/hicolor/${size}x$size/apps
        mkdir -p "$hicolor"
        cp "$work/icons/husrom-$size.png" "$hicolor/husrom.png"
    done
    mkdir -p "$tree/usr/share/icons/hicolor/scalable/apps"
    cp resources/icons/husrom.svg "$tree/usr/share/icons/hicolor/scalable/apps/"
    cp $here/copyright "$doc/"
    squeezed "$work/NOTICES.txt" "$doc/NOTICES.txt.gz"
    squeezed "$work/sbom.json" "$doc/sbom.json.gz"
    squeezed LICENSE "$doc/EUPL-1.2.txt.gz"
    squeezed CHANGELOG.md "$doc/NEWS.md.gz"
    changelog >"$work/changelog"
    squeezed "$work/changelog" "$doc/changelog.gz"
}

changelog() {
    printf 'husrom (%s) stable; urgency=medium\n\n  * Det som er nytt, står i NEWS.md.gz.\n\n -- %s  %s\n' "$debian" \
        "${HUSROM_MAINTAINER:-Husrom <husrom@example.invalid>}" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
}

about_package() {
    kilobytes=$(du -sk --apparent-size "$tree/usr" | cut -f 1)
    fill $here/control.in "$tree/DEBIAN/control"
    fill $here/preinst.in "$tree/DEBIAN/preinst"
    cp $here/prerm "$tree/DEBIAN/prerm"
    find "$tree" -type d -exec chmod 755 {} +
    find "$tree" -type f -exec chmod 644 {} +
    chmod 755 "$tree/usr/lib/husrom/husrom" "$tree/DEBIAN/preinst" "$tree/DEBIAN/prerm"
    (cd "$tree" && find usr -type f | LC_ALL=C sort | tr '\n' '\0' | xargs -0 md5sum) >"$work/md5sums"
    mv "$work/md5sums" "$tree/DEBIAN/md5sums"
    find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
}

[ -n "$repack" ] || freeze
[ -d "$frozen" ] || stop 'Det finnes ikke noe tidligere bygg å pakke på nytt.'
lay_out
about_package
mkdir -p "$out"
dpkg-deb --root-owner-group -Zzstd -z$level --build "$tree" "$package" >/dev/null
step "$package"
ls -l "$package" | awk '{ printf "%6.1f MB  %s\n", $5 / 1e6, $NF }'
sha256sum "$package"
