package baton.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import baton.view.SessionView;
import baton.view.Stand;
import baton.view.TaskCard;

/**
 * A run as JUnit XML, which build servers show: a phase is a suite, a task a case, a failed task a failure, and one that
 * was not done is skipped with the reason.
 */
public final class JunitReport {
    private final StringBuilder xml = new StringBuilder();
    private final SessionView view;

    private JunitReport(SessionView view) {
        this.view = view;
    }

    public static String of(SessionView view) {
        return new JunitReport(view).write();
    }

    private String write() {
        var suites = new LinkedHashMap<String, List<TaskCard>>();
        for (var task : view.tasks()) {
            String name = task.spec().phase().isBlank() ? view.head().planName() : task.spec().phase();
            suites.merge(name, List.of(task), JunitReport::joined);
        }
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        var all = view.tasks().stream().toList();
        open("testsuites", view.head().isRehearsal() ? "rehearsal: " + view.head().planName() : view.head().planName(),
                all);
        for (Map.Entry<String, List<TaskCard>> suite : suites.entrySet()) {
            open("testsuite", suite.getKey(), suite.getValue());
            suite.getValue().forEach(task -> write(suite.getKey(), task));
            xml.append("</testsuite>\n");
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static List<TaskCard> joined(List<TaskCard> some, List<TaskCard> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void open(String element, String name, List<TaskCard> tasks) {
        long failures = tasks.stream().filter(task -> task.stand() == Stand.FAILED).count();
        long skipped = tasks.stream().filter(JunitReport::isSkipped).count();
        long ms = tasks.stream().mapToLong(task -> task.workedMs(view.head().runMs())).sum();
        xml.append('<').append(element);
        attribute("name", name);
        attribute("tests", String.valueOf(tasks.size()));
        attribute("failures", String.valueOf(failures));
        attribute("skipped", String.valueOf(skipped));
        attribute("time", seconds(ms));
        xml.append(">\n");
    }

    private static boolean isSkipped(TaskCard task) {
        return !task.stand().isAccepted() && task.stand() != Stand.FAILED;
    }

    private void write(String suite, TaskCard task) {
        xml.append("<testcase");
        attribute("classname", suite + "." + task.spec().agent());
        attribute("name", task.id() + " " + task.spec().title());
        attribute("time", seconds(task.workedMs(view.head().runMs())));
        xml.append(">\n");
        if (task.stand() == Stand.FAILED) {
            verdict("failure", task.reason());
        } else if (isSkipped(task)) {
            verdict("skipped", task.reason().isBlank() ? task.stand().words() : task.reason());
        }
        if (!task.summary().isBlank()) {
            xml.append("<system-out>").append(escaped(task.summary())).append("</system-out>\n");
        }
        xml.append("</testcase>\n");
    }

    private void verdict(String element, String message) {
        xml.append('<').append(element);
        attribute("message", message);
        xml.append("/>\n");
    }

    private void attribute(String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1000.0);
    }

    /** XML 1.0 cannot hold most control characters at all, not even escaped; they become a replacement character. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append("&#").append(point).append(';');
                default -> escaped.appendCodePoint(isXml(point) ? point : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int point) {
        return point >= 0x20 && point != 0xFFFE && point != 0xFFFF && !(point >= 0xD800 && point <= 0xDFFF)
                && !(point >= 0x7F && point < 0xA0);
    }
}
