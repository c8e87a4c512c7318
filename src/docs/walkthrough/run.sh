#!/usr/bin/env bash
# The walkthrough: what a new user types, in order, with what must come of it. Run from anywhere; touches nothing of yours.
# It needs what ./baton needs, and perl for the one step that damages a session on purpose.
set -u
root=$(cd "$(dirname "$0")/../../.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export BATON_SESSIONS="$place/sessions" XDG_CONFIG_HOME="$place/config" XDG_STATE_HOME="$place/state" XDG_DATA_HOME="$place/data"
cd "$root" || exit 1
passed=0
failed=0

# expect STATUS TEXT COMMAND…: the command must end with STATUS and its output must hold TEXT.
expect() {
    local status=$1 text=$2
    shift 2
    local output actual
    output=$("$@" 2>&1 </dev/null)
    actual=$?
    if [ "$actual" -eq "$status" ] && [[ "$output" == *"$text"* ]]; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "${*#"$root"/}"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n      ended with %s (wanted %s); wanted to read: %s\n' "$*" "$actual" "$status" "$text"
        printf '%s\n' "$output" | tail -n 20 | sed 's/^/      | /'
    fi
}

plan=prompts/plans/harbour-review.md
baton=$root/baton

# What will run, without running it.
expect 0 "11 tasks" "$baton" plan what "$plan"
expect 0 "architecture-analyst" "$baton" plan show "$plan"
expect 0 "0 errors" "$baton" plan lint "$plan"
expect 0 "security-auditor" "$baton" agents list
expect 0 "research-brief" "$baton" templates list

# The main job: ten analysts and a final report, no key, no network.
before=$(git -C "$root" status --porcelain 2>/dev/null)
expect 0 "11 of 11 tasks accepted" "$baton" run "$plan" --model rehearsal
after=$(git -C "$root" status --porcelain 2>/dev/null)
if [ "$before" == "$after" ]; then
    passed=$((passed + 1))
    echo "ok    the rehearsal wrote nothing into the folder"
else
    failed=$((failed + 1))
    echo "FAIL  the rehearsal changed the folder"
fi

# A goal in place of a plan: the orchestrator cuts it up, three agents work side by side, the parts come together.
expect 0 "4 of 4 tasks accepted" "$baton" run --goal "Compare what the harbour release costs with what it brings" --seed 3
expect 0 "summary.md" "$baton" diff last T-1
expect 0 "T-3 is given to " "$baton" log last
expect 2 "a plan and a goal were named" "$baton" run "$plan" --goal "and this"

# The other plans that are shipped: a guide, the guide with its schedule, a strategy, an orchestrator's prompt.
guide=prompts/plans/field-guide.md
expect 0 "10 tasks for 4 agents" "$baton" plan what "$guide"
expect 0 "0 errors" "$baton" plan lint "$guide" prompts/plans/field-guide-schedule.md
expect 0 "Critical path" "$baton" plan graph prompts/plans/library-move.md
expect 0 "complete" "$baton" run "$guide" --model rehearsal --on-question recommend
expect 0 "complete" "$baton" run "$guide" prompts/plans/field-guide-schedule.md --model rehearsal --on-question recommend
expect 0 "12 of 12 tasks accepted" "$baton" run prompts/plans/library-move.md --model rehearsal
expect 0 "8 of 8 tasks accepted" "$baton" run prompts/plans/science-week.md --model rehearsal

# The main job once more, so that it is the last session.
expect 0 "11 of 11 tasks accepted" "$baton" run "$plan" --model rehearsal

# The same run with a person in it: words, a pause, a priority, and what must come of them; then a pipe that says nothing.
expect 0 "all that was expected held" "$baton" script "$root/src/docs/walkthrough/steering.baton" --model rehearsal
expect 0 "all that was expected held" "$baton" script "$root/src/docs/walkthrough/decisions.baton" --model rehearsal
expect 0 "11 of 11 tasks accepted" "$baton" chat "$plan" --model rehearsal --plain
expect 3 "no process works on session" "$baton" answer last D-1 2

# What happened, again and again.
expect 0 "complete" "$baton" sessions list
expect 0 "load-tester" "$baton" replay last --plain --instant
expect 0 "verified" "$baton" replay last --verify
expect 0 "every task is accepted" "$baton" why last
expect 0 "system: role" "$baton" prompt last T-8
expect 0 "reports/harbour/final-report.md" "$baton" diff last
expect 0 "lead-reviewer" "$baton" log last
expect 0 '"type":"session.result"' "$baton" sessions export last --format jsonl
expect 0 "[security]" "$baton" sessions search security report --limit 2
expect 0 '"redacted":true' "$baton" sessions export last --redact 'harbour[a-z]*'

# An export makes the same session again; a part of one makes none.
"$baton" sessions export last -o "$place/run.jsonl"
head -n 100 "$place/run.jsonl" >"$place/part.jsonl"
expect 0 "imported" "$baton" sessions import "$place/run.jsonl" --sessions "$place/other"
expect 0 "verified" "$baton" replay last --verify --sessions "$place/other"
expect 3 "record.end" "$baton" sessions import "$place/part.jsonl" --sessions "$place/other"

# One byte of an outcome changed: the first event that no longer fits is named, and the exit code says so.
if command -v perl >/dev/null 2>&1; then
    for file in "$place"/sessions/*.db; do
        LC_ALL=C perl -0pi -e 's/every contradiction/every contradictioN/i or s/Rehearsal: reports/Rehearsal: Reports/' "$file"
    done
    expect 8 "event" "$baton" replay last --verify
fi

# For programs, and before the command.
expect 0 '"dependsOn":' "$baton" plan what "$plan" --json
# Commands are told as the program was called.
expect 0 "Usage: $baton " "$baton" --ascii --help
expect 3 "Nothing was started" "$baton" run "$plan" --model rehearsal --junit /dev/null/junit.xml
expect 3 "local disk" "$baton" run "$plan" --model rehearsal --sessions /dev/null/sessions
expect 2 "past the end" "$baton" replay last --from 1000000 --sessions "$place/other"

# Bad input: everything wrong at once, with file and line, exit 3; wrong use, exit 2.
printf 'Just a text about cooking.\n' >"$place/cooking.md"
expect 3 "no agents" "$baton" run "$place/cooking.md" --model rehearsal
expect 2 "" "$baton" run "$plan" --no-such-flag

printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
