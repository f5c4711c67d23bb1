/**
 * Networks: the way from plain arrays to Deeplearning4j and back, with a training loop that a notebook can watch and
 * stop.
 *
 * <p>{@link lectern.nn.Nn} holds the verbs that every notebook sees. ND4J loads its native library (a few seconds)
 * with the first array, not before. Our own networks, losses and activations work on tensors. This room calls
 * {@code lectern.notebook}, {@code lectern.tensor}, {@code lectern.grad}, Deeplearning4j and ND4J.
 */
package lectern.nn;
