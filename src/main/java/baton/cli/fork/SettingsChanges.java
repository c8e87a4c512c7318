package baton.cli.fork;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;
import baton.view.Wording;
import baton.view.text.Amounts;

/** What differs between two settings, one phrase each, as people set them. */
final class SettingsChanges {
    private final List<String> phrases = new ArrayList<>();

    private SettingsChanges() {}

    static List<String> of(RunSettings was, RunSettings is) {
        var changes = new SettingsChanges();
        changes.add("model", model(was), model(is));
        changes.add("agents-max", was.limits().agentsMax(), is.limits().agentsMax());
        changes.add("agents-min", was.limits().agentsMin(), is.limits().agentsMin());
        changes.add("time-box", time(was.limits().timeBoxMs()), time(is.limits().timeBoxMs()));
        changes.add("timeout", time(was.limits().timeoutMs()), time(is.limits().timeoutMs()));
        changes.add("budget-usd", money(was.budget().microsMax()), money(is.budget().microsMax()));
        changes.add("budget-tokens", most(was.budget().tokensMax()), most(is.budget().tokensMax()));
        changes.add("turns-max", most(was.budget().turnsMax()), most(is.budget().turnsMax()));
        changes.add("on-question", Wording.words(was.onQuestion()), Wording.words(is.onQuestion()));
        changes.add("approve", was.approvals(), is.approvals());
        changes.add("answers in advance", was.answers().size(), is.answers().size());
        changes.add("seed", was.seed(), is.seed());
        changes.add("pace", was.paceMilli(), is.paceMilli());
        return List.copyOf(changes.phrases);
    }

    private void add(String name, Object was, Object is) {
        if (!was.equals(is)) {
            phrases.add(was instanceof String || was instanceof Number
                    ? name + " " + is + ", was " + was
                    : name + " is changed");
        }
    }

    private static String model(RunSettings settings) {
        return settings.mode() == Mode.REHEARSAL ? "rehearsal" : settings.models().standard().toString();
    }

    private static String time(long ms) {
        return ms == 0 ? "none" : Amounts.duration(ms);
    }

    private static String money(OptionalLong micros) {
        return micros.isEmpty()
                ? "none"
                : BigDecimal.valueOf(micros.getAsLong(), 6).stripTrailingZeros()
                        .toPlainString();
    }

    private static String most(OptionalLong most) {
        return most.isEmpty() ? "none" : String.valueOf(most.getAsLong());
    }
}
