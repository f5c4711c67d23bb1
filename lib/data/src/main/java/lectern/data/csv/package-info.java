/**
 * The inside of reading and writing separated values: what encoding and separator a file has, a tokenizer on bytes, numbers
 * without loss, columns that widen when a later row asks for it, and the sentences for what is wrong.
 *
 * <p>Nothing here is a promise; cells use the verbs of {@code lectern.data.Csv}. This room calls {@code lectern.notebook} and
 * Tablesaw, and no other room.
 */
package lectern.data.csv;
