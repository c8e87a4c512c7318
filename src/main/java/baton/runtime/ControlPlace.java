package baton.runtime;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Where the control socket of a session lies: in a folder beside the session that only its owner may enter.
 *
 * <p>The system takes no socket path of more than about a hundred bytes, and some file systems take no socket at all; then the
 * socket lies in a private folder for temporary files and the folder beside the session says where. What a killed process left
 * is cleared by the next one: only the writer of a session, of which there is one, binds its socket.
 */
public final class ControlPlace {
    /** The shortest limit in use is 104, with the zero at the end (BSD); Linux has 108. */
    private static final int PATH_BYTES_MAX = 100;
    private static final String SOCKET = "socket";
    private static final String ELSEWHERE = "elsewhere";

    private final Path folder;

    /** {@code folder} need not be there; nobody else may use it. */
    public ControlPlace(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    ServerSocketChannel bind() throws IOException {
        clear();
        makePrivate(folder);
        Path here = folder.resolve(SOCKET);
        if (fits(here)) {
            try {
                return bound(here);
            } catch (IOException notOnThisFileSystem) {
                Files.deleteIfExists(here);
            }
        }
        Path there = temporaryFolder().resolve(SOCKET);
        Files.writeString(folder.resolve(ELSEWHERE), there.toString());
        return bound(there);
    }

    private static boolean fits(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length <= PATH_BYTES_MAX;
    }

    /** Made for us alone by the JDK. */
    private static Path temporaryFolder() throws IOException {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"));
        return Files.createTempDirectory(fits(usual.resolve("baton-12345678901234567890").resolve(SOCKET))
                ? usual
                : Path.of("/tmp"), "baton-");
    }

    private static void makePrivate(Path folder) throws IOException {
        var ours = permissions("rwx------");
        Files.createDirectories(folder.getParent() == null ? folder : folder.getParent());
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder, ours);
        } else if (ours.length > 0) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static FileAttribute<?>[] permissions(String text) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private static ServerSocketChannel bound(Path socket) throws IOException {
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            if (permissions("rw-------").length > 0) {
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
            }
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A connection to the process that works on the session; empty where there is none. */
    Optional<SocketChannel> connect() {
        return socket().flatMap(ControlPlace::connected);
    }

    private static Optional<SocketChannel> connected(Path socket) {
        try {
            return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        } catch (IOException nobodyListens) {
            return Optional.empty();
        }
    }

    private Optional<Path> socket() {
        Path here = folder.resolve(SOCKET);
        return Files.exists(here, LinkOption.NOFOLLOW_LINKS) ? Optional.of(here) : elsewhere().filter(this::isOurs);
    }

    private Optional<Path> elsewhere() {
        try {
            Path there = Path.of(Files.readString(folder.resolve(ELSEWHERE)).strip());
            return there.isAbsolute() && there.endsWith(SOCKET) ? Optional.of(there) : Optional.empty();
        } catch (IOException | InvalidPathException notNoted) {
            return Optional.empty();
        }
    }

    /** Temporary folders are cleared by the system, and then anybody can make one of the same name. */
    private boolean isOurs(Path socket) {
        Path place = socket.getParent();
        try {
            return place != null && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(place, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder));
        } catch (IOException gone) {
            return false;
        }
    }

    /** Removes the socket and its folders; what is not there is no error. */
    public void clear() throws IOException {
        var there = elsewhere().filter(this::isOurs);
        if (there.isPresent()) {
            Files.deleteIfExists(there.get());
            deleteFolderOf(there.get());
        }
        Files.deleteIfExists(folder.resolve(SOCKET));
        Files.deleteIfExists(folder.resolve(ELSEWHERE));
        Files.deleteIfExists(folder);
    }

    private static void deleteFolderOf(Path socket) throws IOException {
        Path place = socket.getParent();
        if (place != null) {
            Files.deleteIfExists(place);
        }
    }
}
