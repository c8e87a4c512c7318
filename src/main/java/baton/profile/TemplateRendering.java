package baton.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One filling of one template.
 *
 * <p>
 * Only the name of a declared slot between double braces is replaced, and a backslash before two braces makes them
 * literal; everything else is copied, so that the templates of other tools survive. A value is copied too and never
 * looked at for slots again.
 */
final class TemplateRendering {

    private static final Pattern TASK_ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/#-]*");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.]\\d+)?");

    private static final int SLOT_CHARS_MAX = 200;

    private final DelegationTemplate template;
    private final Map<String, SlotValue> given;
    private final List<Rendering.Fault> faults = new ArrayList<>();

    TemplateRendering(DelegationTemplate template, Map<String, SlotValue> given) {
        this.template = template;
        this.given = given;
    }

    Rendering render() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Slot slot : template.slots()) {
            texts.put(slot.name(), textFor(slot));
        }
        given.keySet().stream().filter(name -> !texts.containsKey(name)).sorted()
                .forEach(name -> faults.add(new Rendering.Fault(name, Rendering.Fault.Kind.UNKNOWN,
                        "the template has no slot of this name")));
        return faults.isEmpty() ? new Rendering.Rendered(filled(texts)) : new Rendering.Incomplete(faults);
    }

    private String textFor(Slot slot) {
        Optional<SlotValue> value = Optional.ofNullable(given.get(slot.name())).filter(v -> !v.isBlank())
                .or(slot::standard).filter(v -> !v.isBlank());
        if (value.isEmpty()) {
            if (slot.need() == Slot.Need.REQUIRED) {
                String about = slot.description().isEmpty() ? "a value is required" : slot.description();
                faults.add(new Rendering.Fault(slot.name(), Rendering.Fault.Kind.MISSING, about));
            }
            return "";
        }
        String reason = unfit(slot, value.get());
        if (!reason.isEmpty()) {
            faults.add(new Rendering.Fault(slot.name(), Rendering.Fault.Kind.INVALID, reason));
        }
        return text(slot, value.get());
    }

    private static String unfit(Slot slot, SlotValue value) {
        String text = switch (value) {
            case SlotValue.Text(var single) -> single.strip();
            case SlotValue.Many(var several) -> several.size() == 1 ? several.getFirst().strip() : "\n";
        };
        boolean oneLine = text.lines().count() == 1 && !text.equals("\n");
        return switch (slot.type()) {
            case TEXT, LIST -> "";
            case PATH -> oneLine && text.indexOf('\0') < 0 ? "" : "a path is one line";
            case TASK_ID -> TASK_ID.matcher(text).matches() ? "" : "a task id is one word, such as T-3";
            case NUMBER -> NUMBER.matcher(text).matches() ? "" : "a number is expected";
            case ENUM -> slot.options().contains(text) ? "" : "one of " + String.join(", ", slot.options());
        };
    }

    private static String text(Slot slot, SlotValue value) {
        return switch (value) {
            case SlotValue.Text(var text) -> slot.type() == Slot.Type.LIST
                    ? bullets(text.lines().filter(line -> !line.isBlank()).toList())
                    : text.strip();
            case SlotValue.Many(var texts) -> texts.size() == 1 && slot.type() != Slot.Type.LIST
                    ? texts.getFirst().strip()
                    : bullets(texts);
        };
    }

    private static String bullets(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).map(text -> "- " + text.strip().replace("\n", "\n  "))
                .collect(Collectors.joining("\n"));
    }

    private String filled(Map<String, String> texts) {
        String body = template.body();
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length();) {
            if (body.startsWith("\\{{", i)) {
                out.append("{{");
                i += 3;
                continue;
            }
            int end = body.startsWith("{{", i)
                    ? body.indexOf("}}", i, Math.min(body.length(), i + SLOT_CHARS_MAX))
                    : -1;
            String value = end < 0 ? null : texts.get(body.substring(i + 2, end).strip());
            if (value != null) {
                out.append(value);
                i = end + 2;
            } else {
                out.append(body.charAt(i));
                i++;
            }
        }
        return out.toString();
    }
}
