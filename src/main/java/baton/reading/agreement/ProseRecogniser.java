package baton.reading.agreement;

import java.util.EnumSet;
import java.util.Set;

import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;

/**
 * What is no instruction: code that illustrates, lists that tell about the subject, and timelines that repeat the phases.
 *
 * <p>
 * Runs last, so that it only gets what nobody else understood.
 */
public final class ProseRecogniser implements Recogniser {

    private static final Set<String> TEXTS = Set.of("", "text", "txt", "plain", "plaintext", "yaml", "yml", "mermaid");
    private static final Set<Topic> TOLD = EnumSet.of(Topic.PROSE, Topic.TIMELINE, Topic.HANDOFF, Topic.GROUND_RULES);

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            boolean told = passage.topics().stream().anyMatch(TOLD::contains) || passage.section().level() == 0
                    || passage.within(Topic.PROSE);
            boolean understood = switch (passage.block()) {
                case Block.Fence fence -> !TEXTS.contains(fence.info()) || told;
                case Block.Listing _,Block.Table _ -> told;
                case Block.Paragraph _,Block.Aside _ -> false;
            };
            if (understood) {
                claims.take(passage.block());
            }
        }
    }
}
