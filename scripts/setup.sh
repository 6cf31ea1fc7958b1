# Sourced by the other scripts: `need run` or `need dev` makes sure that .venv is there and fits pyproject.toml.
# It finds the checkout and says what it does on stderr.

script=$0
if [ -L "$script" ]; then script=$(readlink -f "$script"); fi
case $script in
*/*) root=${script%/*}/.. ;;
*) root=.. ;;
esac
venv=$root/.venv

find_python() {
    for name in python3 python3.13 python3.12 python3.11 python; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "showstatus: Python 3.11 or newer is needed and none was found; install one, then try again." >&2
    return 1
}

# Two first uses at once: the second waits until the first is done.
take_turn() {
    tries=0
    until mkdir "$root/.venv.lock" 2>/dev/null; do
        tries=$((tries + 1))
        if [ "$tries" -gt 300 ]; then
            echo "showstatus: another set-up seems to hang; remove $root/.venv.lock and try again." >&2
            exit 1
        fi
        sleep 1
    done
    trap 'rmdir "$root/.venv.lock" 2>/dev/null' EXIT
    trap 'exit 130' INT TERM
}

install_into_venv() {
    python=$(find_python) || exit 1
    "$python" -m venv "$venv" >&2 || {
        echo "showstatus: no virtual environment could be made; on Debian install python3-venv." >&2
        exit 1
    }
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable "$1" >&2 || {
        echo "showstatus: the packages could not be installed; the lines above say why." >&2
        exit 1
    }
}

need() {
    stamp=$venv/.ready-$1
    if [ "$stamp" -nt "$root/pyproject.toml" ]; then return; fi
    take_turn
    if ! [ "$stamp" -nt "$root/pyproject.toml" ]; then
        echo "showstatus: setting up .venv, once…" >&2
        if [ "$1" = dev ]; then
            install_into_venv "$root[dev]"
            touch "$venv/.ready-run" # what developers need includes what a run needs
        else
            install_into_venv "$root"
        fi
        touch "$stamp"
    fi
    rmdir "$root/.venv.lock"
    trap - EXIT INT TERM
}
