package baton.wire;

import java.util.List;

import baton.engine.fact.Action;
import baton.engine.fact.Action.Access;
import baton.engine.fact.Evidence;
import baton.engine.fact.Filling;
import baton.engine.fact.HandoffNote;
import baton.engine.fact.HandoffNote.NotedArtifact;
import baton.engine.fact.ToolSpec;
import baton.plan.TaskWish;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ActionReaderTest {

    private final ActionReader reader = new ActionReader();

    @Test
    void workspaceCallsAreClassifiedByWhatTheyTouch() {
        assertEquals(new Action.Workspace(Access.READ, "src"), read("list_files", "{'path':'src','depth':2}"));
        assertEquals(new Action.Workspace(Access.READ, ""), read("list_files", "{}"));
        assertEquals(new Action.Workspace(Access.READ, ""), read("search_files", "{'query':'x'}"));
        assertEquals(new Action.Workspace(Access.READ, "a.md"), read("read_file", "{'path':'a.md'}"));
        assertEquals(new Action.Workspace(Access.WRITE, "a.md"), read("write_file", "{'path':'a.md','content':'x'}"));
        assertEquals(new Action.Workspace(Access.WRITE, "a.md"), read("edit_file", "{'path':'a.md'}"));
        assertEquals("read_file needs \"path\": the file, from the workspace root.", reason("read_file", "{}"));
    }

    @Test
    void aCommandIsTakenAsItStandsOrNotAtAll() {
        assertEquals(new Action.RunCommand(List.of("git", "commit", "-m", " a b ")),
                read("run_command", "{'argv':['git','commit','-m',' a b ']}"));
        for (String arguments : List.of("{'argv':'git status'}", "{'argv':[]}", "{'argv':['a',1]}", "{}",
                "{'command':'rm -rf /'}")) {
            assertTrue(reason("run_command", arguments).startsWith("run_command needs \"argv\": a list"), arguments);
        }
    }

    @Test
    void aCompleteCoordinationCallIsReadFieldByField() {
        assertEquals(new Action.ReportBlocker("P1", "access", "no key", "a key"), read("report_blocker",
                "{'severity':'P1','kind':'access','text':'no key','needs':'a key'}"));
        assertEquals(new Action.AskQuestion("Which?", List.of("a", "b"), "a"),
                read("ask_question", "{'text':'Which?','options':['a','b'],'recommendation':'a'}"));
        assertEquals(new Action.ProposeDecision("Store", "Which store?", List.of("x", "y"), "x", "fast"),
                read("propose_decision", "{'title':'Store','question':'Which store?','options':['x','y'],"
                        + "'recommendation':'x','reason':'fast'}"));
        assertEquals(new Action.PublishContract("api", "1.1", "api.yaml", "adds b"), read("publish_contract",
                "{'name':'api','version':'1.1','path':'api.yaml','summary':'adds b'}"));
        assertEquals(new Action.ShareFinding("Slow", "It is slow.", true),
                read("share_finding", "{'title':'Slow','text':'It is slow.','urgent':true}"));
        assertEquals(new Action.UpdateStatus(40, "reading", "the table"),
                read("update_status", "{'percent':40,'text':'reading','next_update':'the table'}"));
        assertEquals(new Action.HandOff("ben", new HandoffNote(List.of("a"), List.of("b"), List.of("c"), List.of("d"),
                List.of(new NotedArtifact("x.md", "the draft")), "e")),
                read("hand_off", "{'to':'ben','completed':['a'],'dependencies_ready':['b'],'blockers':['c'],"
                        + "'next_steps':['d'],'artifacts':[{'path':'x.md','description':'the draft'}],'notes':'e'}"));
        assertEquals(new Action.CompleteTask("done", List.of(
                new Evidence("1", Evidence.Kind.ARTIFACT, "x.md", "section 2"),
                new Evidence("tests pass", Evidence.Kind.CHECK, "mvn test", ""))),
                read("complete_task", "{'summary':'done','evidence':[{'criterion':'1','kind':'artifact','ref':'x.md',"
                        + "'note':'section 2'},{'criterion':'tests pass','kind':'check','ref':'mvn test'}]}"));
    }

    @Test
    void habitsOfModelsAreUnderstood() {
        assertEquals(new Action.UpdateStatus(40, "on", ""), read("update_status", "{'Percent':'40 %','Status':'on'}"));
        assertEquals(new Action.UpdateStatus(40, "", ""), read("update_status", "{'progress':39.6}"));
        assertEquals(new Action.AskQuestion("Which?", List.of("a", "b"), ""),
                read("ask_question", "{'question':'Which?','options':'- a\\n- b\\n','recommendation':null}"));
        assertEquals(new Action.AskQuestion("Which?", List.of("a: first", "b"), ""),
                read("ask_question", "{'text':'Which?','options':[{'key':'a','text':'first'},'b',null]}"));
        assertEquals(new Action.AskQuestion("Which?", List.of("a", "b"), ""),
                read("ask_question", "{'text':'Which?','options':'[\\\"a\\\",\\\"b\\\"]'}"));
        assertEquals(new Action.ReportBlocker("P0", "technical", "down", ""),
                read("report_blocker", "{'severity':'Critical','description':'down'}"));
        assertEquals(new Action.HandOff("", new HandoffNote(List.of("all"), List.of(), List.of(), List.of("rest"),
                List.of(new NotedArtifact("x.md", "")), "")),
                read("hand_off", "{'note':{'completed':'all','nextSteps':['rest'],'artifacts':['x.md']}}"));
        assertEquals(new Action.CompleteTask("done", List.of(new Evidence("1", Evidence.Kind.ARTIFACT, "x.md", ""),
                new Evidence("2", Evidence.Kind.ARTIFACT, "y.md", ""))),
                read("complete_task", "{'summary':'done','evidence':['x.md',{'path':'y.md'}]}"));
        assertEquals(new Action.ShareFinding("first line", "first line\nsecond", true),
                read("share_finding", "{'text':'first line\\nsecond','urgent':'yes'}"));
        assertEquals(new Action.CompleteTask("packed", List.of()), reader.read("complete_task",
                "\"{\\\"summary\\\":\\\"packed\\\"}\""));
    }

    @Test
    void whatIsMissingIsNamed() {
        assertEquals("report_blocker needs \"text\": what stops you.", reason("report_blocker", "{'severity':'P1'}"));
        assertEquals("report_blocker: the severity is P0, P1, P2 or P3, not \"P9\".",
                reason("report_blocker", "{'severity':'P9','text':'x'}"));
        assertEquals("ask_question needs \"text\": the question.", reason("ask_question", ""));
        assertEquals("propose_decision needs \"options\": a list of the ways open, as texts.",
                reason("propose_decision", "{'question':'q'}"));
        assertEquals("update_status: \"percent\" is a whole number from 0 to 100, not 140.",
                reason("update_status", "{'percent':140}"));
        assertEquals("complete_task needs \"summary\": what is done, in a few sentences.",
                reason("complete_task", "{'summary':'  '}"));
        assertTrue(reason("complete_task", "{'summary':'s','evidence':[{'criterion':'1','kind':'trust me','ref':'x'}]}")
                .startsWith("complete_task: each piece of evidence needs"));
        assertEquals("There is no tool \"fly\". Use one of the tools you were given.", reason("fly", "{}"));
    }

    @Test
    void whatIsNoObjectIsSaidSo() {
        for (String arguments : List.of("{", "[1]", "\"text\"", "12", "{'a':1} x", "null")) {
            String reason = reason("hand_off", arguments);
            assertTrue(reason.startsWith("hand_off: ") && reason.endsWith("Send the arguments as one JSON object."),
                    reason);
        }
    }

    @Test
    void everyToolOfTheCatalogueIsReadAndItsSchemaIsJson() {
        for (ToolSpec tool : ToolCatalogue.COORDINATION) {
            assertInstanceOf(Json.Obj.class, Json.parse(tool.parametersJson()), tool.name());
            assertTrue(!reason(tool.name(), "{}").startsWith("There is no tool"), tool.name());
        }
        assertEquals(List.of("update_status", "share_finding", "publish_contract", "ask_question", "propose_decision",
                "report_blocker", "hand_off", "complete_task"),
                ToolCatalogue.COORDINATION.stream().map(ToolSpec::name).toList());
    }

    private Action read(String tool, String arguments) {
        return reader.read(tool, arguments.replace('\'', '"'));
    }

    private String reason(String tool, String arguments) {
        return assertInstanceOf(Action.Malformed.class, read(tool, arguments)).reason();
    }

    @Test
    void anOrchestratorsCallsAreReadAsModelsWriteThem() {
        assertEquals(new Action.Delegate("", List.of(), TaskWish.of("Read it", "writer")
                .with(List.of("T-1"), List.of("a.md"), List.of("is short")).withBrief("For the board").withTimeBox(15)),
                reader.read("delegate", """
                        {"task_title":"Read it","assignee":"writer","dependsOn":"T-1","outputs":["a.md"],
                         "acceptance_criteria":"- is short","context":"For the board","time_box_minutes":"15"}"""));
        assertEquals(new Action.Delegate("brief", List.of(new Filling("title", List.of("Read")),
                new Filling("deliverables", List.of("a", "b"))), TaskWish.of("", "")),
                reader.read("delegate",
                        "{\"template\":\"brief\",\"slots\":{\"title\":\"Read\",\"deliverables\":[\"a\",\"b\"]}}"));
        assertEquals(new Action.Split("T-2", List.of(TaskWish.of("one", ""), TaskWish.of("two", "writer"))),
                reader.read("split",
                        "{\"task\":\"T-2\",\"parts\":[\"one\",{\"title\":\"two\",\"agent\":\"writer\"}]}"));
        assertEquals(new Action.Reassign("T-2", "writer", ""),
                reader.read("reassign", "{\"task_id\":\"T-2\",\"to\":\"writer\"}"));
        assertEquals(new Action.ResolveBlocker("B-1", "use the copy"),
                reader.read("resolve_blocker", "{\"blocker\":\"B-1\",\"resolution\":\"use the copy\"}"));
        assertEquals(new Action.Finish("All there.", List.of(new Evidence("1", Evidence.Kind.TASK, "T-2", ""))),
                reader.read("finish",
                        "{\"summary\":\"All there.\",\"evidence\":[{\"kind\":\"task\",\"ref\":\"T-2\"}]}"));
    }

    @Test
    void whatAnOrchestratorsCallsLackIsNamed() {
        assertEquals("delegate needs \"agent\": who does it, by the id in your team list.",
                reason("delegate", "{'title':'x'}"));
        assertEquals("split needs \"parts\": two or more, each with a title.", reason("split", "{'task':'T-1'}"));
        assertEquals("reprioritise needs \"priority\": critical, high, medium or low.",
                reason("reprioritise", "{'task':'T-1'}"));
        assertEquals("finish needs \"summary\": what is done, in a few sentences.", reason("finish", "{}"));
        assertTrue(reason("finish", "{'summary':'s','evidence':[{'kind':'hope','ref':'x'}]}")
                .startsWith("finish: each piece of evidence needs"));
    }
}
