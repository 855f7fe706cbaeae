# Wine for those who build and try: a prefix of one's own, no questions, no crash dialogs, and an end to every call.
# Sourced, after `prefix` is set to the folder (a whole path).

export WINEPREFIX="$prefix" WINEARCH=win64 WINEDEBUG=-all
export WINEDLLOVERRIDES="${overrides:+$overrides;}mscoree,mshtml=;winedbg.exe,winemenubuilder.exe=d"

wine_start() {
    mkdir -p "$prefix"
    # the first start fills the prefix; a locked-up one must not hold a build
    timeout -k 5 120 wineboot --init </dev/null 2>&1 | cat >"$prefix/start.log"
    timeout -k 5 60 wineserver -w || true
    [ -d "$prefix/drive_c/windows/system32" ] || {
        cat "$prefix/start.log" >&2
        echo 'Wine kom ikke i gang.' >&2
        return 1
    }
}

# wine_run SECONDS PROGRAM ...: its words on standard output, its exit status; Wine's Python wants pipes, never files
wine_run() {
    limit=$1
    shift
    {
        { timeout -k 5 "$limit" wine "$@" </dev/null 2>&1; echo $? >"$prefix/status"; } | tr -d '\r'
    }
    return "$(cat "$prefix/status")"
}

wine_stop() {
    timeout -k 2 20 wineserver -k || true
}
