package baton.wire;

import baton.engine.Command;
import baton.engine.Input;
import baton.engine.Outcome;
import baton.engine.fact.Action;
import baton.engine.fact.AttemptEvent;
import baton.engine.fact.ChangeEvent;
import baton.engine.fact.GateEvent;
import baton.engine.fact.LimitEvent;
import baton.engine.fact.PeopleEvent;
import baton.engine.fact.SessionEvent;
import baton.engine.fact.SharingEvent;
import baton.engine.fact.TaskEvent;
import baton.engine.fact.ToolEvent;
import baton.engine.fact.TurnEvent;
import baton.plan.PlanChange;
import baton.profile.SlotValue;

/** Every name that stands in a session file or an event line. Names are added and never changed. */
final class StoredNames {
    static final NameTable EVENTS = events();
    static final NameTable INPUTS = inputs();
    static final NameTable ACTIONS = actions();
    static final NameTable CHANGES = changes();
    static final NameTable SLOT_VALUES = slotValues();

    private StoredNames() {}

    private static NameTable events() {
        var table = new NameTable();
        addSession(table);
        addWork(table);
        addTurnsAndTools(table);
        addPeopleAndSharing(table);
        addGatesAndLimits(table);
        return table;
    }

    private static void addSession(NameTable table) {
        table.with(SessionEvent.SessionStarted.class, "session.started")
                .with(SessionEvent.PlanLoaded.class, "plan.loaded")
                .with(SessionEvent.LintFound.class, "lint.finding")
                .with(SessionEvent.ToolsAvailable.class, "tools.available")
                .with(SessionEvent.SessionPaused.class, "session.paused")
                .with(SessionEvent.SessionResumed.class, "session.resumed")
                .with(SessionEvent.SessionForked.class, "session.forked")
                .with(SessionEvent.PhaseStarted.class, "phase.started")
                .with(SessionEvent.PhaseCompleted.class, "phase.completed")
                .with(SessionEvent.CommandRefused.class, "command.refused")
                .with(SessionEvent.SessionResult.class, "session.result");
    }

    private static void addWork(NameTable table) {
        table.with(TaskEvent.TaskAdded.class, "task.added")
                .with(TaskEvent.TaskReady.class, "task.ready")
                .with(TaskEvent.TaskWaiting.class, "task.waiting")
                .with(TaskEvent.TaskStarted.class, "task.started")
                .with(TaskEvent.TaskProgressed.class, "task.progressed")
                .with(TaskEvent.TaskClaimed.class, "task.claimed")
                .with(TaskEvent.TaskAccepted.class, "task.accepted")
                .with(TaskEvent.TaskFailed.class, "task.failed")
                .with(TaskEvent.TaskCancelled.class, "task.cancelled")
                .with(TaskEvent.TaskPaused.class, "task.paused")
                .with(TaskEvent.TaskResumed.class, "task.resumed")
                .with(TaskEvent.TaskReprioritised.class, "task.reprioritised")
                .with(TaskEvent.TaskReassigned.class, "task.reassigned")
                .with(TaskEvent.TaskSplit.class, "task.split")
                .with(ChangeEvent.ChangeProposed.class, "change.proposed")
                .with(ChangeEvent.ChangeAccepted.class, "change.accepted")
                .with(ChangeEvent.ChangeRejected.class, "change.rejected")
                .with(AttemptEvent.AttemptStarted.class, "attempt.started")
                .with(AttemptEvent.AttemptParked.class, "attempt.parked")
                .with(AttemptEvent.AttemptContinued.class, "attempt.continued")
                .with(AttemptEvent.TimeboxSoft.class, "attempt.timebox_soft")
                .with(AttemptEvent.TimeboxHard.class, "attempt.timebox_hard")
                .with(AttemptEvent.TimeboxExtended.class, "attempt.timebox_extended")
                .with(AttemptEvent.AttemptEnded.class, "attempt.ended");
    }

    private static void addTurnsAndTools(NameTable table) {
        table.with(TurnEvent.TurnRequested.class, "turn.requested")
                .with(TurnEvent.TurnCompleted.class, "turn.completed")
                .with(TurnEvent.TurnFailed.class, "turn.failed")
                .with(TurnEvent.TurnLost.class, "turn.lost")
                .with(TurnEvent.TurnCancelled.class, "turn.cancelled")
                .with(TurnEvent.TurnRetried.class, "turn.retried")
                .with(TurnEvent.ModelSwitched.class, "model.switched")
                .with(ToolEvent.ToolRequested.class, "tool.requested")
                .with(ToolEvent.ToolApproved.class, "tool.approved")
                .with(ToolEvent.ToolDenied.class, "tool.denied")
                .with(ToolEvent.ToolStarted.class, "tool.started")
                .with(ToolEvent.ToolCompleted.class, "tool.completed")
                .with(ToolEvent.ToolFailed.class, "tool.failed")
                .with(ToolEvent.ToolCancelled.class, "tool.cancelled")
                .with(ToolEvent.ToolLost.class, "tool.lost");
    }

