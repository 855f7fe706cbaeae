# How the trials of the packages go on and tell: each step timed, none stopping the rest. Read with «.» after `tried` is set.

say() { printf '\n== try %s: %s\n' "$tried" "$*"; }
fail() {
    echo "IKKE I ORDEN: $*" >&2
    return 1
}

begun=$(date +%s)
times=''
failed=''
# timed LABEL COMMAND ...: goes on after a failure, so that one run tells all that is wrong
timed() {
    label=$1
    shift
    started=$(date +%s)
    say "$label"
    set +e # in a condition the shell would go on after a failing line inside
    (set -e; "$@")
    status=$?
    set -e
    verdict=ok
    [ $status = 0 ] || { verdict=FEIL; failed="$failed
  $label"; }
    times="$times
  $(printf '%4d s  %-4s  %s' $(($(date +%s) - started)) $verdict "$label")"
}

# summed_up: all the times, and an end in an error where any step failed
summed_up() {
    say "i alt $(($(date +%s) - begun)) s:$times"
    if [ -n "$failed" ]; then
        say "IKKE I ORDEN:$failed"
        exit 1
    fi
    say ok
}
