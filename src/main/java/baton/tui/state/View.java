package baton.tui.state;

/** The views, in the order of their numbers. */
public enum View {
    CHAT(1, "chat", "c"), AGENTS(2, "agents", "a"), PLAN(3, "plan", "p"), INBOX(4, "inbox", "i"),
    HANDOFFS(5, "handoffs", "h"), METRICS(6, "metrics", "m"), REPLAY(7, "replay", "r"), SESSIONS(8, "sessions", "s");

    private final int number;
    private final String words;
    private final String letter;

    View(int number, String words, String letter) {
        this.number = number;
        this.words = words;
        this.letter = letter;
    }

    public String words() {
        return words;
    }

    /** The letter that goes there after {@code g} or the leader key. */
    public String letter() {
        return letter;
    }

    public String number() {
        return String.valueOf(number);
    }

    /** The key that goes there from anywhere; F1 is help. */
    String functionKey() {
        return "F" + (number + 1);
    }
}
