package lectern.data.csv;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Columns that ended as text although every value looks like a number in somebody's way of writing: {@code 0,5} or
 * {@code 1.234,5} or {@code 1,234}. Which number is meant is either certain or asked for in a sentence.
 */
final class Lookalikes {
    /** What the values of a column look like together. */
    record Look(
            boolean numbers,
            boolean comma,
            boolean decimalOnly,
            boolean groupsOnly,
            boolean outside,
            boolean point,
            boolean zeros) {
        /** Numbers of the convention in force, which only a type could not hold. */
        boolean plain() {
            return numbers && !comma;
        }
    }

    private final String point;
    private final String other;
    private final Pattern plain;
    private final Pattern decimal;
    private final Pattern groups;
    private final Pattern both;

    /** For a decimal sign in force, point or comma; the other one of the two is what values are searched for. */
    Lookalikes(char decimalSign) {
        point = decimalSign == ',' ? "," : ".";
        other = decimalSign == ',' ? "." : ",";
        String p = Pattern.quote(point);
        String o = Pattern.quote(other);
        plain = Pattern.compile("\\s*[+-]?(\\d+(" + p + "\\d*)?|" + p + "\\d+)([eE][+-]?\\d+)?\\s*");
        // 1,5  0,123  12345,678  1.234,5: the sign can only stand before decimals
        decimal = Pattern.compile("\\s*[+-]?((\\d{1,3}(" + p + "\\d{3})+|\\d*)" + o + "\\d+)([eE][+-]?\\d+)?\\s*");
        // 1,234  12,345,678  1,234.5
        groups = Pattern.compile("\\s*[+-]?\\d{1,3}(" + o + "\\d{3})+(" + p + "\\d*)?\\s*");
        both = Pattern.compile("\\s*[+-]?[1-9]\\d{0,2}" + o + "\\d{3}\\s*");
    }

    /** Looks at values up to the first that is no number in any way. */
    Look look(List<String> values) {
        boolean comma = false;
        boolean decimalOnly = false;
        boolean groupsOnly = false;
        boolean outside = false;
        boolean hasPoint = false;
        boolean zeros = false;
        int seen = 0;
        for (String value : values) {
            if (value.isEmpty()) {
                continue;
            }
            seen++;
            if (value.length() > 400 || !(value.charAt(0) <= '9')) {
                return new Look(false, comma, false, false, false, false, false);
            }
            if (plain.matcher(value).matches()) {
                String digits = value.strip();
                boolean whole = digits.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
                hasPoint |= !whole;
                zeros |= whole && digits.replaceFirst("^[+-]", "").matches("0\\d+");
                if (!whole) {
                    double x = Double.parseDouble(digits.replace(point, "."));
                    outside |= Double.isInfinite(x) || x == 0 && digits.matches("[^eE]*[1-9].*");
                }
                continue;
            }
            boolean asDecimal = decimal.matcher(value).matches();
            boolean asGroups = groups.matcher(value).matches();
            if (!asDecimal && !asGroups) {
                return new Look(false, comma, false, false, false, false, false);
            }
            comma = true;
            if (!both.matcher(value).matches()) {
                decimalOnly |= asDecimal;
                groupsOnly |= asGroups && !asDecimal;
            }
        }
        return new Look(seen > 0, comma, decimalOnly, groupsOnly, outside, hasPoint, zeros);
    }

    /** Refuses a column of text that can only be meant as numbers; {@code null} when it is fine as text. */
    String complaint(List<String> values, Look look, char thousands) {
        if (!look.numbers()) {
            return null;
        }
        if (look.comma()) {
            String example =
                    values.stream().filter(v -> v.contains(other)).findFirst().orElseThrow();
            String sure = look.decimalOnly() == look.groupsOnly()
                    ? "it can be a decimal number or one with a sign between thousands. "
                    : "";
            return Problem.quoted(example) + " looks like a number that is written in another way; " + sure
                    + "Say decimal('" + other + "') or "
                    + (thousands == other.charAt(0)
                            ? "leave out thousands, since not every group has three digits"
                            : "thousands('" + other + "')");
        }
        if (look.outside()) {
            return "it holds numbers that no double can hold (5e-324 to 1.8e308), which would become infinite or zero; "
                    + "keep them";
        }
        if (look.point() && !look.zeros()) {
            return "it holds decimal numbers and whole ones beyond 64 bits, which would lose digits; "
                    + "say the type \"double\" to round them";
        }
        return null;
    }
}
