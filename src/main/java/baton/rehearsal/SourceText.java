package baton.rehearsal;

import java.util.List;

/**
 * A document that the model has read, taken apart.
 *
 * @param lines how many lines it has
 * @param rehearsed true where the rehearsal model itself wrote it
 * @param passages sentences, list items and table rows, in order
 */
record SourceText(String path, int lines, boolean rehearsed, List<String> headings, List<Passage> passages,
        List<Table> tables) {
    SourceText {
        headings = List.copyOf(headings);
        passages = List.copyOf(passages);
        tables = List.copyOf(tables);
    }

    /**
     * One statement and where it stands.
     *
     * @param file the last part of the path
     * @param heading under which it stands, or empty
     */
    record Passage(String file, int line, String heading, String text) {
        String place() {
            return file + ":" + line;
        }
    }

    /** A table by its cells; {@code line} is that of the first row after the head. */
    record Table(String file, int line, List<String> head, List<List<String>> rows) {}

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String file() {
        return fileName(path);
    }
}
