package baton.profile;

import java.util.List;

/** What is put into a slot: one text, or a list that is rendered as bullets. */
public sealed interface SlotValue {

    /** One text, which may have several lines. */
    record Text(String text) implements SlotValue {}

    /** Several texts, one bullet each. */
    record Many(List<String> texts) implements SlotValue {
        public Many {
            texts = List.copyOf(texts);
        }
    }

    /** True where there is nothing to render. */
    default boolean isBlank() {
        return switch (this) {
            case Text(var text) -> text.isBlank();
            case Many(var texts) -> texts.stream().allMatch(String::isBlank);
        };
    }
}
