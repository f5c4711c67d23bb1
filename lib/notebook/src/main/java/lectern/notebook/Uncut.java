package lectern.notebook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose methods an interrupt leaves to finish, because an exception in their midst would spoil something that later
 * cells need, such as a lock or an array that helpers are writing to.
 *
 * <p>An interrupt sets the interrupt flag of the cell's thread. Only where nobody takes notice of that, an exception is thrown into
 * the thread, wherever it is; but never while a method of a marked class, or of a class nested in it, is on the stack. So such
 * methods should be short, or look at the flag themselves.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Uncut {}
