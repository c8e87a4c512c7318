package baton.cli.console;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Everything that a flag, a variable or a settings file may set, under one name. */
public enum Setting {
    MODEL(""), FALLBACK_MODELS(""), AGENTS_MAX("5"), AGENTS_MIN("0"), TIME_BOX(""), PLAN_TIME("order"), BUDGET_USD(""),
    BUDGET_TOKENS(
            ""),
    TURNS_MAX(""), TIMEOUT(""), ON_QUESTION("wait"), APPROVE("deny"), ANSWERS(""), SEED("1"), PACE(
            "0"),
    WORKSPACE(""), SESSIONS(""), PROFILES(""), NOTIFY(""), COLOR("auto"), OUTPUT_FORMAT("text"), ASCII("");

    private final String standard;

    Setting(String standard) {
        this.standard = standard;
    }

    /** The value where nobody says otherwise; empty for none. */
    public String standard() {
        return standard;
    }

    /** Sets this in {@code flags} where a value was given. */
    public void in(Map<Setting, String> flags, @Nullable String value) {
        if (value != null) {
            flags.put(this, value);
        }
    }

    /** As in a settings file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String flag() {
        return "--" + key();
    }

    public String variable() {
        return "BATON_" + name();
    }

    /** What a project's file may not set before somebody trusts it: commands. */
    public boolean needsTrust() {
        return this == APPROVE || this == NOTIFY;
    }
}
