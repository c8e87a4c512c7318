package baton.reading;

import java.util.List;

/** All recognisers in the order in which they run: what others look at comes first. */
final class Recognisers {

    private static final List<Recogniser> ALL = List.of(new TitleRecogniser(), new MermaidRecogniser(),
            new AgentSectionRecogniser(), new AgentQueueRecogniser(), new PhaseRecogniser(),
            new FrontMatterRecogniser(),
            new StoryRecogniser(), new BlueprintRecogniser(), new TaskListRecogniser(), new TableRecogniser(),
            new LimitsRecogniser(),
            ListRecogniser.deliverables(), ListRecogniser.completion(), ListRecogniser.successFactors(),
            new FileListRecogniser(), new DependencyRecogniser(), new TaskOrderRecogniser(),
            new ChainRecogniser(), new ProtocolRecogniser(), new ContextRecogniser());

    private Recognisers() {}

    static List<Recogniser> all() {
        return ALL;
    }
}
