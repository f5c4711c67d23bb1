/**
 * Networks, losses and activations on tensors.
 *
 * <p>{@link lectern.nn.Nn} holds the verbs that every notebook sees; {@link lectern.nn.TrainingRun} is what every
 * training answers, whichever engine ran it. Networks on Deeplearning4j lie in {@code lectern.nn.dl4j}, which this room
 * does not know. It calls {@code lectern.notebook}, {@code lectern.tensor} and {@code lectern.grad}.
 */
package lectern.nn;
