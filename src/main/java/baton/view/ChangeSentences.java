package baton.view;

import java.util.stream.Collectors;

import baton.engine.fact.ChangeEvent;
import baton.engine.fact.ChangeEvent.ChangeAccepted;
import baton.engine.fact.ChangeEvent.ChangeProposed;
import baton.engine.fact.ChangeEvent.ChangeRejected;
import baton.engine.fact.RecordedEvent.Subject;
import baton.plan.PlanChange;
import baton.plan.Problem;
import baton.plan.TaskSpec;
import baton.view.text.Amounts;
import baton.view.text.Tone;

/** The sentences about edits of the work. */
final class ChangeSentences {
    private ChangeSentences() {}

    static Sentence of(Subject subject, ChangeEvent fact) {
        return switch (fact) {
            case ChangeProposed proposed -> Sentences.detail(subject, proposed.by() + " proposes " + proposed.id()
                    + ": " + proposed.operations().stream().map(ChangeSentences::words)
                            .collect(Collectors.joining("; ")));
            case ChangeAccepted accepted -> accepted.edited().isEmpty()
                    ? Sentences.detail(subject, "Change " + accepted.id() + " is accepted")
                    : Sentences.main(subject, "Change " + accepted.id() + " of " + accepted.by() + " is accepted: "
                            + accepted.edited().stream().map(TaskSpec::id).collect(Collectors.joining(", "))
                            + (accepted.edited().size() == 1 ? " reads" : " read") + " differently from now on");
            case ChangeRejected rejected -> Sentences.main(subject, Tone.ATTENTION, "Change " + rejected.id() + " of "
                    + rejected.by() + " is refused: " + rejected.problems().stream().map(Problem::message)
                            .collect(Collectors.joining("; ")));
        };
    }

    private static String words(PlanChange change) {
        return switch (change) {
            case PlanChange.AddTask(var wish) -> "add \"" + wish.title() + "\""
                    + (wish.agent().isBlank() ? "" : " for " + wish.agent());
            case PlanChange.SplitTask(var task, var parts) ->
                "split " + task + " into " + Amounts.of(parts.size(), "part");
            case PlanChange.EditTask(var task, var field, var values) -> "change the " + field(field) + " of " + task
                    + Wording.after(String.join(", ", values));
        };
    }

    private static String field(PlanChange.Field field) {
        return field.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
