package baton.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import baton.engine.Effect;
import baton.engine.Effect.AskModel;
import baton.engine.Effect.Crew;
import baton.engine.Outcome;
import baton.engine.fact.Action;
import baton.engine.fact.Evidence;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.ModelReply;
import baton.engine.fact.ModelReply.CallRequest;
import baton.engine.fact.ModelReply.Finish;
import baton.engine.fact.Trouble;
import baton.engine.fact.Usage;
import baton.plan.TaskWish;

/** A model with a character for each task: most do their work, the others fail in every way we know of. */
final class BadModel {
    /** What a task's agent is like. */
    enum Nature {
        DILIGENT, FORGETFUL, SLOW, FAILING, UNREACHABLE, LYING, LOOPING, CHATTY, BLOCKED, ASKING, PROPOSING, QUITTING,
        GARBLED, COMMANDING, HASTY
    }

    private final Chance chance;
    private final Map<String, Nature> natures = new LinkedHashMap<>();
    /** Of a hundred tasks, how many are diligent. */
    private final int diligentPercent;
    private final boolean providersFail;

    BadModel(Chance chance) {
        this.chance = chance;
        this.diligentPercent = chance.pick(List.of(100, 90, 70, 40, 10));
        this.providersFail = chance.percent(15);
    }

    Nature natureOf(String task) {
        return natures.computeIfAbsent(task, ignored -> draw());
    }

    private Nature draw() {
        if (chance.percent(diligentPercent)) {
            return Nature.DILIGENT;
        }
        var drawn = chance.pick(List.of(Nature.values()));
        return drawn == Nature.UNREACHABLE && !providersFail ? Nature.FAILING : drawn;
    }

    long takesMs(AskModel ask) {
        long seconds = chance.between(1, 90);
        return natureOf(ask.brief().task().id()) == Nature.SLOW ? seconds * 10_000 : seconds * 1000;
    }

    /** What the turn ends with; the usage never exceeds what the budget held back. */
    Outcome answer(AskModel ask, long reservedTokens) {
        var nature = natureOf(ask.brief().task().id());
        if ((nature == Nature.FAILING && chance.percent(60)) || chance.percent(1)) {
            return new Outcome.TurnBroke(ask.turn(), chance.pick(List.of(Trouble.INCOMPLETE, Trouble.TOO_LONG,
                    Trouble.REJECTED, Trouble.INTERNAL)), "made up");
        }
        if (nature == Nature.UNREACHABLE) {
            return new Outcome.TurnBroke(ask.turn(), chance.pick(List.of(Trouble.values())), "made up");
        }
        var calls = new ArrayList<CallRequest>();
        for (Action action : actions(ask, nature)) {
            calls.add(new CallRequest("c" + calls.size(), toolOf(action),
                    action instanceof Action.Workspace && nature == Nature.LOOPING
                            ? "{}"
                            : "{\"t\":\"" + ask.turn()
                                    + calls.size() + "\"}",
                    action));
        }
        long in = chance.between(0, (int) Math.max(0, reservedTokens - ask.outputTokensMax()));
        long out = chance.between(1, ask.outputTokensMax());
        var finish = calls.isEmpty()
                ? chance.pick(List.of(Finish.STOP, Finish.STOP, Finish.LENGTH))
                : Finish.TOOL_CALLS;
        return new Outcome.TurnEnded(ask.turn(), new ModelReply("made-up", chance.percent(90) ? "Some words." : "", "",
                "", calls, new Usage(in, out, 0, 0, false), finish));
    }

    private static String toolOf(Action action) {
        return switch (action) {
            case Action.Workspace workspace -> workspace.access() == Action.Access.READ ? "read_file" : "write_file";
            case Action.RunCommand _ -> "run_command";
            case Action.ReportBlocker _ -> "report_blocker";
            case Action.HandOff _ -> "hand_off";
            case Action.AskQuestion _ -> "ask_question";
            case Action.ProposeDecision _ -> "propose_decision";
            case Action.PublishContract _ -> "publish_contract";
            case Action.ShareFinding _ -> "share_finding";
            case Action.UpdateStatus _ -> "update_status";
            case Action.CompleteTask _ -> "complete_task";
            case Action.Delegate _ -> "delegate";
            case Action.AddTask _ -> "add_task";
            case Action.Split _ -> "split";
            case Action.Reassign _ -> "reassign";
            case Action.Reprioritise _ -> "reprioritise";
            case Action.ResolveBlocker _ -> "resolve_blocker";
            case Action.Finish _ -> "finish";
            case Action.GiveReview _ -> "give_review";
            case Action.Malformed _ -> "no_such_tool";
        };
    }

