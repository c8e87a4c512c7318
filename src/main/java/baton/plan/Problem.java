package baton.plan;

import java.util.Objects;

/**
 * Something a person should know about a document, with where it stands and what to do about it.
 *
 * @param code stable kebab-case name that scripts may match
 * @param message one sentence without the place
 * @param hint what to do, or empty
 */
public record Problem(Severity severity, String code, String message, Place place, String hint) {
    /** How much a problem matters: an error refuses the document, a warning does not, a note only informs. */
    public enum Severity {
        ERROR, WARNING, NOTE
    }

    public Problem {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(hint, "hint");
    }

    public static Problem error(String code, Place place, String message, String hint) {
        return new Problem(Severity.ERROR, code, message, place, hint);
    }

    public static Problem warning(String code, Place place, String message, String hint) {
        return new Problem(Severity.WARNING, code, message, place, hint);
    }

    public static Problem note(String code, Place place, String message, String hint) {
        return new Problem(Severity.NOTE, code, message, place, hint);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line: message}, the form in which every list of problems is shown. */
    public String oneLine() {
        String where = place.toString();
        return where.isEmpty() ? message : where + ": " + message;
    }
}
