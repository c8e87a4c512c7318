package baton.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import baton.engine.Command;
import baton.engine.fact.ToolEvent.ApprovalScope;
import baton.view.InboxItem;
import baton.view.SessionView;

final class Settling {
    private Settling() {}

    static Optional<Command> command(SessionView view, String id, String text, String by) {
        return view.inbox().get(id.toUpperCase(Locale.ROOT)).map(item -> switch (item.ask()) {
            case InboxItem.Ask.Question question -> new Command.Answer(item.id(), text, by);
            case InboxItem.Ask.Decision decision -> new Command.Decide(item.id(), text, "", by);
            case InboxItem.Ask.Blocker blocker -> new Command.ResolveBlocker(item.id(), text, by);
            case InboxItem.Ask.Approval approval -> List.of("yes", "y").contains(text.strip().toLowerCase(Locale.ROOT))
                    ? new Command.Approve(item.id(), ApprovalScope.ONCE, "", by)
                    : new Command.Deny(item.id(), text, by);
        });
    }
    static baton.wire.ControlReply unknown(SessionView view, String id) {
        return new baton.wire.ControlReply.Refused("nothing here is called " + id, "");
    }
}
