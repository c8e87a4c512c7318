package baton.plan.lint;

import java.util.List;

import baton.plan.ContextDocument;
import baton.plan.Plan;
import baton.plan.Problem;

/** Documents that agents are to read and that are not there; known only where somebody looked. */
public final class AbsentContext {
    private AbsentContext() {}

    /** One warning for all of them. */
    public static List<Problem> check(Plan plan) {
        List<ContextDocument> absent = plan.context().stream()
                .filter(document -> document.exists() == ContextDocument.Existence.ABSENT).toList();
        if (absent.isEmpty()) {
            return List.of();
        }
        String paths = String.join(", ", absent.stream().map(ContextDocument::path).distinct().toList());
        return List.of(Problem.warning("context-absent", absent.getFirst().place(),
                "not in this folder: " + paths + "; agents that need it are told that it is not there",
                "Run from the folder that holds it, or correct the path."));
    }
}
