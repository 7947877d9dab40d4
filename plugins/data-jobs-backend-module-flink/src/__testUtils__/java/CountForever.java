import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Counts for ever and keeps state; fails at once when told to. */
public class CountForever {
  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("refuse")) {
      throw new IllegalArgumentException("I was told to refuse");
    }
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    env.enableCheckpointing(1000);
    env.fromSequence(0, Long.MAX_VALUE - 1)
        .map(n -> { Thread.sleep(50); return n; }).returns(Types.LONG).uid("slow")
        .sinkTo(new DiscardingSink<>());
    env.execute(args.length > 0 ? args[0] : "count-forever");
  }
}
