package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import baton.chat.Argument.Kind;
import baton.chat.Argument.Need;
import baton.chat.ChatCommand.Group;
import baton.chat.FaceAction.View;

/** What a face does itself: views, copies, leaving. */
final class FaceCommands {
    static final List<ChatCommand> ALL = all();

    private FaceCommands() {}

    private static List<ChatCommand> all() {
        var all = new ArrayList<ChatCommand>();
        for (var view : View.values()) {
            var name = view.name().toLowerCase(Locale.ROOT);
            all.add(new ChatCommand(name, List.of(), Group.LOOK, List.of(), "Show " + shown(view) + ".",
                    List.of("/" + name), (given, names, by) -> new Dispatch.ByFace(new FaceAction.OpenView(view))));
        }
        all.addAll(List.of(
                new ChatCommand("why", List.of(), Group.LOOK, List.of(Argument.optional("task", Kind.TASK)),
                        "Say why a task does not run; without one, for every task that does not.",
                        List.of("/why", "/why T-3"),
                        (given, names, by) -> face(new FaceAction.Why(given.text("task")))),
                new ChatCommand("prompt", List.of(), Group.LOOK, List.of(Argument.needed("task", Kind.TASK)),
                        "Show the exact request of a task's last turn.", List.of("/prompt T-3"),
                        (given, names, by) -> face(new FaceAction.ShowPrompt(given.text("task")))),
                new ChatCommand("diff", List.of(), Group.LOOK, List.of(Argument.optional("task", Kind.TASK)),
                        "Show what was changed in the workspace.", List.of("/diff", "/diff T-3"),
                        (given, names, by) -> face(new FaceAction.ShowDiff(given.text("task")))),
                new ChatCommand("focus", List.of("lane"), Group.FACE, List.of(Argument.optional("agent", Kind.AGENT)),
                        "Send plain words to this agent from now on; without one, to the orchestrator.",
                        List.of("/focus @writer", "/focus"),
                        (given, names, by) -> face(new FaceAction.Focus(given.text("agent")))),
                new ChatCommand("copy", List.of(), Group.FACE, List.of(Argument.optional("agent", Kind.AGENT)),
                        "Copy the last block, or the last one of an agent.", List.of("/copy @writer"),
                        (given, names, by) -> face(new FaceAction.Copy(given.text("agent")))),
                new ChatCommand("save", List.of(), Group.FACE, List.of(Argument.optional("file", Kind.REST)),
                        "Save the conversation as text.", List.of("/save notes.txt"),
                        (given, names, by) -> face(new FaceAction.Save(given.text("file")))),
                new ChatCommand("export", List.of(), Group.FACE,
                        List.of(Argument.oneOf("format", Need.REQUIRED, "md", "jsonl", "cast", "html", "otlp")),
                        "Export the session.", List.of("/export md"),
                        (given, names, by) -> face(new FaceAction.Export(given.text("format")))),
                new ChatCommand("dump", List.of(), Group.FACE, List.of(),
                        "Write the conversation into the terminal's scrollback.", List.of("/dump"),
                        (given, names, by) -> face(new FaceAction.Dump())),
                new ChatCommand("help", List.of("?"), Group.FACE, List.of(Argument.optional("command", Kind.ONE)),
                        "Explain the commands, or one of them.", List.of("/help", "/help split"), FaceCommands::help),
                new ChatCommand("quit", List.of("exit", "q"), Group.FACE, List.of(),
                        "Leave; what runs is stopped, everything is kept, and baton resume goes on.",
                        List.of("/quit"), (given, names, by) -> face(new FaceAction.Quit()))));
        return List.copyOf(all);
    }

    private static Dispatch face(FaceAction action) {
        return new Dispatch.ByFace(action);
    }

    private static Dispatch help(Arguments given, ChatNames names, String by) {
        var word = given.text("command");
        if (word.isEmpty()) {
            return face(new FaceAction.Help(""));
        }
        return ChatCommands.find(word).map(command -> face(new FaceAction.Help(command.name())))
                .orElseGet(() -> new Dispatch.Unclear(new ChatProblem(0, 0, "There is no command /" + word + ".",
                        ChatCommands.near(word).map(near -> "Did you mean /" + near + "?").orElse("/help"))));
    }

    private static String shown(View view) {
        return switch (view) {
            case CHAT -> "the conversation";
            case AGENTS -> "the agents at work";
            case PLAN -> "the plan";
            case TIMELINE -> "the timeline";
            case INBOX -> "what needs you";
            case HANDOFFS -> "the handoffs";
            case ARTIFACTS -> "the files that were written";
            case METRICS -> "the figures";
            case SESSIONS -> "the sessions";
            case REPLAY -> "this session again from the start";
            case LOG -> "the record, fact by fact";
        };
    }
}
