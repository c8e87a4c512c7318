package baton.plan;

import java.util.List;

/** What happens at the start, during and at the end of every sprint. */
public record SprintSteps(List<String> start, List<String> during, List<String> end) {
    public static final SprintSteps NONE = new SprintSteps(List.of(), List.of(), List.of());

    public SprintSteps {
        start = List.copyOf(start);
        during = List.copyOf(during);
        end = List.copyOf(end);
    }
}
