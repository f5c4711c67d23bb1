package lectern.kernel.cell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import lectern.notebook.Extension;
import lectern.notebook.Lazy;

/** Offers two libraries of one class each that are on no class path: one as it should be, one with other bytes than are expected. */
public final class HeavyExtension implements Extension {
    private static final String VERSION = "1.0";

    @Override
    public String name() {
        return "heavy";
    }

    @Override
    public List<Lazy> lazy() {
        return List.of(
                library("heavy", "heavy.stone", sha256(jar("heavy.stone"))),
                library("spoilt", "spoilt.milk", "0".repeat(64)),
                new Lazy("foreign", "Foreign", "foreign.land", List.of("foreign.land"), List.of()));
    }

    private static Lazy library(String name, String packageName, String sum) {
        var jar = new Lazy.Jar("test:" + name + ":" + VERSION, sum, jar(packageName).length);
        return new Lazy(name, "Library " + name, packageName, List.of(packageName), List.of(jar));
    }

    /** Puts the jars where Maven looks for them. */
    static void publish(Path repository) throws IOException {
        for (var name : List.of("heavy.stone", "spoilt.milk")) {
            var artifact = name.substring(0, name.indexOf('.'));
            var folder = Files.createDirectories(
                    repository.resolve("test").resolve(artifact).resolve(VERSION));
            Files.write(folder.resolve(artifact + "-" + VERSION + ".jar"), jar(name));
        }
    }

    /** A jar with the class {@code Thing}, whose static {@code weight()} is 7. */
    private static byte[] jar(String packageName) {
        var thing = ClassFile.of()
                .build(
                        ClassDesc.of(packageName, "Thing"),
                        type -> type.withFlags(ClassFile.ACC_PUBLIC)
                                .withMethodBody(
                                        "weight",
                                        MethodTypeDesc.of(ConstantDescs.CD_int),
                                        ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC,
                                        code -> code.loadConstant(7).ireturn()));
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry(packageName.replace('.', '/') + "/Thing.class");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(thing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
