package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import baton.plan.NearMiss;

/** Finds agents, groups, tasks and items by what people type: whole names whatever the case, never by likeness. */
final class NameFinder {
    private static final Pattern ID = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_.]*-[\\p{N}][\\p{L}\\p{N}._-]*");
    private static final String ALL = "all";

    private final ChatNames names;

    NameFinder(ChatNames names) {
        this.names = names;
    }

    /** Where a word names nobody: who is near. */
    String hint(String word, List<String> candidates, String mark) {
        return NearMiss.of(plain(word), candidates.stream().map(NameFinder::plain).toList())
                .map(near -> "Did you mean " + mark + near + "?")
                .orElse(candidates.isEmpty()
                        ? ""
                        : "There are "
                                + String.join(", ", candidates.stream().limit(12).map(one -> mark + one).toList())
                                + (candidates.size() > 12 ? ", …" : "") + ".");
    }

    Optional<String> agent(String word) {
        var wanted = plain(bare(word, '@'));
        if (wanted.equals(plain(names.orchestrator())) || wanted.equals("orchestrator")) {
            return Optional.of(names.orchestrator());
        }
        return names.agents().stream().filter(agent -> plain(agent.id()).equals(wanted)).findFirst()
                .or(() -> names.agents().stream()
                        .filter(agent -> plain(agent.name()).equals(wanted)
                                || agent.aliases().stream().anyMatch(alias -> plain(alias).equals(wanted)))
                        .findFirst())
                .map(ChatNames.Agent::id);
    }

    /** An agent, a group, or everybody. */
    Optional<Address> address(String word) {
        var wanted = bare(word, '@');
        return agent(wanted).<Address>map(Address.ToAgent::new)
                .or(() -> names.groups().stream().filter(group -> plain(group).equals(plain(wanted))).findFirst()
                        .map(group -> new Address.ToGroup(group, names.agents().stream()
                                .filter(agent -> agent.group().equals(group)).map(ChatNames.Agent::id).toList())))
                .or(() -> plain(wanted).equals(ALL) ? Optional.of(new Address.ToAll()) : Optional.empty());
    }

    /** Everything that can stand behind an {@code @}. */
    List<String> addressees() {
        var all = new ArrayList<String>();
        if (names.agents().stream().noneMatch(agent -> agent.id().equals(names.orchestrator()))) {
            all.add(names.orchestrator());
        }
        names.agents().forEach(agent -> all.add(agent.id()));
        names.groups().forEach(group -> all.add(plain(group)));
        all.add(ALL);
        return all;
    }

    Optional<String> task(String word) {
        var wanted = bare(word, '#');
        return names.tasks().stream().map(ChatNames.Task::id).filter(id -> id.equalsIgnoreCase(wanted)).findFirst();
    }

    List<String> tasks() {
        return names.tasks().stream().map(ChatNames.Task::id).toList();
    }

    /** An id of that kind; one that is not open any more is left to the engine, which knows what became of it. */
    Optional<String> item(String word, ChatNames.Wait kind) {
        var open = names.open().stream().filter(item -> item.id().equalsIgnoreCase(word)).findFirst();
        if (open.isPresent()) {
            return open.filter(item -> item.kind() == kind).map(ChatNames.Item::id);
        }
        return isId(word) ? Optional.of(word.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    List<String> items(ChatNames.Wait kind) {
        return names.open().stream().filter(item -> item.kind() == kind).map(ChatNames.Item::id).toList();
    }

    static boolean isId(String word) {
        return ID.matcher(word).matches();
    }

    static String bare(String word, char mark) {
        return !word.isEmpty() && word.charAt(0) == mark ? word.substring(1) : word;
    }

    /** The form in which a name of several words can be typed as one. */
    static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-+|-+$", "");
    }
}
