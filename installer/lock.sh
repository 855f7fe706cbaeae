#!/bin/sh
# Rebuilds installer/requirements.lock from pyproject.toml: every wheel of every system, by hash and without any address.
# Needs uv (in PATH or in .venv). Run it after a change of dependencies, read the difference, commit both.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
lock=installer/requirements.lock

# hatchling (with editables) builds the project itself, from the same locked set instead of one fetched on the side
printf '%s\n' hatchling editables | uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
    --generate-hashes --no-header --group test --group gate "$@" --output-file "$lock" pyproject.toml -

if grep -n '://' "$lock"; then
    echo "$lock names an address: take it out before anyone commits it" >&2
    exit 1
fi
