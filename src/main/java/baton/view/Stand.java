package baton.view;

/** How a task stands, as people see it. */
public enum Stand {
    WAITING("waiting"), READY("ready"), AT_WORK("at work"), PARKED("waits for a person"), CLAIMED("being checked"),
    ACCEPTED("accepted"), DEGRADED("accepted with a fall-back"), FAILED("failed"), CANCELLED("cancelled"),
    PAUSED("paused"), WATCHING("waits for others"), SPLIT("split");

    private final String words;

    Stand(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public boolean isAccepted() {
        return this == ACCEPTED || this == DEGRADED;
    }

    public boolean isEnded() {
        return isAccepted() || this == FAILED || this == CANCELLED || this == SPLIT;
    }

    /** True while an attempt is under way, parked ones included. */
    public boolean isUnderWay() {
        return this == AT_WORK || this == PARKED || this == CLAIMED || this == PAUSED || this == WATCHING;
    }
}
