package lectern.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private final Numbers numbers = new Numbers('.', (char) 0);

    private Numbers.Form scan(Numbers by, String text) {
        byte[] bytes = ("x" + text + "y").getBytes(StandardCharsets.US_ASCII);
        return by.scan(bytes, 1, bytes.length - 1);
    }

    private void same(String text) {
        double expected = Double.parseDouble(text);
        Numbers.Form form = scan(numbers, text);
        double actual = form == Numbers.Form.WHOLE ? numbers.whole : numbers.decimal;
        assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(actual), () -> text + " " + form);
    }

    @Test
    void decimalsAreTheNearestDoubles() {
        var random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            double x = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(x)) {
                same(Double.toString(x));
            }
            same(Double.toString(random.nextGaussian() * 1e3));
            same((random.nextLong() >>> random.nextInt(50)) + "." + (random.nextLong() >>> 1 + random.nextInt(60)));
            same((random.nextLong() >>> 1 + random.nextInt(50)) + "e" + (random.nextInt(120) - 60));
        }
    }

    @Test
    void halfWaysBetweenDoublesAreRoundedToEven() {
        var random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            // An odd multiple of half a unit in the last place, exact in few digits.
            long bits = (1L << 53) + random.nextLong(1L << 53);
            same(Long.toString(2 * bits + 1) + ".0");
            same(new java.math.BigDecimal(2 * bits + 1)
                    .movePointLeft(random.nextInt(6))
                    .toPlainString());
            same(new java.math.BigDecimal(bits)
                    .add(new java.math.BigDecimal("0.5"))
                    .divide(new java.math.BigDecimal(1 << random.nextInt(8)))
                    .toPlainString());
        }
        same("9007199254740993.0");
        same("4.9e-324");
        same("2.2250738585072011e-308");
        same("1.7976931348623157e308");
        same("0.000000000000000000000000000000000000000000000000000000000000000000000000000001");
        same("100000000000000000000000000000000000000000000000.5");
    }

    @Test
    void formsAreToldApart() {
        assertEquals(Numbers.Form.WHOLE, scan(numbers, "9223372036854775807"));
        assertEquals(Long.MAX_VALUE, numbers.whole);
        assertEquals(Numbers.Form.WHOLE, scan(numbers, "+17"));
        assertEquals(Numbers.Form.HUGE, scan(numbers, "9223372036854775808"));
        assertEquals(Numbers.Form.HUGE, scan(numbers, "-99999999999999999999"));
        assertEquals(Numbers.Form.ZEROS, scan(numbers, "007"));
        assertEquals(7, numbers.whole);
        assertEquals(Numbers.Form.WHOLE, scan(numbers, "0"));
        assertEquals(Numbers.Form.DECIMAL, scan(numbers, "-0"));
        assertEquals(Numbers.Form.DECIMAL, scan(numbers, "0e999"));
        assertEquals(Numbers.Form.OUTSIDE, scan(numbers, "1e309"));
        assertEquals(Numbers.Form.OUTSIDE, scan(numbers, "0.1e-400"));
        for (String none : new String[] {
            "", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,2", "0x1", "1f", "1d", "1_0", "--1", "1-"
        }) {
            assertEquals(Numbers.Form.NONE, scan(numbers, none), none);
        }
    }

    @Test
    void thousandsNeedGroupsOfThree() {
        var grouped = new Numbers('.', ',');
        assertEquals(Numbers.Form.WHOLE, scan(grouped, "-1,234,567"));
        assertEquals(-1_234_567, grouped.whole);
        assertEquals(Numbers.Form.DECIMAL, scan(grouped, "12,345.75"));
        assertEquals(12_345.75, grouped.decimal);
        for (String none :
                new String[] {"1,5", "12,34", "1234,567", ",123", "1,234,5", "1,,234", "1,23.5", "0.1,234"}) {
            assertEquals(Numbers.Form.NONE, scan(grouped, none), none);
        }
    }
}
