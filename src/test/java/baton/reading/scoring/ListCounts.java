package baton.reading.scoring;

import java.util.List;
import java.util.OptionalInt;

import baton.plan.Gate;
import baton.plan.LoadedPlan;
import baton.plan.Plan;
import baton.plan.PlannedTemplate;

/** The lists of which only the length, or a name, is held against the document. */
final class ListCounts {
    private final Truth truth;
    private final Plan plan;
    private final Scorecard card;

    ListCounts(Truth truth, LoadedPlan loaded, Scorecard card) {
        this.truth = truth;
        this.plan = loaded.plan();
        this.card = card;
    }

    void count() {
        size("severities", plan.severities().size());
        size("conflict-rules", plan.conflictRules().size());
        size("widgets", plan.dashboard().widgets().size());
        size("playbook", plan.playbook().size());
        size("limitations", plan.limitations().size());
        size("deliverables", plan.deliverables().size());
        size("red-flags", plan.redFlags().size());
        size("escalations", plan.escalations().size());
        size("priorities", plan.priorities().size());
        size("contacts", plan.contacts().size());
        size("cadences", plan.cadences().size());
        completion();
        templates();
        limits();
        for (String path : truth.texts("files").stream().filter(path -> !isMaybe(path)).toList()) {
            check("files", path, plan.files().stream().anyMatch(file -> file.path().contains(path)));
        }
    }

    /** What somebody may count or not. */
    private static boolean isMaybe(String text) {
        return text.startsWith("? ");
    }

    private void size(String key, int found) {
        if (truth.has(key) && !isMaybe(truth.texts(key).getFirst())) {
            String wanted = truth.texts(key).getFirst();
            check(key, wanted + " (is " + found + ")", wanted.equals(Integer.toString(found)));
        }
    }

    /** Rules of completion may stand in the plan's own list or as the gate of the run. */
    private void completion() {
        if (truth.has("completion")) {
            int wanted = Integer.parseInt(truth.texts("completion").getFirst());
            int inGates = plan.gates().stream().filter(gate -> gate.scope() == Gate.Scope.RUN)
                    .mapToInt(gate -> gate.checks().size()).sum();
            check("completion", wanted + " (is " + plan.completion().size() + ")",
                    wanted == plan.completion().size() || wanted == inGates);
        }
    }

    private void templates() {
        for (Truth.Job wanted : truth.entries("templates")) {
            List<PlannedTemplate> same = plan.templates().stream()
                    .filter(template -> Words.likeness(wanted.item().names(), template.name()) > 0).toList();
            check("templates", wanted.item().name(), !same.isEmpty());
            same.stream().findFirst().ifPresent(template -> check("slots of " + wanted.item().name(),
                    wanted.text("slots") + " (is " + template.slots().size() + ")",
                    wanted.text("slots").isEmpty() || wanted.text("slots").equals("" + template.slots().size())));
        }
    }

    private void limits() {
        limit("min", plan.limits().agentsMin());
        limit("max", plan.limits().agentsMax());
        limit("box", plan.limits().timeBoxMinutes());
    }

    private void limit(String key, OptionalInt found) {
        Object wanted = truth.group("limits").get(key);
        if (wanted != null && !isMaybe(wanted.toString())) {
            check("limits " + key, wanted + " (is " + found + ")",
                    wanted.equals("none")
                            ? found.isEmpty()
                            : found.isPresent() && wanted.toString().replaceFirst("\\s*min$", "")
                                    .equals(Integer.toString(found.getAsInt())));
        }
    }

    private void check(String key, String what, boolean right) {
        card.wanted(Kind.COUNTS, right, key + " " + what);
    }
}
