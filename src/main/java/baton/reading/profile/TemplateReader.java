package baton.reading.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.profile.DelegationTemplate;
import baton.profile.Slot;
import baton.profile.SlotValue;
import baton.profile.StandardSlots;
import baton.reading.data.FrontMatter;
import baton.reading.data.Yaml;
import baton.reading.data.YamlFields;
import baton.reading.data.YamlTexts;
import baton.reading.source.Read;
import baton.reading.source.Remarks;
import baton.reading.source.SourceText;

/**
 * Reads a delegation template: front matter with {@code name}, {@code agent}, {@code description} and {@code slots}, and a
 * body that holds the slots between double braces.
 *
 * <p>
 * A slot is declared by its name alone where it is one of the {@link StandardSlots}, or by a mapping with
 * {@code type}, {@code required}, {@code default}, {@code description} and {@code options}. A template that declares none
 * has the standard slots that its body mentions; anything else between braces is text.
 */
public final class TemplateReader {

    private static final Pattern MENTION = Pattern.compile("(?<!\\\\)\\{\\{\\s*([\\w-]+)\\s*}}");
    private static final List<String> TYPES = List.of("text", "list", "path", "enum", "task-id", "number");

    private final SourceText source;
    private final Remarks remarks;
    private final FrontMatter matter;

    private TemplateReader(SourceText source) {
        this.source = source;
        this.remarks = new Remarks(source.file());
        this.matter = FrontMatter.read(source, remarks);
    }

    public static Read<DelegationTemplate> read(String path, byte[] bytes) {
        return SourceText.decode(path, bytes).then(source -> new TemplateReader(source).template());
    }

    private Read<DelegationTemplate> template() {
        if (matter.body().isBlank()) {
            remarks.error(matter.bodyLine(), "template-empty", "the template has no text",
                    "Write it below the front matter.");
        }
        var fields = new YamlFields(matter.fields(), remarks);
        String name = fields.text("name").orElse(ProfileReader.stem(source.file()));
        String agent = fields.text("agent").orElse("").replaceFirst("^@", "");
        String description = fields.text("description").orElse("");
        List<Slot> slots = fields.value("slots").map(this::declared).orElseGet(this::mentioned);
        fields.reportUnknown();
        unused(slots);
        if (remarks.hasErrors()) {
            return remarks.refused();
        }
        return remarks.result(new DelegationTemplate(name.isBlank() ? "template" : name, agent, description, slots,
                matter.body(), source.file(), matter.bodyLine()));
    }

    private List<Slot> mentioned() {
        return mentions().stream().flatMap(name -> StandardSlots.named(name).stream()).toList();
    }

    private Set<String> mentions() {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(matter.body());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void unused(List<Slot> slots) {
        Set<String> mentions = mentions();
        for (Slot slot : slots) {
            if (!mentions.contains(slot.name())) {
                remarks.warning(1, "template-slot-unused",
                        "the slot \"" + slot.name() + "\" does not occur in the text",
                        "Write {{" + slot.name() + "}} where its value belongs.");
            }
        }
    }

    private List<Slot> declared(Yaml value) {
        List<Slot> slots = new ArrayList<>();
        switch (value) {
            case Yaml.Items(var items, _, _) -> items.forEach(item -> listed(item).ifPresent(slots::add));
            case Yaml.Fields(var fields, _, _) -> fields.forEach(field -> slots.add(slot(field.key(), field.value())));
            case Yaml.Scalar scalar -> YamlTexts.list(scalar).forEach(name -> slots.add(slot(name, scalar)));
        }
        List<Slot> distinct = new ArrayList<>();
        for (Slot slot : slots) {
            if (distinct.stream().anyMatch(other -> other.name().equals(slot.name()))) {
                remarks.error(value.line(), "template-slot-twice", "the slot \"" + slot.name() + "\" is declared twice",
                        "");
            } else {
                distinct.add(slot);
            }
        }
        return distinct;
    }

    private Optional<Slot> listed(Yaml item) {
        return switch (item) {
            case Yaml.Scalar(var name, _, _) when !name.isBlank() -> Optional.of(slot(name, item));
            case Yaml.Fields fields when fields.field("name").isPresent() ->
                Optional.of(slot(YamlTexts.inline(fields.field("name").get().value()), fields));
            case Yaml.Scalar _,Yaml.Items _,Yaml.Fields _ -> {
                remarks.error(item.line(), "template-slot", "a slot is a name, or a mapping with a name", "");
                yield Optional.empty();
            }
        };
    }

    private Slot slot(String name, Yaml declaration) {
        Slot base = StandardSlots.named(name).orElse(
                new Slot(name, Slot.Type.TEXT, Slot.Need.REQUIRED, Optional.empty(), "", List.of()));
        if (!(declaration instanceof Yaml.Fields mapping)) {
            return base;
        }
        var fields = new YamlFields(mapping, remarks);
        fields.ignore("name");
        Slot.Type type = fields.choice("type", TYPES).map(TemplateReader::type).orElse(base.type());
        List<String> options = fields.texts("options").orElse(base.options());
        Optional<SlotValue> standard = fields.value("default").map(TemplateReader::slotValue);
        boolean required = fields.flag("required").orElse(base.need() == Slot.Need.REQUIRED && standard.isEmpty());
        String description = fields.text("description").orElse(base.description());
        fields.reportUnknown();
        if (type == Slot.Type.ENUM && options.isEmpty()) {
            remarks.error(mapping.line(), "template-slot", "the slot \"" + name + "\" needs its options", "");
        }
        return new Slot(name, type, required ? Slot.Need.REQUIRED : Slot.Need.OPTIONAL, standard, description, options);
    }

    private static Slot.Type type(String written) {
        return Slot.Type.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static SlotValue slotValue(Yaml value) {
        return value instanceof Yaml.Items
                ? new SlotValue.Many(YamlTexts.list(value))
                : new SlotValue.Text(YamlTexts.inline(value));
    }
}
