package baton.reading.tree;

import baton.reading.data.Yaml;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Recogniser;

/**
 * A fence that lists the team below a word for one, while the work stands elsewhere in the document.
 *
 * <p>
 * Fences that hold a whole plan, and those of templates, are left to {@link YamlFenceRecogniser}.
 */
public final class FenceTeamRecogniser implements Recogniser {

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        for (Passage passage : document.passages()) {
            if (!passage.inFence() && passage.block() instanceof Block.Fence fence && !claims.isTaken(fence.line())
                    && YamlFenceRecogniser.isYaml(fence) && !passage.within(Topic.TEMPLATES)) {
                YamlFenceRecogniser.tree(fence, document).filter(Yaml.Fields.class::isInstance)
                        .map(Yaml.Fields.class::cast).filter(root -> OwnShape.find(root).isEmpty())
                        .map(TreeTeam::called).filter(team -> team.agents() > 1).ifPresent(team -> {
                            team.describe(document.file(), findings);
                            passage.claim(claims);
                        });
            }
        }
    }
}
