package baton.wire;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;

import baton.engine.WellFormed;
import baton.plan.Coverage;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.Problem;
import com.fasterxml.jackson.core.JsonGenerator;

/**
 * A plan as {@code plan show --json} prints it: always every key, in the order of the description of that command.
 *
 * <p>A number that the document does not state is null. Any thread may use it.
 */
public final class PlanJson {
    private PlanJson() {}

    /** The plan with what is to be said of it and how much of the document was understood, on one line. */
    public static String of(LoadedPlan loaded) {
        return JsonText.write(out -> {
            out.writeStartObject();
            new PlanJsonWriter(out).plan(loaded.plan());
            list(out, "problems", loaded.problems(), problem -> problem(out, problem));
            out.writeFieldName("coverage");
            coverage(out, loaded.coverage());
            out.writeEndObject();
        });
    }

    /** The plan alone. */
    public static String of(Plan plan) {
        return JsonText.write(out -> {
            out.writeStartObject();
            new PlanJsonWriter(out).plan(plan);
            out.writeEndObject();
        });
    }

    /** Writes one element as a value. */
    @FunctionalInterface
    interface Element<T> {
        void write(T element) throws IOException;
    }

    static <T> void list(JsonGenerator out, String key, List<T> elements, Element<T> element) throws IOException {
        out.writeArrayFieldStart(key);
        for (T one : elements) {
            element.write(one);
        }
        out.writeEndArray();
    }

    private static void problem(JsonGenerator out, Problem problem) throws IOException {
        out.writeStartObject();
        text(out, "severity", WordShape.word(problem.severity()));
        text(out, "code", problem.code());
        text(out, "message", problem.message());
        text(out, "file", problem.place().file());
        out.writeNumberField("line", problem.place().line());
        text(out, "hint", problem.hint());
        out.writeEndObject();
    }

    private static void coverage(JsonGenerator out, Coverage coverage) throws IOException {
        out.writeStartObject();
        out.writeNumberField("linesTotal", coverage.linesTotal());
        out.writeNumberField("linesUnderstood", coverage.linesUnderstood());
        list(out, "notUnderstood", coverage.notUnderstood(), range -> {
            out.writeStartObject();
            text(out, "file", range.file());
            out.writeNumberField("from", range.from());
            out.writeNumberField("to", range.to());
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    static void text(JsonGenerator out, String key, String text) throws IOException {
        out.writeStringField(key, WellFormed.text(text));
    }

    static void texts(JsonGenerator out, String key, List<String> texts) throws IOException {
        list(out, key, texts, text -> out.writeString(WellFormed.text(text)));
    }

    static void number(JsonGenerator out, String key, OptionalInt number) throws IOException {
        if (number.isPresent()) {
            out.writeNumberField(key, number.getAsInt());
        } else {
            out.writeNullField(key);
        }
    }
}
