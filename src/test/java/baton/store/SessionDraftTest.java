package baton.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

import baton.engine.Command;
import baton.engine.Sha256;
import baton.runtime.Content;
import baton.runtime.EventStore.Chunk;
import baton.runtime.EventStore.Group;
import baton.runtime.SessionCatalog.Listing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** A session that begins with another one's beginning, and is there at once or not at all. */
class SessionDraftTest {
    private static final Content EARLY = content("early");
    private static final Content LATE = content("late");

    @TempDir
    private Path directory;

    private Path source = Path.of("");

    private static Content content(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(Sha256.of(bytes), bytes);
    }

    @BeforeEach
    void setUp() {
        var sample = new Sample();
        try (var store = catalog().create("Title", Sample.START_MS)) {
            store.append(sample.opening());
            store.append(with(sample, EARLY, 2));
            store.append(with(sample, LATE, 3));
            source = directory.resolve(store.name() + ".db");
        }
    }

    /** A group of one fact that names a content, and a piece of text of a turn that began after an event. */
    private static Group with(Sample sample, Content content, long afterSeq) {
        var group = sample.group(List.of(new Command.Say("ann", "", "go on", "you")),
                List.of(sample.progress("wrote " + content.sha256())));
        return new Group(group.inputs(), group.events(),
                List.of(new Chunk("T-" + afterSeq + "/1#1", 1, Sample.START_MS, afterSeq, "text")), List.of(content));
    }

    @Test
    void theBeginningIsTheSameWithWhatItNamesAndNothingElse() {
        try (var draft = catalog().draft(source, 3, Sample.START_MS + 60_000)) {
            draft.keep();
            try (var one = catalog().openToRead(source); var other = catalog().openToRead(draft.file())) {
                assertEquals(one.hashAt(3), other.headHash());
                assertEquals(one.events(1, 3).toList(), other.events(1, Long.MAX_VALUE).toList());
                assertEquals(one.inputs(1).limit(2).toList(), other.inputs(1).toList());
                assertEquals(Optional.of(EARLY.sha256()), other.content(EARLY.sha256()).map(Content::sha256));
                assertEquals(Optional.empty(), other.content(LATE.sha256()));
                assertEquals(one.chunks("T-2/1#1"), other.chunks("T-2/1#1"));
                assertEquals(List.of(), other.chunks("T-3/1#1"));
                assertEquals(Optional.empty(), other.findDamage());
            }
        }
        assertEquals(List.of("Title", "Title"), catalog().list().stream().map(Listing::title).toList());
    }

    @Test
    void itIsNobodysBeforeItIsKeptAndLeavesNothingIfItIsNot() throws IOException {
        try (var draft = catalog().draft(source, 3, Sample.START_MS)) {
            assertEquals(List.of(source), catalog().list().stream().map(Listing::file).toList());
            assertFalse(Files.exists(draft.file()));
        }
        try (var files = Files.list(directory)) {
            assertEquals(List.of(), files.filter(file -> file.toString().contains(".part")).toList());
        }
    }

    @Test
    void whatAKilledProcessLeftIsClearedAwayByTheNext() throws IOException {
        Path old = directory.resolve(".title-20261120-1000-aaaa.part");
        Path young = directory.resolve(".title-20261120-1000-bbbb.part");
        for (Path part : List.of(old, young)) {
            Files.writeString(part, "half");
        }
        Files.setLastModifiedTime(old, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
        try (var draft = catalog().draft(source, 3, Sample.START_MS)) {
            draft.keep();
        }
        assertEquals(List.of(false, true), List.of(Files.exists(old), Files.exists(young)));
    }

    private SqliteCatalog catalog() {
        return new SqliteCatalog(directory, List.of());
    }
}
