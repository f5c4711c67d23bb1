package lectern.kernel.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain maps, lists, strings, numbers, booleans and null.
 *
 * <p>Only the streaming half of the JSON library is used: nothing is bound to classes, so nothing that arrives can choose what is
 * instantiated, and a kernel start loads a handful of classes instead of a hundred.
 */
public final class Json {
    private Json() {}

    /** Reads one object; throws {@link IllegalArgumentException} when the text is anything else. */
    public static Map<String, Object> parseObject(byte[] utf8) {
        if (parse(new String(utf8, StandardCharsets.UTF_8)) instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked")
            var object = (Map<String, Object>) map;
            return object;
        }
        throw new IllegalArgumentException("expected a JSON object");
    }

    /** Reads any JSON value; throws {@link IllegalArgumentException} for malformed text. */
    public static Object parse(String text) {
        var reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.LEGACY_STRICT);
        try {
            Object value = read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("text after the JSON value");
            }
            return value;
        } catch (IOException | IllegalStateException | NumberFormatException | JsonParseException e) {
            throw new IllegalArgumentException("malformed JSON: " + e.getMessage(), e);
        }
    }

    private static Object read(JsonReader reader) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                var map = new LinkedHashMap<String, Object>();
                reader.beginObject();
                while (reader.hasNext()) {
                    map.put(reader.nextName(), read(reader));
                }
                reader.endObject();
                yield map;
            }
            case BEGIN_ARRAY -> {
                var list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(read(reader));
                }
                reader.endArray();
                yield list;
            }
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> number(reader.nextString());
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            default -> throw new IllegalArgumentException("unexpected end of JSON");
        };
    }

    private static Number number(String digits) {
        boolean integral = digits.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9') && digits.length() < 19;
        if (integral) {
            return Long.valueOf(digits);
        }
        return Double.valueOf(digits);
    }

    /** The UTF-8 text of a value. */
    public static byte[] bytes(Object value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The JSON text of a value. Byte arrays become base64, numbers that JSON cannot express (NaN, infinities) become null, other
     * objects their {@code toString}.
     */
    public static String text(Object value) {
        var out = new StringWriter();
        var writer = new JsonWriter(out);
        writer.setStrictness(Strictness.LENIENT);
        writer.setHtmlSafe(false);
        try {
            write(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonWriter writer, Object value) throws IOException {
        switch (value) {
            case null -> writer.nullValue();
            case String text -> writer.value(text);
            case Boolean truth -> writer.value(truth.booleanValue());
            case Long integer -> writer.value(integer.longValue());
            case Integer integer -> writer.value(integer.longValue());
            case Number number -> writeNumber(writer, number);
            case Raw raw -> writer.jsonValue(raw.json());
            case Map<?, ?> map -> {
                writer.beginObject();
                for (var entry : map.entrySet()) {
                    writer.name(String.valueOf(entry.getKey()));
                    write(writer, entry.getValue());
                }
                writer.endObject();
            }
            case Iterable<?> items -> {
                writer.beginArray();
                for (Object item : items) {
                    write(writer, item);
                }
                writer.endArray();
            }
            case byte[] bytes -> writer.value(Base64.getEncoder().encodeToString(bytes));
            default -> writeOther(writer, value);
        }
    }

    private static void writeNumber(JsonWriter writer, Number number) throws IOException {
        if (Double.isFinite(number.doubleValue())) {
            writer.value(number);
        } else {
            writer.nullValue();
        }
    }

    private static void writeOther(JsonWriter writer, Object value) throws IOException {
        if (!value.getClass().isArray()) {
            writer.value(value.toString());
            return;
        }
        writer.beginArray();
        for (int i = 0; i < Array.getLength(value); i++) {
            write(writer, Array.get(value, i));
        }
        writer.endArray();
    }

    /** Text that is JSON already. */
    record Raw(String json) {}

    /** The text under a key, or a default when there is none or it is no text. */
    public static String string(Map<String, Object> object, String key, String fallback) {
        return object.get(key) instanceof String text ? text : fallback;
    }

    /** The truth value under a key, or a default. */
    public static boolean flag(Map<String, Object> object, String key, boolean fallback) {
        return object.get(key) instanceof Boolean truth ? truth : fallback;
    }

    /** The integer under a key, or a default. */
    public static int integer(Map<String, Object> object, String key, int fallback) {
        return object.get(key) instanceof Number number ? number.intValue() : fallback;
    }

    /** The object under a key; an empty one when there is none. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(Map<String, Object> object, String key) {
        return object.get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The list under a key; an empty one when there is none. */
    public static List<?> list(Map<String, Object> object, String key) {
        return object.get(key) instanceof List<?> list ? list : List.of();
    }
}
