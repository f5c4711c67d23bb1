#!/usr/bin/env bash
# Brings this checkout to the point where the kernel runs. Whatever is there already is left alone, so that the second
# time costs a fraction of a second.
#
# Usage: provision.sh [python] [test-python] [hub] [print] [build] [kernel] [notices]
# (default: kernel, which includes python and build)
cd "$(dirname "${BASH_SOURCE[0]}")" && . ./common.sh
for part in python jdk maven cpu build kernelspec; do
    # shellcheck source=/dev/null
    . "$ENVIRONMENT/$part.sh"
done

(($#)) || set -- kernel
lock_state
trap tell_full_disk EXIT
for goal; do
    case $goal in
        python) ensure_venv lab "$ENVIRONMENT/requirements.txt" ;;
        test-python)
            ensure_venv lab "$ENVIRONMENT/requirements.txt"
            ensure_venv tests "$ENVIRONMENT/requirements.txt" "$ENVIRONMENT/requirements-test.txt"
            # JJava is for the tests alone: where Jupyter looks, the launcher would offer two kernels for Java.
            if [[ -d $VENV/share/jupyter/kernels/java ]]; then
                mkdir -p "$VENV/share/tests/kernels"
                rm -rf "$VENV/share/tests/kernels/java"
                mv "$VENV/share/jupyter/kernels/java" "$VENV/share/tests/kernels/"
            fi
            ;;
        hub)
            ensure_venv lab "$ENVIRONMENT/requirements.txt"
            ensure_venv hub "$ENVIRONMENT/requirements.txt" "$ENVIRONMENT/requirements-hub.txt"
            ;;
        print)
            ensure_venv lab "$ENVIRONMENT/requirements.txt"
            ensure_venv print "$ENVIRONMENT/requirements.txt" "$ENVIRONMENT/requirements-print.txt"
            ;;
        notices)
            "$VENV/bin/python" "$ENVIRONMENT/notices.py" "$STATE/classpath.txt" "$STATE/THIRD-PARTY.txt" \
                || die "The notice of third-party software could not be written."
            ;;
        build | kernel)
            if ! find_jdk; then
                ensure_python
                ensure_jdk
            fi
            if ! build_is_fresh; then
                if ! has mvn; then ensure_python; fi
                ensure_build
            fi
            if [[ $goal == kernel ]]; then
                ensure_venv lab "$ENVIRONMENT/requirements.txt"
                ensure_kernelspec
            fi
            ;;
        *) die "provision.sh knows no \"$goal\"; it knows python, test-python, hub, print, build, kernel and notices" ;;
    esac
done
unlock_state
