package lectern.kernel.cell.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;

/** A compiled class that the compiler may read. Its address is made up only when someone asks: it names thousands of them. */
abstract class ClassFileObject implements JavaFileObject {
    private final String binaryName;

    ClassFileObject(String binaryName) {
        this.binaryName = binaryName;
    }

    final String binaryName() {
        return binaryName;
    }

    @Override
    public abstract InputStream openInputStream() throws IOException;

    @Override
    public final Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public final boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS && simpleName.equals(binaryName.substring(binaryName.lastIndexOf('.') + 1));
    }

    @Override
    public final URI toUri() {
        return URI.create("cell:///" + binaryName.replace('.', '/') + ".class");
    }

    @Override
    public final String getName() {
        return binaryName.replace('.', '/') + ".class";
    }

    @Override
    public final NestingKind getNestingKind() {
        return null;
    }

    @Override
    public final Modifier getAccessLevel() {
        return null;
    }

    @Override
    public final long getLastModified() {
        return 0;
    }

    @Override
    public final boolean delete() {
        return false;
    }

    @Override
    public final OutputStream openOutputStream() {
        throw new UnsupportedOperationException(getName() + " is for reading only");
    }

    @Override
    public final Writer openWriter() {
        throw new UnsupportedOperationException(getName() + " is for reading only");
    }

    @Override
    public final Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(getName() + " is no text");
    }

    @Override
    public final CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException(getName() + " is no text");
    }
}
