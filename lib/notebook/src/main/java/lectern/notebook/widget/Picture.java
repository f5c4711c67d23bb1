package lectern.notebook.widget;

import java.util.Map;
import java.util.Objects;

/** A picture that can be replaced. */
public final class Picture extends Widget {
    Picture(byte[] bytes, String format) {
        super("Image", null, Map.of("value", bytes, "format", format, "width", "", "height", ""));
    }

    /** Shows other bytes of the same format; returns this. */
    public Picture show(byte[] bytes) {
        set(Map.of("value", bytes));
        return this;
    }

    @Override
    public String toString() {
        return "picture (" + get("format") + ", " + Objects.requireNonNull((byte[]) get("value")).length + " bytes)";
    }
}
