package baton.chat;

import java.util.List;
import java.util.Locale;

import baton.chat.Argument.Kind;
import baton.chat.Argument.Need;
import baton.chat.ChatCommand.Group;
import baton.engine.Command;
import baton.engine.fact.ToolEvent.ApprovalScope;

/** Words, and answers to what waits for a person. */
final class TalkCommands {
    private static final String BECAUSE = " because ";

    static final List<ChatCommand> ALL = List.of(
            new ChatCommand("goal", List.of(), Group.TALK, List.of(Argument.needed("text", Kind.REST)),
                    "Give the orchestrator something to achieve; words without a name in front do the same.",
                    List.of("/goal Compare the three deployment plans and recommend one"),
                    (given, names, by) -> engine(new Command.Goal(given.text("text"), by))),
            new ChatCommand("tell", List.of("say"), Group.TALK,
                    List.of(Argument.needed("target", Kind.TARGET), Argument.needed("text", Kind.REST)),
                    "Words for an agent, a task or all; they are heard at the next turn. @name in front does the same.",
                    List.of("/tell @analyst use metric units", "/tell T-3 the deadline moved"), TalkCommands::tell),
            new ChatCommand("queue", List.of("waiting"), Group.TALK, List.of(),
                    "Show the messages that nobody has read yet.", List.of("/queue"),
                    (given, names, by) -> new Dispatch.ByFace(new FaceAction.ShowQueue())),
            new ChatCommand("unsend", List.of("takeback"), Group.TALK, List.of(Argument.optional("message", Kind.ONE)),
                    "Take a message back that nobody has read yet, the newest or this one; its words are yours to edit.",
                    List.of("/unsend", "/unsend M-41"),
                    (given, names, by) -> new Dispatch.ByFace(new FaceAction.Unsend(given.text("message")))),
            new ChatCommand("answer", List.of(), Group.INBOX,
                    List.of(Argument.needed("question", Kind.QUESTION), Argument.needed("text", Kind.REST)),
                    "Answer a question, by an option's number or in words.",
                    List.of("/answer Q-1 2", "/answer Q-1 Use port 8080"),
                    (given, names, by) -> engine(
                            new Command.Answer(given.text("question"), given.text("text"), by))),
            new ChatCommand("decide", List.of(), Group.INBOX,
                    List.of(Argument.needed("decision", Kind.DECISION), Argument.needed("choice", Kind.REST)),
                    "Decide, by an option's key or number; a reason may follow behind \"because\".",
                    List.of("/decide D-3 2", "/decide D-3 B because we will grow"), TalkCommands::decide),
            new ChatCommand("overturn", List.of("undo"), Group.INBOX,
                    List.of(Argument.needed("decision", Kind.ONE), Argument.needed("choice", Kind.REST)),
                    "Decide otherwise what was decided; whoever works on it is told.",
                    List.of("/overturn D-3 1 because the load test failed"), TalkCommands::overturn),
            new ChatCommand("approve", List.of("allow"), Group.INBOX,
                    List.of(Argument.needed("approval", Kind.APPROVAL),
                            Argument.oneOf("scope", Need.OPTIONAL, "once", "agent", "everybody"),
                            Argument.optional("pattern", Kind.REST)),
                    "Allow a command: once (the default), or such commands of this agent or of everybody.",
                    List.of("/approve A-1", "/approve A-1 agent git status *"), TalkCommands::approve),
            new ChatCommand("deny", List.of(), Group.INBOX,
                    List.of(Argument.needed("approval", Kind.APPROVAL), Argument.optional("reason", Kind.REST)),
                    "Deny a command; the agent is told the reason.",
                    List.of("/deny A-1 it would delete the cache"),
                    (given, names, by) -> engine(
                            new Command.Deny(given.text("approval"), given.text("reason"), by))),
            new ChatCommand("resolve", List.of(), Group.INBOX,
                    List.of(Argument.needed("blocker", Kind.BLOCKER), Argument.needed("how", Kind.REST)),
                    "Say how a blocker was settled.", List.of("/resolve B-2 the key is in the vault now"),
                    (given, names, by) -> engine(
                            new Command.ResolveBlocker(given.text("blocker"), given.text("how"), by))));

    private TalkCommands() {}

    static Dispatch engine(Command... commands) {
        return new Dispatch.ToEngine(List.of(commands));
    }

    private static Dispatch tell(Arguments given, ChatNames names, String by) {
        var target = given.text("target");
        if (target.equals("all")) {
            return engine(new Command.Say("", "", given.text("text"), by));
        }
        return target.startsWith("@")
                ? engine(new Command.Say(target.substring(1), "", given.text("text"), by))
                : engine(new Command.Say("", target, given.text("text"), by));
    }

    private static Dispatch decide(Arguments given, ChatNames names, String by) {
        var chosen = Chosen.of(given.text("choice"));
        return engine(new Command.Decide(given.text("decision"), chosen.choice(), chosen.reason(), by));
    }

    private static Dispatch overturn(Arguments given, ChatNames names, String by) {
        var chosen = Chosen.of(given.text("choice"));
        return engine(new Command.Overturn(given.text("decision").toUpperCase(Locale.ROOT), chosen.choice(),
                chosen.reason(), by));
    }

    /** A choice, and why where that was said behind "because". */
    private record Chosen(String choice, String reason) {
        static Chosen of(String text) {
            int at = text.indexOf(BECAUSE);
            return at < 0
                    ? new Chosen(text, "")
                    : new Chosen(text.substring(0, at).strip(), text.substring(at + BECAUSE.length()).strip());
        }
    }

    private static Dispatch approve(Arguments given, ChatNames names, String by) {
        var scope = switch (given.text("scope")) {
            case "agent" -> ApprovalScope.AGENT;
            case "everybody" -> ApprovalScope.PATTERN;
            default -> ApprovalScope.ONCE;
        };
        return engine(new Command.Approve(given.text("approval"), scope, given.text("pattern"), by));
    }
}
