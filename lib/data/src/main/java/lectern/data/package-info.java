/**
 * Data for lectures: known tables that come with the library, generated ones, downloads with checksums, and what is
 * done with them before and after learning (splitting, scaling, encoding, scoring).
 *
 * <p>Numbers are plain {@code double[][]} with one sample a row, and {@code int[]} labels that count from zero;
 * tables are those of Tablesaw. Everything random takes a seed. {@link lectern.data.Datasets} holds the verbs that
 * every notebook sees. This room calls {@code lectern.notebook} and Tablesaw, and no other room.
 */
package lectern.data;
