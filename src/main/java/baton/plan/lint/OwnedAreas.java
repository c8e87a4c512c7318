package baton.plan.lint;

import baton.plan.AgentSpec;
import baton.plan.AgentSpec.OwnedArea;
import baton.plan.Plan;

/** One agent's folder lies inside another's. */
final class OwnedAreas implements LintRule {

    @Override
    public void check(Plan plan, Report report) {
        for (AgentSpec outer : plan.agents()) {
            for (AgentSpec inner : plan.agents()) {
                if (!outer.id().equals(inner.id())) {
                    for (OwnedArea wide : outer.owns()) {
                        inner.owns().stream().filter(narrow -> contains(wide.path(), narrow.path()))
                                .forEach(narrow -> say(outer, wide, inner, narrow, report));
                    }
                }
            }
        }
    }

    private static void say(AgentSpec outer, OwnedArea wide, AgentSpec inner, OwnedArea narrow, Report report) {
        report.warning("ownership-nested", inner.place(),
                inner.name() + " owns " + narrow.path() + ", which lies in " + wide.path() + " of " + outer.name()
                        + " at "
                        + outer.place() + "; both may write there",
                "Take " + narrow.path() + " out of " + wide.path() + ", or name one owner.");
    }

    static boolean contains(String wide, String narrow) {
        String outer = folder(wide);
        String inner = folder(narrow);
        boolean isFolder = wide.endsWith("/") || wide.endsWith("*")
                || !outer.substring(outer.lastIndexOf('/') + 1).contains(".");
        return isFolder && !outer.isEmpty() && inner.startsWith(outer + "/");
    }

    /** Without slashes and stars around it. */
    private static String folder(String path) {
        return path.replaceFirst("^(\\./|/)", "").replaceFirst("/?\\**$", "").replaceFirst("/$", "");
    }
}
