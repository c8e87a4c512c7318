package baton.reading.tree;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Phase;
import baton.reading.data.Yaml;
import baton.reading.document.Topic;
import baton.reading.language.EastAsian;
import baton.reading.language.Label;
import baton.reading.language.Lexicon;
import baton.reading.language.Words;

/**
 * The jobs in a tree of no known program, found by their shape: siblings that say what is done and who does it, what comes
 * first, or both, however deep they stand in stages and steps.
 */
final class TreeWork {

    private static final int DEPTH_MAX = 8;
    private static final int UNSPACED_CHARS_MIN = 4;
    private static final List<Pattern> GIVEN = List.of(
            Pattern.compile("@?(?<who>[^:]{1,60}?)\\s*(?::|->|→)\\s+(?<what>.+)"),
            Pattern.compile("(?<what>.+?)\\s*[(\\[]\\s*@?(?<who>[^()\\[\\]]+?)\\s*[)\\]]"),
            Pattern.compile("@(?<who>\\S+)\\s+(?<what>.+)"),
            Pattern.compile("(?<what>.+?)\\s+(?:@|[–—-]\\s+@?|(?:->|→)\\s*@?)(?<who>[^@]{1,60})"));

    /**
     * One job as it stands.
     *
     * @param agent
     *            who does it, as written, by the job itself or by what it stands in; empty where nobody is named
     * @param called
     *            true where it stands below a word for work
     * @param needs
     *            what the stages around it wait for
     */
    record Job(TreeEntry entry, String agent, String title, Optional<Stage> stage, List<String> needs, boolean called) {

        /** True where it is called work, says what is to be done, or has an order or a result: more than an owner. */
        boolean isWork() {
            return called || entry.has(key -> TreeKeys.isAfter(key) || TreeKeys.isBefore(key)
                    || TreeKeys.isCriteria(key) || Lexicon.WORDS.words("TREE_ORDER").contains(TreeKeys.of(key))
                    || Label.of(TreeKeys.of(key)).filter(Label.OUTPUT::equals).isPresent());
        }
    }

    /** How many say more than an owner, or hold a field, whatever it is called, with nothing but what other jobs are called. */
    long meant() {
        Set<String> names = new HashSet<>(jobs.stream().map(job -> Words.key(job.entry().name())).toList());
        names.remove("");
        return jobs.stream().filter(job -> job.isWork() || job.entry().fields().stream()
                .map(field -> TreeEntry.names(field.value()).stream().map(Words::key).toList())
                .anyMatch(said -> !said.isEmpty() && names.containsAll(said)
                        && !said.contains(Words.key(job.entry().name()))))
                .count();
    }

    /** A group of jobs with a name. */
    record Stage(String id, String name, TreeEntry entry, Phase.Mode mode, int lastLine) {}

    /** What the things around say for those inside. */
    private record Around(String agent, Optional<Stage> stage, List<String> needs, boolean work, boolean called) {
        Around outside() {
            return new Around(agent, stage, needs, false, called);
        }

        Around by(String who) {
            return new Around(who, stage, needs, true, called);
        }
    }

    final List<Job> jobs = new ArrayList<>();
    final List<Stage> stages = new ArrayList<>();
    /** What stands beside the work and the team, for those who read it by its key. */
    final List<Yaml.Field> beside = new ArrayList<>();
    private final TreeTeam team;
    private int looking;

    private TreeWork(TreeTeam team) {
        this.team = team;
    }

    static TreeWork in(Yaml.Fields root, TreeTeam team) {
        var work = new TreeWork(team);
        var nothing = new Around("", Optional.empty(), List.of(), false, false);
        root.fields().forEach(field -> work.visit(field, nothing, 0));
        team.members().forEach(member -> work.own(member, nothing, TreeKeys::isWork));
        if (work.jobs.isEmpty()) {
            team.members().forEach(member -> work.own(member, nothing,
                    key -> Lexicon.WORDS.words("TREE_ORDER").contains(TreeKeys.of(key))));
        }
        if (work.jobs.isEmpty() && team.members().stream().anyMatch(member -> member.has(TreeKeys::isAfter))) {
            team.members().forEach(member -> work.self(member, nothing));
        }
        return work;
    }

    /** What somebody of the team is given where he is described. */
    private void own(TreeEntry member, Around around, Predicate<String> given) {
        List<String> needs = member.fields().stream().filter(field -> TreeKeys.isAfter(field.key()))
                .flatMap(field -> TreeJobs.waited(field.value()).stream()).toList();
        team.meant(member.name()).ifPresent(name -> member.fields().stream()
                .filter(field -> given.test(field.key()) && !TreeEntry.of(field.value()).isEmpty())
                .forEach(field -> visit(field, new Around(name, around.stage, needs, true, true), 1)));
    }

