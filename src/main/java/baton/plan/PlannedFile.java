package baton.plan;

import java.util.Objects;

/** A file the document names, with what it is for. */
public record PlannedFile(String path, String purpose, Place place) {
    public PlannedFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(place, "place");
    }
}
