package lectern.kernel.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.kernel.json.Json;

/** What the connection file says: where to listen and how messages are signed. */
public record ConnectionInfo(
        String transport,
        String ip,
        int shell,
        int iopub,
        int stdin,
        int control,
        int heartbeat,
        String key,
        String scheme) {

    /** Reads a connection file; the kernel never writes one. */
    public static ConnectionInfo read(Path file) throws IOException {
        var json = Json.parseObject(Files.readAllBytes(file));
        String transport = Json.string(json, "transport", "tcp");
        String ip = Json.string(json, "ip", "127.0.0.1");
        if (!transport.equals("tcp") && !transport.equals("ipc")) {
            throw new IOException("transport " + transport + " in " + file + ": expected tcp or ipc");
        }
        return new ConnectionInfo(
                transport,
                ip,
                port(json.get("shell_port"), "shell_port"),
                port(json.get("iopub_port"), "iopub_port"),
                port(json.get("stdin_port"), "stdin_port"),
                port(json.get("control_port"), "control_port"),
                port(json.get("hb_port"), "hb_port"),
                Json.string(json, "key", ""),
                Json.string(json, "signature_scheme", "hmac-sha256"));
    }

    private static int port(Object value, String name) throws IOException {
        if (value instanceof Number number && number.intValue() > 0) {
            return number.intValue();
        }
        throw new IOException("connection file: " + name + " is " + value + ", expected a port number");
    }

    /** The endpoint for one port. */
    String address(int port) {
        return transport.equals("tcp") ? "tcp://" + ip + ":" + port : "ipc://" + ip + "-" + port;
    }

    byte[] keyBytes() {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
