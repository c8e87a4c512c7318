package baton.engine.rule.conversation;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.Shared.Finding;
import baton.engine.Shared.Handoff;
import org.jspecify.annotations.Nullable;

/** Handoffs, decisions, answers and findings an agent is told of at the start of an attempt. */
final class Concerns {
    private static final int FINDING_CHARS_MAX = 800;

    private Concerns() {}

    static String of(SessionState state, AttemptState attempt) {
        var text = new StringBuilder();
        for (var id : attempt.concerns()) {
            var handoff = state.shared().handoffs().get(id);
            var item = state.people().items().get(id);
            if (handoff != null) {
                handoff(text, handoff, id.equals(attempt.continues()));
            } else if (item != null) {
                settled(text, item);
            } else {
                finding(text, state.shared().findingsById().get(id));
            }
        }
        return text.isEmpty() ? "" : "# What concerns your task\n" + text;
    }

    private static void handoff(StringBuilder text, Handoff handoff, boolean continued) {
        text.append("Handoff ").append(handoff.id()).append(" from ").append(handoff.from())
                .append(continued ? ", whose work you go on with:\n" : ":\n");
        var note = handoff.note();
        indented(text, "completed", note.completed());
        indented(text, "ready", note.dependenciesReady());
        indented(text, "blockers", note.blockers());
        indented(text, "next steps", note.nextSteps());
        indented(text, "files",
                note.artifacts().stream().map(file -> file.path() + ": " + file.description()).toList());
        if (!note.notes().isBlank()) {
            text.append("  notes: ").append(note.notes()).append('\n');
        }
    }

    /** What others found; one that is not urgent is shortened, and its whole text stays in the record. */
    private static void finding(StringBuilder text, @Nullable Finding finding) {
        if (finding != null) {
            text.append(finding.urgent() ? "Urgent finding " : "Finding ").append(finding.id());
            if (!finding.urgent()) {
                text.append(" of ").append(finding.agent()).append(" at ").append(finding.task());
            }
            text.append(": ").append(finding.title()).append(". ").append(finding.urgent()
                    ? finding.text()
                    : RequestParts.capped(finding.text(), FINDING_CHARS_MAX)).append('\n');
        }
    }

    private static void indented(StringBuilder text, String title, List<String> lines) {
        lines.forEach(line -> text.append("  ").append(title).append(": ").append(line).append('\n'));
    }

    private static void settled(StringBuilder text, Item item) {
        text.append(item.id()).append(" ").append(item.text()).append("\n  answer of ").append(item.by()).append(": ")
                .append(item.answer());
        text.append(item.state() == Item.State.ASSUMED ? " (an assumption until a person decides)\n" : "\n");
    }
}
