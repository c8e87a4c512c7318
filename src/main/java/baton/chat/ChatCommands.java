package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import baton.chat.ChatLine.Slash;
import baton.chat.ChatLine.Template;
import baton.chat.ChatLine.Words;
import baton.engine.Command;
import baton.plan.NearMiss;

/** The one table of commands: reading, dispatch, help, palette and completion all use it. */
public final class ChatCommands {
    private static final List<ChatCommand> ALL = Stream.of(TalkCommands.ALL, SteerCommands.ALL, PlanCommands.ALL,
            FaceCommands.ALL).flatMap(List::stream).toList();

    private ChatCommands() {}

    /** Every command, in the order help shows them. */
    public static List<ChatCommand> all() {
        return ALL;
    }

    /** By name or alias, whatever the case, with or without the slash. */
    public static Optional<ChatCommand> find(String word) {
        var wanted = word.toLowerCase(Locale.ROOT);
        var bare = wanted.startsWith("/") ? wanted.substring(1) : wanted;
        return ALL.stream().filter(command -> command.isCalled(bare)).findFirst();
    }

    static Optional<String> near(String word) {
        var names = ALL.stream().flatMap(command -> Stream.concat(Stream.of(command.name()),
                command.aliases().stream())).toList();
        return NearMiss.of(word.toLowerCase(Locale.ROOT), names);
    }

    /**
     * What a line leads to.
     *
     * @param by who typed it, as the record shall name them
     */
    public static Dispatch dispatch(ChatLine line, ChatNames names, String by) {
        return switch (line) {
            case ChatLine.Nothing ignored -> new Dispatch.Nothing();
            case Words words -> words(words, names, by);
            case Slash slash -> slash.command().meaning().of(slash.arguments(), names, by);
            case Template template -> new Dispatch.ToEngine(List.of(new Command.Delegate(template.name(),
                    template.agent(), template.slots(), by)));
        };
    }

    /** Reads and dispatches in one step. */
    public static Dispatch dispatch(String text, ChatNames names, String by) {
        return switch (ChatReader.read(text, names)) {
            case ChatReading.Understood(var line) -> dispatch(line, names, by);
            case ChatReading.NotUnderstood(var problem) -> new Dispatch.Unclear(problem);
        };
    }

    private static Dispatch words(Words words, ChatNames names, String by) {
        var commands = new ArrayList<Command>();
        for (var address : words.to()) {
            switch (address) {
                case Address.Unnamed ignored -> commands.add(names.lane().isEmpty()
                        ? new Command.Goal(words.text(), by)
                        : new Command.Say(names.lane(), "", words.text(), by));
                case Address.ToAgent(var id) -> commands.add(new Command.Say(id, "", words.text(), by));
                case Address.ToGroup(var ignored, var agents) ->
                    agents.forEach(agent -> commands.add(new Command.Say(agent, "", words.text(), by)));
                case Address.ToAll ignored -> commands.add(new Command.Say("", "", words.text(), by));
                case Address.ToTask(var id) -> commands.add(new Command.Say("", id, words.text(), by));
            }
        }
        return new Dispatch.ToEngine(commands.stream().distinct().toList());
    }
}
