package baton.view.page;

import java.util.List;
import java.util.stream.Stream;

import baton.view.FileCard;
import baton.view.SessionView;
import baton.view.page.Table.Cell;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** The files that agents wrote, with sizes and authors. */
final class FileSection {
    private FileSection() {}

    static List<StyledLine> of(SessionView view, int columnsMax) {
        var table = new Table(columnsMax);
        changed(view).forEach(file -> table.row(Cell.of(file.path()), Cell.of(size(file)),
                Cell.of(Tone.DIM, file.task() + " " + file.agent())));
        return table.lines(2);
    }

    private static Stream<FileCard> changed(SessionView view) {
        return view.files().stream().filter(file -> !file.isAsBefore());
    }

    /** Changed files that are still there. */
    static Stream<FileCard> kept(SessionView view) {
        return changed(view).filter(file -> !file.afterSha256().isEmpty());
    }

    private static String size(FileCard file) {
        return file.afterSha256().isEmpty() ? "deleted" : Amounts.bytes(file.bytes());
    }
}
