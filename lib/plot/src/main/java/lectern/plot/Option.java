package lectern.plot;

import java.util.Arrays;
import lectern.plot.layer.Choice;
import lectern.plot.layer.Setting;

/** One setting of a plotting verb, such as {@code dashed()}, {@code color("C1")} or {@code bins(20)}. */
public final class Option implements Choice {
    private final Setting setting;
    private final Object value;

    Option(Setting setting, Object value) {
        this.setting = setting;
        this.value = value;
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    public String toString() {
        return setting.word() + " "
                + switch (value) {
                    case Object[] items -> Arrays.toString(items);
                    case double[] numbers -> Arrays.toString(numbers);
                    default -> value;
                };
    }
}
