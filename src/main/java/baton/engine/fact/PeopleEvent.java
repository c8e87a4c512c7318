package baton.engine.fact;

import java.util.List;

import baton.engine.fact.GateEvent.ReviewVerdict;

/** Facts about what only people can settle: blockers, questions, decisions, and what people say. */
public sealed interface PeopleEvent extends Event {
    /**
     * Work cannot go on.
     *
     * @param by the agent, the person or {@code baton} where a rule raised it
     * @param gates tasks that wait until it is resolved
     * @param call the tool call that waits for the answer, or empty
     */
    record BlockerRaised(String id, String severity, String kind, String text, String needs, String by,
            List<String> gates, String call) implements PeopleEvent {}

    record BlockerResolved(String id, String how, String by) implements PeopleEvent {}

    /**
     * A question to a person.
     *
     * @param call the tool call that waits for the answer, or empty
     * @param about accepted tasks of which it asks whether they are done again; empty for every other question
     * @param gates tasks that wait for the answer
     */
    record QuestionAsked(String id, String text, List<String> options, String recommendation, String group,
            String call, List<String> about, List<String> gates) implements PeopleEvent {
        public QuestionAsked {
            options = List.copyOf(options);
            about = List.copyOf(about);
            gates = List.copyOf(gates);
        }

        /** About no accepted task, and nothing waits but the call. */
        public QuestionAsked(String id, String text, List<String> options, String recommendation, String group,
                String call) {
            this(id, text, options, recommendation, group, call, List.of(), List.of());
        }
    }

    /** {@code assumed} where a rule answered in the person's place. */
    record QuestionAnswered(String id, String answer, String by, boolean assumed) implements PeopleEvent {}

    /** {@code gates} are the tasks that wait for it. */
    record DecisionOpened(String id, String title, String question, List<String> options, String recommendation,
            String reason, List<String> gates, String call) implements PeopleEvent {
        public DecisionOpened {
            options = List.copyOf(options);
            gates = List.copyOf(gates);
        }
    }

    /**
     * An agent that was named for it says what it thinks of a decision.
     *
     * @param review id of the task by which it was given
     */
    record DecisionReviewed(String id, String review, String reviewer, ReviewVerdict verdict, String text)
            implements
                PeopleEvent {}

    record DecisionMade(String id, String choice, String reason, String by) implements PeopleEvent {}

    /** The recommendation holds until a person decides. */
    record DecisionProvisional(String id, String choice, String by) implements PeopleEvent {}

    /** A person decided otherwise than was assumed; what was built on {@code before} may have to change. */
    record DecisionOverturned(String id, String before, String choice, String reason, String by)
            implements
                PeopleEvent {}

    /** Nobody needs an answer to this any more, because whoever asked has ended. */
    record Withdrawn(String id, String reason) implements PeopleEvent {}

    /** A person's words to an agent, a task or (both empty) everybody. */
    record MessageSaid(String toAgent, String toTask, String text, String by) implements PeopleEvent {}

    /** Words that nobody had read were taken back; {@code message} is the number of the fact that said them. */
    record MessageWithdrawn(long message, String by) implements PeopleEvent {}

    /** Something entered an attempt's conversation: a person's words, or what baton tells the agent. */
    record MessageDelivered(String origin, String text) implements PeopleEvent {}
}
