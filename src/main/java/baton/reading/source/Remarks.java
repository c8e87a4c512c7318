package baton.reading.source;

import java.util.ArrayList;
import java.util.List;

import baton.plan.Place;
import baton.plan.Problem;

/** Collects what is worth saying while one file is read, so that all of it is said at once. */
public final class Remarks {

    private final String file;
    private final List<Problem> said = new ArrayList<>();

    public Remarks(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    public void error(int line, String code, String message, String hint) {
        said.add(Problem.error(code, new Place(file, line), message, hint));
    }

    public void warning(int line, String code, String message, String hint) {
        said.add(Problem.warning(code, new Place(file, line), message, hint));
    }

    public void note(int line, String code, String message, String hint) {
        said.add(Problem.note(code, new Place(file, line), message, hint));
    }

    void addAll(List<Problem> others) {
        said.addAll(others);
    }

    public boolean hasErrors() {
        return said.stream().anyMatch(Problem::isError);
    }

    public List<Problem> all() {
        return List.copyOf(said);
    }

    /** The value if nothing was an error, else the refusal. */
    public <T> Read<T> result(T value) {
        return hasErrors() ? new Read.Refused<>(all()) : new Read.Taken<>(value, all());
    }

    public <T> Read<T> refused() {
        return new Read.Refused<>(all());
    }

    public static List<Problem> joined(List<Problem> first, List<Problem> second) {
        List<Problem> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