    private static void addPeopleAndSharing(NameTable table) {
        table.with(PeopleEvent.BlockerRaised.class, "blocker.raised")
                .with(PeopleEvent.BlockerResolved.class, "blocker.resolved")
                .with(PeopleEvent.QuestionAsked.class, "question.asked")
                .with(PeopleEvent.QuestionAnswered.class, "question.answered")
                .with(PeopleEvent.DecisionOpened.class, "decision.opened")
                .with(PeopleEvent.DecisionReviewed.class, "decision.reviewed")
                .with(PeopleEvent.DecisionMade.class, "decision.made")
                .with(PeopleEvent.DecisionProvisional.class, "decision.provisional")
                .with(PeopleEvent.DecisionOverturned.class, "decision.overturned")
                .with(PeopleEvent.Withdrawn.class, "inbox.withdrawn")
                .with(PeopleEvent.MessageSaid.class, "message.said")
                .with(PeopleEvent.MessageWithdrawn.class, "message.withdrawn")
                .with(PeopleEvent.MessageDelivered.class, "message.delivered")
                .with(SharingEvent.HandoffCreated.class, "handoff.created")
                .with(SharingEvent.HandoffAccepted.class, "handoff.accepted")
                .with(SharingEvent.HandoffBounced.class, "handoff.bounced")
                .with(SharingEvent.FindingShared.class, "finding.shared")
                .with(SharingEvent.ContractPublished.class, "contract.published")
                .with(SharingEvent.ArtifactProduced.class, "artifact.produced")
                .with(SharingEvent.StatusUpdated.class, "status.updated");
    }

    private static void addGatesAndLimits(NameTable table) {
        table.with(GateEvent.GateStarted.class, "gate.started")
                .with(GateEvent.GatePassed.class, "gate.passed")
                .with(GateEvent.GateFailed.class, "gate.failed")
                .with(GateEvent.GateLost.class, "gate.lost")
                .with(GateEvent.ReviewRequested.class, "review.requested")
                .with(GateEvent.ReviewGiven.class, "review.given")
                .with(LimitEvent.PoolBelowFloor.class, "pool.below_floor")
                .with(LimitEvent.BudgetReserved.class, "budget.reserved")
                .with(LimitEvent.BudgetWarned.class, "budget.warned")
                .with(LimitEvent.BudgetExhausted.class, "budget.exhausted")
                .with(LimitEvent.ProviderLimited.class, "provider.limited")
                .with(LimitEvent.ProviderUnusable.class, "provider.unusable")
                .with(LimitEvent.ProviderAvailable.class, "provider.available")
                .with(LimitEvent.RedFlagRaised.class, "redflag.raised");
    }

    private static NameTable inputs() {
        return new NameTable()
                .with(Command.Open.class, "open")
                .with(Command.Resume.class, "resume")
                .with(Command.Fork.class, "fork")
                .with(Command.Stop.class, "stop")
                .with(Command.Answer.class, "answer")
                .with(Command.Decide.class, "decide")
                .with(Command.Overturn.class, "overturn")
                .with(Command.ResolveBlocker.class, "resolve_blocker")
                .with(Command.Approve.class, "approve")
                .with(Command.Deny.class, "deny")
                .with(Command.Say.class, "say")
                .with(Command.Unsend.class, "unsend")
                .with(Command.RetryTask.class, "retry_task")
                .with(Command.CancelTask.class, "cancel_task")
                .with(Command.Reprioritise.class, "reprioritise")
                .with(Command.ExtendBox.class, "extend_box")
                .with(Command.PauseTask.class, "pause_task")
                .with(Command.ResumeTask.class, "resume_task")
                .with(Command.PauseAgent.class, "pause_agent")
                .with(Command.ResumeAgent.class, "resume_agent")
                .with(Command.PauseSession.class, "pause_session")
                .with(Command.ContinueSession.class, "continue_session")
                .with(Command.StopAttempt.class, "stop_attempt")
                .with(Command.Reassign.class, "reassign")
                .with(Command.ChangePlan.class, "change_plan")
                .with(Command.Goal.class, "goal")
                .with(Command.Delegate.class, "delegate")
                .with(Outcome.TurnEnded.class, "turn.ended")
                .with(Outcome.TurnBroke.class, "turn.broke")
                .with(Outcome.TurnRetrying.class, "turn.retrying")
                .with(Outcome.ProviderPaused.class, "provider.paused")
                .with(Outcome.ProviderBack.class, "provider.back")
                .with(Outcome.ToolEnded.class, "tool.ended")
                .with(Outcome.ChecksEnded.class, "checks.ended")
                .with(Input.Tick.class, "tick");
    }

    private static NameTable actions() {
        return new NameTable()
                .with(Action.Workspace.class, "workspace")
                .with(Action.RunCommand.class, "run_command")
                .with(Action.ReportBlocker.class, "report_blocker")
                .with(Action.HandOff.class, "hand_off")
                .with(Action.AskQuestion.class, "ask_question")
                .with(Action.ProposeDecision.class, "propose_decision")
                .with(Action.PublishContract.class, "publish_contract")
                .with(Action.ShareFinding.class, "share_finding")
                .with(Action.UpdateStatus.class, "update_status")
                .with(Action.CompleteTask.class, "complete_task")
                .with(Action.GiveReview.class, "give_review")
                .with(Action.Delegate.class, "delegate")
                .with(Action.AddTask.class, "add_task")
                .with(Action.Split.class, "split")
                .with(Action.Reassign.class, "reassign")
                .with(Action.Reprioritise.class, "reprioritise")
                .with(Action.ResolveBlocker.class, "resolve_blocker")
                .with(Action.Finish.class, "finish")
                .with(Action.Malformed.class, "malformed");
    }

    private static NameTable changes() {
        return new NameTable()
                .with(PlanChange.AddTask.class, "add_task")
                .with(PlanChange.SplitTask.class, "split_task")
                .with(PlanChange.EditTask.class, "edit_task");
    }

    private static NameTable slotValues() {
        return new NameTable()
                .with(SlotValue.Text.class, "text")
                .with(SlotValue.Many.class, "many");
    }
}
