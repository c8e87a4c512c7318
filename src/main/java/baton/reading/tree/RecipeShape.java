package baton.reading.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import baton.plan.Edge;
import baton.plan.Gate;
import baton.plan.PlanLint;
import baton.plan.TaskDraft;
import baton.reading.data.Yaml;
import baton.reading.data.YamlTexts;
import baton.reading.found.Findings;
import baton.reading.found.Findings.FoundAgent;
import baton.reading.found.Findings.FoundEdge;
import baton.reading.found.Findings.FoundTask;
import baton.reading.language.AgentName;
import baton.reading.language.Lexicon;
import baton.reading.language.TaskTitles;
import baton.reading.language.Words;

/**
 * goose's recipes: a recipe with sub-recipes is a plan in which each of them is an agent with one job, and the recipe's own
 * prompt is what the orchestrator does with their results. A recipe alone is one agent with one job.
 *
 * <p>
 * A file that another recipe names as its sub-recipe describes that job and is none of its own.
 */
final class RecipeShape implements TreeShape {

    private static final Pattern STEP = Pattern.compile("(?:^|\\s)\\d{1,2}[.)]\\s");
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{N}_-]+");

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+");
    private static final int COUNT_MAX = 12;
    private static final int TITLE_CHARS_MAX = 160;

    @Override
    public boolean fits(Yaml.Fields root) {
        TreeFields recipe = recipe(root);
        return recipe.has("title") && recipe.has("description") && recipe.hasAny("instructions", "prompt")
                && !recipe.hasAny("agents", "tasks");
    }

    /** Files of the desktop program wrap everything in one key. */
    private static TreeFields recipe(Yaml.Fields root) {
        var fields = new TreeFields(root);
        return fields.value("recipe").flatMap(TreeFields::of).orElse(fields);
    }

    @Override
    public void read(List<TreeDocument> documents, Findings findings) {
        List<TreeDocument> own = documents.stream()
                .filter(document -> documents.stream().noneMatch(other -> names(other, document))).toList();
        own.forEach(document -> recipe(document, documents, findings));
    }

    private static boolean names(TreeDocument main, TreeDocument document) {
        return !main.lastStep().equals(document.lastStep()) && recipe(main.root()).mappings("sub_recipes").stream()
                .anyMatch(sub -> isAt(sub.text("path"), document));
    }

    private static boolean isAt(String path, TreeDocument document) {
        return !path.isEmpty() && path.substring(path.lastIndexOf('/') + 1).equals(document.lastStep());
    }

    private static void recipe(TreeDocument document, List<TreeDocument> all, Findings findings) {
        TreeFields recipe = recipe(document.root());
        findings.draft.name = findings.draft.name.isBlank() ? recipe.text("title") : findings.draft.name;
        findings.draft.goal = findings.draft.goal.isBlank() ? recipe.text("description") : findings.draft.goal;
        List<String> results = new ArrayList<>();
        for (TreeFields sub : recipe.mappings("sub_recipes")) {
            Optional<TreeDocument> file = all.stream().filter(other -> isAt(sub.text("path"), other)).findFirst();
            results.add(subRecipe(sub, file, document, findings));
        }
        List<TreeStep> steps = steps(recipe.text("prompt"), results);
        if (!steps.isEmpty()) {
            steps(steps, document, recipe, findings);
            asked(recipe, document, findings);
            return;
        }
        TaskDraft draft;
        if (results.isEmpty()) {
            AgentName name = new AgentName(Words.slug(recipe.text("title")), recipe.text("title"), List.of(), "");
            draft = described(recipe, name.id(), document, findings);
            findings.agents.add(agent(name, recipe, document));
        } else {
            draft = described(recipe, PlanLint.ORCHESTRATOR, document, findings);
        }
        findings.tasks.add(new FoundTask(draft, results, "recipe"));
        order(recipe.text("prompt") + "\n" + recipe.text("instructions"), results, draft, findings);
        asked(recipe, document, findings);
    }

    /** One counted step of a prompt, with the recipes that it calls. */
    private record TreeStep(String text, List<String> called) {}

    /** The counted steps, where at least two of them call recipes and together they call all. */
    private static List<TreeStep> steps(String prompt, List<String> names) {
        List<TreeStep> steps = STEP.splitAsStream(prompt).skip(1).map(String::strip).filter(text -> !text.isEmpty())
                .map(text -> new TreeStep(text, names.stream().filter(name -> !name.isEmpty()
                        && WORD.splitAsStream(text).anyMatch(name::equals)).toList()))
                .toList();
        boolean all = names.stream().allMatch(name -> steps.stream().anyMatch(step -> step.called.contains(name)));
        return !names.isEmpty() && all && steps.stream().filter(step -> !step.called.isEmpty()).count() > 1
                ? steps
                : List.of();
    }

    /** Each step comes after the one before; what calls no recipe is the orchestrator's own. */
    private static void steps(List<TreeStep> steps, TreeDocument document, TreeFields recipe, Findings findings) {
        TaskDraft whole = described(recipe, PlanLint.ORCHESTRATOR, document, findings);
        List<String> before = List.of();
        List<String> seen = new ArrayList<>();
        for (TreeStep step : steps) {
            List<String> fresh = new ArrayList<>(step.called);
            fresh.removeAll(seen);
            if (step.called.isEmpty()) {
                var draft = new TaskDraft("", TaskTitles.of(Words.plain(SENTENCE.split(step.text, 2)[0])),
                        PlanLint.ORCHESTRATOR);
                draft.place = whole.place;
                draft.contract.addAll(whole.contract);
                findings.tasks.add(new FoundTask(draft, before, "recipe"));
                fresh.add(draft.title);
            }
            for (String from : all(step.text, seen) ? seen : before) {
                fresh.forEach(to -> findings.edges.add(new FoundEdge(from, to, "", Edge.Source.YAML, whole.place)));
            }
            seen.addAll(fresh);
            before = fresh.isEmpty() ? before : List.copyOf(fresh);
        }
    }

    /** "When both are finished": what has been called until then. */
    private static boolean all(String text, List<String> seen) {
        Set<String> words = new TreeSet<>(Lexicon.WORDS.words("EVERYBODY"));
        if (seen.size() > 1 && seen.size() <= COUNT_MAX) {
            words.addAll(Lexicon.WORDS.words("COUNT_" + seen.size()));
        }
        return WORD.splitAsStream(text).map(Words::key).filter(word -> !word.isBlank()).anyMatch(words::contains);
    }

    /** Counted steps of the prompt that name recipes: each step comes after the one before. */
    private static void order(String prompt, List<String> names, TaskDraft main, Findings findings) {
        List<String> before = List.of();
        List<String> seen = new ArrayList<>();
        for (String line : STEP.splitAsStream(prompt).skip(1).toList()) {
            List<String> called = names.stream().filter(name -> WORD.splitAsStream(line).anyMatch(name::equals))
                    .filter(name -> !name.isEmpty()).toList();
            List<String> fresh = new ArrayList<>(called);
            fresh.removeAll(seen);
            seen.addAll(fresh);
            for (String from : before) {
                fresh.forEach(to -> findings.edges
                        .add(new FoundEdge(from, to, "", Edge.Source.YAML, main.place)));
            }
            before = fresh.isEmpty() ? before : List.copyOf(fresh);
        }
    }

    private static String subRecipe(TreeFields sub, Optional<TreeDocument> file, TreeDocument main,
            Findings findings) {
        String key = sub.text("name");
        var name = new AgentName(key, key, List.of(), sub.text("description"));
        TreeFields described = file.map(document -> recipe(document.root())).orElse(sub);
        findings.agents.add(agent(name, described, main));
        var draft = described(described, key, file.orElse(main), findings);
        draft.id = key;
        draft.title = draft.title.isEmpty() ? key : draft.title;
        draft.place = main.at(sub.line());
        sub.value("values").flatMap(TreeFields::of).ifPresent(values -> values.fields().fields()
                .forEach(value -> draft.contract.add(value.key() + ": " + YamlTexts.inline(value.value()))));
        if (file.isEmpty()) {
            Stream.of(sub.text("path")).filter(path -> !path.isEmpty()).forEach(draft.inputs::add);
        }
        findings.tasks.add(new FoundTask(draft, List.of(), "recipe"));
        return key;
    }

    private static FoundAgent agent(AgentName name, TreeFields recipe, TreeDocument document) {
        var agent = new FoundAgent(name, document.at(recipe.line()));
        agent.role = recipe.text("description");
        recipe.mappings("extensions").forEach(extension -> {
            List<String> tools = extension.texts("available_tools");
            agent.tools.addAll(tools.isEmpty() ? extension.texts("name") : tools);
        });
        return agent;
    }

    /** The job of a recipe: its prompt, else what it is for; its instructions are what is demanded. */
    private static TaskDraft described(TreeFields recipe, String agent, TreeDocument document, Findings findings) {
        String prompt = recipe.text("prompt");
        boolean shortEnough = !prompt.isEmpty() && prompt.length() <= TITLE_CHARS_MAX;
        String title = shortEnough ? prompt : recipe.text("description", "title");
        var draft = new TaskDraft("", title, agent);
        draft.place = document.at(recipe.line());
        Stream.of(shortEnough ? "" : prompt, recipe.text("instructions")).filter(text -> !text.isEmpty())
                .forEach(draft.contract::add);
        recipe.value("response").flatMap(TreeFields::of)
                .ifPresent(response -> draft.returns.add("JSON: " + response.text("json_schema")));
        recipe.value("retry").flatMap(TreeFields::of).map(retry -> checks(retry)).filter(list -> !list.isEmpty())
                .ifPresent(checks -> findings.draft.gates
                        .add(new Gate(recipe.text("title"), Gate.Scope.RUN, "", checks, draft.place)));
        return draft;
    }

    private static List<Gate.Check> checks(TreeFields retry) {
        return retry.mappings("checks").stream().map(check -> check.text("command")).filter(text -> !text.isEmpty())
                .map(command -> new Gate.Check(command, command, "")).toList();
    }

    private static void asked(TreeFields recipe, TreeDocument document, Findings findings) {
        recipe.mappings("parameters").stream().filter(one -> !one.has("default")).forEach(parameter -> findings.warn(
                "variable-open", document.at(parameter.line()),
                "nobody fills in {{ " + parameter.text("key") + " }} (" + parameter.text("description") + ")",
                "Write the value into the file, or say it to the agents."));
    }
}
