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
printf 'sequence,x\n1,1\n1,2\n2,3\n' >two.csv
printf 'x\n1\nnan\n3\n' >nan.csv
printf 'x\n1\n1e999\n' >beyond.csv
printf 'x\n1e308\n-1e308\n1e308\n' >large.csv
printf '\x93NUMPY\x01\x00' >short.npy
printf '\xff\xff\xff\xff\xff\xff\xff\x7f{}' >huge.safetensors
printf '\x10\x00\x00\x00\x00\x00\x00\x00{"a":' >short.safetensors

works --help
works --version
works trace --help
works train --help
works plot --help
works script --help
works trace --task sine --out sine.npz
works trace --input good.csv --cell gru --bidirectional --layers 2 --flow --jacobians --out a.npz
works trace --input good.csv --columns x --target column:y --readout last-step --out b.npz
works trace --input row.csv --target none --out c.npz
works trace --input large.csv --nonlinearity relu --out d.npz
works trace --input nan.csv --missing interpolate --out e.npz
works train --task sine --cell lstm --updates 3 --out t.csv --save-weights t.safetensors
works train --input good.csv --optimizer adam --truncate 2 --updates 2 --clip norm --out u.csv
works train --task adding --fresh --sequences 3 --twin --updates 2 --out v.csv
works train --task sine --nonlinearity relu --lr 1e300 --updates 3 --out w.csv
works train --task sine --length 1 --target next --updates 1 --out y.csv
works plot gradients --task sine --cell lstm --out g.svg
works plot workspace --task latch --cell gru --theme dark --out w.png
works plot hidden --task sine --target none --out h.pdf
for language in en zh_CN zh_TW; do
    works plot gates --task sine --cell lstm --language $language --out "g-$language.svg"
done
holds [ "$(md5sum <g-zh_CN.svg)" != "$(md5sum <g-en.svg)" ]
holds [ "$(md5sum <g-zh_TW.svg)" != "$(md5sum <g-zh_CN.svg)" ]
refused 2 "there is no language 'zh'; there are en, zh_CN, zh_TW" plot gates --task sine --language zh --out l.svg
works plot hidden --task sine --length 6 --out h.gif
holds [ "$(head -c 6 h.gif)" = GIF89a ]
works plot gates --task sine --phase forward --frames 3 --fps 2 --size 300x200 --out 'g-%02d.png'
holds [ -s g-01.png ] && holds [ -s g-03.png ] && holds [ ! -e g-04.png ]
works plot loss --task sine --updates 4 --film training --frames 3 --size 300x200 --out 't-%d.png'
holds [ -s t-1.png ] && holds [ -s t-3.png ] && holds [ ! -e t-4.png ]
works plot hidden --task sine --length 6 --size 160x90mm --out mm.svg
holds grep -q 'width="160.000mm" height="90.000mm"' mm.svg
works script --task sine --out s.py
works script --input good.csv --cell ugrnn --layers 2 --bidirectional --hold n=0.5 --out u.py
works script --task latch --sequences 3 --fresh --clip value --out l.py

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
refused 2 "--size" plot hidden --task sine --size 160x90cm --out x.svg
refused 2 "--film" plot hidden --task sine --film training --out x.svg
refused 2 "pass, training" plot hidden --task sine --film nosuch --out x.gif
refused 2 "needs a target" plot hidden --task sine --target none --film training --out x.gif
refused 2 "--phase" plot hidden --task sine --film training --phase forward --out x.gif
refused 2 "--frames" plot hidden --task sine --frames 3 --out x.svg
refused 2 "2 to 10000" plot hidden --task sine --frames 1 --out x.gif
refused 2 "0.1 to 50" plot hidden --task sine --fps 1e9 --out x.gif
refused 2 "--step" plot hidden --task sine --step 3 --out x.gif
refused 2 "svg" plot hidden --task sine --out x.bmp
refused 2 "nowhere" trace --task sine --out nowhere/x.npz
refused 2 "good.csv" trace --input good.csv --out good.csv
refused 2 "contradict" trace --task sine --cell rnn-relu --nonlinearity tanh --out x.npz
refused 2 "negative" trace --task sine --spectral-radius -1 --out x.npz
refused 2 "neither a command nor a file" nosuch
refused 2 "missing.json" missing.json

