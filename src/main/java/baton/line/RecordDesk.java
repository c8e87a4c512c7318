package baton.line;

import baton.chat.FaceAction;

/** Port: carries out what is made from a session's record and files, the same as the commands of the same names do. */
@FunctionalInterface
public interface RecordDesk {
    /** What came of it; never something that was recorded, since a record is only read here. */
    Came of(FaceAction.OfRecord wanted);
}
