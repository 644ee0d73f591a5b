import static org.neo4j.configuration.GraphDatabaseSettings.*;

import java.io.IOException;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** Runs Neo4j on HOME and PORT until standard input ends, which it does when the parent dies. */
public class Server {
  public static void main(String[] args) throws Exception {
    var parent = new Thread(Server::awaitParentsEnd);
    parent.setDaemon(true);
    parent.start();
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    var dbms = new DatabaseManagementServiceBuilder(Path.of(args[0]))
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, address)
        .setConfig(BoltConnector.advertised_address, address)
        .setConfig(auth_enabled, false)
        .setConfig(udc_enabled, false)
        .setConfig(pagecache_memory, ByteUnit.parse(System.getProperty("pagecache", "64m")))
        .setConfig(preallocate_logical_logs, false)
        .setConfig(preallocate_store_files, false)
        .setConfig(logical_log_rotation_threshold, ByteUnit.mebiBytes(16))
        .setConfig(keep_logical_logs, "1 files")
        .setConfig(GraphDatabaseInternalSettings.dump_diagnostics, false)
        .setConfig(GraphDatabaseInternalSettings.netty_server_shutdown_quiet_period, 0)
        .build();
    if (!dbms.database(DEFAULT_DATABASE_NAME).isAvailable(60_000)) {
      throw new IllegalStateException("the database is not available after a minute");
    }
    System.out.println("neo4jtest: ready");
    parent.join();
    dbms.shutdown();
    System.exit(0);
  }

  private static void awaitParentsEnd() {
    try {
      System.in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // A broken pipe is an ended one.
    }
  }
}
