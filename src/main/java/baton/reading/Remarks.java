package baton.reading;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Place;
import baton.plan.Problem;

/** Collects what is worth saying while one file is read, so that all of it is said at once. */
final class Remarks {

    private final String file;
    private final List<Problem> said = new ArrayList<>();

    Remarks(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void error(int line, String code, String message, String hint) {
        said.add(Problem.error(code, new Place(file, line), message, hint));
    }

    void warning(int line, String code, String message, String hint) {
        said.add(Problem.warning(code, new Place(file, line), message, hint));
    }

    void note(int line, String code, String message, String hint) {
        said.add(Problem.note(code, new Place(file, line), message, hint));
    }

    void addAll(List<Problem> others) {
        said.addAll(others);
    }

    boolean hasErrors() {
        return said.stream().anyMatch(Problem::isError);
    }

    List<Problem> all() {
        return List.copyOf(said);
    }

    /** The value if nothing was an error, else the refusal. */
    <T> Read<T> result(T value) {
        return hasErrors() ? new Read.Refused<>(all()) : new Read.Taken<>(value, all());
    }

    <T> Read<T> refused() {
        return new Read.Refused<>(all());
    }

    static List<Problem> joined(List<Problem> first, List<Problem> second) {
        List<Problem> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
