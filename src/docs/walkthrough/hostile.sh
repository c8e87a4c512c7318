#!/bin/sh
# The screen in a hostile world: terminals that are none, stops, storms of sizes, pastes without measure, a window that is
# closed while agents work. Needs tmux; says so and ends with 0 where there is none. Another program than ./baton can be
# named in BATON.

set -u

. "$(dirname -- "$0")/screen.sh"
sessions=$home/sessions
mkdir -p "$sessions"

# in_window COLUMNS ROWS COMMAND: a command of the shell in a window of its own, nothing of the person's settings
in_window() {
    $tmux kill-session -t b 2>/dev/null
    $tmux new-session -d -s b -x "$1" -y "$2" "cd '$here' && exec env -i PATH='$PATH' HOME='$home' \
        ${JAVA_HOME:+JAVA_HOME='$JAVA_HOME'} TERM=xterm-256color LANG=C.UTF-8 PS1='ready> ' $3"
}

ended() { printf '%s' "sh -c \"$1; echo left with \\\$?; exec cat\""; }

# The Java of this walk: the one that was given our folder of sessions.
its_java() {
    for pid in $(pgrep -f -- "$sessions"); do
        case $(readlink "/proc/$pid/exe" 2>/dev/null) in */java) echo "$pid" ;; esac
    done | head -n 1
}

work="$baton prompts/plans/harbour-review.md --model rehearsal --pace 0.5 --sessions $sessions"

echo "what is no terminal for a screen is told so, and what to do instead"
for how in "TERM=dumb $baton" "CI=1 $baton" "$baton <&-" "$baton </dev/null"; do
    in_window 100 20 "$(ended "$how")"
    see "left with 2" && see "baton run PLAN.md"
done

echo "a kind of terminal nobody knows is painted on all the same, and nothing complains"
in_window 100 30 "$(ended "TERM=my-own-9 $baton --sessions $sessions")"
see "Welcome to baton"
key C-c; key C-c
see "left with 0"
check "complaints" 0 "$(shown | grep -c WARNING)"

echo "Ctrl-Z gives the terminal to the shell, fg brings the screen back, as often as one likes"
in_window 120 36 "bash --norc -i"
see "ready>"
$tmux send-keys -t b -l "$work"; key Enter
see "AGENTS"
for round in 1 2 3; do
    key C-z
    see "Stopped"
    check "modes while stopped" "alt=0 mouse=0 cursor=1" "$(mode)"
    key "stty -a | grep -c ' icanon.* echo '" Enter
    $tmux send-keys -t b -l "echo here $round"; key Enter
    see "here $round"
    $tmux send-keys -t b -l "fg"; key Enter
    see "AGENTS"
    check "modes after fg" "alt=1" "$(mode | cut -d' ' -f1)"
    $tmux send-keys -t b -l "word$round"
    see "word$round"
done

echo "stopped and continued from outside, it paints itself anew"
pid=$(its_java)
kill -STOP "$pid"; sleep 0.3; $tmux resize-window -t b -x 100 -y 30; kill -CONT "$pid"
see "word3"
check "rows" 30 "$(shown | wc -l | tr -d ' ')"

echo "a hundred sizes in two seconds, then the frame that a fresh start would show"
for round in $(seq 25); do
    for size in "20 5" "400 120" "61 17" "120 36"; do
        # shellcheck disable=SC2086
        set -- $size
        $tmux resize-window -t b -x "$1" -y "$2"
    done
done
key F9
# Only the widest of the sizes, which is the last, has room for this column.
see "SESSION   "
# The list itself comes a moment later.
see "example harbour-review"
still() { shown | sed -e 1d | head -n 30; }
before=$(still)
key C-l
sleep 1
check "the screen after the storm and after painting it anew" "$before" "$(still)"
key F2

echo "the window is closed while agents work: the session is whole and can be gone on with"
pid=$(its_java)
$tmux kill-session -t b
for _ in $(seq 100); do kill -0 "$pid" 2>/dev/null || break; sleep 0.1; done
check "Java is gone" gone "$(kill -0 "$pid" 2>/dev/null && echo there || echo gone)"
"$baton" replay last --verify --sessions "$sessions" >"$home/verified" 2>&1
check "verify" 0 $?
in_window 100 30 "$(ended "$baton resume last --sessions $sessions")"
see "@test-engineer"
key C-c
see "What should stop?"
kill -TERM "$(its_java)"
see "left with 143"
check "modes after a signal" "alt=0 mouse=0 cursor=1" "$(mode)"

echo "five megabytes pasted stay a short mark; what no UTF-8 is leaves what was typed as it is"
in_window 120 36 "$(ended "$baton --sessions $sessions --model rehearsal")"
see "Welcome to baton"
key 2
see "There is no plan yet"
head -c 5000000 /dev/zero | tr '\0' x | fold -w 79 >"$home/long"
$tmux load-buffer "$home/long"
$tmux paste-buffer -p -t b
see "[paste 1: "
printf '\377\376\303(\355\240\200' | $tmux load-buffer -
$tmux paste-buffer -t b
$tmux send-keys -t b -l " and words behind"
see "and words behind"
key C-c
see "Up brings it back"
key Up
see "[paste 1: "
key C-c; key C-c; key C-c
see "left with"

[ "$failed" -eq 0 ] && echo "all well"
exit "$failed"
