package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import baton.profile.Slot;

/** What can stand at the cursor. */
public final class Completion {
    private static final int CANDIDATES_MAX = 200;

    private Completion() {}

    /**
     * One way to go on.
     *
     * @param from where the text to be replaced begins, counted in characters from 0; it ends at the cursor
     * @param insert what stands there instead, the blank behind it included
     * @param label what a list shows
     * @param help what it is, a few words
     */
    public record Candidate(int from, String insert, String label, String help) {}

    /** Candidates for the word that ends at the cursor, best first; empty where nothing is known to fit. */
    public static List<Candidate> candidates(String text, int cursor, ChatNames names) {
        int end = Math.clamp(cursor, 0, text.length());
        int start = end;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        var word = text.substring(start, end);
        var before = text.substring(0, start);
        return filtered(choices(before, word, names), word, start).limit(CANDIDATES_MAX).toList();
    }

    /** A choice before it is held against what is typed. */
    private record Choice(String insert, String label, String help) {}

    private static Stream<Candidate> filtered(List<Choice> choices, String word, int start) {
        var typed = word.toLowerCase(Locale.ROOT);
        var begun = choices.stream().filter(choice -> choice.insert().toLowerCase(Locale.ROOT).startsWith(typed));
        var inside = choices.stream().filter(choice -> typed.length() > 2
                && !choice.insert().toLowerCase(Locale.ROOT).startsWith(typed)
                && choice.insert().toLowerCase(Locale.ROOT).contains(typed.substring(1)));
        return Stream.concat(begun, inside)
                .map(choice -> new Candidate(start, spaced(choice.insert()), choice.label(), choice.help()));
    }

    /** A slot's value follows its sign at once. */
    private static String spaced(String insert) {
        return insert.endsWith("=") ? insert : insert + " ";
    }

    private static List<Choice> choices(String before, String word, ChatNames names) {
        boolean first = before.isBlank();
        if (first && word.startsWith("/")) {
            return ChatCommands.all().stream()
                    .map(command -> new Choice("/" + command.name(), command.usage(), command.help())).toList();
        }
        if (first && word.startsWith("+")) {
            return names.templates().stream()
                    .map(template -> new Choice("+" + template.name(), "+" + template.name(), template.description()))
                    .toList();
        }
        if (before.startsWith("/")) {
            return arguments(before, names);
        }
        if (before.startsWith("+")) {
            return slots(before, word, names);
        }
        if (word.startsWith("@")) {
            return addressees(names);
        }
        return word.startsWith("#") ? tasks(names, "#") : List.of();
    }

    private static List<Choice> arguments(String before, ChatNames names) {
        var words = before.strip().split("\\s+", -1);
        var command = ChatCommands.find(words[0]);
        int place = words.length - 1;
        if (command.isEmpty()) {
            return List.of();
        }
        var arguments = command.get().arguments();
        var choices = new ArrayList<Choice>();
        for (int i = Math.min(place, arguments.size() - 1); i >= 0 && i < arguments.size(); i++) {
            choices.addAll(of(arguments.get(i), names));
            if (arguments.get(i).need() == Argument.Need.REQUIRED || !choices.isEmpty()) {
                break;
            }
        }
        return choices;
    }

    private static List<Choice> of(Argument argument, ChatNames names) {
        return switch (argument.kind()) {
            case TASK -> tasks(names, "");
            case AGENT -> agents(names);
            case TARGET -> Stream.of(tasks(names, ""), agents(names),
                    List.of(new Choice("all", "all", "everybody"))).flatMap(List::stream).toList();
            case QUESTION, DECISION, APPROVAL, BLOCKER -> argument.kind().item().stream()
                    .flatMap(kind -> names.open().stream().filter(item -> item.kind() == kind))
                    .map(item -> new Choice(item.id(), item.id(), item.text())).toList();
            case WORD -> argument.words().stream().map(word -> new Choice(word, word, argument.name())).toList();
            case ONE -> argument.name().equals("command")
                    ? ChatCommands.all().stream()
                            .map(command -> new Choice(command.name(), command.name(), command.help())).toList()
                    : List.of();
            case DURATION -> Stream.of("5m", "15m", "1h").map(time -> new Choice(time, time, "more time")).toList();
            case MANY, REST -> List.of();
        };
    }

    private static List<Choice> slots(String before, String word, ChatNames names) {
        if (word.startsWith("@")) {
            return agents(names);
        }
        var name = before.strip().split("\\s+", -1)[0].substring(1);
        return names.templates().stream().filter(template -> template.name().equalsIgnoreCase(name))
                .flatMap(template -> template.slots().stream())
                .filter(slot -> slot.type() == Slot.Type.LIST || !before.contains(" " + slot.name() + "="))
                .map(slot -> new Choice(slot.name() + "=", slot.name()
                        + (slot.need() == Slot.Need.REQUIRED ? "" : " (optional)"), slot.description()))
                .toList();
    }

    private static List<Choice> agents(ChatNames names) {
        return names.agents().stream().map(agent -> new Choice("@" + agent.id(), "@" + agent.id(), agent.name()))
                .toList();
    }

    private static List<Choice> addressees(ChatNames names) {
        var choices = new ArrayList<Choice>();
        if (names.agents().stream().noneMatch(agent -> agent.id().equals(names.orchestrator()))) {
            choices.add(new Choice("@" + names.orchestrator(), "@" + names.orchestrator(), "breaks goals down"));
        }
        choices.addAll(agents(names));
        names.groups().forEach(group -> choices
                .add(new Choice("@" + NameFinder.plain(group), "@" + NameFinder.plain(group),
                        "everybody in " + group)));
        choices.add(new Choice("@all", "@all", "everybody at work"));
        return choices;
    }

    private static List<Choice> tasks(ChatNames names, String mark) {
        return names.tasks().stream().filter(task -> !task.ended())
                .map(task -> new Choice(mark + task.id(), mark + task.id(), task.title())).toList();
    }
}
