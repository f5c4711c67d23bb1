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
        Linux-x86_64) good system "$(uname -s) on $(uname -m), processor level $(cpu_level): ND4J $(state_classifier), $(cpu_count) threads" ;;
        *) note system "$(uname -s) on $(uname -m): tested on Linux x86_64 only; the native libraries are chosen as $(nd4j_classifier)" ;;
    esac
}

check_letters() {
    if [[ $LETTERS == given ]]; then
        good letters "names of files are read as UTF-8"
    elif knows_letters; then
        note letters "the locale $GIVEN_LOCALE is not installed or knows ASCII letters only; the scripts and the kernel use $LC_ALL. To have it everywhere: export LANG=C.UTF-8"
    else
        bad letters "the locale $GIVEN_LOCALE is not installed or knows ASCII letters only, and this machine has none with UTF-8. To get one: sudo apt-get install locales"
    fi
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
    local folder=${LECTERN_NOTEBOOKS:-$ROOT/notebooks} place=$STATE free
    # A doctor changes nothing: of a folder that is not there yet, the one that it will be made in is asked.
    while [[ ! -e $place ]]; do place=$(dirname "$place"); done
    if [[ -d $place && -w $place ]]; then
        free=$(free_mb "$place")
        if ((free < ${LECTERN_DISK_MB:-2000})); then
            bad disk "$free MB free where $STATE lies; 2000 MB are needed for the first build"
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
    if stamp_is python-lab "$(venv_wanted "$ENVIRONMENT/requirements.txt")"; then
        good JupyterLab "$VENV"
    else
        note JupyterLab "not installed yet; make lab does it (network needed once)"
    fi
    if build_is_fresh; then good build "$LIB"; else note build "not built, older than the sources, or damaged; make lab does it"; fi
    if [[ -f $SPEC/kernel.json ]]; then check_kernel; else note kernel "not installed yet; make lab does it"; fi
}

# A kernel that is there is started, for a moment.
check_kernel() {
    local java
    java=$(kernel_java)
    if [[ ! -x $java ]]; then
        note kernel "was installed for $java, which is gone; make lab installs it anew"
    elif ! build_is_fresh; then
        note kernel "installed for another build; make lab installs it anew"
    elif ! "$java" "@$STATE/kernel.args" --version >/dev/null 2>&1; then
        bad kernel "installed, but it does not start. To see why: $java @$STATE/kernel.args --version. To lay everything out anew: make clean kernelspec"
    elif [[ ! -s $CACHE ]]; then
        note kernel "starts, without a start-up cache: more slowly. To train one: make clean kernelspec"
    elif ! cache_fits "$java"; then
        note kernel "starts, but its start-up cache does not fit: more slowly. To train another: make clean kernelspec"
    else
        good kernel "starts, with a start-up cache of $(($(stat -c %s "$CACHE") / 1000000)) MB"
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
check_letters
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
