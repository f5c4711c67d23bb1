# shellcheck shell=bash
# What every script here shares: where things are, how we talk, how we remember what is done.
set -euo pipefail

# Paths that a person gives mean the folder that he stands in; every script has gone to its own before it reads this.
CALLER=${OLDPWD:-$PWD}
for path in LECTERN_STATE LECTERN_NOTEBOOKS LECTERN_LECTURE LECTERN_M2 LECTERN_DATA_DIR LECTERN_CACHE LECTERN_CPUINFO \
    LECTERN_BENCH_VENV JAVA_HOME; do
    case ${!path:-} in
        '' | /*) ;;
        '~' | '~/'*) export "$path=${HOME:-}${!path#\~}" ;;
        *) export "$path=$CALLER/${!path}" ;;
    esac
done
unset path

# Names of files may hold any letter, and Java and Maven read them only in a locale that knows it. Where there is none (a
# service, a spawner, LC_ALL=C, a language that is not installed) one is set, as Python does for itself.
GIVEN_LOCALE=${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}
knows_letters() {
    local letter=ä
    ((${#letter} == 1)) && { ! command -v locale >/dev/null || [[ $(locale charmap 2>&1) == UTF-8 ]]; }
}
LETTERS=given
if ! knows_letters; then
    LETTERS=set
    # The second is for macOS.
    for locale in C.UTF-8 en_US.UTF-8; do
        export LC_ALL=$locale
        if knows_letters; then break; fi
    done 2>/dev/null
    unset locale
fi

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
ENVIRONMENT=$ROOT/environment
STATE=${LECTERN_STATE:-$ROOT/.lectern}
VENV=$STATE/venv
LIB=$STATE/lib
LOG=$STATE/log
STAMPS=$STATE/stamps

if [[ -t 1 && -z ${NO_COLOR:-} ]]; then
    BOLD=$'\e[1m' RED=$'\e[31m' GREEN=$'\e[32m' YELLOW=$'\e[33m' PLAIN=$'\e[0m'
else
    BOLD='' RED='' GREEN='' YELLOW='' PLAIN=''
fi

# What small sizes gave is kept apart from what the lectures say: `executed$(mode)` is one folder for each.
mode() { [[ ${LECTERN_QUICK:-} != 1 ]] || printf '%s' -quick; }

# One line of progress.
say() { printf '%s▸%s %s\n' "$BOLD" "$PLAIN" "$*"; }

# Something to know that stops nothing.
warn() { printf '%s! %s%s\n' "$YELLOW" "$*" "$PLAIN" >&2; }

# The end, with what to do next.
die() {
    printf '%s✗ %s%s\n' "$RED" "$1" "$PLAIN" >&2
    shift
    (($#)) && printf '  %s\n' "$@" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

is_root() { [[ ${LECTERN_ASSUME_USER:-} != plain && $(id -u) == 0 ]]; }

# Can packages of the distribution be installed without asking anybody?
can_apt() { is_root && has apt-get; }

# Installs packages of the distribution, quietly; the lists are read anew only once a day.
apt_install() {
    mkdir -p "$LOG"
    say "installing with apt: $*"
    if [[ -z $(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -mtime -1 -print -quit 2>/dev/null) ]]; then
        apt-get update -qq >"$LOG/apt.log" 2>&1 || warn "apt-get update failed; trying with the lists at hand (see $LOG/apt.log)"
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >>"$LOG/apt.log" 2>&1
}

# Does the distribution have this package?
apt_offers() { has apt-cache && apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [^(]'; }

# stamp_is NAME VALUE: was NAME last finished with this very VALUE?
stamp_is() { [[ -f $STAMPS/$1 && $(<"$STAMPS/$1") == "$2" ]]; }

stamp_set() {
    mkdir -p "$STAMPS"
    printf '%s' "$2" >"$STAMPS/$1"
}

# Runs a long command with its output in a log; shows the end of the log when it fails.
logged() {
    local name=$1
    shift
    mkdir -p "$LOG"
    if ! "$@" >"$LOG/$name.log" 2>&1; then
        tail -n 30 "$LOG/$name.log" >&2
        return 1
    fi
}

checksum() { cat "$@" | sha256sum | cut -d' ' -f1; }

# A folder that cannot be written is said at once, not by whichever tool stumbles over it first.
require_state() {
    mkdir -p "$STATE" 2>/dev/null && [[ -w $STATE ]] \
        || die "$STATE cannot be written, and that is where Lectern keeps what it builds." \
            "Make the folder writable, or choose another one: LECTERN_STATE=/some/folder make ..."
}

# Megabytes that are free where a folder lies.
free_mb() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }

# require_space MB WHAT: a step that would fill the disk is not begun.
require_space() {
    local needed=${LECTERN_DISK_MB:-$1} free
    require_state
    free=$(free_mb "$STATE")
    ((free >= needed)) || die "$2 needs $needed MB, and $free MB are free where $STATE lies." \
        "Make room there, or keep what is built on another disk: LECTERN_STATE=/some/folder make ..."
}

# Whatever failed, a full disk is the reason; said last, where people look.
tell_full_disk() {
    local status=$? free
    free=$(free_mb "$STATE" 2>/dev/null || true)
    if ((status != 0)) && [[ $free =~ ^[0-9]+$ ]] && ((free < 20)); then
        printf '%s✗ The disk is full: %s MB are free where %s lies.%s\n' "$RED" "$free" "$STATE" "$PLAIN" >&2
        printf '  %s\n' "Make room and run the same command again; it goes on where it stopped." >&2
    fi
    return "$status"
}

# Two `make` at once in one checkout wait for one another instead of spoiling each other's work.
lock_state() {
    require_state
    has flock || return 0
    exec 9>"$STATE/lock"
    if ! flock -n 9; then
        say "another make is preparing this checkout; waiting for it"
        flock 9
    fi
}

unlock_state() { exec 9>&-; }
