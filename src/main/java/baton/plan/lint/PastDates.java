package baton.plan.lint;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import baton.plan.Place;
import baton.plan.Plan;
import baton.plan.Problem;
import baton.plan.TaskSpec;

/** Deadlines and starts that lie in the past; the only rule that must be told what day it is. */
public final class PastDates {
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final int NAMED_MAX = 6;

    private PastDates() {}

    /** One warning for all past dates of a plan. */
    public static List<Problem> check(Plan plan, LocalDate today) {
        List<String> past = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        for (TaskSpec task : plan.tasks()) {
            for (String written : List.of(task.deadline(), task.start())) {
                date(written).filter(date -> date.isBefore(today)).ifPresent(date -> {
                    past.add(task.id() + " " + date);
                    places.add(task.place());
                });
            }
        }
        if (past.isEmpty()) {
            return List.of();
        }
        String named = String.join(", ", past.subList(0, Math.min(NAMED_MAX, past.size())))
                + (past.size() > NAMED_MAX ? " and " + (past.size() - NAMED_MAX) + " more" : "");
        return List.of(Problem.warning("date-past", places.getFirst(),
                "these dates are past: " + named + "; they give the order and nothing else",
                "Write new dates, or none."));
    }

    private static Optional<LocalDate> date(String written) {
        Matcher iso = ISO.matcher(written);
        if (!iso.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)),
                    Integer.parseInt(iso.group(3))));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
