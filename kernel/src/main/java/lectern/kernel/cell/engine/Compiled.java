package lectern.kernel.cell.engine;

import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import lectern.kernel.cell.engine.CellWriter.Result;
import lectern.kernel.cell.source.UnitSource;

/**
 * What the compiler made of a cell.
 *
 * @param errors why there are no classes, where there are none
 * @param types the types of variables declared with {@code var}
 * @param result whether the cell has a value
 * @param kept variables that stay where an earlier cell has declared them, with the class that holds them
 */
record Compiled(
        UnitSource unit,
        Map<String, byte[]> classes,
        List<Diagnostic<? extends JavaFileObject>> errors,
        Map<String, String> types,
        Result result,
        Map<String, String> kept) {}
