package lectern.kernel.cell.engine;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Numbers the methods of a cell class, so that an old version finds the fields by which it hands on to a new one. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Slot {
    int value();
}
