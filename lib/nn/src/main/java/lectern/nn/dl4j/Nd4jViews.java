package lectern.nn.dl4j;

import java.util.Arrays;
import lectern.notebook.MimeBundle;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How arrays of ND4J and networks of Deeplearning4j show themselves in a notebook. */
public final class Nd4jViews {
    private Nd4jViews() {}

    /** Shape, type and numbers of an array; those of a view are copied first, since ND4J prints some of them wrongly. */
    public static MimeBundle array(INDArray array) {
        String shape = Arrays.stream(array.shape())
                .mapToObj(Long::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        String head = "INDArray (" + shape + (array.rank() == 1 ? ",) " : ") ") + array.dataType();
        boolean plain = array.isEmpty() || array.rank() == 0 || !array.isView() && array.ordering() == 'c';
        return MimeBundle.text(head + "\n" + (plain ? array : array.dup('c')));
    }

    /** The layers of a network with their shapes and numbers of parameters. */
    public static MimeBundle network(NeuralNetwork network) {
        return MimeBundle.text(
                switch (network) {
                    case MultiLayerNetwork layers -> {
                        if (!layers.isInitCalled()) {
                            layers.init();
                        }
                        yield layers.summary().strip();
                    }
                    case ComputationGraph graph -> {
                        graph.init();
                        yield graph.summary().strip();
                    }
                    default -> network.toString();
                });
    }
}
