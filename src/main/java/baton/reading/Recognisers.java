package baton.reading;

import java.util.List;

import baton.reading.agreement.CheckpointRecogniser;
import baton.reading.agreement.CommandRecogniser;
import baton.reading.agreement.ContextRecogniser;
import baton.reading.agreement.DecisionRecogniser;
import baton.reading.agreement.FileListRecogniser;
import baton.reading.agreement.FileTreeRecogniser;
import baton.reading.agreement.GateRecogniser;
import baton.reading.agreement.LimitsRecogniser;
import baton.reading.agreement.MetricSentenceRecogniser;
import baton.reading.agreement.PhaseInference;
import baton.reading.agreement.PhaseMembersRecogniser;
import baton.reading.agreement.PhaseRecogniser;
import baton.reading.agreement.PlaybookRecogniser;
import baton.reading.agreement.ProseRecogniser;
import baton.reading.agreement.ProtocolRecogniser;
import baton.reading.agreement.QuestionRecogniser;
import baton.reading.agreement.TemplateRecogniser;
import baton.reading.agreement.TitleRecogniser;
import baton.reading.agreement.TopicListRecogniser;
import baton.reading.found.Recogniser;
import baton.reading.team.AgentItemRecogniser;
import baton.reading.team.AgentMentionRecogniser;
import baton.reading.team.AgentQueueRecogniser;
import baton.reading.team.AgentSectionRecogniser;
import baton.reading.team.AgentTableRecogniser;
import baton.reading.team.ChainTeamRecogniser;
import baton.reading.team.ColumnsRecogniser;
import baton.reading.team.NarratedTeamRecogniser;
import baton.reading.team.RecurringTeamRecogniser;
import baton.reading.team.RosterLines;
import baton.reading.team.TeamInference;
import baton.reading.team.TeamLineRecogniser;
import baton.reading.team.TitledAgentRecogniser;
import baton.reading.team.ToldTeamRecogniser;
import baton.reading.tree.FenceTeamRecogniser;
import baton.reading.tree.FrontMatterRecogniser;
import baton.reading.tree.MermaidRecogniser;
import baton.reading.tree.YamlFenceRecogniser;
import baton.reading.work.BlueprintRecogniser;
import baton.reading.work.ChainRecogniser;
import baton.reading.work.DayTextRecogniser;
import baton.reading.work.DependencyRecogniser;
import baton.reading.work.ExchangeTableRecogniser;
import baton.reading.work.GanttRecogniser;
import baton.reading.work.HandOutRecogniser;
import baton.reading.work.MatrixRecogniser;
import baton.reading.work.NamedTitles;
import baton.reading.work.NarratedWorkRecogniser;
import baton.reading.work.NeedClauseRecogniser;
import baton.reading.work.OrderSheetRecogniser;
import baton.reading.work.OrderTableRecogniser;
import baton.reading.work.OwnedFormRecogniser;
import baton.reading.work.OwnedItemRecogniser;
import baton.reading.work.OwnedListRecogniser;
import baton.reading.work.OwnerInference;
import baton.reading.work.PhaseStepRecogniser;
import baton.reading.work.SaidAgainRecogniser;
import baton.reading.work.StepRecogniser;
import baton.reading.work.StoryRecogniser;
import baton.reading.work.SupplyRecogniser;
import baton.reading.work.TableRecogniser;
import baton.reading.work.TaskListRecogniser;
import baton.reading.work.TaskOrderRecogniser;
import baton.reading.work.WorkListRecogniser;

/** All recognisers in the order in which they run: what others look at comes first, what is plain by its form before the rest. */
final class Recognisers {

    private static final List<Recogniser> PEOPLE = List.of(new TitleRecogniser(), new FenceTeamRecogniser(),
            new MermaidRecogniser(),
            new OrderSheetRecogniser(), new OwnedListRecogniser(), new OwnedItemRecogniser(), new AgentItemRecogniser(),
            new AgentSectionRecogniser(), new AgentQueueRecogniser(), new PhaseRecogniser(),
            new FrontMatterRecogniser(), new StoryRecogniser(), new BlueprintRecogniser(), new TaskListRecogniser(),
            new AgentTableRecogniser(), new TableRecogniser(), new TeamLineRecogniser(), new AgentMentionRecogniser(),
            new TitledAgentRecogniser(), new ChainTeamRecogniser(),
            new NarratedTeamRecogniser(), new TeamInference(), new RecurringTeamRecogniser(), new OwnerInference(),
            new ToldTeamRecogniser());
    private static final List<Recogniser> WORK = List.of(new GanttRecogniser(), new YamlFenceRecogniser(),
            new TemplateRecogniser(), new CommandRecogniser(), new FileTreeRecogniser(), new DecisionRecogniser(),
            new QuestionRecogniser(), new PlaybookRecogniser(), new ColumnsRecogniser(), new TopicListRecogniser(),
            new MetricSentenceRecogniser(),
            new CheckpointRecogniser(), new GateRecogniser(), new StepRecogniser(), new OwnedFormRecogniser(),
            new WorkListRecogniser(), new HandOutRecogniser(), new TableRecogniser(), new ExchangeTableRecogniser(),
            new OrderTableRecogniser(),
            new MatrixRecogniser(), new PhaseMembersRecogniser(), new PhaseStepRecogniser(),
            new FileListRecogniser(),
            new NeedClauseRecogniser(), DependencyRecogniser.ofPlans(), new SupplyRecogniser(),
            new TaskOrderRecogniser(), new ChainRecogniser(), new ProtocolRecogniser(), new LimitsRecogniser(),
            new ContextRecogniser(), new DayTextRecogniser(), new NarratedWorkRecogniser(),
            DependencyRecogniser.ofToldPlans(), new ProseRecogniser(), new NamedTitles(),
            new PhaseInference(),
            new RosterLines(), new SaidAgainRecogniser());

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
