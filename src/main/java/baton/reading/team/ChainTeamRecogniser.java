package baton.reading.team;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Chains;
import baton.reading.document.Claims;
import baton.reading.document.MarkdownDocument;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundTask;
import baton.reading.found.Recogniser;
import baton.reading.language.AgentName;
import baton.reading.language.Paths;
import baton.reading.language.Words;

/**
 * A chain of arrows between names, with a line for each that says what it does: "a → b → (c, d)", "a: finds five facts".
 *
 * <p>
 * The chain alone is a drawing of anything; only the lines about its names make it a team. A document whose agents are found
 * in another way is left alone.
 */
public final class ChainTeamRecogniser implements Recogniser {

    private static final Pattern BESIDE = Pattern.compile("\\s*(?:\\|\\|?|&&?|∥|\\+|,|、|\\band\\b)\\s*");
    private static final Pattern DOES = Pattern.compile("[*`_]*([^:：*`]{2,40}?)[*`_]*\\s*[:：][*_]*\\s*(\\S.*)");
    private static final int STEPS_MIN = 3;
    private static final int WORDS_MAX = 4;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        if (!findings.agents.isEmpty()) {
            return;
        }
        List<Block.TextLine> lines = document.sections()
                .flatMap(section -> Chains.lines(section.blocks())).toList();
        Optional<Block.TextLine> chain = lines.stream().filter(line -> names(line.raw()).size() >= STEPS_MIN)
                .findFirst();
        if (chain.isEmpty()) {
            return;
        }
        List<String> names = names(chain.get().raw());
        Map<String, Block.TextLine> told = new LinkedHashMap<>();
        for (Block.TextLine line : lines) {
            Matcher does = DOES.matcher(line.raw().strip());
            if (does.matches()) {
                names.stream().filter(name -> Words.key(name).equals(Words.key(does.group(1)))).findFirst()
                        .ifPresent(name -> told.putIfAbsent(name, line));
            }
        }
        if (told.size() * 3 >= names.size() * 2) {
            for (String name : names) {
                var line = told.get(name);
                if (line != null) {
                    add(name, line, document, claims, findings);
                }
            }
        }
    }

    private static void add(String name, Block.TextLine line, MarkdownDocument document, Claims claims,
            Findings findings) {
        var place = new Place(document.file(), line.line());
        findings.agents.add(new FoundAgent(AgentName.of(name), place));
        Matcher does = DOES.matcher(line.raw().strip());
        if (does.matches()) {
            var draft = new TaskDraft("", Words.plain(does.group(2)), name);
            draft.place = place;
            draft.outputs.addAll(Paths.in(does.group(2)));
            findings.tasks.add(new FoundTask(draft, List.of(), "chain"));
            claims.take(line.line(), line.line());
        }
    }

    /** The names of a chain; none where anything in it is longer than a name. */
    private static List<String> names(String raw) {
        if (!Chains.ARROW.matcher(raw).find()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String step : Chains.ARROW.split(raw.replace("`", "").strip().replaceFirst("[.;]$", ""), -1)) {
            String bare = step.strip().replaceAll("^[(\\[{]+|[)\\]}]+$", "");
            for (String name : BESIDE.split(bare, -1)) {
                String plain = Words.plain(name);
                if (plain.isBlank() || Words.count(plain) > WORDS_MAX) {
                    return List.of();
                }
                names.add(plain);
            }
        }
        return names.stream().distinct().toList();
    }
}
