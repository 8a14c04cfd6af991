#!/usr/bin/env bash
# The command line's manners: exit status, one clear line, and files that stay as they were.
#   command_line.sh PROGRAM
set -u
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
passed=0
failed=0

fail() {
    failed=$((failed + 1))
    printf 'FAILED %s\n' "$*"
}

# refused STATUS WORDS ARGUMENT...: the call ends with this status and one line holding the words.
refused() {
    local status=$1 words=$2 said
    shift 2
    said=$(timeout 60 "$program" "$@" 2>&1 >/dev/null)
    local got=$?
    if [ $got -ne "$status" ] || [ "$(printf '%s\n' "$said" | wc -l)" -ne 1 ] ||
        [[ $said != rnnscope:* ]] || [[ $said != *"$words"* ]]; then
        fail "$* | status $got for $status | $said | wanted: $words"
    else
        passed=$((passed + 1))
    fi
}

# works ARGUMENT...: the call succeeds and says nothing on standard error.
works() {
    local said
    if said=$(timeout 120 "$program" "$@" 2>&1 >/dev/null) && [ -z "$said" ]; then
        passed=$((passed + 1))
    else
        fail "$* | $said"
    fi
}

holds() {
    if "$@"; then passed=$((passed + 1)); else fail "$*"; fi
}

printf 'x,y\n1,2\n3,4\n5,6\n7,8\n' >good.csv
: >empty.csv
head -c 4096 /dev/urandom >binary.csv
printf 'x,y\n1,2\n3\n' >ragged.csv
printf 'x,y\n1,2\n3,abc\n' >text.csv
printf 'x\n1\n' >row.csv
printf 'x\n1\nnan\n3\n' >nan.csv
printf 'x\n1\n1e999\n' >beyond.csv
printf 'x\n1e308\n-1e308\n1e308\n' >large.csv
printf '\x93NUMPY\x01\x00' >short.npy
printf '\xff\xff\xff\xff\xff\xff\xff\x7f{}' >huge.safetensors
printf '\x10\x00\x00\x00\x00\x00\x00\x00{"a":' >short.safetensors

works --help
works --version
works trace --help
works plot --help
works trace --task sine --out sine.npz
works trace --input good.csv --cell gru --bidirectional --layers 2 --flow --jacobians --out a.npz
works trace --input good.csv --columns x --target column:y --readout last-step --out b.npz
works trace --input row.csv --target none --out c.npz
works trace --input large.csv --nonlinearity relu --out d.npz
works trace --input nan.csv --missing interpolate --out e.npz
works plot gradients --task sine --cell lstm --out g.svg
works plot workspace --task latch --cell gru --theme dark --out w.png
works plot hidden --task sine --target none --out h.pdf

refused 2 "no file to write" trace --task sine
refused 2 "no sequence is given" trace --out x.npz
refused 2 "missing.csv" trace --input missing.csv --out x.npz
refused 2 "empty.csv" trace --input empty.csv --out x.npz
refused 2 "binary.csv" trace --input binary.csv --out x.npz
refused 2 "ragged.csv:3" trace --input ragged.csv --out x.npz
refused 2 "text.csv:3:2" trace --input text.csv --out x.npz
refused 2 "row.csv" trace --input row.csv --out x.npz
refused 2 "nan.csv:3:1" trace --input nan.csv --out x.npz
refused 2 "beyond.csv:3:1" trace --input beyond.csv --out x.npz
refused 2 "short.npy" trace --input short.npy --out x.npz
refused 2 "huge.safetensors" trace --task sine --weights huge.safetensors --out x.npz
refused 2 "short.safetensors" trace --task sine --weights short.safetensors --out x.npz
refused 2 "missing.npz" trace --task sine --initial-state missing.npz --out x.npz
refused 2 "--input and --task" trace --task sine --input good.csv --out x.npz
refused 2 "--columns" trace --task sine --columns x --out x.npz
refused 2 "'z'" trace --input good.csv --columns z --out x.npz
refused 2 "'z'" trace --input good.csv --target column:z --out x.npz
refused 2 "--nonlinearity" trace --task sine --cell lstm --nonlinearity relu --out x.npz
refused 2 "--gru-form" trace --task sine --cell lstm --gru-form reset-before --out x.npz
refused 2 "--flow" trace --task sine --target none --flow --out x.npz
refused 2 "--hidden" trace --task sine --hidden many --out x.npz
refused 2 "1 to 4096" trace --task sine --hidden 0 --out x.npz
refused 2 "--hidden" trace --task sine --hidden 99999999999999999999 --out x.npz
refused 2 "GB" trace --task sine --length 999999 --hidden 4096 --out x.npz
refused 2 "--seed" trace --task sine --seed -1 --out x.npz
refused 2 "threshold" trace --task sine --clip norm --clip-threshold 0 --out x.npz
refused 2 "there is no cell" trace --task sine --cell elman --out x.npz
refused 2 "there is no task" trace --task chess --out x.npz
refused 2 "asks for numbers" trace --task sine --loss cross-entropy --out x.npz
refused 2 "nosuch" trace --task sine --nosuch --out x.npz
refused 2 "surplus" trace --task sine --out x.npz surplus
refused 2 "no option" --nosuch
refused 2 "no panel" plot nosuch --task sine --out x.svg
refused 2 "--step" plot hidden --task sine --step 99 --out x.svg
refused 2 "--size" plot hidden --task sine --size big --out x.svg
refused 2 "svg" plot hidden --task sine --out x.bmp
refused 2 "nowhere" trace --task sine --out nowhere/x.npz
refused 2 "good.csv" trace --input good.csv --out good.csv
refused 2 "contradict" trace --task sine --cell rnn-relu --nonlinearity tanh --out x.npz
refused 2 "negative" trace --task sine --spectral-radius -1 --out x.npz
refused 2 "neither a command nor a file" nosuch
refused 2 "missing.json" missing.json

# A failed run leaves what stood there, and no half file.
holds test ! -e x.npz
cp a.npz kept.npz
refused 2 "ragged.csv" trace --input ragged.csv --out kept.npz
holds cmp -s a.npz kept.npz
holds test "$(find . -name '*.tmp*' -o -name '.*.npz*' | wc -l)" -eq 0

# The same call gives the same bytes.
works trace --task sine --out again.npz
holds cmp -s sine.npz again.npz

# Overflow is a result, and told.
holds grep -q "overflow: " <("$program" trace --input large.csv --nonlinearity relu --out d.npz)

# A setup file gives the same as its options; an option beside it wins.
printf '{"format":"rnnscope-setup","version":1,"task":"sine","cell":"gru","hidden":5}' >s.json
works trace --setup s.json --out s1.npz
works trace --task sine --cell gru --hidden 5 --out s2.npz
holds cmp -s s1.npz s2.npz
works trace --setup s.json --hidden 6 --out s3.npz
works trace --task sine --cell gru --hidden 6 --out s4.npz
holds cmp -s s3.npz s4.npz

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
