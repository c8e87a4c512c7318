package baton.view.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a person types the program's commands where they sit: the program as they called it, and the session as it is found from there.
 *
 * <p>Every text names commands as {@code baton VERB SESSION}; here they become what works when it is typed or copied.
 *
 * @param program as it was called, quoted where a shell needs that
 * @param session the name that texts use, or empty where no session is meant
 * @param reference what finds that session from here: its name, its file, or its name and the folder
 */
public record Typing(String program, String session, String reference) {
    /** The program is on the path, and sessions are in their usual folder. */
    public static final Typing PLAIN = new Typing("baton", "", "");

    /** What may stand behind the program's name, so that a sentence about baton stays a sentence. */
    public static final List<String> VERBS = List.of("run", "resume", "chat", "script", "answer", "tell", "pause",
            "attach", "sessions", "replay", "log", "why", "prompt", "diff", "undo", "plan", "agents", "templates",
            "init",
            "trust", "doctor", "completion", "fork", "compare");

    private static final Pattern COMMAND = Pattern.compile("(?<![\\w./'-])baton(?= +(?:--[a-z]|\\[|COMMAND\\b|PLAN|(?:"
            + String.join("|", VERBS) + ")\\b))");

    /** The same for one session. */
    public Typing of(String name, String foundBy) {
        return new Typing(program, name, foundBy);
    }

    /** A text of the program's own with every command in it as it is typed here. */
    public String inOwn(String text) {
        return isUsual() || !text.contains("baton")
                ? text
                : COMMAND.matcher(inSession(text)).replaceAll(Matcher.quoteReplacement(program));
    }

    /** A line of the program's own. */
    public StyledLine inOwn(StyledLine line) {
        return isUsual() ? line : line.worded(this::inOwn);
    }

    /** A page that also holds what others wrote: only commands that name the session change. */
    public List<StyledLine> inPage(List<StyledLine> page) {
        return isUsual() || session.isEmpty()
                ? page
                : page.stream().map(line -> line.worded(this::inSession)).toList();
    }

    /** One line of such a page. */
    public String inSession(String text) {
        return session.isEmpty() || !text.contains(session)
                ? text
                : Pattern.compile(COMMAND.pattern() + "((?: +[a-z]+){1,2} +)" + Pattern.quote(session) + "(?![\\w-])")
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(program + found.group(1) + reference));
    }

    private boolean isUsual() {
        return program.equals(PLAIN.program) && session.equals(reference);
    }
}
