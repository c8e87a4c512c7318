package baton.reading.team;

import baton.plan.Place;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.NameIndex;

/**
 * Agents of a letter, of minutes or of notes, where nothing but the sentences names them; {@link ToldTeam} weighs them.
 *
 * <p>
 * It comes last: where anything else names a team, that is the team.
 */
public final class ToldTeamRecogniser implements Recogniser {

    private static final int NAMES_MIN = 2;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        long known = findings.agents.stream().map(agent -> NameIndex.key(agent.name.written())).distinct().count();
        if (known >= NAMES_MIN) {
            return;
        }
        ToldTeam.of(document).forEach(member -> {
            var agent = new FoundAgent(AgentName.of(member.written()), new Place(document.file(), member.line()));
            agent.mention = true;
            agent.aliases.addAll(member.aliases());
            findings.agents.add(agent);
            findings.told.add(document.file());
            if (member.person()) {
                findings.people.add(NameIndex.key(member.written()));
            }
        });
    }
}
