package baton.cli.console;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import baton.reading.source.SourceFiles;

/** A file that gets a result at the end; tried before anything is begun, since nothing could be done about it then. */
public final class OutputFile {
    private final Path path;
    private final String name;

    private OutputFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /**
     * Makes the folder and opens the file to write; what is in it stays until there is something new.
     *
     * @param flag which flag named it
     * @throws UserError where it cannot be written
     */
    public static OutputFile tried(String flag, String name, Surroundings around) {
        var file = new OutputFile(around.resolve(name), name);
        try {
            file.attempt();
        } catch (IOException failure) {
            throw UserError.refused(flag + " " + name + " cannot be written: " + why(failure, file.path),
                    "Name a file in a folder you may write to. Nothing was started.");
        }
        return file;
    }

    private void attempt() throws IOException {
        makeFolder();
        boolean there = Files.exists(path);
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE).close();
        if (!there) {
            Files.deleteIfExists(path);
        }
    }

    private void makeFolder() throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
    }

    public void write(String text) throws IOException {
        makeFolder();
        Files.writeString(path, text);
    }

    public String name() {
        return name;
    }

    private static String why(IOException failure, Path path) {
        return Files.isDirectory(path) ? "it is a folder" : SourceFiles.why(failure);
    }
}
