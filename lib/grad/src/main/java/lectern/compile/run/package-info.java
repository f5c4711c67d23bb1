/**
 * Programs at work: instructions over arrays.
 *
 * <p>A {@link lectern.compile.run.Program} runs without allocating: {@code Pass64} and {@code Pass32} are fused loops
 * over tiles, {@code Product} a matrix product, {@code BatchLoop} the loop over the rows of a batch that runs block by
 * block within the cache, {@code Cascade64} a sum. Files for float32 are written from those for float64 by the program
 * {@code Narrow}. The room calls {@code lectern.compile.graph} and {@code lectern.tensor}. It is for the library
 * itself and no promise to notebooks.
 */
package lectern.compile.run;
