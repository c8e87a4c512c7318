package baton.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

import baton.chat.ChatReading.NotUnderstood;
import baton.chat.ChatReading.Understood;
import baton.engine.fact.Filling;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;

/**
 * Reads a delegation by template.
 *
 * <p>On the first line the slots stand as {@code key=value}; a key may come again for a list, and quotes hold words
 * together. Below it they may stand as {@code key: value} or as {@code key:} with a bullet a line, which is how a filled
 * template looks as text.
 */
final class TemplateReading {
    private static final Pattern HEADING = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_ -]*):\\s*(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*[-*•]\\s+(.*)");

    private final String text;
    private final ChatNames names;
    private final SequencedMap<String, List<String>> slots = new LinkedHashMap<>();
    private String agent = "";
    private Optional<ChatProblem> problem = Optional.empty();

    private TemplateReading(String text, ChatNames names) {
        this.text = text;
        this.names = names;
    }

    static ChatReading read(String text, ChatNames names) throws Scanner.Unclosed {
        int line = text.indexOf('\n');
        int end = line < 0 ? text.length() : line;
        var scanner = new Scanner(text.substring(0, end), 1);
        if (scanner.isAtEnd()) {
            return new NotUnderstood(new ChatProblem(1, 0, "Which template?", listed(names)));
        }
        var name = scanner.next();
        var template = names.templates().stream().filter(one -> one.name().equalsIgnoreCase(name.text())).findFirst();
        if (template.isEmpty()) {
            return new NotUnderstood(new ChatProblem(0, name.end(), "There is no template +" + name.text() + ".",
                    names.templates().isEmpty()
                            ? "Templates are files in prompts/templates. A blank in front sends the line as words."
                            : new NameFinder(names).hint(name.text(),
                                    names.templates().stream().map(DelegationTemplate::name).toList(), "+")));
        }
        var reading = new TemplateReading(text, names);
        reading.firstLine(scanner, template.get());
        reading.below(end, template.get());
        reading.complete(template.get());
        return reading.problem.<ChatReading>map(NotUnderstood::new)
                .orElseGet(() -> new Understood(reading.line(template.get())));
    }

    /** What the text says of a template that there is, whatever is wrong with the rest. */
    static Optional<TemplateDraft> draft(String text, ChatNames names) throws Scanner.Unclosed {
        int line = text.indexOf('\n');
        int end = line < 0 ? text.length() : line;
        var scanner = new Scanner(text.substring(0, end), 1);
        if (scanner.isAtEnd()) {
            return Optional.empty();
        }
        var name = scanner.next().text();
        var template = names.templates().stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
        if (template.isEmpty()) {
            return Optional.empty();
        }
        var reading = new TemplateReading(text, names);
        reading.firstLine(scanner, template.get());
        reading.below(end, template.get());
        return Optional.of(reading.draft(template.get()));
    }

    private TemplateDraft draft(DelegationTemplate template) {
        return new TemplateDraft(template, agent,
                slots.entrySet().stream().map(slot -> new Filling(slot.getKey(), slot.getValue())).toList());
    }

    private static String listed(ChatNames names) {
        return names.templates().isEmpty()
                ? "There is none; templates are files in prompts/templates."
                : "There are " + String.join(", ", names.templates().stream().map(one -> "+" + one.name()).toList())
                        + ".";
    }

    private ChatLine line(DelegationTemplate template) {
        return draft(template).line();
    }

    private void fail(int position, int length, String message, String hint) {
        problem = problem.or(() -> Optional.of(new ChatProblem(Math.min(position, text.length()), length, message,
                hint)));
    }

    private void firstLine(Scanner scanner, DelegationTemplate template) throws Scanner.Unclosed {
        while (!scanner.isAtEnd()) {
            var word = scanner.next();
            int equals = word.text().indexOf('=');
            if (word.text().startsWith("@") && word.text().length() > 1) {
                to(word);
            } else if (equals > 0) {
                put(template, word.text().substring(0, equals), word.text().substring(equals + 1), word.start());
            } else {
                fail(word.start(), word.length(), "\"" + word.text() + "\" is neither an agent nor a slot.",
                        "Write slots as key=value; quotes hold several words together.");
            }
        }
    }

    private void to(Scanner.Word word) {
        var finder = new NameFinder(names);
        var found = finder.agent(word.text());
        if (found.isPresent()) {
            agent = found.get();
        } else {
            fail(word.start(), word.length(), "Nobody is called " + word.text() + ".", finder.hint(
                    word.text().substring(1), names.agents().stream().map(ChatNames.Agent::id).toList(), "@"));
        }
    }

    private void put(DelegationTemplate template, String key, String value, int position) {
        var slot = slot(template, key);
        if (slot.isEmpty()) {
            fail(position, key.length(), "+" + template.name() + " has no slot " + key + ".",
                    new NameFinder(names).hint(key, template.slots().stream().map(Slot::name).toList(), ""));
            return;
        }
        var values = slots.computeIfAbsent(slot.get().name(), ignored -> new ArrayList<>());
        if (!value.isBlank()) {
            values.add(value.strip());
        }
    }

    private static Optional<Slot> slot(DelegationTemplate template, String key) {
        var wanted = NameFinder.plain(key.replace('_', '-'));
        return template.slots().stream().filter(one -> NameFinder.plain(one.name().replace('_', '-')).equals(wanted))
                .findFirst();
    }

    /** Lines below the first; what follows a heading belongs to it until the next one. */
    private void below(int from, DelegationTemplate template) {
        String open = "";
        int at = from;
        while (at < text.length()) {
            int start = at + 1;
            int end = text.indexOf('\n', start);
            at = end < 0 ? text.length() : end;
            var line = text.substring(Math.min(start, at), at);
            var heading = HEADING.matcher(line);
            if (heading.matches() && slot(template, heading.group(1)).isPresent()) {
                open = heading.group(1);
                put(template, open, heading.group(2), start);
            } else if (!line.isBlank() && open.isEmpty()) {
                fail(start, line.length(), "This line belongs to no slot.", "Begin it with a slot's name and a colon.");
            } else if (!line.isBlank()) {
                var bullet = BULLET.matcher(line);
                put(template, open, bullet.matches() ? bullet.group(1) : line, start);
            }
        }
    }

    private void complete(DelegationTemplate template) {
        var missing = draft(template).missing();
        if (!missing.isEmpty()) {
            fail(text.length(), 0, "+" + template.name() + " needs " + String.join(", ", missing) + ".",
                    "Write  " + missing.getFirst() + "=\"…\"");
        }
        if (draft(template).isForNobody()) {
            fail(text.length(), 0, "Who shall do it?", "Name an agent with @.");
        }
    }
}
