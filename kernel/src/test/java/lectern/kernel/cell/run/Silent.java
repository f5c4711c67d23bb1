package lectern.kernel.cell.run;

import lectern.kernel.language.Interpreter.CellIo;
import lectern.notebook.MimeBundle;

/** Keeps what a cell prints, and answers what it asks. */
@SuppressWarnings("JdkObsolete") // several threads write
final class Silent implements CellIo {
    final StringBuffer out = new StringBuffer();
    final StringBuffer err = new StringBuffer();
    volatile String answer;

    @Override
    public void stdout(String text) {
        out.append(text);
    }

    @Override
    public void stderr(String text) {
        err.append(text);
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        throw new AssertionError("nothing is shown here");
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        throw new AssertionError("nothing is shown here");
    }

    @Override
    public void clearOutput(boolean wait) {
        throw new AssertionError("nothing is shown here");
    }

    @Override
    public String input(String prompt, boolean password) {
        return answer;
    }
}
