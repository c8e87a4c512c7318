package baton.cli;

/** The first page of help, kept apart from the flag parser so that it shows at once. */
final class TopHelp {
    /** Where the descriptions begin. */
    private static final int DESCRIPTION = 23;

    static final String TEXT = """
            baton runs the plans people write for teams of LLM agents.

            Usage: baton [PLAN…] [FLAG…]             the full screen; without a plan, what can be done
                   baton COMMAND [ARGUMENT…] [FLAG…]

            Run
              run PLAN…            run a plan unattended, to the end or to where only a person can go on
              chat [PLAN…]         talk with a session line by line, from a terminal or a pipe
              script FILE          say the lines of a file, and assert what they expect
              resume [SESSION]     go on where a session stopped
            Reach a session at work from a second terminal
              answer SESSION ID …  answer what it asks
              tell SESSION WORDS…  say something to an agent, or steer
              pause SESSION        start nothing more, or go on
              attach SESSION       watch it
            Look
              sessions             list, show, search, export, import or delete sessions
              replay SESSION       watch a session again; --verify decides it again and compares
              fork SESSION         go another way from a point of a session, in a new one
              compare A B          two sessions side by side
              log SESSION          the conversations as plain text
              why SESSION [TASK]   why each task that does not run does not
              prompt SESSION TASK  the exact request a model got
              diff SESSION [TASK]  what agents changed in the workspace
              undo SESSION [TASK]  take those changes back
            Prepare
              plan                 show, what, lint: what baton understands of a document, before anything runs
              agents               list, show, lint: the agent profiles found here
              templates            list, show, render: the delegation templates found here
              init                 profiles, templates, a first plan and baton.yaml for this folder
              trust [list|revoke]  what this folder's files may do
              doctor               Java, terminal, providers and keys found, sessions
              completion SHELL     completion for bash or zsh

            SESSION is an id, the start of one, a file, or "last". PLAN is a Markdown document or plan.yaml, or - for
            standard input. Without a provider configured everything is a rehearsal: offline, free, and marked as such.

            Try:  baton run PLAN.md --model rehearsal        Help for one command:  baton COMMAND --help
            """;

    private TopHelp() {}

    /** The page with lines of at most so many columns; descriptions stay in their column. */
    static String fitted(int columns) {
        var page = new StringBuilder();
        TEXT.lines().forEach(line -> fold(line, columns, page));
        return page.toString();
    }

    private static void fold(String line, int columns, StringBuilder page) {
        int indent = line.startsWith("  ") ? DESCRIPTION : 0;
        String rest = line;
        while (rest.length() > columns) {
            int end = rest.lastIndexOf(' ', columns);
            if (end <= indent) {
                break;
            }
            page.append(rest.substring(0, end).stripTrailing()).append('\n');
            rest = " ".repeat(indent) + rest.substring(end).strip();
        }
        page.append(rest).append('\n');
    }
}
