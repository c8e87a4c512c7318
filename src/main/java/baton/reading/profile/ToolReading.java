package baton.reading.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import baton.profile.ToolGrant;
import baton.profile.ToolName;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;

/** The ways in which agent files list tools, as one grant and a list of denials. */
record ToolReading(ToolGrant grant, List<ToolName> denied) {

    static final ToolReading EVERYTHING = new ToolReading(new ToolGrant.All(), List.of());

    private static final Set<String> EVERY = Set.of("*", "all", "inherit", "default");

    ToolReading {
        denied = List.copyOf(denied);
    }

    /**
     * Reads a comma or blank separated text, a list, or a map of names to true and false. Nothing after the key means
     * every tool, an empty list none, and a map that only denies leaves the others.
     */
    static ToolReading of(Yaml value) {
        return switch (value) {
            case Yaml.Scalar(_, var kind, _) when kind == Yaml.Kind.NOTHING -> EVERYTHING;
            case Yaml.Scalar(var text, _, _) -> listed(names(text));
            case Yaml.Items items -> listed(YamlTexts.list(items));
            case Yaml.Fields(var fields, _, _) -> switched(fields);
        };
    }

    static List<ToolName> names(Yaml value) {
        return switch (of(value).grant) {
            case ToolGrant.All _ -> List.of();
            case ToolGrant.Listed(var names) -> names;
        };
    }

    private static List<String> names(String text) {
        boolean blanks = !text.contains(",") && !text.contains("\n") && !text.contains("(");
        return blanks ? List.of(text.strip().split("\\s+")) : YamlTexts.list(new Yaml.Scalar(text, Yaml.Kind.TEXT, 0));
    }

    private static ToolReading listed(List<String> written) {
        if (written.stream().anyMatch(name -> EVERY.contains(name.toLowerCase(Locale.ROOT)))) {
            return EVERYTHING;
        }
        List<ToolName> names = written.stream().filter(name -> !name.isBlank()).map(ToolName::parse).distinct()
                .toList();
        return new ToolReading(new ToolGrant.Listed(names), List.of());
    }

    private static ToolReading switched(List<Yaml.Field> fields) {
        List<ToolName> on = new ArrayList<>();
        List<ToolName> off = new ArrayList<>();
        boolean others = true;
        for (Yaml.Field field : fields) {
            boolean denied = YamlTexts.inline(field.value()).matches("(?i)false|no|off|deny|none");
            if (field.key().equals("*")) {
                others = !denied;
            } else if (!field.key().isBlank()) {
                (denied ? off : on).add(ToolName.parse(field.key()));
            }
        }
        return new ToolReading(others ? new ToolGrant.All() : new ToolGrant.Listed(on), off);
    }
}
