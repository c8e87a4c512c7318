package baton.view.page;

import java.util.List;

import baton.engine.fact.SessionEvent.SessionResult;
import baton.view.GateCard;
import baton.view.HandoffCard;
import baton.view.SessionView;
import baton.view.Shared.Urgency;
import baton.view.Wording;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** What the record holds of gates, handoffs, findings and figures. */
final class RecordSection {
    private RecordSection() {}

    /** Gates that said no at least once; those that passed at once are not worth a line. */
    static List<StyledLine> gates(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        view.gates().stream().filter(gate -> gate.failed() > 0)
                .forEach(gate -> table.row(Cell.of(gate.subject()), Cell.of(tone(gate), stage(gate)),
                        Cell.of(Tone.DIM, Wording.broken(gate.lastFailed()))));
        return table.lines(2);
    }

    private static String stage(GateCard gate) {
        String times = gate.failed() == 1 ? "said no once" : "said no " + gate.failed() + " times";
        return gate.stage() == GateCard.Stage.PASSED ? times + ", then passed" : times;
    }

    private static Tone tone(GateCard gate) {
        return gate.stage() == GateCard.Stage.PASSED ? Tone.GOOD : Tone.BAD;
    }

    static List<StyledLine> handoffs(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        for (var handoff : view.handoffs()) {
            table.row(Cell.of(handoff.id()), Cell.of(handoff.task()), Cell.of(route(handoff)),
                    Cell.of(stage(handoff)), Cell.of(Tone.DIM, handoff.note().notes()));
        }
        return table.lines(2);
    }

    private static String route(HandoffCard handoff) {
        return handoff.from() + " to " + (handoff.to().isEmpty() ? "the next attempt" : handoff.to());
    }

    private static String stage(HandoffCard handoff) {
        String author = handoff.author() == HandoffCard.Author.RECORD ? "written from the record, " : "";
        return author + switch (handoff.stage()) {
            case OFFERED -> "not taken up";
            case ACCEPTED -> "taken up";
            case BOUNCED -> "sent back: " + handoff.reason();
        };
    }

    static List<StyledLine> findings(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        for (var finding : view.shared().findings()) {
            var tone = finding.urgency() == Urgency.URGENT ? Tone.ATTENTION : Tone.PLAIN;
            table.row(Cell.of(tone, finding.id()), Cell.of(finding.agent()), Cell.of(finding.title()));
        }
        return table.lines(2);
    }

    static List<StyledLine> metrics(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        view.head().result().map(SessionResult::metrics).orElse(List.of())
                .forEach(metric -> table.row(Cell.of(metric.name()), Cell.of(metric.value()),
                        Cell.of(metric.verdict()), Cell.of(Tone.DIM, "target " + metric.target())));
        return table.lines(2);
    }
}
