package baton.tool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a person has said yes to, in one file of their own; each yes holds for one content alone.
 *
 * <p>One byte changed, and the question is asked again. A file that cannot be read means that nothing is trusted; a new yes moves it
 * aside and never loses it. Several processes may use one store; within a process there is one object for it.
 */
public final class TrustStore {
    private static final String FILE = "trust.json";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    /** What a yes is about. */
    public enum Kind {
        /** Agents may write in a folder and run commands there. */
        FOLDER,
        /** Endpoints, keys and commands that a project's settings name. */
        PROJECT_SETTINGS,
        /** Check commands of a plan. */
        PLAN_CHECKS,
        /** Tool servers that a project wants started. */
        TOOL_SERVERS
    }

    /**
     * What kind of thing is trusted, and where it is.
     *
     * @param where the file or folder it is about, absolute
     */
    public record Subject(Kind kind, String where) {
        public Subject {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(where, "where");
        }

        public static Subject of(Kind kind, Path where) {
            return new Subject(kind, where.toAbsolutePath().normalize().toString());
        }
    }

    /** One yes. */
    public record Consent(Subject subject, String sha256, long grantedAtMs) {
        public Consent {
            Objects.requireNonNull(subject, "subject");
            if (!SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("sha256 must be 64 lower-case hex digits: " + sha256);
            }
        }
    }

    /**
     * A store that need not be there yet.
     *
     * @param folder in the user's state directory; created with the first yes
     */
    public TrustStore(Path folder) {
        this.folder = folder;
    }

    /** True only for a yes to this subject with this content. */
    public boolean isTrusted(Subject subject, String sha256) {
        return list().stream().anyMatch(one -> one.subject().equals(subject) && one.sha256().equals(sha256));
    }

    /** All of them, oldest first; empty where the file cannot be read. */
    public List<Consent> list() {
        try {
            return read().orElse(List.of());
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Remembers a yes; a yes for the same subject with another content stays. */
    public void grant(Subject subject, String sha256, long atMs) throws IOException {
        change(consents -> {
            consents.removeIf(one -> one.subject().equals(subject) && one.sha256().equals(sha256));
            consents.add(new Consent(subject, sha256, atMs));
        });
    }

    /** Takes back every yes to the subject. */
    public void revoke(Subject subject) throws IOException {
        change(consents -> consents.removeIf(one -> one.subject().equals(subject)));
    }

    /** What is done to the list under the lock. */
    private interface Change {
        void to(List<Consent> consents);
    }

    private synchronized void change(Change change) throws IOException {
        PrivateContents.PrivateFolder.create(folder);
        try (var lockFile = FileChannel.open(folder.resolve("trust.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = lockFile.lock()) {
            var read = lock.isValid() ? read() : Optional.<List<Consent>>empty();
            if (read.isEmpty()) {
                Files.move(folder.resolve(FILE), folder.resolve("trust-damaged-" + UUID.randomUUID() + ".json"));
            }
            var consents = new ArrayList<>(read.orElse(List.of()));
            change.to(consents);
            write(consents);
        }
    }

    private void write(List<Consent> consents) throws IOException {
        var array = JSON.createArrayNode();
        for (Consent consent : consents) {
            ObjectNode node = array.addObject();
            node.put("kind", consent.subject().kind().name()).put("where", consent.subject().where());
            node.put("sha256", consent.sha256()).put("grantedAtMs", consent.grantedAtMs());
        }
        Path made = folder.resolve("trust-" + UUID.randomUUID() + ".tmp");
        try (var channel = FileChannel.open(made, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(array.toPrettyString() + "\n"));
            channel.force(true);
        }
        Files.move(made, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Empty where the file is not what we wrote. */
    private Optional<List<Consent>> read() throws IOException {
        try {
            var consents = new ArrayList<Consent>();
            for (JsonNode node : JSON.readTree(Files.readString(folder.resolve(FILE)))) {
                var kind = Kind.valueOf(node.path("kind").asText());
                consents.add(new Consent(new Subject(kind, node.path("where").asText()), node.path("sha256").asText(),
                        node.path("grantedAtMs").asLong()));
            }
            return Optional.of(consents);
        } catch (NoSuchFileException e) {
            return Optional.of(List.of());
        } catch (AccessDeniedException e) {
            throw e;
        } catch (JsonProcessingException | IllegalArgumentException | MalformedInputException e) {
            return Optional.empty();
        }
    }
}
