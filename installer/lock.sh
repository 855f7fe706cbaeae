#!/bin/sh
# Rebuilds the locks from pyproject.toml: every wheel of every system, by hash and without any address.
#   requirements.lock  what development and tests need      runtime.lock  what is shipped      package.lock  that and the packagers
# Needs uv (in PATH, .venv or .venv-package). Run it after a change of dependencies, read the difference, commit all three.
set -eu
unset CDPATH
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PWD/.venv-package/bin:$PATH"

# hatchling (with editables) builds the project itself, from the same locked set instead of one fetched on the side
lock() {
    name=installer/$1.lock
    shift
    printf '%s\n' hatchling editables | uv pip compile --quiet --universal --python-version 3.11 \
        --only-binary :all: --generate-hashes --no-header "$@" --output-file "$name" pyproject.toml -
    nameless "$name"
}

nameless() {
    if grep -n '://' "$1"; then
        echo "$1 names an address: take it out before anyone commits it" >&2
        exit 1
    fi
}

lock requirements --group test --group gate "$@"
lock package --group package --constraint installer/requirements.lock
uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: --generate-hashes \
    --no-header --constraint installer/requirements.lock --output-file installer/runtime.lock pyproject.toml
nameless installer/runtime.lock
