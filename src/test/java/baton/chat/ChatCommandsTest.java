package baton.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import baton.chat.Dispatch.ByFace;
import baton.chat.Dispatch.ToEngine;
import baton.chat.Dispatch.Unclear;
import baton.engine.Command;
import baton.engine.fact.Filling;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.plan.PlanChange;
import baton.plan.TaskWish;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What each line leads to. */
class ChatCommandsTest {
    private static List<Command> engine(String text) {
        return engine(text, Names.SESSION);
    }

    private static List<Command> engine(String text, ChatNames names) {
        return switch (ChatCommands.dispatch(text, names, "me")) {
            case ToEngine(var commands) -> commands;
            case Dispatch other -> throw new AssertionError(text + " leads to " + other);
        };
    }

    private static FaceAction face(String text) {
        return ((ByFace) ChatCommands.dispatch(text, Names.SESSION, "me")).action();
    }

    @Test
    void wordsGoToTheOrchestratorUnlessAnAgentIsInFocus() {
        assertEquals(List.of(new Command.Goal("compare them", "me")), engine("compare them"));
        assertEquals(List.of(new Command.Say("writer", "", "shorter", "me")),
                engine("shorter", Names.names("writer")));
    }

    @Test
    void wordsForSeveralGoToEachOnce() {
        assertEquals(List.of(new Command.Say("data", "", "hi", "me"), new Command.Say("go-backend", "", "hi", "me"),
                new Command.Say("", "T-2", "hi", "me"), new Command.Say("", "", "hi", "me")),
                engine("@data @back-end #T-2 @all hi"));
    }

    @Test
    void whatWaitsForAPersonIsSettled() {
        assertEquals(List.of(new Command.Answer("Q-2", "port 8080", "me")), engine("/answer q-2 port 8080"));
        assertEquals(List.of(new Command.Decide("D-1", "B", "we grow", "me")), engine("/decide D-1 B because we grow"));
        assertEquals(List.of(new Command.Decide("D-9", "2", "", "me")), engine("/decide D-9 2"));
        assertEquals(List.of(new Command.ResolveBlocker("B-4", "in the vault", "me")),
                engine("/resolve B-4 in the vault"));
        assertEquals(List.of(new Command.Approve("A-1", ApprovalScope.ONCE, "", "me")), engine("/approve A-1"));
        assertEquals(List.of(new Command.Approve("A-1", ApprovalScope.AGENT, "git *", "me")),
                engine("/allow A-1 agent git *"));
        assertEquals(List.of(new Command.Deny("A-1", "", "me")), engine("/deny A-1"));
    }

    @Test
    void workIsSteered() {
        assertEquals(List.of(new Command.PauseSession("me")), engine("/pause"));
        assertEquals(List.of(new Command.PauseAgent("data", "me")), engine("/pause @data"));
        assertEquals(List.of(new Command.PauseTask("T-3", "me")), engine("/pause #T-3"));
        assertEquals(List.of(new Command.ContinueSession("me"), new Command.ResumeTask("T-3", "me"),
                new Command.ResumeAgent("data", "me")), engine("/resume", Names.names("", "", "T-3", "data")));
        assertEquals(List.of(new Command.StopAttempt("T-2", "me")), engine("/stop all"));
        assertEquals(List.of(new Command.StopAttempt("T-2", "me")), engine("/stop @gopher"));
        assertEquals(List.of(new Command.RetryTask("T-1", "me")), engine("/retry T-1"));
        assertEquals(List.of(new Command.ExtendBox("T-2", 5_400_000, "me")), engine("/time T-2 1h30m"));
        assertEquals(List.of(new Command.Reprioritise("T-2", "high", "me")), engine("/priority T-2 high"));
        assertEquals(List.of(new Command.Reassign("T-2", "writer", "me")), engine("/reassign T-2 writer"));
        assertEquals(List.of(new Command.CancelTask("T-2", "not wanted any more", "me")), engine("/cancel T-2"));
    }

