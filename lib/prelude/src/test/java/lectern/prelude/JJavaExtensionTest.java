package lectern.prelude;

import static org.junit.jupiter.api.Assertions.*;

import java.util.Base64;
import java.util.Map;
import java.util.ServiceLoader;
import lectern.notebook.MimeBundle;
import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** What can be told without a JJava kernel: that it is found, and how bundles are translated. */
class JJavaExtensionTest {
    @Test
    void jjavaFindsIt() {
        assertTrue(ServiceLoader.load(Extension.class).stream().anyMatch(p -> p.type() == JJavaExtension.class));
    }

    @Test
    void binaryPartsBecomeBase64() {
        byte[] pdf = {37, 80, 68, 70, -1};
        DisplayData data = JJavaExtension.convert(MimeBundle.text("three")
                .with(MimeBundle.SVG, "<svg/>")
                .with(MimeBundle.PDF, pdf)
                .withMetadata(MimeBundle.SVG, Map.of("width", 3)));
        assertEquals("three", data.getData(MIMEType.TEXT_PLAIN));
        assertEquals("<svg/>", data.getData(MIMEType.IMAGE_SVG));
        assertArrayEquals(pdf, Base64.getDecoder().decode((String) data.getData(MIMEType.APPLICATION_PDF)));
    }
}
