package baton.chat;

import java.util.List;
import java.util.Optional;

import baton.chat.ChatNames.Agent;
import baton.chat.ChatNames.Item;
import baton.chat.ChatNames.Task;
import baton.chat.ChatNames.Wait;
import baton.profile.DelegationTemplate;
import baton.profile.Slot;

/** A session as a line finds it: three agents in two groups, three tasks, one thing of each kind that waits. */
final class Names {
    static final DelegationTemplate SERVICE = new DelegationTemplate("service", "", "A service to build", List.of(
            new Slot("title", Slot.Type.TEXT, Slot.Need.REQUIRED, Optional.empty(), "what it is", List.of()),
            new Slot("deliverables", Slot.Type.LIST, Slot.Need.REQUIRED, Optional.empty(), "what is there", List.of()),
            new Slot("output_location", Slot.Type.PATH, Slot.Need.OPTIONAL, Optional.empty(), "where", List.of())),
            "Build {{title}}", "service.md", 1);

    static final ChatNames SESSION = names("");

    private Names() {}

    static ChatNames names(String lane, String... paused) {
        return new ChatNames(List.of(new Agent("go-backend", "Go Backend Agent", List.of("gopher"), "Back End"),
                new Agent("data", "Data Engineer", List.of(), "Back End"),
                new Agent("writer", "Writer", List.of(), "")),
                List.of(new Task("T-1", "Read", "data", true, ""), new Task("T-2", "Build", "go-backend", false,
                        "go-backend"), new Task("T-3", "Write", "writer", false, "")),
                List.of(new Item("D-1", Wait.DECISION, "Which store?", List.of("A: files", "B: a database")),
                        new Item("Q-2", Wait.QUESTION, "Which port?", List.of()),
                        new Item("A-1", Wait.APPROVAL, "git push", List.of()),
                        new Item("B-4", Wait.BLOCKER, "No key", List.of())),
                List.of(SERVICE), "orchestrator", lane, List.of(paused));
    }
}
