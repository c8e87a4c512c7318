package baton.engine.rule.conversation;

import java.util.List;

import baton.engine.AttemptState;
import baton.engine.People.Item;
import baton.engine.SessionState;
import baton.engine.Shared.Handoff;

/** Handoffs, decisions, answers and findings an agent is told of at the start of an attempt. */
final class Concerns {
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
                state.shared().urgent().stream().filter(finding -> finding.id().equals(id)).forEach(
                        finding -> text.append("Urgent finding ").append(id).append(": ").append(finding.title())
                                .append(". ")
                                .append(finding.text()).append('\n'));
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

    private static void indented(StringBuilder text, String title, List<String> lines) {
        lines.forEach(line -> text.append("  ").append(title).append(": ").append(line).append('\n'));
    }

    private static void settled(StringBuilder text, Item item) {
        text.append(item.id()).append(" ").append(item.text()).append("\n  answer of ").append(item.by()).append(": ")
                .append(item.answer());
        text.append(item.state() == Item.State.ASSUMED ? " (an assumption until a person decides)\n" : "\n");
    }
}
