# shellcheck shell=bash
# Compiles library and kernel and lays the class path of the kernel into .lectern/lib.

# Names and sizes of the jars, by which one that a full disk or a broken copy has cut short is noticed.
jar_sizes() { find "$LIB" -maxdepth 1 -name '*.jar' -printf '%f %s\n' 2>/dev/null | LC_ALL=C sort; }

# The classifier to build for: the one of the jars that are there, as long as this processor can run it. Machines that
# share a checkout so come to rest at the least of them, and do not rebuild it for one another in turn.
state_classifier() {
    local built=''
    [[ ! -f $STAMPS/build ]] || built=$(<"$STAMPS/build")
    built=${built##* }
    if [[ -z ${LECTERN_ND4J:-} && -n $built ]] && cpu_runs "$built"; then
        printf '%s' "$built"
    else
        nd4j_classifier
    fi
}

# Has anything that goes into the jars changed since they were laid out, or has one of them been damaged?
build_is_fresh() {
    stamp_is build "$LIB $(state_classifier)" && stamp_is jars "$(jar_sizes)" || return 1
    local changed
    changed=$(find "$ROOT/pom.xml" "$ROOT"/{lib/*,kernel}/pom.xml "$ROOT"/{lib/*,kernel}/src/main -newer "$STAMPS/build" -print -quit)
    [[ -z $changed ]]
}

# Puts exactly the jars of the list into .lectern/lib. Each arrives by rename, so that a kernel that is running keeps
# the file it has open. Times are kept, because the start-up cache checks them, and in whole seconds: images and archives
# keep no more, and round to the nearest.
lay_out_jars() {
    local list=$1 jar name kept=' ' wanted
    mkdir -p "$LIB"
    while IFS= read -r jar || [[ -n $jar ]]; do
        name=${jar##*/}
        kept+="$name "
        wanted=$(stat -c '%s %Y' "$jar")
        [[ $wanted != "$(stat -c '%s %Y' "$LIB/$name" 2>/dev/null || true)" ]] || continue
        if ! { cp "$jar" "$LIB/.$name.new" && touch -d "@${wanted#* }" "$LIB/.$name.new" && mv -f "$LIB/.$name.new" "$LIB/$name"; }; then
            rm -f "$LIB/.$name.new"
            die "$name could not be copied into $LIB."
        fi
    done < <(tr ':' '\n' <"$list")
    for jar in "$LIB"/*.jar; do
        name=${jar##*/}
        [[ $kept == *" $name "* ]] || rm -f "$jar"
    done
}

# check_pins FILE: every jar whose checksum is pinned is that very file. One that is not pinned is named by `make check`.
check_pins() {
    local wrong
    wrong=$(cd "$LIB" && LC_ALL=C sha256sum --check --ignore-missing --quiet "$1" 2>/dev/null | sed -n 's/: FAILED.*//p' || true)
    [[ -z $wrong ]] || die "${wrong//$'\n'/, } is not the file that the project has pinned in ${1##*/}." \
        "Remove it from $(maven_repository) and run the same command with a network. If it comes back, ask whoever runs the mirror or proxy in between."
}

# The library's sources: from them the kernel shows what a name means while people type. Not beside its jar, where
# whoever takes all jars for a class path would have the compiler read sources.
lay_out_sources() {
    local room jar name
    rm -rf "$LIB/sources"
    mkdir -p "$LIB/sources"
    for room in "$ROOT"/lib/*/src/main/java; do
        jar=$(echo "${room%/src/main/java}"/target/lectern-*.jar)
        name=${jar##*/}
        "$JAVA_HOME/bin/jar" --create --file "$LIB/sources/${name%.jar}-sources.jar" -C "$room" .
    done
}

build_advice() {
    if grep -q 'No space left on device' "$LOG/build.log"; then
        printf 'The disk is full: make room where %s and %s lie.' "$STATE" "$(maven_repository)"
    elif grep -qE 'Checksum validation failed' "$LOG/build.log"; then
        printf 'A file came with a wrong checksum and was refused: run the same command again, and ask whoever runs the mirror or proxy in between if it stays so.'
    elif grep -qE 'offline mode|Could not transfer|Unknown host|Connection (refused|timed out)' "$LOG/build.log"; then
        printf 'Maven could not reach its repository: run the same command once with a network, afterwards none is needed.'
    else
        printf 'That is an error in the sources: the first line with ERROR says where.'
    fi
}

# class_path CLASSIFIER LIST: compiles everything and writes the jars of the kernel's class path, separated by colons.
class_path() {
    logged build run_maven "build-$1" -q -Dmaven.test.skip=true "-Dnd4j.classifier=$1" \
        -pl lib/prelude,kernel -am package dependency:build-classpath -DincludeScope=runtime \
        -Dmdep.outputFile=target/classpath.txt -Dmdep.pathSeparator=: || return 1
    # The kernel knows nothing of the library, and neither list names its own jar.
    {
        awk 1 "$ROOT"/{lib/prelude,kernel}/target/classpath.txt
        printf ':%s:%s' "$ROOT"/lib/prelude/target/lectern-prelude-*.jar "$ROOT"/kernel/target/lectern-kernel-*.jar
    } | tr '\n' ':' | tr -s ':' '\n' | awk '!seen[$0]++' | paste -sd: >"$2"
}

ensure_build() {
    build_is_fresh && return 0
    local classifier list=$STATE/classpath.txt before
    classifier=$(state_classifier)
    before=$SECONDS
    require_space 700 "The build"
    : >"$STATE/build.started"
    say "building library and kernel (ND4J for $classifier)"
    class_path "$classifier" "$list" || die "The build failed; Maven's words are above and in $LOG/build.log" "$(build_advice)"
    lay_out_jars "$list"
    check_pins "$ENVIRONMENT/jars.sha256"
    lay_out_sources
    stamp_set build "$LIB $classifier"
    stamp_set jars "$(jar_sizes)"
    touch -r "$STATE/build.started" "$STAMPS/build"
    say "built in $((SECONDS - before)) s"
}
