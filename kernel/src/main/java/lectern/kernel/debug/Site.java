package lectern.kernel.debug;

import java.util.List;
import java.util.Set;

/**
 * A place in traced code where a line begins.
 *
 * @param path the cell, see {@link CellSources}
 * @param line counted from one
 * @param method name for people, null for the statements of the cell itself
 * @param locals the variables in sight, the innermost last
 * @param caught names of the exceptions that are caught around the line
 */
record Site(String path, int line, String method, List<Local> locals, Set<String> caught) {
    /** Would the method handle this exception if the line threw it? */
    boolean catches(Throwable thrown) {
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (caught.contains(type.getName())) {
                return true;
            }
        }
        return false;
    }
}
