#!/usr/bin/env bash
# The manual page says what the program's own help says, no less and no more, and what a desktop
# reads of the program is well formed.
#   man_page.sh PROGRAM
set -u
program=$(realpath "$1")
resources=$(realpath "$(dirname "$0")/../../resources")
page=$resources/rnnscope.1
id=org.rnnscope.RNNScope
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
passed=0
failed=0

holds() {
    local words=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s\n' "$words"
        cat "$work/said"
    fi
}

# quiet WORD...: the call succeeds and says nothing.
quiet() {
    local said
    said=$("$@" 2>&1) && [ -z "$said" ] && return
    printf '%s\n' "$said"
    return 1
}

# The help's options as "--name VALUE". Its first column is so wide that the second begins where
# the text of --help does; what does not fit goes on below.
help_options() {
    "$program" "$@" --help | awk '
        { lines[NR] = $0 }
        /^  -h, --help/ { width = index($0, "shows this help") - 1 }
        function flush() {
            if (option ~ /^-/) { gsub(/[<>]/, "", option); print option }
            option = ""
        }
        END {
            for (k = 1; k <= NR; ++k) {
                if (lines[k] !~ /^  /) { flush(); continue }
                first = substr(lines[k], 3, width - 2)
                sub(/ +$/, "", first)
                if (first ~ /^-/) flush()
                option = option first
            }
            flush()
        }' | sort
}

# The page without breaks within a paragraph: headings at the margin, subheadings three in.
MANWIDTH=1000 man -l --no-hyphenation --no-justification "$page" 2>/dev/null | col -bx >"$work/page"

# page_options SECTION [SUBSECTION]: the options that it describes.
page_options() {
    awk -v section="$1" -v subsection="${2:-}" '
        /^[^ ]/ { inside = $0 == section; under = "" }
        /^   [^ ]/ { under = substr($0, 4) }
        inside && (subsection == "" || under == subsection) && /^       -/ { print substr($0, 8) }
        ' "$work/page" | sort
}

commands() { "$program" --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on { print $1 }'; }
described() {
    awk '/^[^ ]/ { on = $0 == "COMMANDS" } on && /^   [^ ]/ { print substr($0, 4) }' "$work/page"
}

holds "the page describes the program's commands" \
    diff --label help --label page <(commands | sort) <(described | sort)
holds "the page describes the options without a command" \
    diff --label help --label page <(help_options) <(page_options OPTIONS)
# Lessons name their networks themselves.
holds "the page describes the options of lessons" \
    diff --label help --label page <(help_options lessons) \
    <({
        page_options COMMANDS lessons
        page_options OPTIONS | grep -- --help
    } | sort)
for command in $(commands | grep -v lessons); do
    holds "there are options of $command" grep -q -- '^--out ' <(help_options "$command")
    holds "the page describes the options of $command" \
        diff --label help --label page <(help_options "$command") \
        <({
            page_options "OPTIONS OF EVERY COMMAND"
            page_options COMMANDS "$command"
            page_options OPTIONS | grep -- --help
        } | sort)
done
for word in check draw measures schema; do
    holds "the page describes lessons $word" grep -q "^       lessons $word" "$work/page"
done

# known ARGUMENT...: the list that an error names.
known() { (cd "$work" && "$program" "$@" --out x.svg 2>&1 | sed -n 's/.*; there are //p'); }
for call in "trace --task nosuch" "trace --task sine --cell nosuch" "plot nosuch --task sine"; do
    # shellcheck disable=SC2086
    list=$(known $call)
    holds "$call names what there is" test -n "$list"
    holds "the page names: $list" grep -qF -- " $list" "$work/page"
done

formatted() { man --warnings -l -Tutf8 -Z "$page" >/dev/null; }
holds "manual page" quiet formatted
holds "manual page, mandoc" quiet mandoc -Tlint -W warning "$page"
holds "desktop entry" quiet desktop-file-validate "$resources/$id.desktop"
holds "metadata" appstreamcli validate --no-net "$resources/$id.metainfo.xml"

# The type is known where the program is installed, and the entry and the metadata speak of it.
type=application/x-rnnscope+json
mkdir -p "$work/share/mime/packages"
cp "$resources/$id.mime.xml" "$work/share/mime/packages/$id.xml"
holds "type" quiet env XDG_DATA_HOME="$work/share" update-mime-database "$work/share/mime"
echo '{}' >"$work/lecture.rnnscope"
told() { XDG_DATA_HOME=$work/share gio info -a standard::content-type "$work/lecture.rnnscope"; }
holds "$type is found by a file's name" grep -qF "content-type: $type" <(told)
holds "$type is JSON" grep -qFx "$type application/json" "$work/share/mime/subclasses"
holds "the desktop entry opens $type" grep -q "^MimeType=.*$type;" "$resources/$id.desktop"
holds "the metadata names $type" grep -qF "$type<" "$resources/$id.metainfo.xml"
holds "there is an icon for $type" test -f "$resources/${type/\//-}.svg"

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
