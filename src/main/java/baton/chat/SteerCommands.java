package baton.chat;

import java.util.ArrayList;
import java.util.List;

import baton.chat.Argument.Kind;
import baton.chat.ChatCommand.Group;
import baton.engine.Command;

/** Holding back, stopping and bringing back what is there. */
final class SteerCommands {
    private static final String ALL_OF_THEM = "all";

    static final List<ChatCommand> ALL = List.of(
            new ChatCommand("pause", List.of(), Group.WORK, List.of(Argument.optional("target", Kind.TARGET)),
                    "No new turns for a task, an agent or all; what runs finishes its turn.",
                    List.of("/pause", "/pause @analyst", "/pause T-3"), SteerCommands::pause),
            new ChatCommand("resume", List.of("continue"), Group.WORK,
                    List.of(Argument.optional("target", Kind.TARGET)), "Let a paused task, agent or session go on.",
                    List.of("/resume", "/resume T-3"), SteerCommands::resume),
            new ChatCommand("stop", List.of(), Group.WORK, List.of(Argument.needed("target", Kind.TARGET)),
                    "Break off what runs now and keep everything; the inbox then asks what next.",
                    List.of("/stop T-3", "/stop @analyst", "/stop all"), SteerCommands::stop),
            new ChatCommand("retry", List.of(), Group.WORK, List.of(Argument.needed("task", Kind.TASK)),
                    "Do a task again that failed, was cancelled or was accepted.", List.of("/retry T-3"),
                    (given, names, by) -> TalkCommands.engine(new Command.RetryTask(given.text("task"), by))),
            new ChatCommand("cancel", List.of("drop"), Group.WORK,
                    List.of(Argument.needed("task", Kind.TASK), Argument.optional("reason", Kind.REST)),
                    "End a task for good; whoever needs it is told.", List.of("/cancel T-3 not needed any more"),
                    (given, names, by) -> TalkCommands.engine(
                            new Command.CancelTask(given.text("task"), reason(given), by))),
            new ChatCommand("time", List.of("extend"), Group.WORK,
                    List.of(Argument.needed("task", Kind.TASK), Argument.needed("time", Kind.DURATION)),
                    "Give the attempt under way more time.", List.of("/time T-3 5m"),
                    (given, names, by) -> TalkCommands.engine(new Command.ExtendBox(given.text("task"),
                            Long.parseLong(given.text("time")), by))),
            new ChatCommand("priority", List.of(), Group.WORK,
                    List.of(Argument.needed("task", Kind.TASK), Argument.needed("class", Kind.ONE)),
                    "Change how urgent a task is: critical, high, medium, low, or the plan's own classes.",
                    List.of("/priority T-3 high"),
                    (given, names, by) -> TalkCommands.engine(
                            new Command.Reprioritise(given.text("task"), given.text("class"), by))),
            new ChatCommand("reassign", List.of("give"), Group.WORK,
                    List.of(Argument.needed("task", Kind.TASK), Argument.needed("agent", Kind.AGENT)),
                    "Give a task to another agent, with a handoff of what is there.",
                    List.of("/reassign T-3 @writer"),
                    (given, names, by) -> TalkCommands.engine(
                            new Command.Reassign(given.text("task"), given.text("agent"), by))));

    private SteerCommands() {}

    private static String reason(Arguments given) {
        return given.text("reason").isEmpty() ? "not wanted any more" : given.text("reason");
    }

    private static Dispatch pause(Arguments given, ChatNames names, String by) {
        var target = given.text("target");
        if (target.isEmpty() || target.equals(ALL_OF_THEM)) {
            return TalkCommands.engine(new Command.PauseSession(by));
        }
        return TalkCommands.engine(target.startsWith("@")
                ? new Command.PauseAgent(target.substring(1), by)
                : new Command.PauseTask(target, by));
    }

    /** Without a target everything that is paused goes on. */
    private static Dispatch resume(Arguments given, ChatNames names, String by) {
        var target = given.text("target");
        if (!target.isEmpty() && !target.equals(ALL_OF_THEM)) {
            return TalkCommands.engine(target.startsWith("@")
                    ? new Command.ResumeAgent(target.substring(1), by)
                    : new Command.ResumeTask(target, by));
        }
        var commands = new ArrayList<Command>();
        for (var paused : names.paused()) {
            boolean isTask = names.tasks().stream().anyMatch(task -> task.id().equals(paused));
            commands.add(paused.isEmpty()
                    ? new Command.ContinueSession(by)
                    : isTask ? new Command.ResumeTask(paused, by) : new Command.ResumeAgent(paused, by));
        }
        return commands.isEmpty()
                ? new Dispatch.ToEngine(List.of(new Command.ContinueSession(by)))
                : new Dispatch.ToEngine(commands);
    }

    private static Dispatch stop(Arguments given, ChatNames names, String by) {
        var target = given.text("target");
        var tasks = names.tasks().stream()
                .filter(task -> !task.working().isEmpty() && (target.equals(ALL_OF_THEM)
                        || (target.startsWith("@")
                                ? task.working().equals(target.substring(1))
                                : task.id().equals(target))))
                .toList();
        if (tasks.isEmpty()) {
            return new Dispatch.Unclear(new ChatProblem(0, 0,
                    target.equals(ALL_OF_THEM) ? "Nobody is at work." : "Nobody works at that: " + target + ".",
                    "/pause holds back what has not begun."));
        }
        return new Dispatch.ToEngine(
                tasks.stream().<Command>map(task -> new Command.StopAttempt(task.id(), by)).toList());
    }
}
