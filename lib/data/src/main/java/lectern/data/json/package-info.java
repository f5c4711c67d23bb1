/**
 * The inside of reading and writing tables as JSON: the shapes in which a table may stand in a file, cells whose numbers keep
 * their digits until the type of the column is known, and the sentences for what is no table.
 *
 * <p>Nothing here is a promise; cells use the verbs of {@code lectern.data.JsonTables}. This room calls Gson, Tablesaw and
 * {@code lectern.data.csv} (where bytes come from), and no other room.
 */
package lectern.data.json;
