package baton.view.talk;

import java.util.Optional;

import baton.view.Sentence;
import org.pcollections.PVector;

/**
 * One thing in the conversation, with an identity that never changes while it grows.
 *
 * @param id of the turn, the message, the handoff or the question it shows
 * @param runMs run time of the session at which it came
 */
public record Block(String id, long seq, long runMs, Body body) {

    /** How a record names whoever sits before the screen. */
    public static final String PERSON = "person";

    /** What a block shows. */
    public sealed interface Body {}

    /** One answer of an agent: its words, then the calls it made. */
    public record Turn(String agent, String task, int attempt, Words words, Stage stage,
            PVector<Call> calls) implements Body {
        /** All words; put together anew each time, so what is shown many times a second takes a part of {@link #words}. */
        public String text() {
            return words.whole();
        }

        /** With a piece more of its words. */
        Turn plus(String piece) {
            return new Turn(agent, task, attempt, words.plus(piece), stage, calls);
        }

        Turn with(Stage changed) {
            return new Turn(agent, task, attempt, words, changed, calls);
        }

        Turn with(PVector<Call> changed) {
            return new Turn(agent, task, attempt, words, stage, changed);
        }

        /** True once nothing of it changes any more. */
        public boolean isFinished() {
            return stage != Stage.WRITING && calls.stream()
                    .noneMatch(call -> call.fate() == Fate.ASKED || call.fate() == Fate.RUNNING);
        }
    }

    /** How far an answer has come. */
    public enum Stage {
        WRITING, DONE, BROKEN
    }

    /**
     * One tool call.
     *
     * @param what the path or command it is about, or empty
     * @param result what the tool said, or empty
     */
    public record Call(String id, String tool, String what, Fate fate, String result, String arguments) {
        Call with(Fate changed, String said) {
            return new Call(id, tool, what, changed, said, arguments);
        }
    }

    /** What became of a call. */
    public enum Fate {
        ASKED, RUNNING, DONE, FAILED, DENIED, STOPPED
    }

    /** A person's words; {@code toAgent} and {@code toTask} are both empty where they are for everybody. */
    public record Said(String by, String toAgent, String toTask, String text, Delivery delivery) implements Body {
        Said with(Delivery changed) {
            return new Said(by, toAgent, toTask, text, changed);
        }

        /** The line that says the same to the same again. */
        public String line() {
            String to = toAgent.isEmpty() ? toTask.isEmpty() ? "@all" : "#" + toTask : "@" + toAgent;
            return to + " " + text;
        }
    }

    /** Work a person gave in words of their own: a goal, or a job by a template. {@code task} has what became of it. */
    public record Order(String by, String agent, String task, String text) implements Body {}

    /** Whether the words have reached a conversation; they wait for the next turn, and until then they may be taken back. */
    public enum Delivery {
        WAITING, DELIVERED, WITHDRAWN
    }

    /** A fact in one sentence. */
    public record Note(Sentence sentence) implements Body {}

    /** Work passed on; the card has the rest. */
    public record Handoff(String handoff) implements Body {}

    /** Something a person is asked; the inbox has the rest. */
    public record Ask(String item) implements Body {}

    Block with(Body changed) {
        return new Block(id, seq, runMs, changed);
    }

    /** The task it is about, where there is one. */
    public Optional<String> task() {
        return Optional.of(switch (body) {
            case Turn turn -> turn.task();
            case Note note -> note.sentence().task().value();
            case Said said -> said.toTask();
            case Order order -> order.task();
            case Handoff handoff -> "";
            case Ask ask -> "";
        }).filter(task -> !task.isEmpty());
    }

    /** The agent whose lane it belongs to, where it has one. */
    public Optional<String> agent() {
        return switch (body) {
            case Turn turn -> Optional.of(turn.agent());
            case Note note -> Optional.of(note.sentence().agent().value()).filter(agent -> !agent.isEmpty());
            case Said said -> Optional.of(said.toAgent()).filter(agent -> !agent.isEmpty());
            case Order order -> Optional.of(order.agent()).filter(agent -> !agent.isEmpty());
            case Handoff handoff -> Optional.empty();
            case Ask ask -> Optional.empty();
        };
    }
}
