package baton.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import baton.plan.Place;
import baton.reading.Findings.FoundAgent;
import baton.reading.SiblingGroup.Sibling;

/**
 * Agents whom no word gives away: groups of entries with names, of which everything else in the document says that they are the
 * team.
 *
 * <p>
 * The group for which most speaks is taken, and any other for which enough does. Where agents are known already, a group joins
 * only if it names some of them too, or if much speaks for it.
 */
final class TeamInference implements Recogniser {

    private static final double HALF = 0.5;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        var places = NamePlaces.of(document, findings);
        for (SiblingGroup group : SiblingGroups.of(document)) {
            if (isOpen(group, claims, findings, document) && isTeam(group, document, places, findings)) {
                take(group, document, claims, findings);
            }
        }
    }

    private static boolean isOpen(SiblingGroup group, Claims claims, Findings findings, MarkdownDocument document) {
        Set<Topic> topics = group.topics();
        return group.members().stream().noneMatch(member -> !isKnown(member, findings)
                && findings.isOwn(document.file(), member.line()))
                && topics.stream().allMatch(topic -> topic == Topic.TASKS || topic == Topic.FIRST_ACTIONS);
    }

    private static boolean isTeam(SiblingGroup group, MarkdownDocument document, NamePlaces places, Findings findings) {
        var evidence = TeamEvidence.of(group, document, places);
        double known = group.share(member -> isKnown(member, findings));
        if (known == 1) {
            return false;
        }
        int needed = findings.agents.isEmpty() ? TeamEvidence.ENOUGH
                : known >= HALF ? TeamEvidence.ENOUGH - 3 : TeamEvidence.ENOUGH + 2;
        return evidence.weight() >= needed;
    }

    private static boolean isKnown(Sibling member, Findings findings) {
        String key = NameIndex.key(member.name().written());
        return findings.agents.stream().anyMatch(agent -> NameIndex.key(agent.name.written()).equals(key)
                || agent.aliases.stream().anyMatch(alias -> NameIndex.key(alias).equals(key)));
    }

    private static void take(SiblingGroup group, MarkdownDocument document, Claims claims, Findings findings) {
        Set<String> shared = group.sharedWords();
        var work = new EntryWork(group, document.file(), findings);
        for (Sibling member : group.members()) {
            if (isKnown(member, findings)) {
                continue;
            }
            var agent = new FoundAgent(member.name(), new Place(document.file(), member.line()));
            agent.role = member.name().role();
            Optional.of(SiblingGroup.without(member.name().written(), shared))
                    .filter(brief -> !brief.equals(member.name().written())).ifPresent(agent.aliases::add);
            findings.agents.add(agent);
            work.read(member, agent);
            claims.take(member.line(), member.line());
        }
        group.titles().stream().limit(1).forEach(title -> claims.take(title.line(), title.line()));
    }

    /** For tests and for tuning: every group with what speaks for it. */
    static List<String> weighed(MarkdownDocument document, Findings findings) {
        var places = NamePlaces.of(document, findings);
        return SiblingGroups.of(document).stream().map(group -> group.line() + " " + group.form() + " "
                + group.members().stream().map(member -> member.name().written()).toList() + " " + group.topics() + " "
                + TeamEvidence.of(group, document, places) + " = "
                + TeamEvidence.of(group, document, places).weight()).toList();
    }
}