    @Test
    void tasksAreAddedSplitAndEditedInOneLine() {
        var sum = new TaskWish("Write the summary", "writer", "high", "", 15, List.of("T-1", "T-2"), List.of("a.md"),
                List.of(), List.of("is short, and has a table"), List.of("docs/summary.md"), List.of(), List.of(),
                List.of());
        assertEquals(List.of(new Command.ChangePlan(List.of(new PlanChange.AddTask(sum)), "me")),
                engine("/add @writer Write the summary needs=T-1,T-2 reads=a.md writes=docs/summary.md "
                        + "criteria=\"is short, and has a table\" priority=high box=15m"));
        assertEquals(List.of(new Command.ChangePlan(List.of(new PlanChange.SplitTask("T-3",
                List.of(TaskWish.of("Read the sources", ""), TaskWish.of("Write it", "writer")))), "me")),
                engine("/split T-3 \"Read the sources\" \"@writer Write it\""));
        assertEquals(List.of(new Command.ChangePlan(List.of(new PlanChange.EditTask("T-3", PlanChange.Field.CRITERIA,
                List.of("names every port", "has a table"))), "me")),
                engine("/edit T-3 criteria \"names every port\" \"has a table\""));
        assertEquals(List.of(new Command.ChangePlan(List.of(new PlanChange.EditTask("T-3", PlanChange.Field.TIME_BOX,
                List.of("90"))), "me")), engine("/edit T-3 box 1h30m"));
    }

    @Test
    void aFilledTemplateIsADelegation() {
        assertEquals(List.of(new Command.Delegate("service", "data", List.of(new Filling("title", List.of("x")),
                new Filling("deliverables", List.of("y"))), "me")),
                engine("+service @data title=x deliverables=y"));
    }

    @Test
    void viewsHelpAndLeavingAreTheFacesOwn() {
        assertEquals(new FaceAction.OpenView(FaceAction.View.INBOX), face("/inbox"));
        assertEquals(new FaceAction.Help("pause"), face("/help pause"));
        assertEquals(new FaceAction.Focus("writer"), face("/focus @writer"));
        assertEquals(new FaceAction.Focus(""), face("/lane"));
        assertEquals(new FaceAction.Why("T-2"), face("/why T-2"));
        assertEquals(new FaceAction.Save("my notes.txt"), face("/save my notes.txt"));
        assertEquals(new FaceAction.Quit(), face("/q"));
    }

    @Test
    void whatCannotBeDoneIsSaidBeforeItReachesTheEngine() {
        var idle = ChatCommands.dispatch("/stop T-3", Names.SESSION, "me");
        assertEquals("Nobody works at that: T-3. /pause holds back what has not begun.",
                idle instanceof Unclear(var problem) ? problem.oneLine() : idle.toString());
        assertTrue(ChatCommands.dispatch("/split T-3 one", Names.SESSION, "me") instanceof Unclear);
        assertTrue(ChatCommands.dispatch("/add @writer needs=T-1", Names.SESSION, "me") instanceof Unclear);
    }

    @Test
    void everyCommandHasHelpInOneLineAndExamplesThatMeanIt() {
        var names = new TreeSet<String>();
        for (var command : ChatCommands.all()) {
            var all = new ArrayList<>(command.aliases());
            all.add(command.name());
            all.forEach(name -> assertTrue(names.add(name), "named once: " + name));
            assertFalse(command.help().contains("\n") || command.help().length() > 110, command.name());
            assertFalse(command.examples().isEmpty(), command.name());
            for (var example : command.examples()) {
                var fitting = example.replace("@analyst", "@gopher").replace("D-3", "D-1").replace("B-2", "B-4")
                        .replace("Q-1", "Q-2").replace("/stop T-3", "/stop T-2");
                assertFalse(ChatCommands.dispatch(fitting, Names.SESSION, "me") instanceof Unclear,
                        () -> example + ": " + ChatCommands.dispatch(fitting, Names.SESSION, "me"));
            }
        }
    }

    @Test
    void completionOffersWhatFitsAtTheCursor() {
        assertEquals(List.of("/pause ", "/priority ", "/plan ", "/prompt "), inserts("/p", 2));
        assertEquals(List.of("/reassign "), inserts("/assi", 5));
        assertEquals(List.of("T-2 ", "T-3 ", "@go-backend ", "@data ", "@writer ", "all "), inserts("/pause ", 7));
        assertEquals(List.of("@go-backend "), inserts("/reassign T-2 @g", 16));
        assertEquals(List.of("D-1 "), inserts("/decide ", 8));
        assertEquals(List.of("@data "), inserts("hello @da", 9));
        assertEquals(List.of("@back-end ", "@go-backend "), inserts("@back", 5));
        assertEquals(List.of("#T-2 ", "#T-3 "), inserts("see #T", 6));
        assertEquals(List.of("+service "), inserts("+s", 2));
        assertEquals(List.of("deliverables=", "output_location="), inserts("+service title=x ", 17));
        assertEquals(List.of(), inserts("plain words", 11));
    }

    private static List<String> inserts(String text, int cursor) {
        return Completion.candidates(text, cursor, Names.SESSION).stream().map(Completion.Candidate::insert).toList();
    }
}
