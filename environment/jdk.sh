# shellcheck shell=bash
# Finds a JDK that can run Lectern, or installs one. Afterwards JAVA_HOME points to it.

JDK_FEATURE=25
JDK_PACKAGE=openjdk-$JDK_FEATURE-jdk-headless

# The build we download where the distribution has no package: Eclipse Temurin, checked against its published SHA-256.
case $(uname -m) in
    aarch64 | arm64)
        JDK_ARCH=aarch64
        JDK_SUM=a9d73e711d967dc44896d4f430f73a68fd33590dabc29a7f2fb9f593425b854c
        ;;
    *)
        JDK_ARCH=x64
        JDK_SUM=987387933b64b9833846dee373b640440d3e1fd48a04804ec01a6dbf718e8ab8
        ;;
esac
JDK_URL=https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.2%2B10/OpenJDK25U-jdk_${JDK_ARCH}_linux_hotspot_25.0.2_10.tar.gz
if [[ -n ${LECTERN_JDK_URL:-} ]]; then
    JDK_URL=$LECTERN_JDK_URL
    JDK_SUM=${LECTERN_JDK_SHA256:-}
fi

# Feature number of the JDK in a folder, read from its release file (starting a JVM just to ask would cost 50 ms each).
# Prints nothing for a mere runtime: the kernel compiles cells with jdk.compiler.
jdk_feature() {
    local home=$1 line version='' modules=''
    [[ -x $home/bin/java && -r $home/release ]] || return 0
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*) version=${line#*=} ;;
            MODULES=*) modules=${line#*=} ;;
        esac
    done <"$home/release"
    [[ $modules == *jdk.compiler* && -x $home/bin/javac ]] || return 0
    version=${version//\"/}
    version=${version%%[.+-]*}
    [[ $version =~ ^[0-9]+$ ]] && printf '%s' "$version"
    return 0
}

# Where JDKs like to live, in the order in which we ask.
jdk_places() {
    local path
    if [[ -n ${LECTERN_JDK_PLACES+set} ]]; then
        # Only these, separated by colons: for unusual machines and for tests.
        local places
        IFS=: read -ra places <<<"$LECTERN_JDK_PLACES"
        ((${#places[@]} == 0)) || printf '%s\n' "${places[@]}"
        return
    fi
    [[ -z ${JAVA_HOME:-} ]] || printf '%s\n' "$JAVA_HOME"
    printf '%s\n' "$STATE/jdk"
    path=$(command -v javac || true)
    [[ -z $path ]] || dirname "$(dirname "$(readlink -f "$path")")"
    for path in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
        "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* "${HOME:-/nonexistent}"/.asdf/installs/java/* \
        "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [[ -d $path && ! -L $path ]] && printf '%s\n' "$path"
    done
    return 0
}

# Sets JAVA_HOME to the first JDK of the feature release we are built for, else to the first newer one.
find_jdk() {
    local place feature newer=''
    while IFS= read -r place; do
        feature=$(jdk_feature "$place")
        [[ -n $feature ]] || continue
        if ((feature == JDK_FEATURE)); then
            export JAVA_HOME=$place
            return 0
        fi
        ((feature > JDK_FEATURE)) && newer=${newer:-$place}
    done < <(jdk_places)
    [[ -n $newer ]] || return 1
    export JAVA_HOME=$newer
}

# What a person should do; used by the doctor as well.
jdk_advice() {
    if apt_offers "$JDK_PACKAGE"; then
        printf 'sudo apt-get install %s' "$JDK_PACKAGE"
    else
        printf 'install a JDK %s (for instance Eclipse Temurin from https://adoptium.net) and set JAVA_HOME to its folder' \
            "$JDK_FEATURE"
    fi
}

ensure_jdk() {
    if find_jdk; then return 0; fi
    if can_apt && apt_offers "$JDK_PACKAGE"; then
        # Without these, which a minimal system lacks, Java can draw no text: mathematics in figures needs them.
        apt_install "$JDK_PACKAGE" fontconfig fonts-dejavu-core libfreetype6 libharfbuzz0b && find_jdk && return 0
    fi
    local archive=$STATE/download/jdk.tar.gz
    require_space 600 "A JDK"
    say "no JDK $JDK_FEATURE on this machine; downloading one (about 140 MB, once)"
    if ! "$PYTHON" "$ENVIRONMENT/fetch.py" "$JDK_URL" "$archive" sha256 "$JDK_SUM"; then
        die "JDK $JDK_FEATURE is missing and could not be downloaded from $JDK_URL" "To get it: $(jdk_advice)" \
            "Or name another archive: LECTERN_JDK_URL=... LECTERN_JDK_SHA256=... make lab"
    fi
    rm -rf "$STATE/jdk.new"
    mkdir -p "$STATE/jdk.new"
    tar -xzf "$archive" -C "$STATE/jdk.new" --strip-components=1
    rm -rf "$STATE/jdk"
    mv "$STATE/jdk.new" "$STATE/jdk"
    rm -f "$archive"
    LECTERN_JDK_PLACES=$STATE/jdk find_jdk || die "The downloaded archive holds no JDK $JDK_FEATURE: $JDK_URL"
}
