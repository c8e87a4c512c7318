package baton.tui.state;

import java.util.List;

import baton.tui.state.Regions.Shape;
import baton.view.AgentCard;
import baton.view.SessionView;
import baton.view.TaskCard;

/**
 * Which agents stand side by side: a window on those who are at work, in the order of the plan, so that nobody changes
 * place while somebody reads.
 */
public final class Lanes {
    static final int COLUMNS_MIN = 110;
    private static final int LANE_COLUMNS = 40;
    private static final int LANES_MAX = 3;

    private Lanes() {}

    /** How many there is room for; 0 where none stand side by side. */
    public static int count(UiState state) {
        return areShown(state) ? Math.min(LANES_MAX, state.size().columns() / LANE_COLUMNS) : 0;
    }

    static boolean areShown(UiState state) {
        return state.switches().lanes() && state.view() == View.CHAT && state.reading().lane().isEmpty()
                && Regions.shape(state) == Shape.WIDE;
    }

    /** Everybody who may stand in a lane; those at work, or where they are too few everybody who said something. */
    public static List<String> all(UiState state, Scene scene) {
        var session = scene.session();
        var busy = session.agents().stream().filter(agent -> isUnderWay(session, agent)).map(AgentCard::id).toList();
        return busy.size() >= count(state)
                ? busy
                : session.agents().stream().filter(agent -> isUnderWay(session, agent)
                        || !scene.talk().lane(agent.id()).isEmpty()).map(AgentCard::id).toList();
    }

    private static boolean isUnderWay(SessionView session, AgentCard agent) {
        return Lists.task(session, agent).map(TaskCard::stand).filter(stand -> stand.isUnderWay()).isPresent();
    }

    /** Where in that list the window begins: with the agent it began with, or who comes after them in the plan. */
    public static int first(UiState state, SessionView session, List<String> all) {
        int place = session.agents().ids().indexOf(state.pick(View.CHAT));
        int at = 0;
        while (at < all.size() && session.agents().ids().indexOf(all.get(at)) < place) {
            at++;
        }
        return Math.clamp(at, 0, Math.max(0, all.size() - count(state)));
    }

    static UiState moved(UiState state, Scene scene, int by) {
        var all = all(state, scene);
        if (all.isEmpty()) {
            return state;
        }
        int to = Math.clamp(first(state, scene.session(), all) + (long) by, 0,
                Math.max(0, all.size() - count(state)));
        return state.pick(View.CHAT, all.get(to));
    }
}
