package baton.cli.record;

import baton.engine.fact.RecordedEvent;
import baton.runtime.SessionRecord;
import baton.view.Projector;
import baton.view.Sentences;
import baton.view.SessionView;
import baton.view.compare.Parting;
import baton.view.compare.Parting.Next;
import baton.wire.EventCodec;

/** Finds how far two records are the same, by their hashes: one that is the same stands for all before it. */
public final class CommonBeginning {
    private CommonBeginning() {}

    public static Parting of(SessionRecord one, SessionRecord other) {
        long events = events(one, other);
        var view = view(one, events);
        var usage = view.spend().usage();
        return new Parting(events, events == 0 ? "" : one.hashAt(events), view.head().runMs(), view.spend().turns(),
                usage.inputTokens(), usage.outputTokens(), next(one, view, events + 1), next(other, view, events + 1));
    }

    /** The highest number under which both have the same hash, found by halving. */
    private static long events(SessionRecord one, SessionRecord other) {
        long same = 0;
        long step = 1;
        while (isSame(one, other, same + step)) {
            same += step;
            step *= 2;
        }
        while (step > 0) {
            if (isSame(one, other, same + step)) {
                same += step;
            }
            step /= 2;
        }
        return same;
    }

    private static boolean isSame(SessionRecord one, SessionRecord other, long seq) {
        String hash = one.hashAt(seq);
        return !hash.isEmpty() && hash.equals(other.hashAt(seq));
    }

    /** The view after so many events. */
    static SessionView view(SessionRecord record, long events) {
        var view = SessionView.EMPTY;
        try (var facts = record.events(1, events)) {
            for (var all = facts.iterator(); all.hasNext();) {
                view = Projector.boards(view, all.next());
            }
        }
        return view;
    }

    private static Next next(SessionRecord record, SessionView view, long seq) {
        try (var facts = record.events(seq, seq)) {
            return facts.findFirst().map(fact -> next(view, fact)).orElse(Next.NONE);
        }
    }

    private static Next next(SessionView before, RecordedEvent fact) {
        var after = Projector.boards(before, fact);
        return new Next(EventCodec.nameOf(fact.event()), Sentences.of(after, fact).whole().value());
    }
}
