package baton.tool;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;

import baton.tool.Workspace.Entry;

/** One open folder. Every argument is a single name in it, and a link is never followed. */
interface DirectoryHandle extends AutoCloseable {
    /** More names than this in one folder are an error, so that a flood of files ends somewhere. */
    int NAMES_MAX = 100_000;

    /** Opens a folder inside; a link or anything else is refused. */
    DirectoryHandle open(String name) throws IOException, Refused;

    /** Creates a folder inside unless it is there. */
    void create(String name) throws IOException, Refused;

    SeekableByteChannel openToRead(String name) throws IOException, Refused;

    /** Creates a file that is not there yet. */
    SeekableByteChannel createFile(String name) throws IOException, Refused;

    /** Gives one file the permissions of another, as far as the file system lets us. */
    void copyPermissions(String from, String to) throws IOException;

    /** Replaces whatever file stands at {@code to}. */
    void rename(String from, String to) throws IOException, Refused;

    void delete(String name) throws IOException, Refused;

    Optional<Entry> look(String name) throws IOException, Refused;

    /** How many names the file has; more than one means that it may belong to somebody outside. */
    int links(String name, Entry seen) throws IOException, Refused;

    List<String> names() throws IOException, Refused;

    @Override
    void close() throws IOException;
}
