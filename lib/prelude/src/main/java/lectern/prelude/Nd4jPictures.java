package lectern.prelude;

import lectern.nn.dl4j.Nd4jViews;
import lectern.notebook.Extension.Renderers;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How arrays of ND4J and networks of Deeplearning4j are shown; touched only where both are there. */
final class Nd4jPictures {
    private Nd4jPictures() {}

    static void register(Renderers registry) {
        registry.register(INDArray.class, Nd4jViews::array);
        registry.register(NeuralNetwork.class, Nd4jViews::network);
    }
}
