package lectern.kernel.debug;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the debugger says before it is attached, and to a language that has none. */
class DebuggerTest {
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final Debugger debugger = new Debugger(() -> null, events::add);

    private Map<String, Object> ask(String command) {
        return debugger.answer(Map.of("type", "request", "seq", 11, "command", command));
    }

    @Test
    void informsAnyTime() {
        var answer = ask("debugInfo");
        assertEquals(true, answer.get("success"));
        assertEquals("response", answer.get("type"));
        assertEquals(11, answer.get("request_seq"));
        assertEquals("debugInfo", answer.get("command"));
        var body = (Map<?, ?>) answer.get("body");
        assertEquals(false, body.get("isStarted"));
        assertEquals("Murmur2", body.get("hashMethod"));
        assertEquals(List.of(), body.get("breakpoints"));
        assertEquals(List.of(), body.get("stoppedThreads"));
        assertEquals(true, body.get("richRendering"));
        assertEquals(true, body.get("copyToGlobals"));
        assertTrue(body.get("tmpFileSuffix").equals(".java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attach",
                "dumpCell",
                "setBreakpoints",
                "setExceptionBreakpoints",
                "configurationDone",
                "threads",
                "stackTrace",
                "scopes",
                "source",
                "continue",
                "next",
                "stepIn",
                "stepOut",
                "pause",
                "evaluate",
                "copyToGlobals",
                "disconnect",
                "initialize",
                "inspectVariables",
                "nosuch",
                ""
            })
    void declinesInWords(String command) {
        var answer = ask(command);
        assertEquals(false, answer.get("success"));
        assertTrue(answer.get("message").toString().length() > 10, answer.toString());
        assertEquals(List.of(), events);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,3990065800",
                "a,2167009006",
                "int x = 1;,1721718547",
                "var s = \"ä€😀\";,3090323767",
                "abcdefg,3677849364"
            })
    void namesTextsAsOtherKernelsDo(String text, long hash) {
        // Values of the reference implementation in Python, for the number that the Python kernel begins with.
        assertEquals(hash, Murmur2.hash(text, 0xc70f6907));
    }

    @ParameterizedTest
    @CsvSource({
        "notebook.Cell3_1.Point,Point",
        "java.util.List<java.lang.Integer>,List<Integer>",
        "double[][],double[][]",
        "notebook.Cell3_1$Outer$Inner,Outer.Inner",
        "int,int"
    })
    void typesAreShort(String type, String brief) {
        assertEquals(brief, Describer.brief(type));
    }
}
