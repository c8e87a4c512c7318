package baton.plan;

import java.util.List;
import java.util.Objects;

/** The widgets a document asks for; refresh 0 means as fast as the screen allows. */
public record Dashboard(int refreshSeconds, List<Widget> widgets) {
    public static final Dashboard NONE = new Dashboard(0, List.of());

    /** One widget: its type and the figures it shows, both as written. */
    public record Widget(String type, String source) {
        public Widget {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(source, "source");
        }
    }

    public Dashboard {
        widgets = List.copyOf(widgets);
    }
}
