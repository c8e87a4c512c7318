package baton.chat;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import baton.chat.Argument.Kind;
import baton.chat.Argument.Need;
import baton.chat.ChatCommand.Group;
import baton.engine.Command;
import baton.plan.PlanChange;
import baton.plan.PlanChange.Field;

/** Adding, splitting and editing tasks while the plan runs. */
final class PlanCommands {
    private static final List<String> FIELDS = List.of("title", "needs", "inputs", "deliverables", "criteria",
            "outputs", "box", "deadline");

    static final List<ChatCommand> ALL = List.of(
            new ChatCommand("add", List.of(), Group.PLAN,
                    List.of(Argument.needed("agent", Kind.AGENT), Argument.needed("task", Kind.REST)),
                    "Add a task: a title, then needs= writes= reads= criteria= priority= box= as wanted.",
                    List.of("/add @writer Write the summary needs=T-1,T-2 writes=docs/summary.md"),
                    PlanCommands::add),
            new ChatCommand("split", List.of(), Group.PLAN,
                    List.of(Argument.needed("task", Kind.TASK), Argument.needed("part", Kind.MANY)),
                    "Put several tasks in place of one; a part may name its @agent and the same keys as /add.",
                    List.of("/split T-3 \"Read the sources\" \"@writer Write the report writes=report.md\""),
                    PlanCommands::split),
            new ChatCommand("edit", List.of(), Group.PLAN,
                    List.of(Argument.needed("task", Kind.TASK),
                            new Argument("field", Kind.WORD, Need.REQUIRED, FIELDS),
                            Argument.optional("value", Kind.MANY)),
                    "Give one field of a task new values; none empties it.",
                    List.of("/edit T-3 criteria \"names every port\" \"has a table\"", "/edit T-3 needs T-1 T-2"),
                    PlanCommands::edit));

    private PlanCommands() {}

    private static Dispatch wish(String text, String agent, ChatNames names,
            Function<baton.plan.TaskWish, Dispatch> then) {
        return switch (WishReader.read(text, agent, names)) {
            case WishReader.Read.Wished(var wish) -> then.apply(wish);
            case WishReader.Read.Unclear(var problem) -> new Dispatch.Unclear(problem);
        };
    }

    private static Dispatch add(Arguments given, ChatNames names, String by) {
        return wish(given.text("task"), given.text("agent"), names,
                wish -> change(new PlanChange.AddTask(wish), by));
    }

    private static Dispatch split(Arguments given, ChatNames names, String by) {
        var parts = new java.util.ArrayList<baton.plan.TaskWish>();
        for (var text : given.all("part")) {
            var part = wish(text, "", names, wish -> {
                parts.add(wish);
                return new Dispatch.Nothing();
            });
            if (part instanceof Dispatch.Unclear) {
                return part;
            }
        }
        if (parts.size() < 2) {
            return new Dispatch.Unclear(new ChatProblem(0, 0, "One part is no split.",
                    "Put each part into quotes, such as  /split T-3 \"first part\" \"second part\""));
        }
        return change(new PlanChange.SplitTask(given.text("task"), parts), by);
    }

    private static Dispatch edit(Arguments given, ChatNames names, String by) {
        var field = switch (given.text("field")) {
            case "box" -> Field.TIME_BOX;
            default -> Field.valueOf(given.text("field").toUpperCase(Locale.ROOT));
        };
        var values = field == Field.TIME_BOX ? WishReader.minutes(given.all("value")) : given.all("value");
        var change = new PlanChange.EditTask(given.text("task"), field, values);
        return change(change, by);
    }

    private static Dispatch change(PlanChange change, String by) {
        return TalkCommands.engine(new Command.ChangePlan(List.of(change), by));
    }
}
