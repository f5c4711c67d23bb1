package lectern.data.csv;

import java.util.Locale;
import tech.tablesaw.api.ColumnType;

/** What a column holds. */
public enum Kind {
    /** Nothing but missing values so far. */
    EMPTY,
    /** Whole numbers of 64 bits. */
    INTEGER,
    /** Decimal numbers of 64 bits. */
    DECIMAL,
    BOOLEAN,
    DATE,
    DATETIME,
    TEXT,
    /** Text as it turned out in a late row; read in a second pass. */
    LATER;

    /** The kind that somebody asks for by a word, a class of Java or a type of Tablesaw. */
    public static Kind of(Object wanted) {
        if (wanted instanceof Kind kind) {
            return kind;
        }
        String word = switch (wanted) {
            case Class<?> type -> type.getSimpleName();
            case ColumnType type -> type.name();
            case null -> "null";
            default -> wanted.toString();
        };
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "text", "string", "str", "object", "category" -> TEXT;
            case "int", "integer", "long", "short", "int32", "int64", "int16" -> INTEGER;
            case "double", "float", "decimal", "number", "float64", "float32" -> DECIMAL;
            case "boolean", "bool" -> BOOLEAN;
            case "date", "localdate", "local_date" -> DATE;
            case "datetime", "localdatetime", "local_date_time", "timestamp" -> DATETIME;
            default ->
                throw new IllegalArgumentException(
                        "There is no type '" + word
                                + "' for a column; the types are \"text\", \"int\", \"double\", \"boolean\", \"date\" and \"datetime\".");
        };
    }
}
