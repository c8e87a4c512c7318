package baton.reading;

import java.util.List;

/** All recognisers in the order in which they run: what others look at comes first, what is plain by its form before the rest. */
final class Recognisers {

    private static final List<Recogniser> PEOPLE = List.of(new TitleRecogniser(), new MermaidRecogniser(),
            new OrderSheetRecogniser(), new OwnedListRecogniser(), new OwnedItemRecogniser(), new AgentItemRecogniser(),
            new AgentSectionRecogniser(), new AgentQueueRecogniser(), new PhaseRecogniser(),
            new FrontMatterRecogniser(), new StoryRecogniser(), new BlueprintRecogniser(), new TaskListRecogniser(),
            new AgentTableRecogniser(), new TableRecogniser(), new TeamLineRecogniser(), new AgentMentionRecogniser(),
            new TitledAgentRecogniser(), new ChainTeamRecogniser(),
            new NarratedTeamRecogniser(), new TeamInference(), new RecurringTeamRecogniser(), new OwnerInference());
    private static final List<Recogniser> WORK = List.of(new GanttRecogniser(), new YamlFenceRecogniser(),
            new TemplateRecogniser(), new CommandRecogniser(), new FileTreeRecogniser(), new DecisionRecogniser(),
            new QuestionRecogniser(), new PlaybookRecogniser(), new ColumnsRecogniser(), new TopicListRecogniser(),
            new CheckpointRecogniser(), new GateRecogniser(), new StepRecogniser(), new OwnedFormRecogniser(),
            new WorkListRecogniser(), new HandOutRecogniser(), new TableRecogniser(), new ExchangeTableRecogniser(),
            new MatrixRecogniser(),
            new FileListRecogniser(),
            new DependencyRecogniser(), new SupplyRecogniser(),
            new TaskOrderRecogniser(), new ChainRecogniser(), new ProtocolRecogniser(), new LimitsRecogniser(),
            new ContextRecogniser(), new NarratedWorkRecogniser(), new ProseRecogniser(), new NamedTitles(),
            new PhaseInference());

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
