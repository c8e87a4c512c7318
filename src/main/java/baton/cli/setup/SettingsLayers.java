package baton.cli.setup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.cli.console.Setting;
import baton.settings.Origin;
import baton.settings.Origin.Source;

/** The values of all settings with where each comes from; the strongest layer wins, the others stay visible. */
public final class SettingsLayers {
    private final Map<Setting, List<Origin<String>>> values = new EnumMap<>(Setting.class);

    SettingsLayers() {
        for (var setting : Setting.values()) {
            if (!setting.standard().isEmpty()) {
                put(setting, setting.standard(), Source.DEFAULT, "default");
            }
        }
    }

    SettingsLayers flags(Map<Setting, String> given) {
        given.forEach((setting, value) -> put(setting, value, Source.FLAG, setting.flag()));
        return this;
    }

    SettingsLayers environment(Map<String, String> variables) {
        for (var setting : Setting.values()) {
            var value = variables.get(setting.variable());
            if (value != null && !value.isEmpty()) {
                put(setting, value, Source.ENVIRONMENT, setting.variable());
            }
        }
        return this;
    }

    /** Adds a value of any layer; of one layer the first value counts. */
    public SettingsLayers put(Setting setting, String value, Source source, String where) {
        values.computeIfAbsent(setting, ignored -> new ArrayList<>()).add(new Origin<>(value, source, where));
        return this;
    }

    /** The strongest value. */
    Optional<Origin<String>> find(Setting setting) {
        return all(setting).stream().findFirst();
    }

    /** The strongest value, or empty text. */
    public String text(Setting setting) {
        return find(setting).map(Origin::value).orElse("");
    }

    /** Every value given for it, strongest first. */
    public List<Origin<String>> all(Setting setting) {
        return values.getOrDefault(setting, List.of()).stream()
                .sorted((one, other) -> one.source().compareTo(other.source())).toList();
    }

    /** The name to blame for a bad value: the flag, the variable, or the file and line. */
    public String where(Setting setting) {
        return find(setting).map(Origin::where).orElse(setting.flag());
    }
}