    private List<Action> actions(AskModel ask, Nature nature) {
        if (ask.brief().task().id().startsWith("R-") && chance.percent(75)) {
            return List.of(new Action.GiveReview(chance.percent(70), "looked at"));
        }
        if (ask.brief().crew().isPresent() && chance.percent(95)) {
            return orchestrate(ask.brief().crew().get(), nature);
        }
        boolean first = ask.brief().turnNumber() <= 1;
        boolean settled = !ask.brief().answers().isEmpty();
        return switch (nature) {
            case LYING -> List.of(lie(ask));
            case LOOPING -> List.of(new Action.Workspace(Action.Access.READ, "same.md"));
            case CHATTY -> List.of();
            case GARBLED -> chance.percent(50) ? List.of(new Action.Malformed("not JSON")) : work(ask);
            case QUITTING -> List.of(new Action.HandOff("", chance.percent(50) ? HandoffNote.EMPTY : note()));
            case BLOCKED -> first || chance.percent(30)
                    ? mixed(new Action.ReportBlocker("P1", "technical", "stuck", "help"))
                    : work(ask);
            case ASKING -> settled
                    ? work(ask)
                    : mixed(new Action.AskQuestion("Which?", List.of("a", "b"), chance.percent(50) ? "a" : ""));
            case PROPOSING -> settled
                    ? work(ask)
                    : mixed(new Action.ProposeDecision("Way", "Which way?", List.of("1: x", "2: y"), "1: x",
                            "shorter", List.of("agent-2", "nobody")));
            case COMMANDING -> chance.percent(60)
                    ? mixed(new Action.RunCommand(
                            chance.pick(List.of(List.of("git", "status"), List.of("rm", "-r", "x")))))
                    : work(ask);
            case FORGETFUL -> chance.percent(50) ? List.of(lie(ask)) : work(ask);
            case HASTY -> all(ask);
            case DILIGENT, SLOW, FAILING, UNREACHABLE -> work(ask);
        };
    }

    /** Delegates a few jobs and finishes when they are done; bad ones do it without end, to nobody, too early or not at all. */
    private List<Action> orchestrate(Crew crew, Nature nature) {
        var jobs = crew.jobs();
        var ended = jobs.stream().filter(job -> job.status().isEnd()).toList();
        var agents = crew.members().stream().map(Effect.Member::id).toList();
        boolean endless = nature == Nature.LOOPING || nature == Nature.HASTY;
        if (endless || jobs.size() < 3) {
            var actions = new ArrayList<Action>();
            for (int i = chance.between(1, endless ? 9 : 3); i > 0; i--) {
                actions.add(job(nature, agents, jobs));
            }
            return actions;
        }
        boolean early = nature == Nature.LYING || nature == Nature.FORGETFUL || chance.percent(5);
        if (!early && ended.size() < jobs.size()) {
            return chance.percent(15) ? List.of(meddle(chance.pick(jobs).id(), agents)) : List.of();
        }
        var proof = ended.stream().map(job -> new Evidence("1", Evidence.Kind.TASK, job.id(), "")).toList();
        return List.of(new Action.Finish("the goal is met", proof));
    }

    private Action job(Nature nature, List<String> agents, List<Effect.Job> jobs) {
        var agent = nature == Nature.GARBLED || chance.percent(10) ? "nobody" : chance.pick(agents);
        int number = nature == Nature.LOOPING ? 1 : chance.between(1, 500);
        var needs = !jobs.isEmpty() && chance.percent(30) ? List.of(chance.pick(jobs).id()) : List.<String>of();
        return new Action.Delegate(chance.percent(5) ? "no-such-template" : "", List.of(),
                TaskWish.of("Piece " + number, agent).with(needs,
                        chance.percent(70) ? List.of("out/piece-" + number + ".md") : List.of(), List.of()));
    }

