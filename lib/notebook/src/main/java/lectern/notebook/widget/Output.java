package lectern.notebook.widget;

import java.util.List;
import java.util.Map;
import lectern.notebook.Host;
import lectern.notebook.Notebook;

/** A place on the page that takes what code prints and shows. */
public final class Output extends Widget {
    Output() {
        super("@jupyter-widgets/output", "1.0.0", "Output", "Output", null, Map.of("msg_id", "", "outputs", List.of()));
    }

    /** Runs the action; what it prints and displays appears here in place of what was here before. */
    public void capture(Runnable action) {
        Host host = Notebook.host();
        set(Map.of("msg_id", host.requestId()));
        try {
            host.clearOutput(true);
            action.run();
        } finally {
            set(Map.of("msg_id", ""));
        }
    }

    @Override
    public String toString() {
        return "output";
    }
}