    /** Somebody who is told what to do and after whom, or what comes of it, is a job himself. */
    private void self(TreeEntry member, Around around) {
        String title = member.best("TREE_ORDER");
        boolean ordered = member.has(key -> TreeKeys.isAfter(key)
                || Label.of(TreeKeys.of(key)).filter(Label.OUTPUT::equals).isPresent());
        team.meant(member.name()).filter(_ -> ordered)
                .ifPresent(name -> add(member, new Around(name, around.stage, List.of(), true, true), title));
    }

    private void visit(Yaml.Field field, Around around, int depth) {
        if (depth > DEPTH_MAX || team.isPlace(field.value())) {
            return;
        }
        boolean work = around.work || TreeKeys.isWork(field.key());
        List<TreeEntry> entries = TreeEntry.of(field.value());
        if (isWork(entries, work, !around.agent.isEmpty())) {
            var inside = new Around(around.agent, around.stage, around.needs, true, around.called || work);
            entries.forEach(entry -> entry(entry, inside, depth));
        } else if (field.value() instanceof Yaml.Fields(var inner, _, _) && !isAbout(field, inner)) {
            inner.forEach(one -> visit(one, around.outside(), depth + 1));
        } else if (depth <= 1) {
            beside.add(field);
        }
    }

    /** Settings, gates and the like are read whole, by their key. */
    private static boolean isAbout(Yaml.Field field, List<Yaml.Field> inner) {
        boolean parts = inner.stream().anyMatch(one -> !TreeEntry.of(one.value()).isEmpty()
                && (TreeKeys.isWork(one.key()) || TreeKeys.isTeam(one.key()) || one.value() instanceof Yaml.Fields));
        boolean topic = !Topic.in(TreeKeys.of(field.key())).isEmpty() && !TreeKeys.isWork(field.key());
        return !parts || topic;
    }

    /** Looks into what the entries hold, and no deeper than plans go: a hostile tree must not take time without end. */
    private boolean isWork(List<TreeEntry> entries, boolean work, boolean owned) {
        looking++;
        boolean found = looking <= DEPTH_MAX && holdsWork(entries, work, owned);
        looking--;
        return found;
    }

    private boolean holdsWork(List<TreeEntry> entries, boolean work, boolean owned) {
        boolean grouped = entries.stream().anyMatch(entry -> !entry.key().isEmpty()
                && !TreeEntry.of(entry.value()).isEmpty()
                && (TreeKeys.isTeam(entry.key())
                        || (TreeKeys.isWork(entry.key()) && entry.value() instanceof Yaml.Items)));
        long fitting = entries.stream().filter(entry -> isJob(entry, work, owned) || isStage(entry, work)).count();
        return !grouped && !entries.isEmpty() && fitting * 2 > entries.size();
    }

    private boolean isJob(TreeEntry entry, boolean work, boolean owned) {
        return switch (entry.value()) {
            case Yaml.Fields _ -> isGiven(entry)
                    ? !title(entry).isEmpty()
                    : work && (entry.has(TreeKeys::isAfter) || owned || hasTitle(entry))
                            && !title(entry).isEmpty();
            case Yaml.Scalar text -> !TreeEntry.isNothing(text)
                    && ((team.meant(entry.key()).isPresent() && isWords(text))
                            || (work && entry.key().isEmpty() && (owned || given(text).isPresent())));
            case Yaml.Items(var items, _, _) -> team.meant(entry.key()).isPresent()
                    && items.stream().allMatch(item -> item instanceof Yaml.Scalar || item instanceof Yaml.Fields);
        };
    }

    /** Figures and times behind a name are no job. */
    private static boolean isWords(Yaml.Scalar text) {
        return TreeEntry.line(text).codePoints().filter(Character::isLetter).limit(2).count() > 1;
    }

    /** Several words say what is done; some scripts have no blanks between them. */
    static boolean isSaid(String text) {
        return Words.count(text) > 1 || (EastAsian.isIn(text) && text.length() >= UNSPACED_CHARS_MIN);
    }

    private static boolean hasTitle(TreeEntry entry) {
        return entry.bests("TREE_DO").anyMatch(TreeWork::isSaid);
    }

    /** True where an entry says who does it: by a word for that, or because only a name of the team stands there. */
    private boolean isGiven(TreeEntry entry) {
        return !who(entry).isEmpty();
    }

