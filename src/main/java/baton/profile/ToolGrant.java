package baton.profile;

import java.util.List;

/** The tools a profile wants; it narrows what the run allows and never widens it. */
public sealed interface ToolGrant {

    /** Every tool that the run offers; what a profile without a list of tools means. */
    record All() implements ToolGrant {}

    /** These and no others; an empty list means no tool at all. */
    record Listed(List<ToolName> names) implements ToolGrant {
        public Listed {
            names = List.copyOf(names);
        }
    }

    /** True where the tool of this name is within the grant. */
    default boolean covers(String tool) {
        return switch (this) {
            case All _ -> true;
            case Listed(var names) -> names.stream().anyMatch(name -> name.names(tool));
        };
    }
}
