#!/usr/bin/env bash
# Fills dist/repository with what others load: all modules of library and kernel and their parent, with sources,
# documentation and checksums. URL=https://… names the place of the project in the published POMs.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
find_jdk || { ensure_python && ensure_jdk; }
target=$ROOT/dist/repository
place=()
if [[ -n ${URL:-} ]]; then place=("-Dlectern.url=$URL"); else
    warn "the POMs name no real place of the project; for others: make release URL=https://where.it/is"
fi
say "building all modules with their sources and documentation (some minutes)"
rm -rf "$target"
mkdir -p "$ROOT/dist"
# Not offline, even if everything is there: the plugin that copies into the folder refuses to work then.
# The native half of ND4J is the one that runs on every processor.
rm -f "$STAMPS/maven-release"
logged release run_maven release -P release -Dmaven.test.skip=true -Dmaven.install.skip=true \
    -Dnd4j.classifier=linux-x86_64 -Daether.checksums.algorithms=SHA-256,SHA-1,MD5 \
    -pl "!lib/bench,!kernel/wheel" "-DaltDeploymentRepository=release::file://${target// /%20}" "${place[@]}" clean deploy \
    || die "The release could not be built; Maven's words are above and in $LOG/release.log"
if grep -q 'warning - ' "$LOG/release.log"; then warn "Javadoc has warnings: see $LOG/release.log"; fi
# Metadata of repositories hold the time of the build.
find "$target" -name 'maven-metadata.xml*' -delete
say "$(find "$target" -name '*.pom' | wc -l) artefacts in ${target#"$ROOT/"} ($(du -sh "$target" | cut -f1))"
printf '  A stock JJava kernel loads it so:\n    %%mavenRepo lectern file://%s\n    %%maven org.lectern:lectern-prelude:%s\n' \
    "$target" "$(sed -n 's:^  <version>\(.*\)</version>:\1:p' pom.xml | head -1)"
