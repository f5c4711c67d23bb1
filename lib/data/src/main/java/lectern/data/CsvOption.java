package lectern.data;

import java.util.function.UnaryOperator;
import lectern.data.csv.Settings;

/** One option of {@link Csv#readCsv} and {@link Csv#writeCsv}, made by a verb such as {@code separator(';')}. */
public final class CsvOption {
    private final UnaryOperator<Settings> change;

    CsvOption(UnaryOperator<Settings> change) {
        this.change = change;
    }

    static Settings all(CsvOption... options) {
        var settings = new Settings();
        for (CsvOption option : options) {
            settings = option.change.apply(settings);
        }
        return settings;
    }
}
