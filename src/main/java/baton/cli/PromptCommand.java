package baton.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;

import baton.batch.LineOutput;
import baton.engine.Effect.AskModel;
import baton.engine.Engine;
import baton.engine.SessionState;
import baton.engine.fact.ModelReply;
import baton.engine.fact.SessionEvent;
import baton.runtime.AgentModel.ChatMessage;
import baton.runtime.MessageLog;
import baton.runtime.SessionRecord;
import baton.view.SessionView;
import baton.view.text.Amounts;
import baton.view.text.ScreenText;
import baton.view.text.StyledLine;
import baton.view.text.Tone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code baton prompt}: a request exactly as a model got it, made again from the record. */
@Command(description = "Show the exact request a model got for a task, part by part, with sizes.", footer = {"",
    "Example:  baton prompt last T-3"})
final class PromptCommand implements Callable<ExitCode> {
    private final Surroundings around;

    @Parameters(index = "0", paramLabel = "SESSION", description = "id, start of one, file, or last")
    private String session = "";

    @Parameters(index = "1", paramLabel = "TASK", description = "a task, or one of its turns such as T-3/1#2")
    private String subject = "";

    @Option(names = "--sizes", description = "only the parts' names and sizes")
    private boolean sizes;

    @Mixin
    private ReadOptions read = new ReadOptions();

    PromptCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public ExitCode call() throws InterruptedException {
        try (var record = read.sessions(around).read(session)) {
            var view = ReadOptions.view(record);
            if (view.head().rules() != SessionEvent.RULES) {
                throw UserError.refused("other rules made the requests of this session",
                        "baton log " + record.name() + "  shows what was said.");
            }
            show(asked(record, view), record, read.out(around));
            return ExitCode.OK;
        }
    }

    /** The last request for the task, or the one of the turn that was named. */
    private AskModel asked(SessionRecord record, SessionView view) {
        boolean isTurn = subject.contains("#");
        String task = isTurn ? subject.substring(0, subject.indexOf('/')) : subject;
        String id = TaskNames.find(view, task).id();
        var state = SessionState.EMPTY;
        @Nullable
        AskModel found = null;
        try (var inputs = record.inputs(1)) {
            for (var given = inputs.iterator(); given.hasNext();) {
                var step = Engine.handle(state, given.next());
                state = step.state();
                for (var effect : step.effects()) {
                    if (effect instanceof AskModel ask && (isTurn
                            ? ask.turn().equals(subject)
                            : ask.turn().startsWith(id + "/"))) {
                        found = ask;
                    }
                }
            }
        }
        return Optional.ofNullable(found).orElseThrow(() -> UserError.refused(
                "no model was asked for " + subject + " in this session", "baton why " + record.name() + " " + id));
    }

    private void show(AskModel ask, SessionRecord record, LineOutput out) {
        out.show(StyledLine.of(Tone.STRONG, ask.turn()).and("  " + ask.model() + ", at most "
                + Amounts.count(ask.outputTokensMax()) + " tokens out, " + Amounts.of(ask.tools().size(), "tool")));
        for (var part : ask.parts()) {
            block(out, "system: " + part.name(), part.text());
        }
        for (var message : new MessageLog(record).resolve(ask.messages())) {
            switch (message) {
                case ChatMessage.User user -> block(out, "user", user.text());
                case ChatMessage.Assistant assistant -> block(out, "assistant", assistantText(assistant.reply()));
                case ChatMessage.ToolResult result -> block(out, "tool result: " + result.tool(), result.text());
            }
        }
        ask.tools().forEach(tool -> block(out, "tool: " + tool.name(),
                tool.description() + "\n" + tool.parametersJson()));
    }

    private static String assistantText(ModelReply reply) {
        var text = new StringBuilder(reply.text());
        reply.calls().forEach(call -> text.append(text.isEmpty() ? "" : "\n").append("-> ").append(call.tool())
                .append(' ').append(call.argumentsJson()));
        return text.toString();
    }

    private void block(LineOutput out, String name, String text) {
        long bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (!sizes) {
            out.show(StyledLine.EMPTY);
        }
        out.show(StyledLine.of(Tone.STRONG, "--- " + name).and(Tone.DIM, "  " + Amounts.bytes(bytes)));
        if (!sizes) {
            ScreenText.lines(text).forEach(line -> out.show(StyledLine.of(line.value())));
        }
    }
}
