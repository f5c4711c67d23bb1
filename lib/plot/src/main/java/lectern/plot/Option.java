package lectern.plot;

import java.util.function.Consumer;

/**
 * One setting of a plotting verb, such as {@code dashed()}, {@code color("C1")} or {@code bins(20)}.
 *
 * @param setting writes the setting down
 */
public record Option(Consumer<Style> setting) {
    void apply(Style style) {
        setting.accept(style);
    }
}
