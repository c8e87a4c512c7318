package baton.tui.state;

/** The views, in the order of their numbers. */
public enum View {
    CHAT("chat", "c"), AGENTS("agents", "a"), PLAN("plan", "p"), INBOX("inbox", "i"), HANDOFFS("handoffs", "h"),
    METRICS("metrics", "m"), REPLAY("replay", "r"), SESSIONS("sessions", "s");

    private final String words;
    private final String letter;

    View(String words, String letter) {
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
        return String.valueOf(ordinal() + 1);
    }
}
