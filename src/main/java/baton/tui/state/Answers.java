package baton.tui.state;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.engine.Command;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.view.InboxItem;
import baton.view.InboxItem.Ask;
import baton.view.talk.Block;

/** The choices a matter offers, which of them is recommended, and what choosing one tells the session. */
public final class Answers {
    /** Who answers here, as the record names them. */
    public static final String BY = Block.PERSON;
    private static final List<String> BLOCKER = List.of("It is resolved", "Go on without it, and say so",
            "Leave it open and do what else can be done");
    private static final List<String> APPROVAL = List.of("Deny", "Allow once", "Allow for this agent");
    /** Words of a command that change what cannot be taken back by this program. */
    private static final List<String> HARSH = List.of("rm", "dd", "mkfs", "sudo", "push", "deploy", "apply", "delete",
            "drop", "publish", "kill", "chmod", "chown", "reset", "clean", "curl", "wget", "ssh", "scp", "truncate",
            "shutdown", "reboot");

    private Answers() {}

    /** What may be chosen, in the order of its numbers; empty where only words answer. */
    public static List<String> options(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Question question -> question.options();
            case Ask.Decision decision -> decision.options();
            case Ask.Blocker blocker -> BLOCKER;
            case Ask.Approval approval -> APPROVAL;
        };
    }

    /** The choice that is chosen at first, counted from 0: the recommended one, or of an approval the denial. */
    public static int first(InboxItem item) {
        return switch (item.ask()) {
            case Ask.Question question -> recommended(question.options(), question.recommendation());
            case Ask.Decision decision -> recommended(decision.options(), decision.recommendation());
            case Ask.Blocker blocker -> -1;
            case Ask.Approval approval -> 0;
        };
    }

    private static int recommended(List<String> options, String recommendation) {
        int at = options.indexOf(recommendation);
        if (at >= 0 || recommendation.isBlank()) {
            return at;
        }
        if (recommendation.matches("[1-9][0-9]?") && Integer.parseInt(recommendation) <= options.size()) {
            return Integer.parseInt(recommendation) - 1;
        }
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i).startsWith(recommendation)) {
                return i;
            }
        }
        return -1;
    }

    /** The word that must be typed before a command may run that cannot be taken back; empty where none must. */
    public static Optional<String> wordFor(InboxItem item) {
        if (!(item.ask() instanceof Ask.Approval approval)) {
            return Optional.empty();
        }
        for (String word : approval.what().toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) {
            if (HARSH.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** The command of an answer; empty where nothing was chosen or said yet. */
    public static Optional<Command> command(InboxItem item, Form form) {
        var options = options(item);
        boolean chosen = form.option() >= 0 && form.option() < options.size();
        String words = form.comment().strip();
        return switch (item.ask()) {
            case Ask.Question question -> text(options, form, chosen, words)
                    .map(text -> new Command.Answer(item.id(), text, BY));
            case Ask.Decision decision -> chosen
                    ? Optional.of(new Command.Decide(item.id(), String.valueOf(form.option() + 1), words, BY))
                    : words.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Command.Decide(item.id(), words, "", BY));
            case Ask.Blocker blocker -> text(options, form, chosen, words)
                    .map(text -> new Command.ResolveBlocker(item.id(), text, BY));
            case Ask.Approval approval -> approval(item, form, chosen, words);
        };
    }

    private static Optional<String> text(List<String> options, Form form, boolean chosen, String words) {
        if (!chosen) {
            return words.isEmpty() ? Optional.empty() : Optional.of(words);
        }
        String option = options.get(form.option());
        return Optional.of(words.isEmpty() ? option : option + ". " + words);
    }

    private static Optional<Command> approval(InboxItem item, Form form, boolean chosen, String words) {
        if (!chosen) {
            return Optional.empty();
        }
        if (form.option() == 0) {
            return Optional.of(new Command.Deny(item.id(), words, BY));
        }
        var word = wordFor(item);
        if (word.isPresent() && !words.equalsIgnoreCase(word.get())) {
            return Optional.empty();
        }
        var scope = form.option() == 1 ? ApprovalScope.ONCE : ApprovalScope.AGENT;
        return Optional.of(new Command.Approve(item.id(), scope, "", BY));
    }
}
