package lectern.notebook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A value in several representations, keyed by MIME type, of which a front end shows the richest it knows.
 *
 * <p>Text types hold a {@link String}, binary types ({@code image/png}, {@code application/pdf}) a {@code byte[]}, JSON types
 * maps, lists, strings, numbers and booleans. Bundles are immutable.
 *
 * {@snippet :
 * MimeBundle.text("3 rows").with("text/html", "<b>3</b> rows")      // → 3 rows
 * }
 */
public final class MimeBundle {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String MARKDOWN = "text/markdown";
    public static final String LATEX = "text/latex";
    public static final String SVG = "image/svg+xml";
    public static final String PNG = "image/png";
    public static final String PDF = "application/pdf";
    public static final String JSON = "application/json";

    /** Of a value that has nothing to show: a cell that ends with it has no result. */
    public static final MimeBundle NOTHING = new MimeBundle(Map.of(), Map.of());

    private final Map<String, Object> data;
    private final Map<String, Object> metadata;

    private MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
        this.data = Collections.unmodifiableMap(data);
        this.metadata = Collections.unmodifiableMap(metadata);
    }

    /** A bundle with a plain text only. */
    public static MimeBundle text(String text) {
        return of(TEXT, text);
    }

    /** A bundle with one representation. */
    public static MimeBundle of(String mimeType, Object value) {
        return new MimeBundle(new LinkedHashMap<>(), Map.of()).with(mimeType, value);
    }

    /** This bundle with one representation more, or another one for that type. */
    public MimeBundle with(String mimeType, Object value) {
        var copy = new LinkedHashMap<>(data);
        copy.put(Objects.requireNonNull(mimeType), Objects.requireNonNull(value));
        return new MimeBundle(copy, metadata);
    }

    /** This bundle with metadata for one MIME type, such as {@code width} and {@code height} of an image. */
    public MimeBundle withMetadata(String mimeType, Map<String, Object> values) {
        var copy = new LinkedHashMap<>(metadata);
        copy.put(mimeType, Map.copyOf(values));
        return new MimeBundle(data, copy);
    }

    /** The representations by MIME type, in the order in which they were given. */
    public Map<String, Object> data() {
        return data;
    }

    /** The metadata by MIME type. */
    public Map<String, Object> metadata() {
        return metadata;
    }

    /** Is there no representation at all? */
    public boolean isNothing() {
        return data.isEmpty();
    }

    @Override
    public String toString() {
        return isNothing()
                ? ""
                : data.containsKey(TEXT)
                        ? data.get(TEXT).toString()
                        : data.keySet().toString();
    }
}
