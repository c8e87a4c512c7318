package baton.reading.planfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import baton.plan.Plan;

/**
 * Writes a plan as {@code plan.yaml}, so that {@link PlanYamlReader} gives the same plan again.
 *
 * <p>
 * What is empty is left out. Texts are quoted wherever YAML could take them for something else.
 */
public final class PlanYamlWriter {

    private static final Pattern PLAIN = Pattern
            .compile("[\\p{L}./][\\p{L}\\p{N}./_-]*(?: [\\p{L}\\p{N}./_(&-][\\p{L}\\p{N}./_()&-]*)*");
    private static final Set<String> WORDS = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", ".inf",
            ".nan");

    /** Whether a document of the context is there is looked up whenever a plan is read, and belongs to no file. */
    private static final String OF_THE_DAY = "exists";

    private final StringBuilder out = new StringBuilder();

    private final String source;
    private final List<Remark> remarks;

    /**
     * A comment above an element.
     *
     * @param part the key of the list it stands in, at the top of the file
     * @param index counted from 0
     */
    public record Remark(String part, int index, String text) {}

    private PlanYamlWriter(String source, List<Remark> remarks) {
        this.source = source;
        this.remarks = List.copyOf(remarks);
    }

    public static String write(Plan plan) {
        return write(plan, List.of());
    }

    public static String write(Plan plan, List<Remark> remarks) {
        var writer = new PlanYamlWriter(plan.source(), remarks);
        writer.out.append("# A plan for baton; the schema for editors is plan.schema.json.\n");
        writer.fields(PlanTree.of(plan), "", false);
        return writer.out.toString();
    }

    private void fields(Map<?, ?> fields, String indent, boolean behindDash) {
        boolean first = behindDash;
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            if (isEmpty(field.getValue()) || OF_THE_DAY.equals(field.getKey())) {
                continue;
            }
            out.append(first ? "" : indent).append(field.getKey()).append(':');
            first = false;
            value(field.getValue(), indent.isEmpty() ? field.getKey().toString() : "", indent);
        }
        if (first) {
            out.append("{}\n");
        }
    }

    /** {@code part} is the key of a list at the top of the file, else empty. */
    private void value(Object value, String part, String indent) {
        switch (value) {
            case Map<?, ?> inner -> {
                out.append('\n');
                fields(inner, indent + "  ", false);
            }
            case List<?> items -> {
                out.append('\n');
                int index = 0;
                for (Object item : items) {
                    origin(item, indent);
                    remark(part, index, indent);
                    index++;
                    out.append(indent).append("  - ");
                    if (item instanceof Map<?, ?> inner) {
                        fields(inner, indent + "    ", true);
                    } else {
                        out.append(scalar(item)).append('\n');
                    }
                }
            }
            default -> out.append(' ').append(scalar(value)).append('\n');
        }
    }

    /** Above each element a comment with the line of the document it was read from. */
    private void origin(Object item, String indent) {
        if (item instanceof Map<?, ?> fields && fields.get("line") instanceof Integer line && line > 0) {
            Object file = Optional.<Object>ofNullable(fields.get("file")).orElse(source);
            out.append(indent).append("  # ").append(quoted(file.toString()).replaceAll("^\"|\"$", "")).append(':')
                    .append(line).append('\n');
        }
    }

    private void remark(String part, int index, String indent) {
        remarks.stream().filter(remark -> remark.part().equals(part) && remark.index() == index)
                .forEach(remark -> out.append(indent).append("  # ")
                        .append(quoted(remark.text()).replaceAll("^\"|\"$", "").replace("\\\"", "\""))
                        .append('\n'));
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case String text -> text.isEmpty();
            case List<?> items -> items.isEmpty();
            case Map<?, ?> inner -> inner.entrySet().stream()
                    .allMatch(entry -> isEmpty(entry.getValue()) || isUnstated(entry));
            default -> false;
        };
    }

    /** Two numbers say nothing when they are 0: a line that is not known, and a screen that refreshes as it can. */
    private static boolean isUnstated(Map.Entry<?, ?> entry) {
        return Integer.valueOf(0).equals(entry.getValue())
                && (entry.getKey().equals("line") || entry.getKey().equals("refreshSeconds"));
    }

    private static String scalar(Object value) {
        if (!(value instanceof String text)) {
            return value.toString();
        }
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean odd = Character.isISOControl(c) || c == 0xFEFF || c == 0x2028 || c == 0x2029
                            || (c >= 0xD800 && c <= 0xDFFF) || (c & 0xFFFE) == 0xFFFE;
                    quoted.append(odd ? "\\U%08X".formatted(c) : Character.toString(c));
                }
            }
        });
        return quoted.append('"').toString();
    }
}