    private Action meddle(String job, List<String> agents) {
        return switch (chance.between(0, 4)) {
            case 0 -> new Action.Reassign(job, chance.pick(agents), "");
            case 1 -> new Action.Reprioritise(job, "high");
            case 2 ->
                new Action.Split(job, List.of(TaskWish.of("one of " + job, ""), TaskWish.of("two of " + job, "")));
            case 3 -> new Action.ResolveBlocker("B-" + chance.between(1, 5), "go on");
            default -> new Action.AddTask(TaskWish.of("My own " + job, ""));
        };
    }

    /** The action, sometimes among others, so that waiting and running calls meet. */
    private List<Action> mixed(Action action) {
        return switch (chance.between(0, 3)) {
            case 0 -> List.of(new Action.Workspace(Action.Access.READ, "a.md"), action);
            case 1 -> List.of(action, new Action.Workspace(Action.Access.WRITE, "out/side.md"), action);
            case 2 -> List.of(action, new Action.CompleteTask("done anyway", List.of()));
            default -> List.of(action);
        };
    }

    private static HandoffNote note() {
        return new HandoffNote(List.of("half"), List.of(), List.of(), List.of("the other half"), List.of(), "");
    }

    /** Reads, then writes what is declared, then claims with evidence; gives up in a closing turn. */
    private List<Action> work(AskModel ask) {
        var brief = ask.brief();
        var written = brief.changes().stream().map(change -> change.path()).toList();
        var open = brief.task().outputs().stream().filter(path -> !written.contains(path)).toList();
        if (brief.turnNumber() <= 1) {
            return List.of(new Action.Workspace(Action.Access.READ, "a.md"),
                    new Action.Workspace(Action.Access.READ, ""),
                    new Action.UpdateStatus(10, "reading", ""));
        }
        boolean needsProof = brief.task().outputs().isEmpty() && !brief.task().acceptance().isEmpty()
                && written.isEmpty();
        if (!open.isEmpty() || needsProof) {
            if (brief.closing()) {
                return List.of(new Action.HandOff("", note()));
            }
            String path = open.isEmpty() ? "out/proof-" + brief.task().id() + ".md" : open.getFirst();
            return List.of(new Action.Workspace(Action.Access.WRITE, path),
                    new Action.ShareFinding("Found", "something", chance.percent(20)));
        }
        boolean answers = brief.task().outputs().isEmpty() && brief.task().acceptance().isEmpty() && chance.percent(70);
        return answers ? List.of() : List.of(claim(ask, written));
    }

    /** Everything in one turn: writes, and the claim on them. */
    private List<Action> all(AskModel ask) {
        var outputs = ask.brief().task().outputs();
        var actions = new ArrayList<Action>();
        outputs.forEach(path -> actions.add(new Action.Workspace(Action.Access.WRITE, path)));
        actions.add(new Action.PublishContract("api", "1", "out/api.md", "all of it"));
        for (int i = chance.percent(10) ? 12 : 0; i > 0; i--) {
            actions.add(new Action.UpdateStatus(150 - i, "talking", ""));
        }
        if (chance.percent(20)) {
            actions.add(lie(ask));
        }
        actions.add(claim(ask, outputs));
        if (chance.percent(20)) {
            actions.add(new Action.HandOff("", note()));
        }
        return actions;
    }

    private static Action claim(AskModel ask, List<String> written) {
        var evidence = new ArrayList<Evidence>();
        for (String criterion : ask.brief().task().acceptance()) {
            evidence.add(
                    new Evidence(criterion, Evidence.Kind.ARTIFACT, written.isEmpty() ? "" : written.getLast(), ""));
        }
        return new Action.CompleteTask("done", evidence);
    }

    private Action lie(AskModel ask) {
        var evidence = new ArrayList<Evidence>();
        for (String criterion : ask.brief().task().acceptance()) {
            evidence.add(new Evidence(criterion, chance.pick(List.of(Evidence.Kind.PERSON, Evidence.Kind.REVIEW,
                    Evidence.Kind.CHECK, Evidence.Kind.ARTIFACT)), "trust-me", "surely"));
        }
        return new Action.CompleteTask("done, believe me", evidence);
    }
}
