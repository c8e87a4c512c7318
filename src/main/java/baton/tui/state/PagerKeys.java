package baton.tui.state;

import java.util.List;

import baton.tui.state.UiEvent.Typed;
import baton.view.text.StyledLine;

/** Keys while a whole text stands on the screen. */
final class PagerKeys {
    private static final int END = Integer.MAX_VALUE / 2;

    private PagerKeys() {}

    static UiStep typed(UiState state, Overlay.Pager pager, Typed key) {
        int page = Math.max(1, state.size().rows() - 6);
        return switch (key.chord()) {
            case "j", "Down", "Enter" -> to(state, pager, pager.top() + 1);
            case "k", "Up" -> to(state, pager, pager.top() - 1);
            case "PgDn", "Space", "Ctrl+D" -> to(state, pager, pager.top() + page);
            case "PgUp", "Ctrl+U" -> to(state, pager, pager.top() - page);
            case "Home", "g" -> to(state, pager, 0);
            case "End", "G" -> to(state, pager, END);
            case "]" -> to(state, pager, part(pager, 1));
            case "[" -> to(state, pager, part(pager, -1));
            case "y" -> UiStep.of(state, new UiAction.Copy(pager.title(), pager.text()));
            case "w" -> UiStep.of(state, new UiAction.Save("baton-" + pager.title().replaceAll("[^A-Za-z0-9]+", "-")
                    + ".md", pager.text()));
            case "o" -> UiStep.of(state, new UiAction.Page(pager.text()));
            case "Esc", "Ctrl+C", "q" -> UiStep.of(state.with(Overlay.None.ONLY));
            default -> UiStep.of(state);
        };
    }

    private static UiStep to(UiState state, Overlay.Pager pager, int row) {
        return UiStep.of(state.with(pager.at(row)));
    }

    /** Where the next part begins, or the one before: a file of a diff, a part of a request, a heading. */
    private static int part(Overlay.Pager pager, int direction) {
        List<String> lines = switch (pager.content()) {
            case Overlay.Content.Text text -> text.text().lines().toList();
            case Overlay.Content.Lines known -> known.lines().stream().map(StyledLine::text).toList();
        };
        int at = Math.clamp(pager.top() + (long) direction, -1, lines.size());
        while (at >= 0 && at < lines.size()) {
            if (lines.get(at).startsWith("--- ") || lines.get(at).startsWith("# ") || lines.get(at).startsWith("## ")) {
                return at;
            }
            at += direction;
        }
        return direction < 0 ? 0 : pager.top();
    }
}
