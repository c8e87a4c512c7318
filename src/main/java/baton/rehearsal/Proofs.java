package baton.rehearsal;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Evidence;

/** The evidence of a claim: for each criterion the file and the section that deals with it. */
final class Proofs {
    private Proofs() {}

    static List<Evidence> of(Scene scene) {
        var outputs = scene.outputs();
        var evidence = new ArrayList<Evidence>();
        var criteria = scene.task().acceptance();
        for (int i = 0; i < criteria.size() && !outputs.isEmpty(); i++) {
            String where = "section " + (i + 1) + ", \"" + Wording.withoutFullStop(Wording.quote(criteria.get(i)))
                    + "\"";
            evidence.add(new Evidence(criteria.get(i), Evidence.Kind.ARTIFACT, outputs.getFirst(), where));
        }
        return List.copyOf(evidence);
    }
}
