package baton.cli.fork;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import baton.cli.console.UserError;
import baton.plan.NearMiss;
import baton.plan.Place;
import baton.plan.Problem;
import baton.settings.PreparedAnswer;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;
import baton.view.InboxItem.Settlement;

/** What a person answers at the point of a fork; only what was open there can be answered, or could never be open. */
final class ForkAnswers {
    private final ForkPoint point;
    private final List<PreparedAnswer> answers = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ForkAnswers(ForkPoint point) {
        this.point = point;
    }

    /**
     * Reads and checks all of them.
     *
     * @param given {@code ID=TEXT} for whatever is asked
     * @param decided {@code ID=CHOICE} for decisions
     */
    static List<PreparedAnswer> of(ForkPoint point, List<String> given, List<String> decided) {
        var answers = new ForkAnswers(point);
        given.forEach(answer -> answers.add("--answer", answer));
        decided.forEach(answer -> answers.add("--decide", answer));
        if (!answers.problems.isEmpty()) {
            throw UserError.refused("the answers cannot be used at event " + point.origin().seq(), answers.problems);
        }
        return List.copyOf(answers.answers);
    }

    private void add(String flag, String given) {
        int equals = given.indexOf('=');
        if (equals <= 0 || given.substring(equals + 1).isBlank()) {
            throw UserError.usage(flag + " \"" + given + "\" has no id or no answer", "Write " + flag + " D-3=2.");
        }
        String id = given.substring(0, equals).strip();
        String answer = given.substring(equals + 1).strip();
        var item = find(id);
        var problem = item.map(known -> problem(flag, known).or(() -> noOption(known, answer)))
                .orElseGet(() -> Optional.of(unknown(id)));
        problem.ifPresent(problems::add);
        item.ifPresent(known -> answers.add(new PreparedAnswer(PreparedAnswer.By.ID, known.id(), answer)));
    }

    /** A number is meant as one of the options; any other words are an answer of their own. */
    private static Optional<Problem> noOption(InboxItem item, String answer) {
        var options = switch (item.ask()) {
            case Ask.Question question -> question.options();
            case Ask.Decision decision -> decision.options();
            case Ask.Blocker blocker -> List.<String>of();
            case Ask.Approval approval -> List.<String>of();
        };
        boolean number = !options.isEmpty() && answer.matches("[0-9]{1,2}");
        boolean known = number && ((Integer.parseInt(answer) >= 1 && Integer.parseInt(answer) <= options.size())
                || options.stream().anyMatch(option -> option.matches("(?s)" + answer + "[:).].*")));
        return number && !known
                ? Optional.of(Problem.error("answer-option", Place.NOWHERE,
                        item.id() + " has no option " + answer, "Options: " + String.join(", ", options) + "."))
                : Optional.empty();
    }

    private Optional<InboxItem> find(String id) {
        return point.view().inbox().stream().filter(item -> item.id().equalsIgnoreCase(id)).findFirst();
    }

    private Problem unknown(String id) {
        var open = open();
        return Problem.error("answer-unknown", Place.NOWHERE, "nothing is called " + id,
                NearMiss.of(id, open).map(near -> "Did you mean " + near + "? ").orElse("") + openThere(open));
    }

    private List<String> open() {
        return point.view().inbox().stream().filter(InboxItem::isAnswerable)
                .filter(item -> !(item.ask() instanceof Ask.Approval)).map(InboxItem::id).toList();
    }

    private static String openThere(List<String> open) {
        return open.isEmpty() ? "Nothing is open there." : "Open there: " + String.join(", ", open) + ".";
    }

    private Optional<Problem> problem(String flag, InboxItem item) {
        if (item.ask() instanceof Ask.Approval) {
            return Optional.of(error(item.id() + " asks whether a call may run, and is not answered in words",
                    "Allow it by  --approve allow:\"COMMAND\"."));
        }
        if (flag.equals("--decide") && !(item.ask() instanceof Ask.Decision)) {
            return Optional.of(error(item.id() + " is no decision", "Write  --answer " + item.id() + "=…"));
        }
        return switch (item.settlement()) {
            case Settlement.Open() -> Optional.empty();
            case Settlement.Assumed assumed -> Optional.empty();
            case Settlement.Settled(String how, String by) -> settled(item, how, by);
            case Settlement.Withdrawn(String reason) -> Optional.of(error(
                    item.id() + " is asked no more there: " + reason, openThere(open())));
        };
    }

    /** What was answered as soon as it was asked was open nowhere, so that this is the only place to answer it otherwise. */
    private Optional<Problem> settled(InboxItem item, String how, String by) {
        var before = point.lastOpen(item.id());
        return before.isEmpty() && !(item.ask() instanceof Ask.Blocker)
                ? Optional.empty()
                : Optional.of(error(item.id() + " was settled before by " + by + ": " + how, before.isPresent()
                        ? "--at " + before.getAsLong() + " is the last point at which it was open. "
                                + openThere(open())
                        : openThere(open())));
    }

    private static Problem error(String message, String hint) {
        return Problem.error("answer-not-open", Place.NOWHERE, message, hint);
    }

    /** As phrases of what is different in the fork. */
    static List<String> phrases(List<PreparedAnswer> answers) {
        return answers.stream().map(answer -> answer.key() + " is answered \"" + answer.answer() + "\"")
                .toList();
    }
}
