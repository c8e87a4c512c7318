package baton.view;

import java.util.List;

/**
 * Something that only a person can settle, or has settled.
 *
 * @param id what people type to answer it
 * @param agent whoever raised it, or empty
 * @param task what it is about, or empty
 * @param sinceMs run time at which it came
 */
public record InboxItem(String id, Ask ask, String agent, String task, long sinceMs, Settlement settlement) {

    /** What is asked of a person. */
    public sealed interface Ask {
        /**
         * A question.
         *
         * @param about accepted tasks of which it asks whether they are done again; empty for every other question
         * @param gates tasks that wait for it
         */
        record Question(String text, List<String> options, String recommendation, String group, List<String> about,
                List<String> gates) implements Ask {}

        /** {@code gates} are the tasks that wait for it. */
        record Decision(String title, String question, List<String> options, String recommendation,
                List<String> gates) implements Ask {}

        record Blocker(String severity, String kind, String text, String needs, List<String> gates) implements Ask {}

        /** A tool call that may not run without a yes. */
        record Approval(String call, String tool, String what) implements Ask {}

        /** Tasks that wait until it is settled. */
        default List<String> held() {
            return switch (this) {
                case Question question -> question.gates();
                case Decision decision -> decision.gates();
                case Blocker blocker -> blocker.gates();
                case Approval approval -> List.of();
            };
        }

        /** Accepted tasks of which it asks whether they are done again. */
        default List<String> about() {
            return switch (this) {
                case Question question -> question.about();
                case Decision decision -> List.of();
                case Blocker blocker -> List.of();
                case Approval approval -> List.of();
            };
        }

        /** Everything that was said of the matter when it came up, in which words are looked for. */
        default String wholeText() {
            return switch (this) {
                case Question question -> question.group() + "\n" + question.text();
                case Decision decision -> decision.title() + "\n" + decision.question();
                case Blocker blocker -> blocker.severity() + " " + blocker.kind() + "\n" + blocker.text() + "\n"
                        + blocker.needs();
                case Approval approval -> approval.what();
            };
        }

        /** The words of the matter in one line. */
        default String words() {
            return switch (this) {
                case Question question -> question.text();
                case Decision decision ->
                    decision.question().isBlank() ? decision.title() : decision.question();
                case Blocker blocker -> blocker.text();
                case Approval approval -> approval.what();
            };
        }
    }

    /** Where the matter stands. */
    public sealed interface Settlement {
        record Open() implements Settlement {}

        /** {@code by} a person, an agent or a rule. */
        record Settled(String how, String by) implements Settlement {}

        /** A rule answered in a person's place; the person may still overturn it. */
        record Assumed(String how, String by) implements Settlement {}

        /** Nobody needs it any more. */
        record Withdrawn(String reason) implements Settlement {}
    }

    InboxItem settled(Settlement how) {
        return new InboxItem(id, ask, agent, task, sinceMs, how);
    }

    public boolean isOpen() {
        return settlement instanceof Settlement.Open;
    }

    /** True while a person's word on it counts: it is open, or a rule answered in their place. */
    public boolean isAnswerable() {
        return isOpen() || settlement instanceof Settlement.Assumed;
    }
}
