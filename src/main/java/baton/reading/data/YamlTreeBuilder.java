package baton.reading.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import baton.reading.source.Remarks;
import baton.reading.source.SourceText;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Strict YAML 1.2 with the core schema, built from parser events with a stack of our own, so that deep nesting can't
 * exhaust the thread's. Duplicate keys are all reported, where the library would stop at the first.
 */
public final class YamlTreeBuilder {

    private static final int DEPTH_MAX = 64;
    private static final long WEIGHT_MAX = 2_000_000;
    private static final CoreSchema CORE = new CoreSchema();

    private final Remarks remarks;
    private final int lineOffset;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Yaml> anchors = new HashMap<>();
    private Optional<Yaml> root = Optional.empty();
    private int documents;
    private boolean unfoldsTooFar;

    private YamlTreeBuilder(Remarks remarks, int lineOffset) {
        this.remarks = remarks;
        this.lineOffset = lineOffset;
    }

    /** Parses one document; empty where there is none or where a reason to refuse it was added to the remarks. */
    public static Optional<Yaml> parse(String text, int lineOffset, Remarks remarks) {
        return new YamlTreeBuilder(remarks, lineOffset).parse(text);
    }

    private Optional<Yaml> parse(String text) {
        var settings = LoadSettings.builder().setSchema(CORE).setCodePointLimit(SourceText.SIZE_BYTES_MAX + 1)
                .setBufferSize(8192).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
                if (open.size() > DEPTH_MAX) {
                    return Optional.empty();
                }
            }
        } catch (MarkedYamlEngineException failure) {
            int line = failure.getProblemMark().or(failure::getContextMark).map(mark -> mark.getLine() + 1).orElse(0);
            remarks.error(line + lineOffset, "yaml-syntax", "not valid YAML: " + failure.getProblem(),
                    "Quote texts that contain a colon or start with a sign, and check the indentation.");
            return Optional.empty();
        } catch (YamlEngineException failure) {
            remarks.error(0, "yaml-syntax", "not valid YAML: " + failure.getMessage(), "");
            return Optional.empty();
        }
        return root;
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> secondDocument(event);
            case Scalar -> {
                var scalar = (ScalarEvent) event;
                add(new Yaml.Scalar(scalar.getValue(), kindOf(scalar), lineOf(event)), scalar);
            }
            case SequenceStart -> push(new Open(false, lineOf(event), (SequenceStartEvent) event));
            case MappingStart -> push(new Open(true, lineOf(event), (MappingStartEvent) event));
            case SequenceEnd, MappingEnd -> {
                Open ended = open.pop();
                add(ended.close(remarks), ended.event);
            }
            case Alias -> alias((AliasEvent) event);
            case StreamStart, StreamEnd, DocumentEnd, Comment -> {
            }
        }
    }

    private void secondDocument(Event event) {
        documents++;
        if (documents == 2) {
            remarks.error(lineOf(event), "yaml-documents", "a second YAML document starts here",
                    "Keep one document in the file.");
        }
    }

    private void push(Open started) {
        open.push(started);
        if (open.size() == DEPTH_MAX + 1) {
            remarks.error(started.line, "yaml-depth", "nested more than " + DEPTH_MAX + " levels deep", "");
        }
    }

    private void alias(AliasEvent event) {
        Yaml target = anchors.get(event.getAlias().getValue());
        if (target == null) {
            remarks.error(lineOf(event), "yaml-alias",
                    "*" + event.getAlias().getValue() + " refers to nothing before it",
                    "Quote the text if the star is meant as it is.");
            target = new Yaml.Scalar("", Yaml.Kind.NOTHING, lineOf(event));
        }
        place(target);
    }

    private void add(Yaml node, NodeEvent event) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        place(node);
    }

    private void place(Yaml node) {
        if (node.weight() > WEIGHT_MAX) {
            if (!unfoldsTooFar) {
                remarks.error(node.line(), "yaml-aliases", "aliases unfold to more than " + WEIGHT_MAX + " values",
                        "Write the values out, or use fewer aliases of aliases.");
            }
            unfoldsTooFar = true;
            node = new Yaml.Scalar("", Yaml.Kind.NOTHING, node.line());
        }
        if (open.isEmpty()) {
            root = root.isPresent() ? root : Optional.of(node);
        } else {
            open.element().children.add(node);
        }
    }

    private int lineOf(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0) + lineOffset;
    }

    private static Yaml.Kind kindOf(ScalarEvent event) {
        Tag tag = event.getTag().map(Tag::new)
                .orElseGet(() -> CORE.getScalarResolver().resolve(event.getValue(), event.isPlain()));
        return tag.equals(Tag.INT)
                ? Yaml.Kind.INTEGER
                : tag.equals(Tag.FLOAT)
                        ? Yaml.Kind.DECIMAL
                        : tag.equals(Tag.BOOL)
                                ? Yaml.Kind.BOOLEAN
                                : tag.equals(Tag.NULL) ? Yaml.Kind.NOTHING : Yaml.Kind.TEXT;
    }

    /** A collection whose end has not come yet; a mapping's children are keys and values in turn. */
    private static final class Open {
        private final boolean mapping;
        private final int line;
        private final NodeEvent event;
        private final List<Yaml> children = new ArrayList<>();

        Open(boolean mapping, int line, NodeEvent event) {
            this.mapping = mapping;
            this.line = line;
            this.event = event;
        }

        Yaml close(Remarks remarks) {
            long weight = 1;
            for (Yaml child : children) {
                weight = Math.min(WEIGHT_MAX * 2, weight + child.weight());
            }
            return mapping ? new Yaml.Fields(fields(remarks), line, weight) : new Yaml.Items(children, line, weight);
        }

        private List<Yaml.Field> fields(Remarks remarks) {
            Map<String, Yaml.Field> fields = new LinkedHashMap<>();
            for (int i = 0; i + 1 < children.size(); i += 2) {
                Yaml key = children.get(i);
                if (!(key instanceof Yaml.Scalar name)) {
                    remarks.error(key.line(), "yaml-key", "a key must be a single text, not " + key.described(), "");
                    continue;
                }
                var field = new Yaml.Field(name.text(), name.line(), children.get(i + 1));
                Yaml.Field before = fields.putIfAbsent(field.key(), field);
                if (before != null) {
                    remarks.error(field.line(), "yaml-duplicate-key", "\"" + field.key() + "\" stands here and on line "
                            + before.line(), "Keep one of the two.");
                }
            }
            return List.copyOf(fields.values());
        }
    }
}
