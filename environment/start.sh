#!/bin/sh
# Starts a kernel. Read at every start is what a person, a hub or a container sets for it; README explains both:
#   LECTERN_HEAP     the most memory for values of cells, such as 3g or 1500m
#   LECTERN_THREADS  how many processors the kernel may use
#
# Usage: start.sh JAVA [FLAG...] @ARGUMENTS CONNECTION_FILE
java=$1
shift

number() { case $1 in '' | *[!0-9]* | 0?* | ????????*) return 1 ;; esac }

heap=${LECTERN_HEAP:-}
if [ -n "$heap" ]; then
    case $heap in
        *[gG]) size=${heap%?} unit=1024 ;;
        *[mM]) size=${heap%?} unit=1 ;;
        *) size='' unit=1 ;;
    esac
    if number "$size" && [ $((size * unit)) -ge 256 ]; then
        set -- "-Xmx$heap" "$@"
    else
        echo "LECTERN_HEAP is \"$heap\"; expected is a size from 256m on, such as 1500m or 3g. The kernel goes on without it." >&2
    fi
fi

threads=${LECTERN_THREADS:-}
if [ -n "$threads" ]; then
    if number "$threads" && [ "$threads" -ge 1 ]; then
        set -- "-XX:ActiveProcessorCount=$threads" "$@"
        export OMP_NUM_THREADS="$threads"
    else
        echo "LECTERN_THREADS is \"$threads\"; expected is a whole number from 1 on. The kernel goes on without it." >&2
    fi
fi

# Names of files may hold any letter, and Java knows only those of its locale: of none, where one of the variables names
# a locale that is not installed. `locale` says so, beside the letters that it finds.
letters=$(locale charmap 2>&1) || letters=${LC_ALL:-${LC_CTYPE:-${LANG:-}}}
case $letters in
    UTF-8 | *_*.[Uu][Tt][Ff]*8 | C.[Uu][Tt][Ff]*8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# By this mark the kernel finds, at its end, what its cells have started.
export LECTERN_KERNEL=$$

exec "$java" "$@"