    private String who(TreeEntry entry) {
        List<String> named = entry.fields().stream().filter(field -> TreeKeys.isWho(field.key()))
                .flatMap(field -> TreeEntry.names(field.value()).stream()).filter(TreeTeam::isName).toList();
        Optional<String> known = named.stream()
                .filter(name -> team.meant(name).isPresent() || team.isHumanName(name)).findFirst();
        return known.or(() -> referred(entry)).or(() -> named.stream().findFirst()).orElse("");
    }

    /** A field of whatever name that holds nothing but a name of the team. */
    private Optional<String> referred(TreeEntry entry) {
        return entry.fields().stream().filter(field -> field.value() instanceof Yaml.Scalar)
                .filter(field -> TreeKeys.rank("TREE_NAME", field.key()) == Integer.MAX_VALUE
                        && !TreeKeys.isAfter(field.key()) && !TreeKeys.isBefore(field.key()))
                .map(field -> TreeEntry.line(field.value())).filter(text -> team.meant(text).isPresent()).findFirst();
    }

    private boolean isStage(TreeEntry entry, boolean work) {
        if (entry.value() instanceof Yaml.Fields(var fields, _, _)) {
            return fields.stream().anyMatch(field -> isNested(entry, field))
                    || (work && !isGiven(entry) && fields.stream().anyMatch(this::isHanded))
                    || (work && !isGiven(entry) && fields.stream()
                            .allMatch(field -> field.value() instanceof Yaml.Fields
                                    || team.meant(field.key()).isPresent())
                            && isWork(TreeEntry.of(entry.value()), false, false));
        }
        return work && !entry.key().isEmpty() && team.meant(entry.key()).isEmpty()
                && entry.value() instanceof Yaml.Items && isWork(TreeEntry.of(entry.value()), true, false);
    }

    /** "cook: boil the eggs" inside a stage. */
    private boolean isHanded(Yaml.Field field) {
        return team.meant(field.key()).isPresent() && !TreeEntry.isNothing(field.value());
    }

    /** The jobs inside a stage; plain steps inside a job that has an owner are how it is done. */
    private boolean isNested(TreeEntry entry, Yaml.Field field) {
        List<TreeEntry> inner = TreeEntry.of(field.value());
        boolean told = inner.stream().allMatch(one -> one.key().isEmpty() && one.isText());
        boolean job = isGiven(entry) && told && !title(entry).isEmpty()
                && Lexicon.WORDS.words("TREE_STEPS").contains(TreeKeys.of(field.key()));
        return !inner.isEmpty() && !job && !TreeKeys.isAfter(field.key()) && !TreeKeys.isBefore(field.key())
                && !TreeKeys.isCriteria(field.key())
                && isWork(inner, TreeKeys.isWork(field.key()), TreeKeys.isWork(field.key()) && isGiven(entry));
    }

    private void entry(TreeEntry entry, Around around, int depth) {
        Optional<String> member = entry.key().isEmpty() ? Optional.empty() : team.meant(entry.key());
        if (member.isPresent()) {
            var his = new Around(member.get(), around.stage, around.needs, true, true);
            if (entry.isText()) {
                add(entry, his, TreeEntry.line(entry.value()));
            } else if (entry.value() instanceof Yaml.Items || isStage(entry, true)) {
                visit(new Yaml.Field("", entry.line(), entry.value()), his, depth + 1);
            } else {
                add(entry, his, title(entry));
            }
        } else if (isStage(entry, around.work)) {
            stage(entry, around, depth);
        } else if (entry.value() instanceof Yaml.Scalar text) {
            Optional<String[]> given = given(text);
            add(entry, given.map(parts -> around.by(parts[0])).orElse(around),
                    given.map(parts -> parts[1]).orElse(TreeEntry.line(text)));
        } else {
            String who = who(entry);
            add(entry, who.isEmpty() ? around : around.by(who), title(entry));
        }
    }

    private void add(TreeEntry entry, Around around, String title) {
        if (!title.isEmpty()) {
            jobs.add(new Job(entry, around.agent, title, around.stage, around.needs, around.called));
        }
    }

