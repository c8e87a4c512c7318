package baton.cli.setup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

import baton.cli.console.Durations;
import baton.cli.console.Setting;
import baton.cli.console.UserError;
import baton.plan.Plan;
import baton.settings.ApprovalPolicy;
import baton.settings.ApprovalPolicy.Otherwise;
import baton.settings.Budget;
import baton.settings.CommandPattern;
import baton.settings.ModelChoice;
import baton.settings.Origin.Source;
import baton.settings.PreparedAnswer;
import baton.settings.RunLimits;
import baton.settings.RunSettings;
import baton.settings.RunSettings.Face;
import baton.settings.RunSettings.Mode;
import baton.settings.RunSettings.OnQuestion;

/** Makes the typed settings of a run from texts; every bad value is a usage error that names where it came from. */
public final class RunSettingsMaker {
    private static final String APPROVE_HINT = "Write ask, deny, or allow: followed by a command such as "
            + "allow:\"mvn -q test\".";

    /** More would only make every list longer: no machine and no provider serves so many at once. */
    static final int AGENTS_MOST = 10_000;

    private final SettingsLayers layers;

    public RunSettingsMaker(SettingsLayers layers) {
        this.layers = layers;
    }

    public RunSettings make(Plan plan, ModelChoice models, List<PreparedAnswer> answers) {
        addPlan(plan);
        if (!layers.text(Setting.PLAN_TIME).equals("order")) {
            throw bad(Setting.PLAN_TIME, "This version takes the weeks and days of a plan as order only.");
        }
        var mode = models.standard().isRehearsal() ? Mode.REHEARSAL : Mode.LIVE;
        return new RunSettings(mode, Face.BATCH, limits(), budget(), onQuestion(), answers, approvals(), models,
                whole(Setting.SEED, Long.MIN_VALUE).orElse(1), paceMilli());
    }

    /** What the document says of its own run is weaker than every setting, and stronger than the defaults. */
    private void addPlan(Plan plan) {
        var limits = plan.limits();
        limits.agentsMax().ifPresent(max -> put(Setting.AGENTS_MAX, String.valueOf(max), plan));
        limits.agentsMin().ifPresent(min -> put(Setting.AGENTS_MIN, String.valueOf(min), plan));
        limits.timeBoxMinutes().ifPresent(minutes -> put(Setting.TIME_BOX, minutes + "m", plan));
    }

    private void put(Setting setting, String value, Plan plan) {
        layers.put(setting, value, Source.PLAN, plan.source());
    }

    private RunLimits limits() {
        int max = agents(Setting.AGENTS_MAX, 1).orElse(5);
        int min = agents(Setting.AGENTS_MIN, 0).orElse(0);
        if (min > max) {
            // A ceiling that somebody set by hand is meant; the plan's floor then gives way.
            boolean floorIsWeaker = layers.find(Setting.AGENTS_MIN).map(found -> found.source() == Source.PLAN)
                    .orElse(true);
            if (!floorIsWeaker) {
                throw bad(Setting.AGENTS_MIN, "It must not be more than --agents-max, which is " + max + ".");
            }
            min = max;
        }
        return RunLimits.DEFAULTS.withAgents(min, max).withTimeBox(duration(Setting.TIME_BOX))
                .withTimeout(duration(Setting.TIMEOUT));
    }

    /** Too many asked for by hand is refused; a document that says more runs with as many as there can be. */
    private OptionalInt agents(Setting setting, int min) {
        var wanted = whole(setting, min);
        if (wanted.isEmpty()) {
            return OptionalInt.empty();
        }
        boolean byPlan = layers.find(setting).map(found -> found.source() == Source.PLAN).orElse(false);
        if (wanted.getAsLong() > AGENTS_MOST && !byPlan) {
            throw bad(setting, "No more than " + String.format(Locale.ROOT, "%,d", AGENTS_MOST)
                    + " agents work at once.");
        }
        return OptionalInt.of((int) Math.min(AGENTS_MOST, wanted.getAsLong()));
    }

    private long duration(Setting setting) {
        String text = layers.text(setting);
        return text.isEmpty() ? 0 : Durations.parseMs(text, layers.where(setting));
    }

    /** What may be spent. */
    public Budget budget() {
        return new Budget(whole(Setting.BUDGET_TOKENS, 1), micros(), whole(Setting.TURNS_MAX, 1));
    }

    private OptionalLong micros() {
        String text = layers.text(Setting.BUDGET_USD);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            var dollars = new BigDecimal(text);
            if (dollars.signum() > 0) {
                return OptionalLong.of(dollars.movePointRight(6).longValueExact());
            }
        } catch (ArithmeticException | NumberFormatException notMoney) {
            throw bad(Setting.BUDGET_USD, "Write dollars, such as 2.50.");
        }
        throw bad(Setting.BUDGET_USD, "It must be more than nothing.");
    }

    private OptionalLong whole(Setting setting, long min) {
        String text = layers.text(setting);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long value = Long.parseLong(text);
            if (value >= min) {
                return OptionalLong.of(value);
            }
        } catch (NumberFormatException notWhole) {
            throw bad(setting, "Write a whole number.");
        }
        throw bad(setting, "It must be at least " + min + ".");
    }

    private OnQuestion onQuestion() {
        return switch (layers.text(Setting.ON_QUESTION)) {
            case "wait" -> OnQuestion.WAIT;
            case "recommend" -> OnQuestion.RECOMMEND;
            case "fail" -> OnQuestion.FAIL;
            default -> throw bad(Setting.ON_QUESTION, "Write wait, recommend or fail.");
        };
    }

    private ApprovalPolicy approvals() {
        var allowed = new ArrayList<String>();
        var otherwise = Otherwise.DENY;
        for (String rule : layers.text(Setting.APPROVE).lines().toList()) {
            if (rule.equals("ask")) {
                otherwise = Otherwise.ASK;
            } else if (rule.startsWith("allow:")) {
                allowed.add(pattern(rule.substring("allow:".length()).strip()));
            } else if (!rule.equals("deny") && !rule.isBlank()) {
                throw bad(Setting.APPROVE, APPROVE_HINT);
            }
        }
        return new ApprovalPolicy(otherwise, allowed);
    }

    private String pattern(String text) {
        try {
            CommandPattern.parse(text);
            return text;
        } catch (IllegalArgumentException notAPattern) {
            throw bad(Setting.APPROVE, notAPattern.getMessage() + ". " + APPROVE_HINT);
        }
    }

    private long paceMilli() {
        try {
            long milli = new BigDecimal(layers.text(Setting.PACE)).movePointRight(3).longValue();
            if (milli >= 0) {
                return milli;
            }
        } catch (NumberFormatException notANumber) {
            throw bad(Setting.PACE,
                    "Write a number, such as 1 for real time, 0.1 for ten times as fast, 0 for no waits.");
        }
        throw bad(Setting.PACE, "It must not be negative.");
    }

    private UserError bad(Setting setting, String hint) {
        return UserError.usage(layers.where(setting) + " cannot be \"" + layers.text(setting) + "\"", hint);
    }
}
