#!/bin/sh
# Makes the virtual environment .venv. Plain shell: it must explain itself even where no usable Python is.
#
# usage: scripts/venv.sh PYTHON
set -eu
wanted="${1:-python3}"
cd "$(dirname "$0")/.."

new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=""
for candidate in "$wanted" python3.14 python3.13 python3.12 python3.11 python3 python; do
    if new_enough "$candidate"; then
        python="$candidate"
        break
    fi
done
if [ -z "$python" ]; then
    found="$("$wanted" --version 2>&1 || true)"
    echo "gongkai needs Python 3.11 or newer; '$wanted' is: ${found:-not found}" >&2
    echo "Install a newer Python, or name one: make site PYTHON=/path/to/python3.11" >&2
    exit 1
fi

make_venv() {
    rm -rf .venv
    "$python" -m venv .venv
}

# Debian keeps venv's ensurepip in a package of its own, python3-venv.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version="$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')"
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        echo "Installing ${version}-venv ..."
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${version}-venv" </dev/null
    else
        echo "$python cannot make virtual environments: its module ensurepip is missing." >&2
        echo "On Debian and Ubuntu: sudo apt install ${version}-venv, then run make again." >&2
        echo "Elsewhere: install Python from its own installer, or make PYTHON=/path/to/another/python3" >&2
        exit 1
    fi
fi

if ! make_venv; then
    rm -rf .venv
    echo "$python could not make the virtual environment .venv; its message stands above." >&2
    exit 1
fi
echo "Made .venv with $("$python" --version 2>&1)."
