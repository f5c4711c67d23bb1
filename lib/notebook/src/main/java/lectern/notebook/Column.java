package lectern.notebook;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What stands above the column of a record's component, and how its numbers are written.
 *
 * {@snippet :
 * record Row(String loss, @Column("MSE of $f$") double mse, @Column(value = "share", format = "%.0f %%") double share) {}
 * table(List.of(new Row("values", 3.1e-9, 50), new Row("both", 4.4e-9, 25)), "%.1e");
 * }
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Column {
    /** The heading; mathematics between dollars. */
    String value();

    /** A format of {@link String#format} for the numbers of this column; empty takes that of the table. */
    String format() default "";
}
