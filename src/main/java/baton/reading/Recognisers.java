package baton.reading;

import java.util.List;

/** All recognisers in the order in which they run: what others look at comes first. */
final class Recognisers {

    private static final List<Recogniser> PEOPLE = List.of(new TitleRecogniser(), new MermaidRecogniser(),
            new AgentSectionRecogniser(), new AgentQueueRecogniser(), new FrontMatterRecogniser(),
            new StoryRecogniser(), new BlueprintRecogniser(), new TaskListRecogniser(), new TableRecogniser(),
            new AgentMentionRecogniser());
    private static final List<Recogniser> WORK = List.of(new PhaseRecogniser(), new GanttRecogniser(),
            new WorkListRecogniser(), new LimitsRecogniser(),
            ListRecogniser.deliverables(), ListRecogniser.completion(), ListRecogniser.successFactors(),
            new FileListRecogniser(), new DependencyRecogniser(), new TaskOrderRecogniser(),
            new ChainRecogniser(), new ProtocolRecogniser(), new ContextRecogniser());

    private Recognisers() {}

    /** Those that find out who takes part. */
    static List<Recogniser> people() {
        return PEOPLE;
    }

    /** Those that read what there is to do, once every name is known. */
    static List<Recogniser> work() {
        return WORK;
    }
}
