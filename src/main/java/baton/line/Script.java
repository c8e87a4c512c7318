package baton.line;

import java.util.ArrayList;
import java.util.List;

import baton.chat.ScriptLine;
import baton.chat.ScriptReader;
import baton.plan.Place;
import baton.plan.Problem;

/**
 * A script as it was read: the plan it names, and what is to be said and expected, in its order.
 *
 * @param plans files named by lines {@code # plan: FILE}
 * @param problems lines that can never be carried out, as errors with their place
 */
public record Script(List<String> plans, List<Step> steps, List<Problem> problems) {
    private static final String PLAN = "# plan:";

    /** One line that does something. */
    public record Step(Place place, String text, ScriptLine line) {}

    public Script {
        plans = List.copyOf(plans);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** Reads all of it; {@code name} is what its lines are called by. */
    public static Script read(String name, String text) {
        var plans = new ArrayList<String>();
        var steps = new ArrayList<Step>();
        var problems = new ArrayList<Problem>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            var place = new Place(name, number);
            if (line.strip().startsWith(PLAN)) {
                plans.add(line.strip().substring(PLAN.length()).strip());
                continue;
            }
            switch (ScriptReader.read(line)) {
                case ScriptLine.Nothing nothing -> {
                    // A comment.
                }
                case ScriptLine.Faulty(var problem) ->
                    problems.add(Problem.error("script-line", place, problem.message(), problem.hint()));
                case ScriptLine.Say say -> steps.add(new Step(place, line.strip(), say));
                case ScriptLine.Expect expect -> steps.add(new Step(place, line.strip(), expect));
            }
        }
        if (plans.isEmpty() && steps.stream().noneMatch(Script::isForScripts) && isPlan(name, text)) {
            problems.addFirst(
                    Problem.error("script-plan", new Place(name, 1), "this is a plan, not the lines of a chat",
                            "Run it by  baton run " + name + "; a script names its plan by a line  # plan: " + name));
        }
        return new Script(plans, steps, problems);
    }

    /** What no plan has at the beginning of a line of its text. */
    private static boolean isForScripts(Step step) {
        return step.line() instanceof ScriptLine.Expect || step.text().matches("[/@+].*");
    }

    /** By its name, or by the keys that every plan in YAML has; words alone could be said to a session. */
    private static boolean isPlan(String name, String text) {
        return name.matches("(?i).+\\.(md|markdown|ya?ml)")
                || text.lines().anyMatch(line -> line.matches("(agents|tasks):\\s*(#.*)?"));
    }
}
