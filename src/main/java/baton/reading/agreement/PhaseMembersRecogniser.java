package baton.reading.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Phase;
import baton.plan.Place;
import baton.plan.TaskDraft;
import baton.reading.document.Block;
import baton.reading.document.Claims;
import baton.reading.document.Entry;
import baton.reading.document.MarkdownDocument;
import baton.reading.document.Passage;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundPhase;
import baton.reading.found.Recogniser;
import baton.reading.language.Period;
import baton.reading.language.Words;

/** Phases that only list their tasks, which stand elsewhere: "Stage 1: groundwork – K1, K2, K3", one in each line or row. */
public final class PhaseMembersRecogniser implements Recogniser {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[,;+&/·]|\\s(?:and|und|et|y|e|en|i|и)\\s)\\s*");
    private static final Pattern RANGE = Pattern.compile("(\\p{L}*-?)(\\d{1,4})\\s*(?:[-–—]|\\.\\.)\\s*\\1?(\\d{1,4})");
    private static final int RANGE_MAX = 60;

    @Override
    public void recognise(MarkdownDocument document, Claims claims, Findings findings) {
        Map<String, TaskDraft> byId = new LinkedHashMap<>();
        findings.tasks.forEach(task -> byId.putIfAbsent(task.draft().id, task.draft()));
        byId.remove("");
        for (Passage passage : byId.isEmpty() ? List.<Passage>of() : document.passages()) {
            boolean listed = passage.block() instanceof Block.Listing || passage.block() instanceof Block.Table;
            List<Entry> entries = listed && !claims.isTaken(passage.line()) ? Entry.of(passage.block()) : List.of();
            List<List<TaskDraft>> members = entries.stream().map(entry -> members(entry, byId)).toList();
            if (!entries.isEmpty() && members.stream().noneMatch(List::isEmpty)) {
                for (int i = 0; i < entries.size(); i++) {
                    add(entries.get(i), members.get(i), document, findings);
                }
                passage.claim(claims);
            }
        }
    }

    /** The tasks that a line lists behind the name of a time; nothing where it says anything else. */
    private static List<TaskDraft> members(Entry entry, Map<String, TaskDraft> byId) {
        String value = entry.value().replaceFirst("[.]$", "");
        if (Period.ofTitle(entry.label()).isEmpty() || value.isBlank()) {
            return List.of();
        }
        List<TaskDraft> members = new ArrayList<>();
        for (String part : BETWEEN.split(value, -1)) {
            List<String> ids = ids(part.strip());
            if (!ids.stream().allMatch(byId::containsKey)) {
                return List.of();
            }
            ids.forEach(id -> members.add(byId.get(id)));
        }
        return members;
    }

    /** One id, or those of a range such as "K1–K3". */
    private static List<String> ids(String part) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            return List.of(part.replaceFirst("^#", ""));
        }
        List<String> ids = new ArrayList<>();
        int last = Integer.parseInt(range.group(3));
        for (int i = Integer.parseInt(range.group(2)); i <= last && ids.size() < RANGE_MAX; i++) {
            ids.add(range.group(1) + i);
        }
        return ids;
    }

    private static void add(Entry entry, List<TaskDraft> members, MarkdownDocument document, Findings findings) {
        Optional<Period> period = Period.ofTitle(entry.label());
        String id = period.map(Period::id).orElse(Words.slug(entry.label()));
        var mode = Period.isSequential(Words.key(entry.label())) ? Phase.Mode.SEQUENTIAL : Phase.Mode.PARALLEL;
        var place = new Place(document.file(), entry.line());
        if (!findings.hasPhase(id)) {
            findings.phases.add(new FoundPhase(new Phase(id, entry.label(), mode, List.of(), false, place),
                    entry.lastLine(), 0, period.flatMap(Period::days), List.of(), List.of()));
        }
        members.stream().filter(task -> task.phase.isEmpty()).forEach(task -> task.phase = id);
    }
}
