package baton.reading.agreement;

import java.util.Optional;
import java.util.Set;

import baton.plan.AgentCommand;
import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;
import baton.reading.found.Roster;

/** Commands in a fence of shell lines, each under a comment that names its agent, or below a title about commands. */
public final class CommandRecogniser implements Recogniser {

    private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "console", "");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Fence fence && SHELLS.contains(fence.info())
                    && !claims.isTaken(fence.line())) {
                boolean named = fence.lines().stream()
                        .anyMatch(line -> agent(line.raw(), findings.roster).isPresent());
                if (named || passage.about(Topic.COMMANDS)) {
                    take(passage, fence, findings);
                    passage.claim(claims);
                }
            }
        }
    }

    private static void take(Passage passage, Block.Fence fence, Findings findings) {
        String agent = passage.titles().findFirst().flatMap(title -> findings.roster.said(title.text())).orElse("");
        for (Block.TextLine line : fence.lines()) {
            String text = line.raw().strip();
            Optional<String> named = agent(text, findings.roster);
            if (named.isPresent()) {
                agent = named.get();
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                findings.draft.commands.add(new AgentCommand(agent, text.replaceFirst("^\\$\\s+", ""),
                        new Place(passage.document().file(), line.line())));
            }
        }
    }

    private static Optional<String> agent(String raw, Roster roster) {
        String text = raw.strip();
        return text.startsWith("#") ? roster.said(text.replaceFirst("^#+\\s*", "")) : Optional.empty();
    }
}
