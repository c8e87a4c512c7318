package baton.cli.setup;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import baton.cli.console.Setting;
import baton.settings.ApprovalPolicy;
import baton.settings.ApprovalPolicy.Otherwise;
import baton.settings.Origin.Source;
import baton.settings.RunSettings;
import baton.view.SessionView;
import baton.view.Wording;

/** Turns the settings of a recorded session back into texts, so that flags can lie over them. */
public final class RecordedSettings {
    private static final String WHERE = "the session";

    private RecordedSettings() {}

    public static SettingsLayers layers(RunSettings recorded, Map<Setting, String> flags) {
        var layers = new SettingsLayers().flags(withAllowed(recorded.approvals(), flags));
        var limits = recorded.limits();
        put(layers, Setting.AGENTS_MAX, String.valueOf(limits.agentsMax()));
        put(layers, Setting.AGENTS_MIN, String.valueOf(limits.agentsMin()));
        put(layers, Setting.TIME_BOX, ms(limits.timeBoxMs()));
        put(layers, Setting.TIMEOUT, ms(limits.timeoutMs()));
        var budget = recorded.budget();
        budget.tokensMax().ifPresent(max -> put(layers, Setting.BUDGET_TOKENS, String.valueOf(max)));
        budget.turnsMax().ifPresent(max -> put(layers, Setting.TURNS_MAX, String.valueOf(max)));
        budget.microsMax().ifPresent(
                max -> put(layers, Setting.BUDGET_USD, BigDecimal.valueOf(max, 6).toPlainString()));
        put(layers, Setting.ON_QUESTION, Wording.words(recorded.onQuestion()));
        put(layers, Setting.APPROVE, approve(recorded.approvals()));
        put(layers, Setting.SEED, String.valueOf(recorded.seed()));
        put(layers, Setting.PACE, BigDecimal.valueOf(recorded.paceMilli(), 3).toPlainString());
        return layers;
    }

    /** What a session asks of people, by its id; what is settled can still be named, but its words fit nothing. */
    public static Map<String, String> matters(SessionView view) {
        var matters = new LinkedHashMap<String, String>();
        view.inbox().stream()
                .forEach(item -> matters.put(item.id(), item.isOpen() ? item.ask().wholeText() : ""));
        return matters;
    }

    /** What was allowed before stays allowed; a flag adds to it. */
    private static Map<Setting, String> withAllowed(ApprovalPolicy recorded, Map<Setting, String> flags) {
        var merged = new EnumMap<Setting, String>(Setting.class);
        merged.putAll(flags);
        merged.computeIfPresent(Setting.APPROVE, (setting, rules) -> rules + "\n" + approve(recorded).lines()
                .filter(rule -> rule.startsWith("allow:")).collect(Collectors.joining("\n")));
        return merged;
    }

    private static void put(SettingsLayers layers, Setting setting, String value) {
        if (!value.isEmpty()) {
            layers.put(setting, value, Source.PLAN, WHERE);
        }
    }

    private static String ms(long ms) {
        return ms == 0 ? "" : ms + "ms";
    }

    private static String approve(ApprovalPolicy policy) {
        var rules = new StringBuilder(policy.otherwise() == Otherwise.ASK ? "ask" : "deny");
        policy.allowed().forEach(pattern -> rules.append("\nallow:").append(pattern));
        return rules.toString();
    }
}
