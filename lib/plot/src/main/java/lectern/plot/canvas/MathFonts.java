package lectern.plot.canvas;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.CRC32;
import lectern.notebook.UserFolders;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.FontInfo;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * The fonts of formulas, read from files that all processes of a user share.
 *
 * <p>The typesetter hands streams to Java, and Java copies each into a temporary file of its own, which stays when the process is
 * ended from outside: three for every kernel that is restarted by force. Fonts from files need no copy. Where the shared folder
 * cannot be had, the typesetter's own way remains.
 */
final class MathFonts {
    private static FontInfo[] shared;

    private MathFonts() {}

    /** Puts fonts that read shared files in the place of those that the typesetter has not loaded yet. */
    static synchronized void share() {
        try {
            Field all = DefaultTeXFont.class.getDeclaredField("fontInfo");
            all.setAccessible(true);
            var infos = (FontInfo[]) all.get(null);
            // Alphabets that are loaded later come in a new, longer array.
            if (infos == shared) {
                return;
            }
            Path folder = UserFolders.closedCache();
            for (int i = 0; i < infos.length; i++) {
                if (infos[i] != null && infos[i].getClass() == FontInfo.class) {
                    infos[i] = new Shared(infos[i], folder);
                }
            }
            shared = infos;
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            // The typesetter has changed inside, or there is no folder: its own way draws the same.
            shared = null;
        }
    }

    /** A font of the typesetter with everything that it knew, and another source for its outlines. */
    private static final class Shared extends FontInfo {
        private final Object base;
        private final String path;
        private final Path folder;
        private Font font;

        Shared(FontInfo of, Path folder) throws ReflectiveOperationException {
            // The constructor enters the new one into the table of all fonts.
            super(
                    (int) value(of, "fontId"),
                    value(of, "base"),
                    (String) value(of, "path"),
                    (String) value(of, "fontName"),
                    0,
                    (float) value(of, "xHeight"),
                    (float) value(of, "space"),
                    (float) value(of, "quad"),
                    (String) value(of, "boldVersion"),
                    (String) value(of, "romanVersion"),
                    (String) value(of, "ssVersion"),
                    (String) value(of, "ttVersion"),
                    (String) value(of, "itVersion"));
            for (Field field : FontInfo.class.getDeclaredFields()) {
                int modifiers = field.getModifiers();
                if (Modifier.isStatic(modifiers)) {
                    continue;
                }
                field.setAccessible(true);
                if (!Modifier.isFinal(modifiers)) {
                    field.set(this, field.get(of));
                } else if (field.getType() == Map.class) {
                    copy((Map<?, ?>) field.get(of), (Map<?, ?>) field.get(this));
                }
            }
            base = value(of, "base");
            path = (String) value(of, "path");
            font = (Font) value(of, "font");
            this.folder = folder;
        }

        private static Object value(FontInfo of, String name) throws ReflectiveOperationException {
            Field field = FontInfo.class.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(of);
        }

        @SuppressWarnings("unchecked")
        private static void copy(Map<?, ?> from, Map<?, ?> to) {
            ((Map<Object, Object>) to).putAll(from);
        }

        @Override
        public Font getFont() {
            if (font == null) {
                try {
                    font = Font.createFont(Font.TRUETYPE_FONT, file().toFile())
                            .deriveFont(TeXFormula.PIXELS_PER_POINT * TeXFormula.FONT_SCALE_FACTOR);
                } catch (IOException | FontFormatException e) {
                    font = super.getFont();
                }
            }
            return font;
        }

        /** The font's file, written by whichever process needs it first. Its name holds a checksum of its content. */
        private Path file() throws IOException {
            Class<?> owner = base == null ? FontInfo.class : base.getClass();
            byte[] content;
            try (InputStream in = owner.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IOException("there is no " + path);
                }
                content = in.readAllBytes();
            }
            var sum = new CRC32();
            sum.update(content);
            String name = path.substring(path.lastIndexOf('/') + 1);
            Path file = folder.resolve(Long.toHexString(sum.getValue()) + "-" + name);
            if (!Files.isRegularFile(file) || Files.size(file) != content.length) {
                Path part = Files.createTempFile(folder, name, ".part");
                try {
                    Files.write(part, content);
                    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(part);
                }
            }
            return file;
        }
    }
}
