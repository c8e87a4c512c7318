package baton.wire;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import baton.engine.WellFormed;
import baton.plan.Coverage;
import baton.plan.Problem;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A plan as {@code plan show --json} prints it.
 *
 * <p>The plan itself comes as the tree that {@code plan.yaml} is written from, so that both always have the same keys;
 * here it becomes JSON, with what is to be said of the document and how much of it was understood.
 */
public final class PlanJson {
    private PlanJson() {}

    /**
     * One line of JSON.
     *
     * @param plan nested maps, lists, texts, whole numbers and truth values
     * @throws IllegalArgumentException where the tree holds anything else
     */
    public static String of(Map<String, Object> plan, List<Problem> problems, Coverage coverage) {
        return JsonText.write(out -> {
            out.writeStartObject();
            writeFields(plan, out);
            out.writeArrayFieldStart("problems");
            for (Problem problem : problems) {
                write(problem, out);
            }
            out.writeEndArray();
            out.writeFieldName("coverage");
            write(coverage, out);
            out.writeEndObject();
        });
    }

    /** One problem as one line of JSON. */
    public static String of(Problem problem) {
        return JsonText.write(out -> write(problem, out));
    }

    /** A tree of maps, lists, texts, whole numbers and truth values as one line of JSON. */
    public static String of(Map<String, Object> tree) {
        return JsonText.write(out -> write(tree, out));
    }

    private static void write(Object node, JsonGenerator out) throws IOException {
        switch (node) {
            case Map<?, ?> fields -> {
                out.writeStartObject();
                writeFields(fields, out);
                out.writeEndObject();
            }
            case List<?> elements -> {
                out.writeStartArray();
                for (Object element : elements) {
                    write(element, out);
                }
                out.writeEndArray();
            }
            case String text -> out.writeString(WellFormed.text(text));
            case Boolean flag -> out.writeBoolean(flag);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            default -> throw new IllegalArgumentException("no JSON for " + node.getClass());
        }
    }

    private static void writeFields(Map<?, ?> fields, JsonGenerator out) throws IOException {
        for (var field : fields.entrySet()) {
            out.writeFieldName(WellFormed.text((String) field.getKey()));
            write(field.getValue(), out);
        }
    }

    private static void write(Problem problem, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("severity", WordShape.word(problem.severity()));
        out.writeStringField("code", problem.code());
        out.writeStringField("message", WellFormed.text(problem.message()));
        if (!problem.place().file().isEmpty()) {
            out.writeStringField("file", WellFormed.text(problem.place().file()));
        }
        out.writeNumberField("line", problem.place().line());
        out.writeStringField("hint", WellFormed.text(problem.hint()));
        out.writeEndObject();
    }

    private static void write(Coverage coverage, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("linesTotal", coverage.linesTotal());
        out.writeNumberField("linesUnderstood", coverage.linesUnderstood());
        out.writeArrayFieldStart("notUnderstood");
        for (var range : coverage.notUnderstood()) {
            out.writeStartObject();
            if (!range.file().isEmpty()) {
                out.writeStringField("file", WellFormed.text(range.file()));
            }
            out.writeNumberField("from", range.from());
            out.writeNumberField("to", range.to());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
