package baton.cli.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import baton.plan.Plan;
import baton.plan.assist.Citation;
import baton.plan.assist.Screening.Dropped;
import baton.plan.assist.Screening.Kept;
import baton.plan.assist.Screening.Reason;
import baton.plan.assist.Screening.Screened;
import baton.reading.planfile.PlanTree;
import baton.reading.planfile.PlanYamlWriter;
import baton.reading.planfile.PlanYamlWriter.Remark;
import baton.settings.ModelName;
import baton.view.text.Amounts;
import baton.view.text.StyledLine;
import baton.view.text.TextWidth;
import baton.view.text.Tone;
import com.github.difflib.DiffUtils;

/** What a model proposed, for a person: each part as a change of {@code plan.yaml} with the words it rests on. */
final class ProposalPage {
    private static final int WORDS_COLUMNS_MAX = 160;
    private static final int DROPPED_MAX = 20;

    private final Plan before;
    private final Screened screened;
    private final int malformed;

    /** {@code malformed} entries of the answer were no proposals at all. */
    ProposalPage(Plan before, Screened screened, int malformed) {
        this.before = before;
        this.screened = screened;
        this.malformed = malformed;
    }

    /** How many hold, how many do not and why, and what was spent. */
    StyledLine head(ModelName model, String spent) {
        int kept = screened.kept().size();
        var head = StyledLine.of(Tone.STRONG, model + " proposes " + (kept == 0
                ? "nothing that holds"
                : Amounts.of(kept, "addition")));
        int all = screened.dropped().size() + malformed;
        return head
                .and((all == 0 ? "" : "; " + all + (all == 1 ? " more was" : " more were") + " dropped: " + reasons())
                        + ". " + spent);
    }

    private String reasons() {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        screened.dropped().forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
        var reasons = new ArrayList<String>();
        counts.forEach((reason, count) -> reasons.add(count + " " + reason.words()));
        if (malformed > 0) {
            reasons.add(malformed + " not as asked for");
        }
        return String.join(", ", reasons);
    }

    /** What does not hold, a line each. */
    List<StyledLine> dropped() {
        return screened.dropped().stream().limit(DROPPED_MAX).map(ProposalPage::line).toList();
    }

    private static StyledLine line(Dropped one) {
        return StyledLine.of(Tone.DIM, "  dropped  " + one.proposal().part() + " \""
                + TextWidth.cut(one.proposal().title(), WORDS_COLUMNS_MAX) + "\" " + one.reason().words() + ": "
                + TextWidth.cut(one.detail(), WORDS_COLUMNS_MAX));
    }

    /** What holds: numbered, with its citations and its lines. */
    List<StyledLine> kept() {
        var page = new ArrayList<StyledLine>();
        Plan last = before;
        int number = 1;
        for (Kept one : screened.kept()) {
            page.add(StyledLine.EMPTY);
            var cites = one.proposal().cites();
            for (int i = 0; i < cites.size(); i++) {
                page.add(StyledLine.of(Tone.STRONG, i == 0 ? String.format(Locale.ROOT, "%3d  ", number) : "     ")
                        .and(Tone.DIM, cites.get(i).place() + "  ").and("\"" + cut(cites.get(i).quote()) + "\""));
            }
            diff(last, one.after(), page);
            last = one.after();
            number++;
        }
        return page;
    }

    private static void diff(Plan before, Plan after, List<StyledLine> page) {
        var patch = DiffUtils.diff(PlanYamlWriter.write(before).lines().toList(),
                PlanYamlWriter.write(after).lines().toList());
        patch.getDeltas().forEach(delta -> {
            delta.getSource().getLines().forEach(line -> page.add(StyledLine.of(Tone.BAD, "     - " + line)));
            delta.getTarget().getLines().forEach(line -> page.add(StyledLine.of(Tone.GOOD, "     + " + line)));
        });
    }

    private static String cut(String quote) {
        return TextWidth.cut(quote, WORDS_COLUMNS_MAX);
    }

    /** A comment for {@code plan.yaml} above each part that was entered: who proposed it, and on what words it rests. */
    static List<Remark> remarks(Plan before, List<Kept> kept, ModelName model) {
        var tree = PlanTree.of(before);
        Map<String, Integer> next = new TreeMap<>();
        var remarks = new ArrayList<Remark>();
        for (Kept one : kept) {
            String part = one.proposal().part();
            int index = next.getOrDefault(part, tree.get(part) instanceof List<?> there ? there.size() : 0);
            next.put(part, index + 1);
            remarks.add(new Remark(part, index, "proposed by " + model + " and entered on a yes"));
            for (Citation citation : one.proposal().cites()) {
                remarks.add(new Remark(part, index, citation.place() + " says \"" + cut(citation.quote()) + "\""));
            }
        }
        return remarks;
    }
}
