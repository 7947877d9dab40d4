import java.io.File;
import org.apache.seatunnel.shade.com.typesafe.config.ConfigException;
import org.apache.seatunnel.shade.com.typesafe.config.ConfigFactory;
import org.apache.seatunnel.shade.com.typesafe.config.ConfigRenderOptions;

/** Prints per file, on one line, what SeaTunnel's own parser makes of it. */
public class ParseJobs {
  public static void main(String[] files) {
    for (String file : files) {
      String parsed;
      try {
        parsed =
            ConfigFactory.parseFile(new File(file))
                .root()
                .render(ConfigRenderOptions.concise());
      } catch (ConfigException refused) {
        parsed = "refused";
      }
      System.out.println(parsed);
    }
  }
}
