package baton.tui.state;

import java.util.Optional;

import baton.chat.ChatCommand;
import baton.chat.ChatCommands;
import baton.chat.Dispatch;
import baton.chat.FaceAction;
import baton.chat.TemplateDraft;
import baton.engine.Command;
import baton.tui.state.UiAction.Look.Page;
import baton.view.page.Why;
import baton.view.talk.Block;
import baton.view.text.StyledLine;

/** Carries out what was typed; a line that is not understood stays in the draft, with what is wrong with it. */
final class Sending {
    private static final int PAGE_COLUMNS = 100;

    private Sending() {}

    static UiStep of(UiState state, Moment moment) {
        String line = state.composer().whole();
        var sent = state.with(state.composer().cleared()).with(Completion.NONE)
                .with(state.reading().at(Optional.empty()));
        return switch (ChatCommands.dispatch(line, moment.names().of(Writing.lane(state)), Answers.BY)) {
            case Dispatch.ToEngine told -> told(sent, told);
            case Dispatch.ByFace face -> face(sent, moment, face.action());
            case Dispatch.Unclear unclear -> unclear(state, moment, line, unclear);
            case Dispatch.Nothing nothing -> UiStep.of(sent);
        };
    }

    /** A template that lacks something is filled in a form; any other line stays as it is. */
    private static UiStep unclear(UiState state, Moment moment, String line, Dispatch.Unclear unclear) {
        var told = state.with(Completion.NONE).saying(unclear.problem().oneLine());
        return UiStep.of(TemplateDraft.read(line, moment.names().of(Writing.lane(state)))
                .map(draft -> FillingKeys.opened(told, moment, draft)).orElse(told));
    }

    static UiStep told(UiState sent, Dispatch.ToEngine told) {
        var step = UiStep.of(sent);
        for (Command command : told.commands()) {
            step = step.and(new UiAction.Tell(command));
        }
        return step;
    }

    static UiStep face(UiState state, Moment moment, FaceAction action) {
        return switch (action) {
            case FaceAction.OpenView open -> UiStep.of(view(state, moment, open.view()));
            case FaceAction.Help help -> UiStep.of(state.with(new Overlay.Pager("Commands",
                    moment.scene().typing().inOwn(help(help.command())), 0)));
            case FaceAction.Why why -> UiStep.of(state.with(new Overlay.Pager("Why", why(moment, why.task()), 0)));
            case FaceAction.ShowPrompt prompt -> Keeping.look(state, moment, Page.PROMPT, prompt.task());
            case FaceAction.ShowDiff diff -> Keeping.look(state, moment, Page.DIFF, diff.task());
            case FaceAction.ShowQueue queue -> Unread.box(state, moment);
            case FaceAction.Unsend unsend -> Unread.named(state, moment, unsend.message());
            case FaceAction.Focus focus -> UiStep.of(state.with(state.reading()
                    .in(Optional.of(focus.agent()).filter(agent -> !agent.isEmpty()))));
            case FaceAction.Copy copy -> copy(state, moment, copy.agent());
            case FaceAction.Save save -> UiStep.of(state, new UiAction.Save(
                    save.file().isBlank() ? "baton-conversation.md" : save.file().strip(),
                    Source.transcript(moment.scene(), 100_000)));
            case FaceAction.Export export -> UiStep.of(state.saying(moment.scene().typing().inOwn(
                    "In another terminal: baton sessions export " + moment.scene().name() + " --format "
                            + export.format())));
            case FaceAction.Dump dump -> UiStep.of(state,
                    new UiAction.Dump(Source.transcript(moment.scene(), 2_000)));
            case FaceAction.Quit quit -> UiStep.of(state, new UiAction.Leave());
        };
    }

    private static UiState view(UiState state, Moment moment, FaceAction.View view) {
        return switch (view) {
            case CHAT -> state.in(View.CHAT);
            case AGENTS -> state.in(View.AGENTS);
            case PLAN, TIMELINE -> state.in(View.PLAN);
            case INBOX -> state.in(View.INBOX);
            case HANDOFFS, ARTIFACTS -> state.in(View.HANDOFFS);
            case METRICS -> state.in(View.METRICS);
            case SESSIONS -> state.in(View.SESSIONS);
            case REPLAY -> state.in(View.REPLAY);
            case LOG -> state.with(new Overlay.Pager("The record", Source.transcript(moment.scene(), 5_000), 0));
        };
    }

    private static UiStep copy(UiState state, Moment moment, String agent) {
        var ids = agent.isEmpty() ? moment.scene().talk().blocks().ids() : moment.scene().talk().lane(agent);
        for (int i = ids.size() - 1; i >= 0; i--) {
            var block = moment.scene().talk().blocks().get(ids.get(i));
            if (block.isPresent() && block.get().body() instanceof Block.Turn turn && !turn.text().isBlank()) {
                return UiStep.of(state, new UiAction.Copy("text of @" + turn.agent(), turn.text()));
            }
        }
        return UiStep.of(state.saying("There is nothing to copy yet."));
    }

    private static String why(Moment moment, String task) {
        var view = moment.scene().session();
        var lines = view.task(task)
                .map(card -> moment.scene().typing().inPage(Why.of(view, card, moment.scene().name())))
                .orElseGet(() -> Why.of(view, PAGE_COLUMNS));
        return String.join("\n\n", lines.stream().map(StyledLine::text).filter(line -> !line.isBlank()).toList());
    }

    /** The table of commands as Markdown, or one of its lines in full. */
    static String help(String command) {
        var text = new StringBuilder();
        var one = ChatCommands.find(command);
        if (one.isPresent() && !command.isEmpty()) {
            return "# " + one.get().usage() + "\n\n" + one.get().help() + "\n\n- "
                    + String.join("\n- ", one.get().examples());
        }
        text.append("`@name words` reaches one agent or group, `#T-3 words` a task, `+template` delegates a job.\n");
        for (var group : ChatCommand.Group.values()) {
            text.append("\n## ").append(group.title()).append("\n\n");
            ChatCommands.all().stream().filter(known -> known.group() == group)
                    .forEach(known -> text.append("- `").append(known.usage()).append("` ").append(known.help())
                            .append("\n"));
        }
        return text.toString();
    }
}
