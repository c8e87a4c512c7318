package baton.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import baton.runtime.Content;
import baton.tool.TrustStore.Consent;
import baton.tool.TrustStore.Kind;
import baton.tool.TrustStore.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrustStoreTest {
    private static final Subject SETTINGS = new Subject(Kind.PROJECT_SETTINGS, "/p/baton.yaml");
    private static final String ONE = Content.of("one").sha256();
    private static final String TWO = Content.of("two").sha256();

    @TempDir
    Path folder;

    private TrustStore store() {
        return new TrustStore(folder.resolve("state"));
    }

    @Test
    void nothingIsTrustedBeforeAYes() {
        assertFalse(store().isTrusted(SETTINGS, ONE));
        assertFalse(Files.exists(folder.resolve("state")));
    }

    @Test
    void aYesHoldsForThisSubjectWithThisContentAlone() throws Exception {
        store().grant(SETTINGS, ONE, 5);
        assertEquals(List.of(true, false, false, false),
                List.of(store().isTrusted(SETTINGS, ONE), store().isTrusted(SETTINGS, TWO),
                        store().isTrusted(new Subject(Kind.PLAN_CHECKS, "/p/baton.yaml"), ONE),
                        store().isTrusted(new Subject(Kind.PROJECT_SETTINGS, "/q/baton.yaml"), ONE)));
    }

    @Test
    void consentsAreListedAndTakenBack() throws Exception {
        var odd = new Subject(Kind.FOLDER, "/p/with \"quotes\"\n\u001b[31m");
        store().grant(SETTINGS, ONE, 5);
        store().grant(odd, TWO, 6);
        store().grant(SETTINGS, TWO, 7);
        store().grant(SETTINGS, ONE, 8);
        assertEquals(List.of(new Consent(odd, TWO, 6), new Consent(SETTINGS, TWO, 7), new Consent(SETTINGS, ONE, 8)),
                store().list());
        store().revoke(SETTINGS);
        assertEquals(List.of(new Consent(odd, TWO, 6)), store().list());
    }

    @Test
    void aDamagedFileTrustsNothingAndIsKeptAside() throws Exception {
        store().grant(SETTINGS, ONE, 5);
        for (String damage : List.of("[{", "[{\"kind\":\"ANYTHING\"}]", "\u0000")) {
            Files.writeString(folder.resolve("state/trust.json"), damage);
            assertFalse(store().isTrusted(SETTINGS, ONE));
        }
        store().grant(SETTINGS, TWO, 6);
        assertEquals(List.of(new Consent(SETTINGS, TWO, 6)), store().list());
        try (var files = Files.list(folder.resolve("state"))) {
            assertEquals(1, files.filter(file -> file.getFileName().toString().startsWith("trust-damaged-")).count());
        }
    }

    @Test
    void nobodyElseMayReadOrWriteIt() throws Exception {
        store().grant(SETTINGS, ONE, 5);
        assertEquals("rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))));
    }

    @Test
    void yesesGivenAtTheSameTimeAreAllKept() throws Exception {
        var store = store();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> grants = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(number -> () -> {
                store.grant(new Subject(Kind.FOLDER, "/p/" + number), ONE, 1);
                return true;
            }).toList();
            for (var granted : threads.invokeAll(grants)) {
                assertTrue(granted.get());
            }
        }
        assertEquals(8, store().list().size());
        assertTrue(store().list().stream().allMatch(one -> one.sha256().equals(ONE)));
    }
}
