# shellcheck shell=bash
# Finds or downloads Maven, and runs it: from the local repository when that holds everything, else with the network.

MAVEN_VERSION=3.9.11
MAVEN_URL=${LECTERN_MAVEN_URL:-https://archive.apache.org/dist/maven/maven-3/$MAVEN_VERSION/binaries/apache-maven-$MAVEN_VERSION-bin.tar.gz}
MAVEN_SUM=${LECTERN_MAVEN_SHA512:-bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978}

ensure_maven() {
    if [[ -x $STATE/maven/bin/mvn ]]; then
        MVN=$STATE/maven/bin/mvn
    elif has mvn && [[ ${LECTERN_MAVEN:-} != own ]]; then
        MVN=$(command -v mvn)
    else
        local archive=$STATE/download/maven.tar.gz
        say "no Maven on this machine; downloading it (9 MB, once)"
        "$PYTHON" "$ENVIRONMENT/fetch.py" "$MAVEN_URL" "$archive" sha512 "$MAVEN_SUM" \
            || die "Maven is missing and could not be downloaded from $MAVEN_URL" \
                "To get it: sudo apt-get install maven, or unpack Maven 3.8 or newer and put its bin folder on the PATH"
        rm -rf "$STATE/maven.new"
        mkdir -p "$STATE/maven.new"
        tar -xzf "$archive" -C "$STATE/maven.new" --strip-components=1
        mv "$STATE/maven.new" "$STATE/maven"
        rm -f "$archive"
        MVN=$STATE/maven/bin/mvn
    fi
}

# The user's own repository when there is one already; otherwise nothing is left behind outside this checkout.
maven_repository() {
    if [[ -n ${LECTERN_M2:-} ]]; then
        printf '%s' "$LECTERN_M2"
    elif [[ ! -d $STATE/m2 && -d ${HOME:-/nonexistent}/.m2/repository && -w ${HOME:-/nonexistent}/.m2/repository ]]; then
        printf '%s' "$HOME/.m2/repository"
    else
        printf '%s' "$STATE/m2"
    fi
}

# A file that comes with a wrong checksum is refused (-C), not only mentioned.
# run_maven KEY ARGUMENTS...: KEY names the set of artefacts that this call needs. Once a call with the same POMs and
# the same key went well, later ones stay off the network.
run_maven() {
    local key=$1 repository poms offline=()
    shift
    ensure_maven
    repository=$(maven_repository)
    poms="$(checksum "$ROOT/pom.xml" "$ROOT"/lib/*/pom.xml "$ROOT/kernel/pom.xml") $repository"
    if stamp_is "maven-$key" "$poms"; then offline=(-o); fi
    (cd "$ROOT" && env JAVA_HOME="$JAVA_HOME" "$MVN" -B -ntp -C "${offline[@]}" "-Dmaven.repo.local=$repository" "$@") || return 1
    stamp_set "maven-$key" "$poms"
}
