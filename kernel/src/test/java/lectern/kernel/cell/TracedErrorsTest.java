package lectern.kernel.cell;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with code that can be stopped: nobody sees a difference. */
class TracedErrorsTest extends ErrorsTest {
    private DebugSession session;

    @BeforeEach
    void attach() {
        session = new DebugSession(Notebook.fresh());
    }

    @AfterEach
    void detach() {
        session.close();
    }
}
