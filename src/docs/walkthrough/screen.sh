# What the walks through the screen have in common; read by them with the dot command. Needs tmux; says so and ends with 0
# where there is none. Another program than ./baton can be named in BATON.

here=$(CDPATH='' cd -P -- "$(dirname -- "$0")/../../.." && pwd)
baton=${BATON:-$here/baton}
command -v tmux >/dev/null || { echo "tmux is not here; nothing was tried"; exit 0; }
home=$(mktemp -d)
tmux="tmux -L baton-walk-$$ -f /dev/null"
failed=0
trap '$tmux kill-server 2>/dev/null; rm -rf "$home"' EXIT

shown() { $tmux capture-pane -p -t b; }
key() { $tmux send-keys -t b "$@"; }
mode() { $tmux display -p -t b 'alt=#{alternate_on} mouse=#{mouse_any_flag} cursor=#{cursor_flag}'; }

# see WORDS: waits until they stand on the screen
see() {
    for _ in $(seq 400); do
        shown | grep -qF -- "$1" && return 0
        sleep 0.05
    done
    echo "FAILED: \"$1\" does not come; the screen shows:"
    shown
    failed=1
    return 1
}

check() {
    if [ "$2" != "$3" ]; then
        echo "FAILED: $1: wanted \"$2\", got \"$3\""
        failed=1
    fi
}

# A server whose last session goes away ends as well; this one keeps it from that.
$tmux new-session -d -s keep 'exec cat'
