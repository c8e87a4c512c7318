#!/bin/sh
# The screen from end to end in a real terminal: first run, a decision, every view, resizing, leaving, replay, signals.
# Needs tmux; says so and ends with 0 where there is none. Another program than ./baton can be named in BATON.

set -u

. "$(dirname -- "$0")/screen.sh"

# start COLUMNS ROWS ARGUMENTS…: the program in a pane of its own, nothing of the person's settings
start() {
    columns=$1
    rows=$2
    shift 2
    $tmux kill-session -t b 2>/dev/null
    $tmux new-session -d -s b -x "$columns" -y "$rows" "cd '$here' && env -i PATH='$PATH' HOME='$home' \
        ${JAVA_HOME:+JAVA_HOME='$JAVA_HOME'} TERM=xterm-256color LANG=C.UTF-8 $baton $*; echo left with \$?; exec cat"
}

sessions=$home/sessions
mkdir -p "$sessions"

echo "first run: one key starts a living rehearsal"
start 120 36 --sessions "$sessions"
see "Welcome to baton"
key 1
see "need you"
see "@architecture-analyst"

echo "a decision, answered in four keys"
key C-x
key '!'
see "Enter answers with the choice"
sleep 0.7
key 2
see "> (•) 2"
key Enter
see "D-1 recorded"

echo "every view"
key 2; see "LIVE TAIL"
key 3; see "TIMELINE"
key 4; see "36 months"
key 5; see "HANDOFFS"
key 6; see "Overall"
key 7; see "STATE AT"
key 8; see "STARTED (UTC)"
key '?'; see "EVERY VIEW"
key x; key :; see "Palette"
key C-c
key 1
see "To the orchestrator"

echo "a paste is one text and is not sent"
key Tab
printf 'line1\nline2' | $tmux load-buffer -
$tmux paste-buffer -p -t b
see "line2"
key C-c
see "Up brings it back"

echo "resizing there and back shows the same frame as before"
key F4
see "TIMELINE"
for size in "60 20" "20 5" "200 60" "120 36"; do
    # shellcheck disable=SC2086
    set -- $size
    $tmux resize-window -t b -x "$1" -y "$2"
    sleep 0.2
done
see "TIMELINE"
check "rows after resizing" 36 "$(shown | wc -l | tr -d ' ')"

echo "leaving puts the terminal right and leaves a summary"
key 1
key C-c
see "What should stop?"
key Down; key Down; key Down; key Down; key Down; key Enter
see "left with"
check "modes" "alt=0 mouse=0 cursor=1" "$(mode)"
see "baton resume"

echo "a replay can be scrubbed"
start 120 36 replay last --tui --sessions "$sessions"
see "REPLAY"
key Space
key d
see "decision"
key '$'
see "EVENTS UP TO"
key v; key 0; see "DIFFERENCE FROM A"
kill -TERM "$($tmux list-panes -t b -F '#{pane_pid}')" 2>/dev/null
start 80 24 resume last --tui --sessions "$sessions"
see "Ctrl+X menu"

echo "pages, lanes and a form"
start 120 36 prompts/plans/harbour-review.md --pace 0.1 --sessions "$sessions"
see "CRITICAL PATH"
key Escape
sleep 0.3
key Z
see "lanes 1 to 3 of"
key Z
see "Everybody in one flow"
key P
see "--- system: role"
key Escape
sleep 0.3
key Tab
$tmux send-keys -t b -l '+research-brief'
key Enter
see "[ Delegate ]"
key Escape
see "The template as text"

echo "what nobody has read is taken back into the draft"
start 100 30 prompts/plans/harbour-review.md --pace 3 --sessions "$sessions"
see "5 run"
$tmux send-keys -t b -l '@security-auditor use metres'
key Enter
see "1 message waits to be read"
key C-x
key u
see "Taken back: nobody had read it."
see "> @security-auditor use metres"
see "taken back unread"
key C-c
see "Draft cleared"

echo "inline the conversation stays in the terminal's own scrollback"
start 100 30 prompts/plans/harbour-review.md --pace 0.1 --inline --sessions "$sessions"
see "5 run"
check "modes inline" "alt=0 mouse=0 cursor=1" "$(mode)"
key C-x
key q
see "left with"
check "modes after inline" "alt=0 mouse=0 cursor=1" "$(mode)"
$tmux capture-pane -p -S - -t b | grep -qF "T-1 started" || { echo "FAILED: the conversation is gone"; failed=1; }

start 80 24 resume last --tui --sessions "$sessions"
see "Ctrl+X menu"

echo "a signal puts the terminal right"
for pid in $(pgrep -P "$($tmux list-panes -t b -F '#{pane_pid}')"); do
    pkill -TERM -P "$pid" 2>/dev/null
    kill -TERM "$pid" 2>/dev/null
done
see "left with"
check "modes after a signal" "alt=0 mouse=0 cursor=1" "$(mode)"

[ "$failed" -eq 0 ] && echo "all well"
exit "$failed"
