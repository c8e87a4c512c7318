package baton.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.Edit;
import baton.plan.LoadedPlan;
import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.TaskSpec;
import baton.reading.found.ReadingOptions;
import baton.reading.planfile.PlanTree;
import baton.reading.source.Read;
import baton.reading.source.SourceDocument;
import baton.reading.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * Edits that make one of several spellings, each proven by reading the documents as they would then be.
 *
 * <p>
 * A name of an agent becomes the one it was declared by where the plan stays the same but for its list of spellings; the id of a
 * task becomes the one it was declared by where nothing changes but what waits for it. Whatever changes more is left alone.
 */
public final class SafeEdits {

    private static final Pattern ID = Pattern
            .compile("(?<![\\p{L}\\p{N}/._-])\\p{L}{1,12}[-_ ]?\\d{1,6}(?![\\p{L}\\p{N}/_-]|\\.\\p{L})");
    private static final String MADE = "T-\\d+";
    /** Each proof is a reading or two; a document with more spellings than this needs its author. */
    private static final int PROOFS_MAX = 60;

    private final List<SourceDocument> documents;
    private final ReadingOptions options;
    private final Plan plan;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();
    private int proofs;

    private SafeEdits(List<SourceDocument> documents, ReadingOptions options) {
        this.documents = documents;
        this.options = options;
        this.plan = PlanReader.read(documents, options).plan();
        for (SourceDocument document : documents) {
            if (SourceText.decode(document.name(), document.bytes()) instanceof Read.Taken<SourceText>(var text, _)) {
                lines.putIfAbsent(document.name(), text.lines());
            }
        }
    }

    /** All that hold together; each replaces a whole line. */
    public static List<Edit> of(List<SourceDocument> documents, ReadingOptions options) {
        return new SafeEdits(documents, options).found();
    }

    private List<Edit> found() {
        List<Edit> kept = new ArrayList<>();
        for (AgentSpec agent : plan.agents()) {
            for (String spelling : spellings(agent)) {
                keep(kept, replacing(spelling, agent.name()), true);
            }
        }
        ids().forEach((written, id) -> keep(kept, replacing(written, id), false));
        return kept;
    }

    /** Names of several words; a single one may be a word like any other. */
    private static List<String> spellings(AgentSpec agent) {
        return agent.aliases().stream().filter(alias -> alias.matches("\\p{L}[\\p{L}&/-]*( [\\p{L}&/-]{2,})+"))
                .filter(alias -> !alias.equalsIgnoreCase(agent.name())).toList();
    }

    /** How ids of tasks are written elsewhere, in other letters, with other marks or zeros, and the one id it can be. */
    private SequencedMap<String, String> ids() {
        Map<String, Set<String>> byKey = new LinkedHashMap<>();
        Set<String> declared = new LinkedHashSet<>();
        plan.tasks().stream().map(TaskSpec::id).filter(id -> !id.matches(MADE) && ID.matcher(id).matches())
                .forEach(id -> {
                    declared.add(id);
                    byKey.computeIfAbsent(key(id), _ -> new LinkedHashSet<>()).add(id);
                });
        var found = new LinkedHashMap<String, String>();
        lines.values().forEach(all -> all.forEach(line -> {
            Matcher written = ID.matcher(line);
            while (written.find()) {
                Set<String> meant = byKey.getOrDefault(key(written.group()), Set.of());
                if (meant.size() == 1 && !declared.contains(written.group())) {
                    found.put(written.group(), meant.iterator().next());
                }
            }
        }));
        return found;
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "").replaceAll("(?<=\\D)0+(?=\\d)", "");
    }

    /** One edit for each line that says the words, whole, and not as part of what they become. */
    private List<Edit> replacing(String words, String by) {
        Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}/_-])" + Pattern.quote(words) + "(?![\\p{L}\\p{N}/_-])");
        List<Edit> edits = new ArrayList<>();
        lines.forEach((file, all) -> {
            for (int i = 0; i < all.size(); i++) {
                String line = all.get(i);
                if (whole.matcher(line).find() && !line.contains(by)) {
                    edits.add(new Edit(new Place(file, i + 1), line,
                            whole.matcher(line).replaceAll(Matcher.quoteReplacement(by))));
                }
            }
        });
        return edits;
    }

    /** Adds them where no line is edited twice and the documents then read as they did. */
    private void keep(List<Edit> kept, List<Edit> edits, boolean samePlan) {
        boolean apart = edits.stream()
                .noneMatch(edit -> kept.stream().anyMatch(other -> other.place().equals(edit.place())));
        if (edits.isEmpty() || !apart || proofs >= PROOFS_MAX) {
            return;
        }
        proofs++;
        List<Edit> all = new ArrayList<>(kept);
        all.addAll(edits);
        var before = mended(kept);
        var after = mended(all);
        boolean holds = samePlan
                ? core(before.plan(), false).equals(core(after.plan(), false))
                : core(before.plan(), true).equals(core(after.plan(), true))
                        && dangling(after) < dangling(before);
        if (holds) {
            kept.addAll(edits);
        }
    }

    private static long dangling(LoadedPlan loaded) {
        return loaded.problems().stream().filter(problem -> problem.code().startsWith("dangling-")).count();
    }

    private LoadedPlan mended(List<Edit> edits) {
        List<SourceDocument> changed = new ArrayList<>();
        for (SourceDocument document : documents) {
            List<String> text = lines.get(document.name());
            if (text == null) {
                changed.add(document);
                continue;
            }
            List<String> after = new ArrayList<>(text);
            edits.stream().filter(edit -> edit.place().file().equals(document.name()))
                    .forEach(edit -> after.set(edit.place().line() - 1, edit.after()));
            changed.add(new SourceDocument(document.name(),
                    (String.join("\n", after) + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        return PlanReader.read(changed, options);
    }

    /** Everything but spellings, and on request but what waits for what. */
    private static SequencedMap<String, Object> core(Plan plan, boolean withoutOrder) {
        SequencedMap<String, Object> tree = PlanTree.of(plan);
        without(tree.get("agents"), "aliases");
        if (withoutOrder) {
            without(tree.get("tasks"), "dependsOn");
            tree.remove("edges");
        }
        return tree;
    }

    private static void without(@Nullable Object elements, String key) {
        if (elements instanceof List<?> all) {
            all.forEach(element -> {
                if (element instanceof Map<?, ?> fields) {
                    fields.remove(key);
                }
            });
        }
    }
}
