package baton.reading.team;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Place;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Lead;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.OwnedIds;
import baton.reading.document.Passage;
import baton.reading.document.Topic;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.FirstWords;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.NameIndex;
import baton.reading.language.Signs;
import baton.reading.language.Words;

/**
 * Agents that a document names where it gives them work, without describing them: "Agent 2 (Backend) will:", "Data Agent:",
 * "{@code @Text-Agent}", "wall texts (Text-Agent)".
 */
public final class AgentMentionRecogniser implements Recogniser {

    private static final String DOES = "(?:" + Lexicon.WORDS.pattern("WILL") + "|" + Lexicon.WORDS.pattern("PRODUCES")
            + ")";
    private static final FirstWords DOING = new FirstWords(Stream.of("WILL", "PRODUCES")
            .flatMap(list -> Lexicon.WORDS.words(list).stream()).toList());
    private static final Pattern WILL = Pattern.compile("(?iu)(.{2,60}?)\\s+" + DOES + "\\s*:?");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{2,60})[)\\]]\\s*$");
    private static final Pattern OWNER = Pattern.compile("([^:]{2,30}):\\s+@?(.{2,60})");
    private static final Pattern NEEDS = Pattern.compile("(?iu)" + Lexicon.WORDS.pattern("DEPENDS") + "(?![\\p{L}])");
    private static final Pattern SEVERAL = Pattern.compile("(?i).*agents");
    private static final Pattern PREFIX = Pattern.compile("(.{2,60}?)\\s*(?::|\\s[–—-]|->|→)\\s+.{2,}");
    private static final Pattern MARKED = Pattern
            .compile("(?:^|[\\s→>(])@(\\p{L}[\\p{L}\\p{N}]*(?:[-_][\\p{L}\\p{N}]+)*)");
    private static final Pattern LABELLED = Pattern
            .compile("(?iu)" + Lexicon.WORDS.pattern("AGENT") + "\\s*:\\s+(.{2,40})");
    private static final Pattern NAME = Pattern.compile("(.{2,60}?)\\s*:?");

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        document.sections().filter(section -> section.level() > 0)
                .forEach(section -> title(section.rawTitle(), section.line(), document, findings));
        for (Passage passage : document.passages()) {
            switch (passage.block()) {
                case Block.Paragraph(var lines) -> {
                    for (Block.TextLine line : lines) {
                        Lead.of(line.raw(), line.line()).ifPresent(lead -> {
                            title(lead.title(), line.line(), document, findings);
                            if (lead.value().isEmpty() && passage.inFence()) {
                                whole(lead.title(), line.line(), document, findings);
                            }
                        });
                    }
                }
                case Block.Listing list -> {
                    if (passage.about(Topic.TASKS) || passage.about(Topic.FIRST_ACTIONS)) {
                        list.items().stream().filter(item -> OwnedIds.owner(item.raw()).isEmpty())
                                .forEach(item -> item(item, document, findings));
                    }
                }
                case Block.Fence fence when fence.isGantt() -> fence.lines().stream()
                        .filter(line -> line.raw().strip().startsWith("section ")).forEach(line -> whole(
                                line.raw().strip().substring("section ".length()), line.line(), document, findings));
                case Block.Fence fence -> fence.lines().stream().filter(line -> !line.raw().isBlank()).findFirst()
                        .filter(line -> line.raw().strip().startsWith("@"))
                        .ifPresent(line -> marked(line.raw(), line.line(), document, findings));
                case Block.Table _,Block.Aside _ -> {
                }
            }
        }
    }

    private static void title(String raw, int line, MarkdownDocument document, Findings findings) {
        String title = Words.title(raw);
        Matcher will = WILL.matcher(title);
        if (DOING.mayBeIn(title.toLowerCase(Locale.ROOT)) && will.matches()) {
            name(will.group(1), true, line, document, findings);
            return;
        }
        Matcher labelled = LABELLED.matcher(title);
        AgentName counted = AgentName.of(title);
        if (labelled.matches()) {
            described(labelled.group(1), line, document, findings);
        } else if (counted.aliases().stream().anyMatch(NameIndex::saysAgent)) {
            described(title, line, document, findings);
        }
        Matcher brackets = BRACKETS.matcher(title);
        Matcher owned = brackets.find() ? OWNER.matcher(brackets.group(1)) : OWNER.matcher("");
        brackets.reset();
        if (owned.matches() && Label.all(owned.group(1)).contains(Label.AGENT)) {
            name(owned.group(2), true, line, document, findings);
        } else if (brackets.find() && NameIndex.saysAgent(brackets.group(1))
                && !SEVERAL.matcher(brackets.group(1)).matches()
                && !AgentName.of(title).soundsLikeSomebody()) {
            name(brackets.group(1), false, line, document, findings);
        }
    }

    private static void described(String written, int line, MarkdownDocument document, Findings findings) {
        var agent = new FoundAgent(AgentName.of(written), new Place(document.file(), line));
        agent.mention = true;
        agent.role = agent.name.role();
        if (!agent.name.id().isEmpty() && !findings.isOwn(document.file(), line)) {
            findings.agents.add(agent);
        }
    }

    private static void whole(String title, int line, MarkdownDocument document, Findings findings) {
        Matcher name = NAME.matcher(title);
        if (name.matches() && NameIndex.saysAgent(title)) {
            name(name.group(1), false, line, document, findings);
        }
    }

    private static void item(Block.Item item, MarkdownDocument document, Findings findings) {
        String text = Words.plain(item.raw());
        Matcher prefix = PREFIX.matcher(text);
        boolean prefixed = Signs.anyBeforeBlank(text, ":–—->→") && prefix.matches();
        Matcher owner = prefixed ? BRACKETS.matcher(prefix.group(1)) : BRACKETS.matcher("");
        boolean owned = owner.find() && NameIndex.saysAgent(owner.group(1))
                && !NameIndex.saysAgent(prefix.group(1).substring(0, owner.start()));
        if (owned) {
            name(owner.group(1), false, item.line(), document, findings);
        } else if (prefixed && NameIndex.saysAgent(prefix.group(1))) {
            name(prefix.group(1), false, item.line(), document, findings);
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (Signs.any(text, "([") && brackets.find() && NameIndex.saysAgent(brackets.group(1))
                && !NEEDS.matcher(brackets.group(1)).lookingAt()) {
            name(brackets.group(1), false, item.line(), document, findings);
        }
        marked(text, item.line(), document, findings);
        item.subItems().forEach(inner -> item(inner, document, findings));
    }

    private static void marked(String text, int line, MarkdownDocument document, Findings findings) {
        Matcher marked = MARKED.matcher(text);
        while (marked.find()) {
            name(marked.group(1), true, line, document, findings);
        }
    }

    private static void name(String written, boolean sure, int line, MarkdownDocument document, Findings findings) {
        Optional<AgentName> name = AgentName.maybe(written);
        boolean counted = name.filter(found -> !found.aliases().isEmpty()).isPresent();
        if (name.isPresent() && (counted || NameIndex.saysAgent(written) || (sure && name.get().isIdentifier()))) {
            var agent = new FoundAgent(name.get(), new Place(document.file(), line));
            agent.mention = true;
            agent.role = name.get().role();
            findings.agents.add(agent);
        }
    }
}
