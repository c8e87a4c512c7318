package baton.cli.setup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import baton.engine.fact.SessionEvent.ContextText;
import baton.plan.Plan;
import baton.tool.Refused;
import baton.tool.Workspace;
import baton.tool.WorkspacePath;

/** Reads the documents that every agent is given: those the plan names, and the workspace's AGENTS.md. */
public final class ContextTexts {
    private static final String STANDING_ORDERS = "AGENTS.md";
    private static final int BYTES_MAX = 64 * 1024;
    private static final int DOCUMENTS_MAX = 40;

    private final Workspace workspace;
    private final UnaryOperator<String> redact;

    public ContextTexts(Workspace workspace, UnaryOperator<String> redact) {
        this.workspace = workspace;
        this.redact = redact;
    }

    /** Absent documents are named as absent, so that an agent need not look for them. */
    public List<ContextText> of(Plan plan) {
        var texts = new ArrayList<ContextText>();
        read(STANDING_ORDERS).filter(ContextText::present).ifPresent(texts::add);
        plan.context().stream().map(document -> document.path()).distinct()
                .filter(path -> !path.equals(STANDING_ORDERS)).limit(DOCUMENTS_MAX)
                .forEach(path -> read(path).ifPresent(texts::add));
        return texts;
    }

    private Optional<ContextText> read(String path) {
        try {
            var file = workspace.read(WorkspacePath.parse(path), BYTES_MAX);
            String text = redact.apply(new String(file.bytes(), StandardCharsets.UTF_8));
            return Optional.of(new ContextText(path, List.of(), text, true, file.size() - file.bytes().length));
        } catch (IOException | Refused notThere) {
            return Optional.of(new ContextText(path, List.of(), "", false, 0));
        }
    }
}
