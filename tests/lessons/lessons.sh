#!/usr/bin/env bash
# The manners of `rnnscope lessons`: what it lists, what it says of claims that fail and of lessons
# that are broken, and its exit status.
#   lessons.sh PROGRAM
set -u
program=$(realpath "$1")
resources=$(realpath "$(dirname "$0")/../../resources")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
export LC_ALL=C.UTF-8
passed=0
failed=0

# call STATUS ARGUMENT...: runs `rnnscope lessons`, leaves what it says in out and err.
call() {
    local status=$1 got
    shift
    timeout 120 "$program" lessons "$@" >out 2>err
    got=$?
    if [ $got -eq "$status" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED lessons %s | status %s for %s\n' "$*" $got "$status"
        cat out err
    fi
}

# says FILE WORDS: a line holds them.
says() {
    if grep -qF -- "$2" "$1"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED no line of %s holds: %s\n' "$1" "$2"
        cat "$1"
    fi
}

# lines FILE COUNT
lines() {
    if [ "$(wc -l <"$1")" -eq "$2" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        printf 'FAILED %s lines of %s for %s\n' "$(wc -l <"$1")" "$1" "$2"
        cat "$1"
    fi
}

# lesson FILE RANGE: one with two claims, the second one's range as given.
lesson() {
    cat >"$1" <<END
{
  "format": "rnnscope-lesson", "version": 1, "id": "${1%.json}", "title": "T",
  "setup": { "task": "sine", "length": 20, "hidden": 16 },
  "pages": [
    { "title": "P", "text": "Words.",
      "claims": [
        { "says": "step by step", "measure": "stepwise-gap", "range": [0, 1e-12] },
        { "says": "so many *numbers*", "measure": "parameters", "seeds": [1, 2], "range": $2 }
      ] }
  ]
}
END
}

call 0
lines out "$(find "$resources/lessons" -name '[0-9]*.json' | wc -l)"
lines err 0
for file in "$resources"/lessons/[0-9]*.json; do
    says out "$(grep -oP '^  "id": "\K[^"]+' "$file")"
done

lesson good.json '[304, 304]'
call 0 check good.json
says out 'pass  good'
says out 'so many numbers'
says out '2 claims hold, 0 fail'
lines err 0

# A claim that is not true, though by little.
lesson false.json '[304.5, 400]'
call 1 check false.json
says out 'FAIL  false'
says out '304                     304.5 … 400'
says out '1 claims hold, 1 fail'
lines err 0

# Of a lesson that is broken, each mistake is a line; the others are looked at all the same.
lesson broken.json '[304, 304]'
sed -i 's/"title": "T"/"title": 7/; s/"stepwise-gap"/"gap"/' broken.json
call 2 check broken.json false.json good.json
lines err 2
says err 'rnnscope: broken.json:2: "title" is 7; a text is needed'
says err "rnnscope: broken.json:7: page 1, claim 1: there is no measure 'gap'; there are parameters"
says out 'FAIL  false'
says out '3 claims hold, 1 fail'

# What cannot be measured of a setup, and files that are not there.
lesson last.json '[304, 304]'
sed -i 's/"length": 20/"length": 20, "readout": "last-step"/' last.json
call 2 check last.json
lines err 1
says err 'rnnscope: last.json:7: cannot measure stepwise-gap: goes step by step only in one direction'
says out '1 claims hold, 0 fail'
sed 's/"task": "sine"/"input": "x.csv"/' good.json >missing.json
call 2 check missing.json
lines err 1
says err 'rnnscope: missing.json:5: page 1: x.csv: '
sed 's/"hidden": 16/"hiden": 16/' good.json >unknown.json
call 1 check unknown.json
says err "rnnscope: warning: unknown.json:3: unknown field 'setup.hiden' is left out"
call 2 check nosuch.json
says err 'rnnscope: nosuch.json: '
call 2 check nosuch
lines err 1
says err "rnnscope: there is no lesson 'nosuch'; there are one-cell-many-steps, "
call 2 teach
says err "'teach' is nothing that is done with lessons; there are check, draw, measures, schema"

call 0 check one-cell-many-steps the-cliff
says out 'pass  one-cell-many-steps'
says out 'pass  the-cliff'

call 0 draw the-cliff --language zh_TW --theme print --format svg
lines out 7
for page in 1 2 3 4 5 6 7; do
    says the-cliff-$page.svg '<svg'
done
mkdir figures
call 0 draw good.json --out figures
lines out 1
says out 'figures/good-1.png: T, 1. P'
if [ "$(head -c 4 figures/good-1.png | tail -c 3)" = PNG ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'FAILED figures/good-1.png is no picture'
fi
call 2 draw good.json --out nowhere
lines err 1
says err 'rnnscope: nowhere: there is no such folder; make it, or name another one with --out'
call 2 draw good.json --format gif
says err "rnnscope: --format: there is no format 'gif'; there are png, svg, pdf"
call 2 draw good.json --theme red
says err "rnnscope: --theme: there is no theme 'red'"
call 2 draw good.json --language fr
says err "rnnscope: --language: there is no language 'fr'; there are en, zh_CN, zh_TW"
call 2 draw nosuch
says err "rnnscope: there is no lesson 'nosuch'"
call 2 check good.json --theme dark
says err 'rnnscope: --theme is for drawing; write draw before it, or leave it out'

call 0 measures
says out 'gradient-slope'
call 0 schema
if diff out "$resources/lessons/lesson.schema.json"; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo 'FAILED lesson.schema.json is not what rnnscope lessons schema says'
fi

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
