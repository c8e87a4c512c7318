package baton.wire;

import java.util.ArrayList;
import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.Filling;
import baton.plan.TaskWish;

/** Reads what an orchestrator's calls mean, as generously as {@link ActionReader} reads those of all agents. */
final class OrchestrationReader {
    private OrchestrationReader() {}

    static Action read(String tool, Arguments arguments) {
        return switch (tool) {
            case "delegate" -> delegate(arguments);
            case "add_task" -> add(arguments);
            case "split" -> split(arguments);
            case "reassign" -> reassign(arguments);
            case "reprioritise" -> reprioritise(arguments);
            case "resolve_blocker" -> resolve(arguments);
            case "finish" -> finish(arguments);
            default -> throw new IllegalArgumentException("no tool of an orchestrator: " + tool);
        };
    }

    private static Action delegate(Arguments arguments) {
        var template = arguments.text("template");
        var wish = wish(arguments);
        if (template.isEmpty() && wish.title().isEmpty()) {
            return ActionReader.missing("delegate", "title", "what is to be done, in one line");
        }
        return template.isEmpty() && wish.agent().isEmpty()
                ? ActionReader.missing("delegate", "agent", "who does it, by the id in your team list")
                : new Action.Delegate(template, fillings(arguments), wish);
    }

    private static List<Filling> fillings(Arguments arguments) {
        var fillings = new ArrayList<Filling>();
        arguments.fields("slots", "values").forEach((slot, values) -> fillings.add(new Filling(slot, values)));
        return fillings;
    }

    private static TaskWish wish(Arguments arguments) {
        return new TaskWish(arguments.text("title", "name", "task_title", "task"),
                arguments.text("agent", "to", "assignee"), arguments.text("priority"),
                arguments.text("brief", "description", "context", "instructions", "text"),
                Math.max(0, arguments.number("time_box_minutes", "minutes", "time_box").orElse(0)),
                arguments.texts("needs", "depends_on", "dependencies"), arguments.texts("inputs", "reads"),
                arguments.texts("deliverables", "deliver"),
                arguments.texts("criteria", "acceptance", "acceptance_criteria"),
                arguments.texts("outputs", "writes", "output", "output_location"),
                arguments.texts("integration_points"), arguments.texts("contract"),
                arguments.texts("returns", "return"));
    }

    private static Action add(Arguments arguments) {
        var wish = wish(arguments);
        return wish.title().isEmpty()
                ? ActionReader.missing("add_task", "title", "what is to be done, in one line")
                : new Action.AddTask(wish);
    }

    private static Action split(Arguments arguments) {
        var parts = arguments.objects("title", "parts", "tasks", "into").stream().map(OrchestrationReader::wish)
                .toList();
        var task = arguments.text("task", "id", "task_id");
        if (task.isEmpty()) {
            return ActionReader.missing("split", "task", "the id of the task to split");
        }
        return parts.isEmpty()
                ? ActionReader.missing("split", "parts", "two or more, each with a title")
                : new Action.Split(task, parts);
    }

    private static Action reassign(Arguments arguments) {
        var task = arguments.text("task", "id", "task_id");
        var agent = arguments.text("agent", "to", "assignee");
        if (task.isEmpty()) {
            return ActionReader.missing("reassign", "task", "the id of the task");
        }
        return agent.isEmpty()
                ? ActionReader.missing("reassign", "agent", "who goes on with it")
                : new Action.Reassign(task, agent, arguments.text("reason", "why"));
    }

    private static Action reprioritise(Arguments arguments) {
        var task = arguments.text("task", "id", "task_id");
        var priority = arguments.text("priority", "class", "to");
        if (task.isEmpty()) {
            return ActionReader.missing("reprioritise", "task", "the id of the task");
        }
        return priority.isEmpty()
                ? ActionReader.missing("reprioritise", "priority", "critical, high, medium or low")
                : new Action.Reprioritise(task, priority);
    }

    private static Action resolve(Arguments arguments) {
        var id = arguments.text("id", "blocker", "blocker_id");
        var how = arguments.text("how", "resolution", "text", "answer");
        if (id.isEmpty()) {
            return ActionReader.missing("resolve_blocker", "id", "the blocker's id, such as B-1");
        }
        return how.isEmpty()
                ? ActionReader.missing("resolve_blocker", "how", "what settles it")
                : new Action.ResolveBlocker(id, how);
    }

    private static Action finish(Arguments arguments) {
        return switch (ActionReader.claim("finish", arguments)) {
            case Action.CompleteTask(var summary, var evidence) -> new Action.Finish(summary, evidence);
            case Action malformed -> malformed;
        };
    }
}
