package baton.cli.setup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import baton.plan.Place;
import baton.plan.Problem;
import baton.settings.ModelChoice;
import baton.settings.ModelFacts;
import baton.settings.ModelName;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Mode;

/** What a person should know about money before a live run spends any. */
final class SpendingNotes {
    private SpendingNotes() {}

    /** Nothing for a rehearsal, which costs nothing. */
    static List<Problem> of(RunSettings settings) {
        if (settings.mode() == Mode.REHEARSAL) {
            return List.of();
        }
        var notes = new ArrayList<Problem>();
        if (settings.budget().isUnlimited()) {
            notes.add(Problem.warning("no-budget", Place.NOWHERE,
                    "no budget is set: nothing but the end of the plan stops the spending",
                    "Give --budget-usd 2 or --budget-tokens 500000."));
        } else if (settings.budget().microsMax().isPresent()) {
            unpriced(settings.models()).forEach(model -> notes.add(Problem.warning("price-unknown", Place.NOWHERE,
                    "the price of " + model + " is not known, so --budget-usd does not bind its calls",
                    "Give --budget-tokens as well.")));
        }
        return notes;
    }

    private static Set<ModelName> unpriced(ModelChoice models) {
        var asked = new LinkedHashSet<ModelName>(List.of(models.standard()));
        asked.addAll(models.fallbacks());
        models.perAgent().forEach(choice -> asked.addAll(choice.models()));
        asked.removeIf(model -> models.factsOf(model).flatMap(ModelFacts::price).isPresent());
        return asked;
    }
}
