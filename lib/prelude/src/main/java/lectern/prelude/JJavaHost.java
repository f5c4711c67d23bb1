package lectern.prelude;

import java.util.Map;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/** A stock JJava kernel as the surroundings of a cell; it knows no clearing of output and no widgets. */
final class JJavaHost implements Host {
    private final BaseKernel kernel;

    JJavaHost(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public void display(MimeBundle bundle, String displayId) {
        DisplayData data = JJavaExtension.convert(bundle);
        if (displayId != null) {
            // Written directly: setDisplayId has another signature in every second version of JJava.
            data.putTransientData("display_id", displayId);
        }
        kernel.display(data);
    }

    @Override
    public void update(MimeBundle bundle, String displayId) {
        kernel.getIO().display.updateDisplay(displayId, JJavaExtension.convert(bundle));
    }

    @Override
    public void clearOutput(boolean wait) {
        // JJava offers libraries no way to do this; output below it is right without it, only longer.
    }

    @Override
    public MimeBundle render(Object value) {
        DisplayData data = kernel.getRenderer().render(value);
        var bundle = MimeBundle.text(String.valueOf(value));
        for (String type : JJavaExtension.MIME_TYPES) {
            String[] parts = type.split("/");
            Object part = data.getData(new MIMEType(parts[0], null, subtype(parts[1]), suffix(parts[1])));
            bundle = part == null ? bundle : bundle.with(type, part);
        }
        return bundle;
    }

    private static String subtype(String name) {
        int plus = name.indexOf('+');
        return plus < 0 ? name : name.substring(0, plus);
    }

    private static String suffix(String name) {
        int plus = name.indexOf('+');
        return plus < 0 ? null : name.substring(plus + 1);
    }

    @Override
    public boolean interruptRequested() {
        return Thread.currentThread().isInterrupted();
    }

    @Override
    public boolean interactive() {
        return true;
    }

    @Override
    public String input(String prompt, boolean secret) {
        if (secret) {
            throw new UnsupportedOperationException("A stock JJava kernel would show the password while it is typed. "
                    + "Choose the kernel 'Java (Lectern)' in the menu, or read the password from a file.");
        }
        return Host.super.input(prompt, false);
    }

    @Override
    public Comm openComm(String target, Map<String, Object> data, Map<String, Object> metadata, byte[]... buffers) {
        throw new UnsupportedOperationException("Widgets need the kernel 'Java (Lectern)'; a stock JJava kernel has "
                + "none. Choose that kernel in the menu, or set the values in the cell.");
    }
}
