# What the builds begin with: the options that all of them take, the version, the time. Read with «.» in the project's folder,
# after `work` is set.

. installer/version.sh

out=dist
version=''
repack=''
twice=''
given=''

# options WORDS ...: what is not shared is asked of own_option, which sets `taken` to 1 where no word belongs to the option,
# and ends in an error where it does not know it
options() {
    while [ $# -gt 0 ]; do
        taken=2
        case $1 in
            --repack) repack=yes taken=1 ;;
            --check-reproducible) twice=yes taken=1 ;;
            --version) version=$2 ;;
            --out) out=$2 ;;
            --work) work=$2 ;;
            *) own_option "$@" || { sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2; exit 2; } ;;
        esac
        shift $taken
    done
    [ -n "$version" ] || version=$(project_version .)
}

stop() {
    echo "$*" >&2
    exit 1
}

begun=$(date +%s)
step() { printf '%4d s  %s\n' $(($(date +%s) - begun)) "$*"; }

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 1735689600)}
export SOURCE_DATE_EPOCH
export LC_ALL=C.UTF-8 TZ=UTC
