#!/usr/bin/env bash
# Builds the course image for real and runs the first lecture in it, without any image registry: the base is made by
# debootstrap, building and running is buildah's. Needs root.
#
# LECTERN_IMAGE_BASE names an image to build on instead; LECTERN_LECTURE another notebook to execute.
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in packages maven; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done
cd "$ROOT"
is_root || die "make image-test needs root: it makes a Debian of its own and runs containers." "Try: sudo make image-test"
need_image_tools
require_state

SUITE=trixie
IMAGES=$STATE/image
PORT=${LECTERN_IMAGE_PORT:-8899}
lecture=${LECTERN_LECTURE:-$ROOT/notebooks/start/first-lecture.ipynb}
[[ -f $lecture ]] || die "The lecture to execute is missing: $lecture"
export BUILDAH_ISOLATION=chroot STORAGE_DRIVER=vfs
mkdir -p "$IMAGES" "$LOG"
buildah=(buildah --root "$IMAGES/storage" --runroot "$IMAGES/run")
started=$SECONDS
container=''
trap '[[ -z $container ]] || "${buildah[@]}" rm "$container" >/dev/null 2>&1 || true' EXIT

check() {
    local what=$1
    shift
    if "$@"; then printf '  ✓ %s\n' "$what"; else die "$what: failed"; fi
}

# A minimal Debian that trusts whom this machine trusts.
make_base() {
    # Not below the checkout: debootstrap cannot work in a folder whose path has a space.
    local tree
    tree=$(mktemp -d)/tree
    say "making a minimal Debian ($SUITE)"
    logged debootstrap debootstrap --variant=minbase --include=ca-certificates "$SUITE" "$tree" \
        ${LECTERN_DEBIAN:+"$LECTERN_DEBIAN"} || die "debootstrap failed; see $LOG/debootstrap.log"
    rm -rf "$tree"/var/cache/apt/archives/*.deb
    if compgen -G '/usr/local/share/ca-certificates/*.crt' >/dev/null; then
        cp /usr/local/share/ca-certificates/*.crt "$tree/usr/local/share/ca-certificates/"
        logged certificates chroot "$tree" update-ca-certificates
    fi
    local scratch
    scratch=$("${buildah[@]}" from scratch)
    "${buildah[@]}" add --quiet "$scratch" "$tree" / >/dev/null
    "${buildah[@]}" commit --quiet "$scratch" "$1" >/dev/null
    "${buildah[@]}" rm "$scratch" >/dev/null
    rm -rf "$tree"
}

base=${LECTERN_IMAGE_BASE:-localhost/lectern-base:$SUITE}
"${buildah[@]}" inspect --type image "$base" >/dev/null 2>&1 || make_base "$base"

say "building the image"
repository=$(maven_repository)
mkdir -p "$repository"
logged image "${buildah[@]}" bud --layers=false --build-arg "BASE=$base" --volume "$repository:/root/.m2/repository" \
    --tag lectern . || die "The image could not be built; see $LOG/image.log"

container=$("${buildah[@]}" from --pull-never localhost/lectern)
# inside USER COMMAND...: what a container of the image does. Like docker run, it goes through the entry point.
inside() {
    local user=$1
    shift
    "${buildah[@]}" run ${LECTERN_HEAP:+--env "LECTERN_HEAP=$LECTERN_HEAP"} --user "$user" "$container" -- /opt/lectern/environment/entrypoint.sh "$@" </dev/null
}

say "running it"
check "the user is not root" test "$(inside 1000:0 id -u)" = 1000
check "an arbitrary user id works" test "$(inside 23456:0 id -u)" = 23456
check "the image itself cannot be changed by the student" test "$(inside 1000:0 bash -c \
    'touch /opt/lectern/x 2>/dev/null && echo changed || echo refused')" = refused
# What the kernel's own flags silence is asked for when the cache does not fit.
cache_fits_inside() {
    [[ $(inside 1000:0 bash -c 'java -XX:AOTMode=on @/opt/lectern/.lectern/kernel.args --version >/dev/null && echo fits') == fits ]] \
        && return 0
    inside 1000:0 bash -c 'grep -v -e -Xlog /opt/lectern/.lectern/kernel.args >/tmp/loud.args
        java -Xlog:aot=warning -Xlog:class+path=info -XX:AOTMode=on @/tmp/loud.args --version' 2>&1 | grep -v '\] ok$' | tail -n 12 || true
    return 1
}
check "the start-up cache fits the image" cache_fits_inside
check "a kernel gets the memory that it is given" test "$(LECTERN_HEAP=300m inside 1000:0 sh /opt/lectern/environment/start.sh \
    java -XX:+PrintFlagsFinal -version 2>/dev/null | awk '$2 == "MaxHeapSize" { print $4 }')" = 314572800
check "pandoc is not in the image" test "$(inside 1000:0 python -c \
    'import importlib.util; print(importlib.util.find_spec("pypandoc"))')" = None
check "licences of all parts come with it" test "$(inside 1000:0 grep -c -E \
    '^(Java libraries|Native libraries inside them|Python packages)$' /opt/lectern/THIRD-PARTY.txt)" = 3
check "a corrected lecture reaches a student who has changed nothing" test "$(inside 1000:0 bash -c \
    'cp -r /opt/lectern/notebooks /tmp/corrected && echo " " >>/tmp/corrected/start/first-lecture.ipynb \
    && python /opt/lectern/environment/lectures.py /tmp/corrected "$HOME/lectures" \
    && cmp /tmp/corrected/start/first-lecture.ipynb "$HOME/lectures/start/first-lecture.ipynb" && echo same')" = same
check "a home that cannot be written is replaced" test "$(inside 23456:23456 bash -c \
    'touch "$HOME/x" && echo written' 2>/dev/null)" = written
check "JupyterHub finds its single-user server" inside 1000:0 jupyterhub-singleuser --version >/dev/null

"${buildah[@]}" copy --quiet --chown 1000:0 "$container" "$lecture" /tmp/lecture/ >/dev/null
say "executing ${lecture##*/} inside, as user 23456"
inside 23456:0 python /opt/lectern/environment/notebooks.py --out /tmp/executed "/tmp/lecture/${lecture##*/}"

say "starting JupyterLab inside"
inside 23456:0 jupyter lab --ip=127.0.0.1 "--port=$PORT" --ServerApp.port_retries=0 --no-browser \
    --IdentityProvider.token=examined >"$LOG/image-lab.log" 2>&1 &
server=$!
answer=''
for ((try = 0; try < 60; try++)); do
    answer=$(curl -s --max-time 5 "http://127.0.0.1:$PORT/api/kernelspecs?token=examined" || true)
    [[ -z $answer ]] || break
    sleep 0.5
done
healthy=$(inside 23456:0 env JUPYTERHUB_SERVICE_URL="http://0.0.0.0:$PORT" python /opt/lectern/environment/healthy.py && echo yes || true)
refused=$(curl -s --max-time 5 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$PORT/api/contents" || true)
inside 23456:0 jupyter server stop "$PORT" >/dev/null 2>&1 || kill "$server" 2>/dev/null || true
wait "$server" || true
check "its health is seen" test "$healthy" = yes
check "JupyterLab offers the kernel" grep -q '"lectern"' <<<"$answer"
check "JupyterLab refuses whoever has no token" test "$refused" = 403

# Images of earlier builds, which the new one has taken the name of.
"${buildah[@]}" rmi --prune >/dev/null 2>&1 || true
echo "image: all checks passed in $((SECONDS - started)) s"