    private void stage(TreeEntry entry, Around around, int depth) {
        String name = entry.best("TREE_DO");
        String called = stageName(entry, name);
        String said = entry.fields().stream()
                .filter(field -> List.of("mode", "order").contains(TreeKeys.of(field.key())))
                .map(field -> TreeEntry.line(field.value())).findFirst().orElse("");
        var stage = new Stage(Words.slug(entry.name().isEmpty() ? called : entry.name()), called, entry,
                said.matches("(?iu)" + Lexicon.WORDS.pattern("SEQUENTIAL"))
                        ? Phase.Mode.SEQUENTIAL
                        : Phase.Mode.PARALLEL,
                lastLine(entry.value()));
        boolean named = !called.isEmpty();
        if (named) {
            stages.add(stage);
        }
        List<String> needs = new ArrayList<>(around.needs);
        entry.fields().stream().filter(field -> TreeKeys.isAfter(field.key()))
                .forEach(field -> needs.addAll(TreeJobs.waited(field.value())));
        String who = who(entry);
        var inside = new Around(who.isEmpty() ? around.agent : who, named ? Optional.of(stage) : around.stage, needs,
                true, true);
        List<Yaml.Field> nested = entry.fields().stream().filter(field -> isNested(entry, field)).toList();
        if (nested.isEmpty()) {
            TreeEntry.of(entry.value()).stream().filter(one -> one.key().isEmpty() || isHanded(new Yaml.Field(one.key(),
                    one.line(), one.value())) || !TreeEntry.of(one.value()).isEmpty())
                    .filter(one -> !TreeKeys.isAfter(one.key())).forEach(one -> entry(one, inside, depth + 1));
        } else {
            nested.forEach(field -> TreeEntry.of(field.value()).forEach(one -> entry(one, inside, depth + 1)));
            entry.fields().stream().filter(field -> !nested.contains(field)).forEach(beside::add);
        }
    }

    private static String stageName(TreeEntry entry, String told) {
        boolean title = entry.fields().stream().anyMatch(field -> List.of("title", "name", "label")
                .contains(TreeKeys.of(field.key())));
        if (title) {
            return entry.fields().stream().filter(field -> List.of("title", "name", "label")
                    .contains(TreeKeys.of(field.key()))).map(field -> TreeEntry.line(field.value())).findFirst()
                    .orElse(told);
        }
        return entry.name().isEmpty() ? told : entry.name();
    }

    private static int lastLine(Yaml value) {
        return TreeEntry.of(value).stream().mapToInt(entry -> Math.max(entry.line(), lastLine(entry.value()))).max()
                .orElse(value.line());
    }

    /** "cook: boil the eggs", "boil the eggs (cook)", "@cook boil the eggs": who and what. */
    private Optional<String[]> given(Yaml.Scalar value) {
        String text = TreeEntry.line(value);
        for (Pattern form : GIVEN) {
            Matcher matcher = form.matcher(text);
            if (matcher.matches() && (team.meant(matcher.group("who")).isPresent()
                    || team.isHumanName(matcher.group("who")))) {
                return Optional.of(new String[]{matcher.group("who"), matcher.group("what")});
            }
        }
        return Optional.empty();
    }

    /** What is done: the best text for it that is no name of the team and no id, else the only phrase, else the key. */
    private String title(TreeEntry entry) {
        List<String> texts = entry.bests("TREE_DO").filter(text -> team.meant(text).isEmpty()).toList();
        String id = entry.best("TREE_NAME");
        return texts.stream().filter(TreeWork::isSaid).findFirst()
                .or(() -> texts.stream().filter(text -> !text.equals(id)).findFirst())
                .or(() -> texts.stream().findFirst())
                .or(() -> told(entry))
                .orElse(entry.key().isEmpty()
                        ? ""
                        : Words.count(entry.key()) > 1
                                ? entry.key()
                                : entry.key().replaceAll("[_-]+", " "));
    }

    /** The first phrase that stands behind a key which says nothing else, in an entry that others may refer to. */
    private Optional<String> told(TreeEntry entry) {
        return entry.best("TREE_NAME").isEmpty()
                ? Optional.empty()
                : entry.fields().stream().filter(field -> field.value() instanceof Yaml.Scalar
                        && Label.of(TreeKeys.of(field.key())).isEmpty() && Topic.in(TreeKeys.of(field.key())).isEmpty()
                        && !TreeKeys.isWho(field.key()) && !TreeKeys.isAfter(field.key())
                        && !TreeKeys.isBefore(field.key())
                        && !TreeKeys.isCriteria(field.key()) && !TreeKeys.isConfiguration(field.key()))
                        .map(field -> TreeEntry.line(field.value()))
                        .filter(text -> isSaid(text) && team.meant(text).isEmpty()
                                && text.codePoints().anyMatch(Character::isLetter))
                        .findFirst();
    }
}
