package io.datalark.examples;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Sells made-up products and prints how many of each were sold since the first start. */
public final class RunningTotals {
  private static final int PRODUCTS = 20;

  private RunningTotals() {}

  public static void main(String[] args) throws Exception {
    double rate = 1;
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (!"--rate".equals(args[i])) {
        throw new IllegalArgumentException(
            "Unknown argument " + args[i] + "; there is only --rate <sales per second>.");
      }
      rate = Double.parseDouble(args[i + 1]);
    }

    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    GeneratorFunction<Long, Long> product = index -> 1 + index % PRODUCTS;
    env.fromSource(
            new DataGeneratorSource<>(
                product, Long.MAX_VALUE, RateLimiterStrategy.perSecond(rate), Types.LONG),
            WatermarkStrategy.noWatermarks(),
            "sales")
        .uid("sales")
        .keyBy(id -> id, Types.LONG)
        .process(new Total())
        .uid("totals")
        .name("totals")
        .print()
        .uid("print");
    env.execute("running-totals");
  }

  private static final class Total extends KeyedProcessFunction<Long, Long, String> {
    private transient ValueState<Long> total;

    @Override
    public void open(OpenContext context) {
      total = getRuntimeContext().getState(new ValueStateDescriptor<>("total", Types.LONG));
    }

    @Override
    public void processElement(Long id, Context context, Collector<String> out) throws Exception {
      long next = (total.value() == null ? 0 : total.value()) + 1;
      total.update(next);
      out.collect("product " + id + " sold " + next);
    }
  }
}
