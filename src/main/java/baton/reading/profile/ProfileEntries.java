package baton.reading.profile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import baton.profile.AgentProfile;
import baton.profile.ToolName;
import baton.reading.data.ProfileKeys;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.language.Durations;
import baton.reading.language.WordLists;
import baton.reading.source.Remarks;

/** The entries of one agent file, asked for by the names of {@link ProfileKeys}; a value that can't be used is said and left out. */
final class ProfileEntries {

    private static final Set<String> USED = Set.of("name", "id", "aliases", "description", "prompt", "model",
            "fallback-models", "temperature", "color", "tools", "disallowed-tools", "max-turns", "time-box", "focus",
            "responsibilities", "owns", "access", "outputs", "escalates-to", "instances");

    private final Map<String, Yaml.Field> fields = new LinkedHashMap<>();
    private final Remarks remarks;

    ProfileEntries(Yaml.Fields all, Remarks remarks) {
        this.remarks = remarks;
        for (Yaml.Field field : all.fields()) {
            Yaml.Field before = fields.putIfAbsent(ProfileKeys.normal(field.key()), field);
            if (before != null) {
                remarks.warning(field.line(), "profile-key-twice", "\"" + field.key() + "\" and \"" + before.key()
                        + "\" mean the same; the first one counts", "Remove one of the two.");
            }
            if (field.key().matches("allowed[-_]?[tT]ools")) {
                remarks.note(field.line(), "profile-key", "\"" + field.key() + "\" was read as \"tools\"", "");
            }
        }
        dangerous();
    }

    private void dangerous() {
        value("permission-mode").filter(value -> YamlTexts.inline(value).contains("bypass"))
                .ifPresent(value -> remarks.warning(value.line(), "profile-permission",
                        "a profile can't widen rights; this permission mode has no effect", "Remove the key."));
        value("kind").filter(value -> YamlTexts.inline(value).equals("remote")).ifPresent(value -> remarks
                .warning(value.line(), "profile-remote", "remote agents are not called; the profile is used here", ""));
    }

    int lineOf(String key) {
        return Optional.ofNullable(fields.get(key)).map(Yaml.Field::line).orElse(0);
    }

    private Optional<Yaml> value(String key) {
        return Optional.ofNullable(fields.get(key)).map(Yaml.Field::value)
                .filter(value -> !(value instanceof Yaml.Scalar(_, var kind, _) && kind == Yaml.Kind.NOTHING));
    }

    Optional<String> text(String key) {
        return value(key).map(YamlTexts::inline).map(String::strip);
    }

    List<String> list(String key) {
        return value(key).map(YamlTexts::list).orElse(List.of());
    }

    ToolReading tools() {
        return Optional.ofNullable(fields.get("tools")).map(field -> ToolReading.of(field.value()))
                .orElse(ToolReading.EVERYTHING);
    }

    /** Tools that the file takes away: by its own list, or by a permission that says deny. */
    List<ToolName> denied() {
        List<ToolName> denied = new ArrayList<>(value("disallowed-tools").map(ToolReading::names).orElse(List.of()));
        if (value("permission").orElse(null) instanceof Yaml.Fields(var permissions, _, _)) {
            permissions.stream().filter(field -> YamlTexts.inline(field.value()).equals("deny"))
                    .forEach(field -> denied.add(ToolName.parse(field.key())));
        }
        return denied;
    }

    AgentProfile.ModelWish model() {
        List<String> names = new ArrayList<>();
        value("model").ifPresent(value -> {
            switch (value) {
                case Yaml.Fields(var inner, _, _) ->
                    inner.forEach(field -> names.addAll(YamlTexts.list(field.value())));
                case Yaml.Scalar scalar -> names.addAll(WordLists.split(scalar.text()));
                case Yaml.Items items -> names.addAll(YamlTexts.list(items));
            }
        });
        names.addAll(list("fallback-models"));
        return new AgentProfile.ModelWish(names.stream().distinct().toList(), temperatureMicros());
    }

    private OptionalInt temperatureMicros() {
        Optional<String> written = text("temperature");
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (written.get().matches("[0-9]([.][0-9]{1,6})?")) {
            return OptionalInt.of(new BigDecimal(written.get()).movePointRight(6).intValueExact());
        }
        unusable("temperature", "a number from 0 to 2 is expected");
        return OptionalInt.empty();
    }

    OptionalInt timeBoxMinutes() {
        Optional<String> written = text("time-box");
        OptionalInt minutes = written.map(Durations::minutes).orElse(OptionalInt.empty());
        if (written.isPresent() && minutes.isEmpty()) {
            unusable("time-box", "a length such as 15m is expected");
        }
        return minutes;
    }

    /** A positive whole number. */
    OptionalInt count(String key) {
        Optional<String> written = text(key);
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (written.get().matches("[1-9][0-9]{0,5}")) {
            return OptionalInt.of(Integer.parseInt(written.get()));
        }
        unusable(key, "a whole number above 0 is expected");
        return OptionalInt.empty();
    }

    List<AgentProfile.Extra> extras() {
        return fields.entrySet().stream().filter(entry -> !USED.contains(entry.getKey()))
                .map(entry -> new AgentProfile.Extra(entry.getValue().key(),
                        YamlTexts.inline(entry.getValue().value())))
                .toList();
    }

    private void unusable(String key, String expected) {
        Yaml.Field field = fields.get(key);
        if (field != null) {
            remarks.warning(field.line(), "profile-value", "\"" + field.key() + ": " + YamlTexts.inline(field.value())
                    + "\" was left out: " + expected, "Correct the value or remove the key.");
        }
    }
}
