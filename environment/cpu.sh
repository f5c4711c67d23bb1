# shellcheck shell=bash
# What the processor can do, and the settings that follow from it for ND4J, OpenMP and OpenBLAS.
# LECTERN_CPUINFO names another file than /proc/cpuinfo (for tests, or to build for another machine).

cpu_flags() {
    local flags
    flags=$(grep -m1 -E '^(flags|Features)' "${LECTERN_CPUINFO:-/proc/cpuinfo}" 2>/dev/null || true)
    printf ' %s ' "${flags#*:}"
}

# avx512, avx2 or baseline. Plain AVX-512F is not enough: the libraries are built for Skylake-X, which has all four.
cpu_level() {
    local flags flag
    flags=$(cpu_flags)
    for flag in avx512f avx512dq avx512bw avx512vl; do
        if [[ $flags != *" $flag "* ]]; then
            if [[ $flags == *' avx2 '* && $flags == *' fma '* ]]; then echo avx2; else echo baseline; fi
            return
        fi
    done
    echo avx512
}

# The classifier of org.nd4j:nd4j-native whose machine code fits; every one of these is on Maven Central.
nd4j_classifier() {
    if [[ -n ${LECTERN_ND4J:-} ]]; then
        echo "$LECTERN_ND4J"
        return
    fi
    local level
    level=$(cpu_level)
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64)
            case $level in
                baseline) echo linux-x86_64 ;;
                *) echo "linux-x86_64-onednn-$level" ;;
            esac
            ;;
        Linux-aarch64) echo linux-arm64 ;;
        Darwin-arm64) echo macosx-arm64 ;;
        Darwin-x86_64) echo macosx-x86_64 ;;
        *) echo linux-x86_64 ;;
    esac
}

# cpu_runs CLASSIFIER: can this machine run ND4J of that classifier?
cpu_runs() {
    local best
    best=$(LECTERN_ND4J='' nd4j_classifier)
    case $1 in
        "$best") ;;
        linux-x86_64) [[ $best == linux-x86_64* ]] ;;
        linux-x86_64-onednn-avx2) [[ $best == linux-x86_64-onednn-avx512 ]] ;;
        *) false ;;
    esac
}

# Processors this process may use: affinity, and the quota of the container if there is one.
cpu_count() {
    local count quota period
    count=$(nproc 2>/dev/null || echo 1)
    if [[ -r /sys/fs/cgroup/cpu.max ]]; then
        read -r quota period </sys/fs/cgroup/cpu.max
        if [[ $quota != max ]] && ((quota / period < count)); then
            count=$((quota > period ? quota / period : 1))
        fi
    fi
    echo "$count"
}

# cpu_environment [CLASSIFIER]: NAME=VALUE lines for the environment of a kernel; a kernel that is built for less than
# this processor, because others run it as well, uses no more. Idle OpenMP threads must sleep: spinning ones make an epoch
# of a small net twenty times slower as soon as two kernels share a machine.
cpu_environment() {
    echo "OMP_WAIT_POLICY=passive"
    echo "OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(cpu_count)}"
    if [[ $(cpu_level) == avx512 && ${1:-avx512} == *avx512 ]]; then
        echo "OPENBLAS_CORETYPE=${OPENBLAS_CORETYPE:-SkylakeX}"
    fi
}
