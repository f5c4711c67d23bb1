/**
 * Networks on Deeplearning4j: the way from plain arrays and tensors to ND4J and back, and a training loop that a
 * notebook can watch and stop.
 *
 * <p>{@link lectern.nn.dl4j.Dl4j} holds the verbs that every notebook sees. All that names ND4J lies here, so that the
 * other rooms work where its jars are not; its native library (a few seconds) is loaded with the first array, not
 * before. This room calls {@code lectern.nn}, {@code lectern.notebook}, {@code lectern.tensor}, Deeplearning4j and ND4J.
 */
package lectern.nn.dl4j;
