/**
 * The inside of the verbs on tables: keys that sort and group, statistics with one rule for missing values, joins, reshaping
 * and the small language of conditions.
 *
 * <p>Nothing here is a promise; cells use the verbs of {@code lectern.data.Tables}. This room calls Tablesaw and no other room.
 */
package lectern.data.table;
