package baton.plan.lint;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Place;
import baton.plan.Problem;

/** Collects what the rules find, in their order. */
final class Report {
    private final List<Problem> problems = new ArrayList<>();

    void warning(String code, Place place, String message, String hint) {
        problems.add(Problem.warning(code, place, message, hint));
    }

    void note(String code, Place place, String message, String hint) {
        problems.add(Problem.note(code, place, message, hint));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
