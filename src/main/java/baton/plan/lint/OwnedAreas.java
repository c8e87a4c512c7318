package baton.plan.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import baton.plan.AgentSpec;
import baton.plan.AgentSpec.OwnedArea;
import baton.plan.Plan;

/** One agent's folder lies inside another's. */
final class OwnedAreas implements LintRule {

    /** More areas inside one another than that are one fault of the whole plan, said often enough. */
    private static final int NESTED_MAX = 10_000;
    private static final Pattern BEFORE = Pattern.compile("^(\\./|/)");
    private static final Pattern BEHIND = Pattern.compile("/?\\**$");

    /** One path that an agent owns, in the order of the plan. */
    private record Owned(int position, int area, AgentSpec agent, OwnedArea owned) {}

    private record Nested(Owned outer, Owned inner) {}

    private static final Comparator<Nested> ORDER = Comparator
            .comparingInt((Nested nested) -> nested.outer.position)
            .thenComparingInt(nested -> nested.inner.position).thenComparingInt(nested -> nested.outer.area)
            .thenComparingInt(nested -> nested.inner.area);

    @Override
    public void check(Plan plan, Report report) {
        List<Owned> all = new ArrayList<>();
        for (int i = 0; i < plan.agents().size(); i++) {
            AgentSpec agent = plan.agents().get(i);
            for (OwnedArea area : agent.owns()) {
                all.add(new Owned(i, all.size(), agent, area));
            }
        }
        Map<String, List<Owned>> folders = new LinkedHashMap<>();
        all.stream().filter(one -> isFolder(one.owned.path())).forEach(one -> folders
                .computeIfAbsent(folder(one.owned.path()), ignored -> new ArrayList<>()).add(one));
        List<Nested> nested = new ArrayList<>();
        for (Owned inner : all) {
            String path = folder(inner.owned.path());
            for (int slash = path.indexOf('/'); slash > 0 && nested.size() < NESTED_MAX; slash = path.indexOf('/',
                    slash + 1)) {
                folders.getOrDefault(path.substring(0, slash), List.of()).stream()
                        .filter(outer -> !outer.agent.id().equals(inner.agent.id())).limit(NESTED_MAX)
                        .forEach(outer -> nested.add(new Nested(outer, inner)));
            }
        }
        nested.stream().sorted(ORDER)
                .forEach(one -> say(one.outer.agent, one.outer.owned, one.inner.agent, one.inner.owned, report));
    }

    private static void say(AgentSpec outer, OwnedArea wide, AgentSpec inner, OwnedArea narrow, Report report) {
        report.warning("ownership-nested", inner.place(),
                inner.name() + " owns " + narrow.path() + ", which lies in " + wide.path() + " of " + outer.name()
                        + " at "
                        + outer.place() + "; both may write there",
                "Take " + narrow.path() + " out of " + wide.path() + ", or name one owner.");
    }

    private static boolean isFolder(String path) {
        String bare = folder(path);
        return !bare.isEmpty() && (path.endsWith("/") || path.endsWith("*")
                || !bare.substring(bare.lastIndexOf('/') + 1).contains("."));
    }

    /** Without slashes and stars around it. */
    private static String folder(String path) {
        String bare = BEHIND.matcher(BEFORE.matcher(path).replaceFirst("")).replaceFirst("");
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
