package lectern.kernel;

import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.Interpreter.CellIo;
import lectern.kernel.protocol.Kernel;
import lectern.notebook.Claim;
import lectern.notebook.Displayable;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Quote;

/** The notebook around a cell, as library code sees it. */
public final class KernelHost implements Host {
    private final Kernel kernel;
    private final Future<Interpreter> interpreter;

    public KernelHost(Kernel kernel, Future<Interpreter> interpreter) {
        this.kernel = kernel;
        this.interpreter = interpreter;
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        inCell(io -> io.display(bundle, displayId));
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        inCell(io -> io.update(bundle, displayId));
    }

    @Override
    public void clearOutput(boolean wait) {
        inCell(io -> io.clearOutput(wait));
    }

    private static void inCell(Consumer<CellIo> action) {
        CellIo io = CellScope.current();
        if (io != null) {
            action.accept(io);
        }
    }

    @Override
    public MimeBundle render(Object value) {
        if (interpreter.isDone()) {
            return interpreter.resultNow().render(value);
        }
        return value instanceof Displayable shown ? shown.toMimeBundle() : MimeBundle.text(String.valueOf(value));
    }

    @Override
    public boolean interruptRequested() {
        return kernel.interruptRequested();
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public String input(String prompt, boolean secret) {
        CellIo io = CellScope.current();
        return io == null ? null : io.input(prompt, secret);
    }

    @Override
    public Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers) {
        return kernel.comms().open(target, data, metadata, buffers);
    }

    @Override
    public String requestId() {
        return kernel.requestId();
    }

    @Override
    public Quote quote(String verb, int argument) {
        return interpreter.isDone() ? interpreter.resultNow().quote(verb, argument) : Quote.NONE;
    }

    /** Of a claim that holds the notebook keeps a record for whoever prints it; front ends show nothing of that. */
    @Override
    public void claimed(Claim claim) {
        display(claim.toMimeBundle(), null);
    }

    @Override
    public void onCommOpen(String target, CommTarget handler) {
        kernel.comms().register(target, handler);
    }
}
