package baton;

import java.util.List;
import java.util.stream.Stream;

/**
 * One top-level package and what it may use; the rows are the table of rooms in the architecture page.
 *
 * @param uses rooms it may call, beside itself
 * @param libraries what it may use beside the JDK and JSpecify
 */
record Room(String name, List<String> uses, List<Library> libraries) {

    /** What comes from outside, by the packages it brings. */
    enum Library {
        COMMONMARK("org.commonmark.."),
        DIFF("com.github.difflib.."),
        JACKSON("com.fasterxml.jackson.."),
        JLINE("org.jline.."),
        LANGCHAIN("dev.langchain4j.."),
        LANTERNA("com.googlecode.lanterna.."),
        PCOLLECTIONS("org.pcollections.."),
        PICOCLI("picocli.."),
        SLF4J("org.slf4j.."),
        SQL("java.sql..", "javax.sql..", "org.sqlite.."),
        YAML("org.snakeyaml..");

        private final List<String> packages;

        Library(String... packages) {
            this.packages = List.of(packages);
        }

        List<String> packages() {
            return packages;
        }
    }

    private static final List<String> PURE = List.of("plan", "profile", "settings", "engine", "chat", "view");
    private static final List<String> PURE_AND_RUNTIME = joined(PURE, List.of("runtime"));

    static final List<Room> ALL = List.of(
            new Room("plan", List.of(), List.of()),
            new Room("profile", List.of(), List.of()),
            new Room("settings", List.of(), List.of()),
            new Room("engine", List.of("plan", "profile", "settings"), List.of(Library.PCOLLECTIONS)),
            new Room("chat", List.of("plan", "profile", "engine"), List.of(Library.PCOLLECTIONS)),
            new Room("view", PURE, List.of(Library.PCOLLECTIONS, Library.COMMONMARK, Library.DIFF)),
            new Room("reading", List.of("plan", "profile", "settings"), List.of(Library.YAML, Library.COMMONMARK)),
            new Room("wire", PURE, List.of(Library.PCOLLECTIONS, Library.JACKSON)),
            new Room("runtime", PURE, List.of(Library.PCOLLECTIONS, Library.SLF4J)),
            new Room("replay", PURE_AND_RUNTIME, List.of(Library.PCOLLECTIONS)),
            new Room("llm", joined(PURE_AND_RUNTIME, List.of("wire")),
                    List.of(Library.PCOLLECTIONS, Library.LANGCHAIN, Library.JACKSON, Library.SLF4J)),
            new Room("tool", PURE_AND_RUNTIME,
                    List.of(Library.PCOLLECTIONS, Library.LANGCHAIN, Library.JACKSON, Library.DIFF, Library.SLF4J)),
            new Room("store", joined(PURE_AND_RUNTIME, List.of("wire")),
                    List.of(Library.PCOLLECTIONS, Library.SQL, Library.SLF4J)),
            new Room("projection", PURE_AND_RUNTIME, List.of(Library.PCOLLECTIONS, Library.DIFF, Library.SLF4J)),
            new Room("rehearsal", PURE_AND_RUNTIME, List.of(Library.PCOLLECTIONS)),
            new Room("tui", joined(PURE_AND_RUNTIME, List.of("replay")),
                    List.of(Library.PCOLLECTIONS, Library.LANTERNA, Library.JLINE, Library.SLF4J)),
            new Room("line", joined(PURE_AND_RUNTIME, List.of("replay")),
                    List.of(Library.PCOLLECTIONS, Library.JLINE, Library.SLF4J)),
            new Room("batch", joined(PURE_AND_RUNTIME, List.of("replay", "wire")),
                    List.of(Library.PCOLLECTIONS, Library.DIFF, Library.SLF4J)),
            new Room("cli",
                    joined(PURE_AND_RUNTIME,
                            List.of("reading", "wire", "replay", "llm", "tool", "store", "projection", "rehearsal",
                                    "tui", "line", "batch")),
                    List.of(Library.PCOLLECTIONS, Library.PICOCLI, Library.DIFF, Library.SLF4J)));

    /** Packages of the rooms that decide without touching the world. */
    static String[] purePackages() {
        return PURE.stream().map(Room::packageOf).toArray(String[]::new);
    }

    static String packageOf(String name) {
        return "baton." + name + "..";
    }

    String packageName() {
        return packageOf(name);
    }

    /** Every package this room may depend on, its own included. */
    String[] reachable() {
        return Stream.of(
                Stream.of("java..", "javax..", "jdk..", "sun.misc..", "org.jspecify.annotations..", packageName()),
                uses.stream().map(Room::packageOf),
                libraries.stream().flatMap(library -> library.packages().stream()))
                .flatMap(packages -> packages)
                .toArray(String[]::new);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
