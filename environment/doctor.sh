#!/usr/bin/env bash
# Says what is there, what is missing, what it is needed for and how to get it. Changes nothing.
# Ends with 1 when something is missing that `make lab` cannot get by itself.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu build kernelspec packages; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done

missing=0

line() { printf '%s%s%s %-18s %s\n' "$1" "$2" "$PLAIN" "$3" "$4"; }
good() { line "$GREEN" ✓ "$1" "$2"; }
note() { line "$YELLOW" – "$1" "$2"; }
bad() {
    line "$RED" ✗ "$1" "$2"
    missing=1
}

# What `make lab` will do about a gap when it may; otherwise a gap is the person's to close.
gap() {
    local name=$1 automatic=$2 advice=$3
    if [[ -n $automatic ]]; then
        note "$name" "missing; make lab $automatic. By hand: $advice"
    else
        bad "$name" "missing. To get it: $advice"
    fi
}

check_system() {
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) good system "$(uname -s) on $(uname -m), processor level $(cpu_level): ND4J $(nd4j_classifier), $(cpu_count) threads" ;;
        *) note system "$(uname -s) on $(uname -m): tested on Linux x86_64 only; the native libraries are chosen as $(nd4j_classifier)" ;;
    esac
}

check_jdk() {
    local automatic=''
    if find_jdk; then
        good "JDK $JDK_FEATURE" "$JAVA_HOME"
        return
    fi
    if can_apt && apt_offers "$JDK_PACKAGE"; then
        automatic="installs $JDK_PACKAGE"
    elif find_python && [[ $(uname -s) == Linux ]]; then
        automatic="downloads one into ${STATE##*/}/"
    fi
    gap "JDK $JDK_FEATURE" "$automatic" "$(jdk_advice)"
}

check_python() {
    if find_python; then
        good Python "$PYTHON ($("$PYTHON" -c 'import platform; print(platform.python_version())'))"
    elif can_apt; then
        gap Python "installs it with apt" "$(python_advice)"
    else
        gap Python '' "$(python_advice) (3.10 or newer, with venv)"
    fi
}

check_maven() {
    if [[ -x $STATE/maven/bin/mvn ]]; then
        good Maven "$STATE/maven"
    elif has mvn; then
        good Maven "$(command -v mvn)"
    else
        gap Maven "downloads it into ${STATE##*/}/" "sudo apt-get install maven"
    fi
}

check_folders() {
    local folder=${LECTERN_NOTEBOOKS:-$ROOT/notebooks} free
    if mkdir -p "$STATE" 2>/dev/null && [[ -w $STATE ]]; then
        free=$(df -Pm "$STATE" | awk 'NR == 2 { print $4 }')
        if ((free < ${LECTERN_DISK_MB:-2000})); then
            bad disk "$free MB free below $ROOT; 2000 MB are needed for the first build"
        else
            good disk "$((free / 1000)) GB free, $STATE can be written"
        fi
    else
        bad disk "$STATE cannot be written. Make it writable, or choose another folder: LECTERN_STATE=/some/folder make lab"
    fi
    if [[ ! -d $folder ]]; then
        bad notebooks "there is no folder $folder. Name another one: LECTERN_NOTEBOOKS=/some/folder make lab"
    elif [[ ! -w $folder ]]; then
        note notebooks "$folder is read-only: notebooks run, changes cannot be saved. Work on a copy to keep them"
    else
        good notebooks "$folder"
    fi
}

check_built() {
    if stamp_is python-lab "$VENV $(checksum "$ENVIRONMENT/requirements.txt")"; then
        good JupyterLab "$VENV"
    else
        note JupyterLab "not installed yet; make lab does it (network needed once)"
    fi
    if build_is_fresh; then good build "$LIB"; else note build "not built, or older than the sources; make lab does it"; fi
    if [[ -f $SPEC/kernel.json ]]; then
        if [[ -f $CACHE ]]; then
            good kernel "installed, with a start-up cache of $(($(stat -c %s "$CACHE") / 1000000)) MB"
        else
            note kernel "installed, without a start-up cache: it starts more slowly"
        fi
    else
        note kernel "not installed yet; make lab does it"
    fi
}

# optional NAME PROOF TARGET PACKAGE...
optional() {
    local name=$1 proof=$2 target=$3
    shift 3
    if "$proof"; then
        good "$name" "there, for $target"
    elif can_apt; then
        note "$name" "missing; $target installs it. By hand: sudo apt-get install $*"
    else
        note "$name" "missing, needed by $target only. To get it: sudo apt-get install $*"
    fi
}

# The newest CUDA build of ND4J holds machine code for compute capability 3.7 to 8.6 and nothing that a newer device
# could translate.
check_gpu() {
    local capability
    has nvidia-smi || return 0
    capability=$(nvidia-smi --query-gpu=compute_cap --format=csv,noheader 2>/dev/null | head -n 1) || return 0
    [[ $capability =~ ^([0-9]+)\.([0-9]+)$ ]] || return 0
    local number=$((BASH_REMATCH[1] * 10 + BASH_REMATCH[2]))
    if ((number >= 37 && number < 90)); then
        note GPU "compute capability $capability: ND4J's CUDA 11.6 build can use it; the course runs on the processor unless asked"
    else
        note GPU "compute capability $capability: ND4J's newest CUDA build (11.6) has no code for it; everything runs on the processor"
    fi
}

check_system
check_jdk
check_python
check_maven
check_folders
check_built
optional XeLaTeX has_tex "make script" "${TEX_PACKAGES[@]}"
optional Chromium has_browser "make test" "${BROWSER_PACKAGES[@]}"
optional poppler has_pdf_tools "make test" "${PDF_PACKAGES[@]}"
optional buildah has_image_tools "make image-test" "${IMAGE_PACKAGES[@]}"
check_gpu

if ((missing)); then
    echo "Something is missing that make lab cannot get by itself: see the lines with ✗."
    exit 1
fi
echo "Ready for make lab."