refused 2 "no file to write" train --task sine
refused 2 "no sequence is given" train --out x.csv
refused 2 "nothing to learn" train --task sine --target none --out x.csv
refused 2 "above 0" train --task sine --lr 0 --out x.csv
refused 2 "above 0" train --task sine --lr -0.1 --out x.csv
refused 2 "--lr" train --task sine --lr nan --out x.csv
refused 2 "threshold" train --task sine --clip norm --clip-threshold 0 --out x.csv
refused 2 "1 to 1000000" train --task sine --updates 0 --out x.csv
refused 2 "1 to 1000000" train --task sine --updates 1000001 --out x.csv
refused 2 "cannot have 1 steps" train --task adding --length 1 --out x.csv
refused 2 "next value" train --input row.csv --out x.csv
refused 2 "holds 1 sequence" train --input good.csv --sequences 2 --out x.csv
refused 2 "sequence 2: has one step" train --input two.csv --sequences 2 --out x.csv
refused 2 "GB" train --task sine --sequences 1024 --length 999999 --hidden 1 --out x.csv
refused 2 "1 step or more" train --task sine --truncate 0 --out x.csv
refused 2 "between 0 and 1" train --task sine --teacher-forcing 1.5 --out x.csv
refused 2 "foresees the next value" train --task adding --readout every-step --teacher-forcing 0.5 \
    --out x.csv
refused 2 "there are sgd" train --task sine --optimizer newton --out x.csv
refused 2 ".safetensors" train --task sine --save-weights w.npz --out x.csv
refused 2 "--save-weights" train --task sine --save-weights "" --out x.csv
refused 2 "both history and weights" train --task sine --save-weights x.safetensors \
    --out ./x.safetensors
refused 2 "good.csv" train --input good.csv --out good.csv
refused 2 "choose another --save-weights" train --task sine --weights t.safetensors \
    --save-weights t.safetensors --cell lstm --out x.csv
refused 2 "nowhere" train --task sine --out x.csv --save-weights nowhere/x.safetensors
refused 2 "surplus" train --task sine --out x.csv surplus
refused 2 "--twin and --no-twin" train --task sine --twin --no-twin --out x.csv

refused 2 "no file to write" script --task sine
refused 2 "no sequence is given" script --out x.py
refused 2 "no loss to print" script --task sine --target none --out x.py
refused 2 "generated sequence" script --task sine --generate 5 --out x.py
refused 2 "million numbers" script --task sine --cell lstm --hidden 600 --out x.py
refused 2 "missing.csv" script --input missing.csv --out x.py
refused 2 "ragged.csv:3" script --input ragged.csv --out x.py
refused 2 "good.csv" script --input good.csv --out good.csv
refused 2 "nowhere" script --task sine --out nowhere/x.py
refused 2 "is a folder" script --task sine --out .
refused 2 "contradict" script --task sine --cell rnn-relu --nonlinearity tanh --out x.py
refused 2 "there is no such quantity" script --task sine --hold q=1 --out x.py
refused 2 "lane 2" script --task sine --lanes "*; hidden=0" --out x.py
refused 2 "surplus" script --task sine --out x.py surplus
refused 2 "nosuch" script --task sine --nosuch --out x.py

# A failed run leaves what stood there, and no half file.
holds test ! -e x.npz
holds test ! -e x.csv
holds test ! -e x.py
holds test ! -e x.safetensors
cp a.npz kept.npz
refused 2 "ragged.csv" trace --input ragged.csv --out kept.npz
holds cmp -s a.npz kept.npz
holds test "$(find . -name '*.tmp*' -o -name '.*.npz*' | wc -l)" -eq 0

# The same call gives the same bytes.
works trace --task sine --out again.npz
holds cmp -s sine.npz again.npz
works script --task sine --out again.py
holds cmp -s s.py again.py

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

# A document gives its setup and the files in it; what is no document is told.
printf '{"format":"rnnscope-document","version":1,"setup":{"format":"rnnscope-setup","version":1,
    "input":"gone.csv"},"files":{"input":{"text":"x,y\\n1,2\\n3,4\\n5,6\\n7,8\\n"}}}' >d.rnnscope
