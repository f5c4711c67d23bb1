package lectern.kernel.cell.run;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.language.Interpreter.CellIo;
import lectern.notebook.Captured;
import lectern.notebook.MimeBundle;

/** Keeps what a cell prints and shows; questions still go to the person in front of the notebook. */
public final class CapturingIo implements CellIo {
    private final CellIo outer;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<MimeBundle> shown = new ArrayList<>();

    public CapturingIo(CellIo outer) {
        this.outer = outer;
    }

    /** Runs work whose output is kept, on the calling thread and on those that it starts. */
    public <T> T during(Interrupter.Code<T> work) throws Throwable {
        Streams.enter(this);
        try {
            return work.call();
        } finally {
            Streams.drainNativeOutput();
            Streams.enter(outer);
        }
    }

    /** What has come so far. */
    public synchronized Captured captured() {
        return new Captured(out.toString(), err.toString(), List.copyOf(shown));
    }

    @Override
    public synchronized void stdout(String text) {
        out.append(text);
    }

    @Override
    public synchronized void stderr(String text) {
        err.append(text);
    }

    @Override
    public synchronized void display(MimeBundle bundle, String displayId) {
        shown.add(bundle);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        outer.update(bundle, displayId);
    }

    @Override
    public synchronized void clearOutput(boolean wait) {
        shown.clear();
        out.setLength(0);
        err.setLength(0);
    }

    @Override
    public String input(String prompt, boolean password) {
        return outer.input(prompt, password);
    }
}
