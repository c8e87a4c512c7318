package baton.view.page;

import java.util.ArrayList;
import java.util.List;

import baton.chat.ChatCommand;
import baton.chat.ChatCommands;
import baton.view.page.Table.Cell;
import baton.view.text.StyledLine;
import baton.view.text.Tone;

/** The commands of the chat, from their one table. */
public final class ChatHelp {
    private ChatHelp() {}

    /** Every command under its heading. */
    public static List<StyledLine> all(int columnsMax) {
        var page = new Page(columnsMax);
        page.line(StyledLine.of("Words go to the orchestrator; @agent, @group, @all or #task in front names who."));
        for (var group : ChatCommand.Group.values()) {
            var table = new Table(columnsMax);
            ChatCommands.all().stream().filter(command -> command.group() == group)
                    .forEach(command -> table.row(Cell.of(command.usage()), Cell.of(Tone.DIM, command.help())));
            page.section(group.title(), table.lines(2));
        }
        return page.lines();
    }

    /** One command in full; empty where there is none of that name. */
    public static List<StyledLine> of(String name) {
        return ChatCommands.find(name).map(command -> {
            var lines = new ArrayList<StyledLine>();
            lines.add(StyledLine.of(Tone.STRONG, command.usage()));
            lines.add(StyledLine.of("  " + command.help()));
            command.examples().forEach(example -> lines.add(StyledLine.of(Tone.DIM, "  " + example)));
            return List.copyOf(lines);
        }).orElse(List.of());
    }
}