works trace --setup d.rnnscope --out d1.npz
works trace --input good.csv --out d2.npz
holds cmp -s d1.npz d2.npz
head -c 100 d.rnnscope >half.rnnscope
refused 2 "half.rnnscope:" trace --setup half.rnnscope --out x.npz
cp s.json setup.rnnscope
refused 2 "setup.rnnscope: is not a document" trace --setup setup.rnnscope --out x.npz
# How a table is read can be said.
printf '1,5;2\n2,5;3\n3,5;1\n' >comma.csv
works trace --input comma.csv --delimiter semicolon --decimal comma --header no --out k1.npz
works trace --input comma.csv --out k2.npz
holds cmp -s k1.npz k2.npz
refused 2 "there are comma, semicolon" trace --input comma.csv --delimiter dash --out x.npz

# A history has its header and a row an update, counted from 1; the same call, the same bytes.
holds test "$(head -1 t.csv)" = update,loss,grad_norm,clipped_norm,clipped
holds test "$(cut -d, -f1 t.csv | tr '\n' ' ')" = "update 1 2 3 "
works train --task sine --cell lstm --updates 3 --out again.csv --save-weights again.safetensors
holds cmp -s t.csv again.csv
holds cmp -s t.safetensors again.safetensors
# Its first row is the pass that trace writes, and its weights can be traced.
IFS=, read -r _ loss norm _ <<<"$(sed -n 2p t.csv)"
holds grep -qF "loss $loss, gradient norm $norm" \
    <("$program" trace --task sine --cell lstm --out a.npz)
works trace --task sine --weights t.safetensors --cell lstm --out a.npz
# Twice two updates are four, where the optimizer remembers nothing.
works train --task sine --updates 4 --out four.csv --save-weights four.safetensors
works train --task sine --updates 2 --out two1.csv --save-weights two.safetensors
works train --task sine --updates 2 --out two2.csv --save-weights end.safetensors \
    --weights two.safetensors
holds cmp -s four.safetensors end.safetensors
holds test "$(tail -1 four.csv | cut -d, -f2-)" = "$(tail -1 two2.csv | cut -d, -f2-)"
# Divergence is a result, and told, the twin's too.
explosive="--task adding --length 50 --nonlinearity relu --hidden 32 --spectral-radius 1.05
    --recurrent identity --zero-biases --lr 0.01 --updates 5"
# shellcheck disable=SC2086
holds grep -q "^diverged at update 2: loss " <("$program" train $explosive --out d.csv)
holds test "$(wc -l <d.csv)" -eq 6
# shellcheck disable=SC2086
holds grep -q "^twin, without clipping: diverged at update 2: loss " \
    <("$program" train $explosive --clip norm --twin --out d.csv)
holds grep -qE "^3,(nan|inf)," w.csv

# A network that goes on by itself.
printf 'hello you\nhello me\n' >words.txt
words="--input words.txt --loss cross-entropy"
# shellcheck disable=SC2086
{
    works trace $words --generate 5 --prompt "he" --out w1.npz
    works trace $words --generate 5 --prompt "he" --out w2.npz
    holds cmp -s w1.npz w2.npz
    works plot generation $words --generate 5 --step 3 --out w.svg
    works plot generation $words --generate 5 --updates 2 --film training --out w.gif
    works train $words --generate 5 --updates 2 --out w.csv
    works train $words --updates 2 --out plain.csv
    holds grep -qE '^text: he.{6}$' <("$program" trace $words --generate 5 --prompt "he" \
        --temperature 0 --out w3.npz | sed 's/\\n/n/g')
    refused 2 "the prompt has 'x'" trace $words --generate 5 --prompt "hex" --out w.npz
    refused 2 "needs a loss" trace $words --generate 5 --flow --out w.npz
    refused 2 "needs a loss" plot hidden $words --generate 5 --phase backward --out w.svg
    refused 2 "cross-entropy" trace --input words.txt --generate 5 --out w.npz
}
holds cmp -s w.csv plain.csv
works plot generation --task sine --generate 5 --out w.png
works plot generation --task sine --out w.png

# What a setup switches on can be switched off beside it.
printf '{"format":"rnnscope-setup","version":1,"task":"sine","bidirectional":true}' >b.json
works trace --setup b.json --no-bidirectional --out b1.npz
works trace --task sine --out b2.npz
holds cmp -s b1.npz b2.npz
works trace --setup b.json --out b3.npz
holds test "$(stat -c %s b3.npz)" -gt "$(stat -c %s b1.npz)"

printf '%d passed, %d failed\n' $passed $failed
[ $failed -eq 0 ]
