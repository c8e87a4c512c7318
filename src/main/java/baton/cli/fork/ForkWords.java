package baton.cli.fork;

import java.util.ArrayList;
import java.util.List;

import baton.chat.ChatCommands;
import baton.chat.ChatProblem;
import baton.chat.Dispatch;
import baton.chat.SessionNames;
import baton.cli.console.UserError;
import baton.engine.Command;
import baton.engine.Command.Fork.Words;
import baton.engine.Command.Say;

/** What a person says to agents and tasks at the point of a fork, in lines as in the chat. */
final class ForkWords {
    private static final String HINT = "Write words with an address, such as  --tell \"@writer use metres\".";

    private ForkWords() {}

    static List<Words> of(ForkPoint point, List<String> lines, String by) {
        var words = new ArrayList<Words>();
        var names = SessionNames.of(point.state(), "");
        for (String line : lines) {
            switch (ChatCommands.dispatch(line, names, by)) {
                case Dispatch.ToEngine(List<Command> commands) -> commands.forEach(command -> words.add(said(line,
                        command)));
                case Dispatch.Unclear(ChatProblem problem) ->
                    throw UserError.refused("--tell \"" + line + "\": " + problem.message(), problem.hint());
                case Dispatch.ByFace face -> throw notWords(line);
                case Dispatch.Nothing nothing -> throw notWords(line);
            }
        }
        return List.copyOf(words);
    }

    private static Words said(String line, Command command) {
        if (command instanceof Say(String agent, String task, String text, String by) && !by.isEmpty()) {
            return new Words(agent, task, text);
        }
        throw notWords(line);
    }

    private static UserError notWords(String line) {
        return UserError.usage("--tell \"" + line + "\" says nothing to anybody", HINT);
    }

    /** As phrases of what is different in the fork. */
    static List<String> phrases(List<Words> words) {
        return words.stream().map(said -> (said.toAgent().isEmpty()
                ? said.toTask().isEmpty() ? "everybody" : said.toTask()
                : "@" + said.toAgent()) + " is told \"" + said.text() + "\"").toList();
    }
}
