# shellcheck shell=bash
# Compiles library and kernel and lays the class path of the kernel into .lectern/lib.

# Has anything that goes into the jars changed since they were laid out?
build_is_fresh() {
    stamp_is build "$LIB $(nd4j_classifier)" && [[ -d $LIB ]] || return 1
    local changed
    changed=$(find "$ROOT/pom.xml" "$ROOT"/{lib/*,kernel}/pom.xml "$ROOT"/{lib/*,kernel}/src/main -newer "$STAMPS/build" -print -quit)
    [[ -z $changed ]]
}

# Puts exactly the jars of the list into .lectern/lib. Each arrives by rename, so that a kernel that is running keeps
# the file it has open; times are kept, because the start-up cache checks them.
lay_out_jars() {
    local list=$1 jar name kept=' '
    mkdir -p "$LIB"
    while IFS= read -r jar || [[ -n $jar ]]; do
        name=${jar##*/}
        kept+="$name "
        if [[ $jar -nt $LIB/$name || $jar -ot $LIB/$name || ! -e $LIB/$name ]]; then
            cp -p "$jar" "$LIB/.$name.new"
            mv -f "$LIB/.$name.new" "$LIB/$name"
        fi
    done < <(tr ':' '\n' <"$list")
    for jar in "$LIB"/*.jar; do
        name=${jar##*/}
        [[ $kept == *" $name "* ]] || rm -f "$jar"
    done
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
    if grep -qE 'offline mode|Could not transfer|Unknown host|Connection (refused|timed out)' "$LOG/build.log"; then
        printf 'Maven could not reach its repository: run the same command once with a network, afterwards none is needed.'
    else
        printf 'That is an error in the sources: the first line with ERROR says where.'
    fi
}

ensure_build() {
    build_is_fresh && return 0
    local classifier list=$STATE/classpath.txt before
    classifier=$(nd4j_classifier)
    before=$SECONDS
    mkdir -p "$STATE"
    : >"$STATE/build.started"
    say "building library and kernel (ND4J for $classifier)"
    logged build run_maven "build-$classifier" -q -Dmaven.test.skip=true "-Dnd4j.classifier=$classifier" \
        -pl lib/prelude,kernel -am package dependency:build-classpath -DincludeScope=runtime \
        -Dmdep.outputFile=target/classpath.txt -Dmdep.pathSeparator=: \
        || die "The build failed; Maven's words are above and in $LOG/build.log" "$(build_advice)"
    # The kernel knows nothing of the library, and neither list names its own jar.
    {
        awk 1 "$ROOT"/{lib/prelude,kernel}/target/classpath.txt
        printf ':%s:%s' "$ROOT"/lib/prelude/target/lectern-prelude-*.jar "$ROOT"/kernel/target/lectern-kernel-*.jar
    } | tr '\n' ':' | tr -s ':' '\n' | awk '!seen[$0]++' | paste -sd: >"$list"
    lay_out_jars "$list"
    lay_out_sources
    stamp_set build "$LIB $classifier"
    touch -r "$STATE/build.started" "$STAMPS/build"
    say "built in $((SECONDS - before)) s"
}
