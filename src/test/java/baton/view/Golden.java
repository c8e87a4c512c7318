package baton.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import baton.view.text.StyledLine;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Texts kept as files beside the tests; {@code -Dbaton.golden=write} writes them anew, to be read before they are committed. */
public final class Golden {
    private Golden() {}

    public static void check(String name, List<StyledLine> page) throws IOException {
        checkText(name, page.stream().map(StyledLine::text).collect(Collectors.joining("\n", "", "\n")));
    }

    public static void checkText(String name, String actual) throws IOException {
        var file = Path.of("src/test/resources").resolve(name);
        if ("write".equals(System.getProperty("baton.golden"))) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, actual);
        }
        assertEquals(Files.exists(file) ? Files.readString(file) : "", actual);
    }
}
