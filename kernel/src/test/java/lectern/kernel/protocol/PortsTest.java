package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ports that somebody else has when the kernel starts. */
class PortsTest {
    @TempDir
    Path data;

    @Test
    void aPortThatIsTakenForAMomentIsWaitedFor() throws Exception {
        var connection = Client.connection("tcp", "127.0.0.1");
        var taken = new ServerSocket(connection.control(), 1, InetAddress.getLoopbackAddress());
        var released = CompletableFuture.runAsync(() -> {
            try (taken) {
                Thread.sleep(300);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
        try (var client = Client.at(connection, data)) {
            String id = client.send(client.control, "kernel_info_request", Map.of());
            assertEquals(id, client.receive(client.control).parent().get("msg_id"));
        }
        released.get(10, TimeUnit.SECONDS);
    }
}
