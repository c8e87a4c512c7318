package baton.store;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import baton.runtime.SessionCatalog.Found;
import baton.runtime.SessionCatalog.Listing;

/** Finds a session by what a person typed: {@code last}, a file, a name, or the beginning of one. */
final class SessionSearch {
    private static final int NEAREST_MAX = 3;

    private final Path directory;
    private final List<Path> examples;
    private final Supplier<List<Listing>> list;

    SessionSearch(Path directory, List<Path> examples, Supplier<List<Listing>> list) {
        this.directory = directory;
        this.examples = examples;
        this.list = list;
    }

    Found find(String typed) {
        if (typed.equals("last")) {
            return last();
        }
        return file(typed).<Found>map(Found.One::new).orElseGet(() -> byName(typed));
    }

    private Found last() {
        return list.get().stream()
                .filter(listing -> !listing.example() && listing.problem().isEmpty())
                .findFirst()
                .<Found>map(listing -> new Found.One(listing.file()))
                .orElse(new Found.Nothing(List.of()));
    }

    private Optional<Path> file(String typed) {
        if (!typed.endsWith(SessionName.SUFFIX) && typed.indexOf('/') < 0) {
            return Optional.empty();
        }
        try {
            for (Path file : List.of(Path.of(typed), directory.resolve(typed))) {
                if (Files.isRegularFile(file)) {
                    return Optional.of(file.toAbsolutePath().normalize());
                }
            }
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private Found byName(String typed) {
        var files = files();
        var exact = files.stream().filter(file -> SessionName.of(file).equals(typed)).findFirst();
        if (exact.isPresent()) {
            return new Found.One(exact.get());
        }
        var fitting = files.stream().filter(file -> SessionName.of(file).startsWith(typed)).toList();
        if (fitting.size() == 1 && !typed.isEmpty()) {
            return new Found.One(fitting.getFirst());
        }
        return fitting.isEmpty()
                ? new Found.Nothing(nearest(typed, files))
                : new Found.Several(fitting.stream().map(SessionName::of).toList());
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>(SessionFiles.in(directory));
        examples.forEach(place -> SessionFiles.in(place).stream().filter(file -> !files.contains(file))
                .forEach(files::add));
        return files;
    }

    /** Names a person may have meant: for a path its last step counts; far ones would only mislead. */
    private static List<String> nearest(String typed, List<Path> files) {
        String last = typed.substring(typed.lastIndexOf('/') + 1);
        String meant = last.endsWith(SessionName.SUFFIX)
                ? last.substring(0, last.length() - SessionName.SUFFIX.length())
                : last;
        int editsMax = Math.max(2, meant.length() / 3);
        return files.stream().map(SessionName::of).filter(name -> distance(meant, name) <= editsMax)
                .sorted(Comparator.<String>comparingInt(name -> distance(meant, name)).thenComparing(name -> name))
                .limit(NEAREST_MAX).toList();
    }

    /** How many letters must change, go or come so that {@code typed} is a beginning of {@code name}. */
    static int distance(String typed, String name) {
        int[] row = new int[name.length() + 1];
        for (int i = 1; i <= name.length(); i++) {
            row[i] = i;
        }
        for (int t = 1; t <= typed.length(); t++) {
            int diagonal = row[0];
            row[0] = t;
            for (int i = 1; i <= name.length(); i++) {
                int same = diagonal + (typed.charAt(t - 1) == name.charAt(i - 1) ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.min(same, Math.min(row[i], row[i - 1]) + 1);
            }
        }
        int least = Integer.MAX_VALUE;
        for (int cost : row) {
            least = Math.min(least, cost);
        }
        return least;
    }
}
