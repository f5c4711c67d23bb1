package lectern.prelude;

import java.util.Arrays;
import lectern.notebook.Extension.Renderers;
import lectern.notebook.MimeBundle;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How arrays of ND4J are shown; touched only where ND4J is there. */
final class Nd4jPictures {
    private Nd4jPictures() {}

    static void register(Renderers registry) {
        registry.register(INDArray.class, Nd4jPictures::array);
    }

    private static MimeBundle array(INDArray array) {
        return MimeBundle.text("INDArray " + shape(array.shape()) + " " + array.dataType() + "\n" + array);
    }

    private static String shape(long... sizes) {
        String inner =
                String.join(", ", Arrays.stream(sizes).mapToObj(Long::toString).toList());
        return "(" + inner + (sizes.length == 1 ? ",)" : ")");
    }
}
