import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.apache.seatunnel.api.configuration.Option;
import org.apache.seatunnel.api.configuration.SingleChoiceOption;
import org.apache.seatunnel.api.configuration.util.Condition;
import org.apache.seatunnel.api.configuration.util.Expression;
import org.apache.seatunnel.api.configuration.util.OptionRule;
import org.apache.seatunnel.api.configuration.util.RequiredOption;
import org.apache.seatunnel.api.table.factory.Factory;
import org.apache.seatunnel.api.table.factory.TableSinkFactory;
import org.apache.seatunnel.api.table.factory.TableSourceFactory;
import org.apache.seatunnel.api.table.factory.TableTransformFactory;
import org.apache.seatunnel.shade.com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.seatunnel.shade.com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.seatunnel.shade.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes what the plugins in connector jars say of their options
 * (Factory.optionRule()) as JSON. Run by generate.mjs.
 *
 * <p>Arguments: the output file, then the jars. Factories are taken from each
 * jar's own service file: the loader's class path holds transforms too.
 */
public class OptionCatalog {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String SERVICES =
      "META-INF/services/" + Factory.class.getName();
  private static final List<String> COMMON =
      List.of(
          "org.apache.seatunnel.api.env.EnvCommonOptions",
          "org.apache.seatunnel.api.common.CommonOptions",
          "org.apache.seatunnel.api.sink.SinkCommonOptions");

  public static void main(String[] args) throws Exception {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode plugins = root.putArray("plugins");
    ArrayNode errors = root.putArray("errors");
    for (int i = 1; i < args.length; i++) {
      readJar(new File(args[i]), plugins, errors);
    }
    ObjectNode common = root.putObject("common");
    for (String name : COMMON) {
      readConstants(name, common.putArray(name.replaceAll(".*\\.", "")));
    }
    MAPPER.writeValue(new File(args[0]), root);
  }

  private static void readJar(File jar, ArrayNode plugins, ArrayNode errors)
      throws Exception {
    URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar.toURI().toURL()}, OptionCatalog.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    for (String name : factoryNames(jar)) {
      try {
        Factory factory =
            (Factory) loader.loadClass(name).getDeclaredConstructor().newInstance();
        String kind = kindOf(factory);
        if (kind == null) continue;
        ObjectNode plugin = plugins.addObject();
        plugin.put("kind", kind);
        plugin.put("name", factory.factoryIdentifier());
        plugin.put("jar", jar.getName());
        putRule(plugin, factory.optionRule());
      } catch (Throwable error) {
        errors.addObject().put("jar", jar.getName()).put("factory", name)
            .put("error", error.toString());
      }
    }
  }

  private static LinkedHashSet<String> factoryNames(File jar) throws Exception {
    LinkedHashSet<String> names = new LinkedHashSet<>();
    try (JarFile file = new JarFile(jar)) {
      JarEntry entry = file.getJarEntry(SERVICES);
      if (entry == null) return names;
      try (InputStream in = file.getInputStream(entry);
          BufferedReader reader =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          String name = line.replaceAll("#.*", "").trim();
          if (!name.isEmpty()) names.add(name);
        }
      }
    }
    return names;
  }

  private static String kindOf(Factory factory) {
    if (factory instanceof TableSourceFactory) return "source";
    if (factory instanceof TableSinkFactory) return "sink";
    if (factory instanceof TableTransformFactory) return "transform";
    return null;
  }

  private static void putRule(ObjectNode plugin, OptionRule rule) {
    ArrayNode required = plugin.putArray("required");
    for (RequiredOption group : rule.getRequiredOptions()) {
      ObjectNode node = required.addObject();
      node.put("rule", ruleName(group));
      if (group instanceof RequiredOption.ConditionalRequiredOptions) {
        node.set(
            "when",
            expression(((RequiredOption.ConditionalRequiredOptions) group).getExpression()));
      }
      ArrayNode options = node.putArray("options");
      for (Option<?> option : group.getOptions()) putOption(options.addObject(), option);
    }
    ArrayNode optional = plugin.putArray("optional");
    for (Option<?> option : rule.getOptionalOptions()) {
      putOption(optional.addObject(), option);
    }
  }

  private static String ruleName(RequiredOption group) {
    if (group instanceof RequiredOption.AbsolutelyRequiredOptions) return "required";
    if (group instanceof RequiredOption.ExclusiveRequiredOptions) return "exclusive";
    if (group instanceof RequiredOption.BundledRequiredOptions) return "bundled";
    if (group instanceof RequiredOption.ConditionalRequiredOptions) return "conditional";
    throw new IllegalArgumentException("Unknown rule " + group.getClass());
  }

  /** Right-associative, as SeaTunnel's ConfigValidator evaluates it. */
  private static ObjectNode expression(Expression expression) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("condition", condition(expression.getCondition()));
    if (expression.hasNext()) {
      node.put("and", Boolean.TRUE.equals(expression.and()));
      node.set("next", expression(expression.getNext()));
    }
    return node;
  }

  private static ObjectNode condition(Condition<?> condition) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("option", condition.getOption().key());
    putValue(node, "value", condition.getExpectValue());
    if (condition.hasNext()) {
      node.put("and", Boolean.TRUE.equals(condition.and()));
      node.set("next", condition(condition.getNext()));
    }
    return node;
  }

  private static void putOption(ObjectNode node, Option<?> option) {
    Type type = option.typeReference().getType();
    node.put("key", option.key());
    node.put("type", typeName(type));
    putValue(node, "default", option.defaultValue());
    node.put("description", option.getDescription());
    if (!option.getFallbackKeys().isEmpty()) {
      ArrayNode keys = node.putArray("fallback");
      option.getFallbackKeys().forEach(keys::add);
    }
    if (option instanceof SingleChoiceOption) {
      ArrayNode values = node.putArray("values");
      for (Object value : ((SingleChoiceOption<?>) option).getOptionValues()) {
        values.add(text(value));
      }
      return;
    }
    Class<?> choices = enumOf(type);
    if (choices != null) {
      ArrayNode values = node.putArray("values");
      for (Object value : choices.getEnumConstants()) values.add(text(value));
    }
  }

  /** The enum that an option, or each entry of its list, is one of. */
  private static Class<?> enumOf(Type type) {
    if (type instanceof Class && ((Class<?>) type).isEnum()) return (Class<?>) type;
    if (type instanceof ParameterizedType) {
      Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
      if (arguments.length == 1) return enumOf(arguments[0]);
    }
    return null;
  }

  private static String typeName(Type type) {
    if (type instanceof ParameterizedType) {
      ParameterizedType parameterized = (ParameterizedType) type;
      List<String> arguments = new ArrayList<>();
      for (Type argument : parameterized.getActualTypeArguments()) {
        arguments.add(typeName(argument));
      }
      return typeName(parameterized.getRawType()) + "<" + String.join(",", arguments) + ">";
    }
    if (type instanceof Class) {
      Class<?> cls = (Class<?>) type;
      return cls.isEnum() ? "Enum" : cls.getSimpleName();
    }
    return "Object";
  }

  /** What SeaTunnel compares settings with: toString(), not name(). */
  private static String text(Object value) {
    return String.valueOf(value);
  }

  private static void putValue(ObjectNode node, String key, Object value) {
    if (value == null) return;
    boolean plain =
        !(value instanceof Enum || value instanceof TemporalAmount || value instanceof Class);
    try {
      node.set(key, plain ? MAPPER.valueToTree(value) : MAPPER.valueToTree(text(value)));
    } catch (RuntimeException error) {
      node.put(key, String.valueOf(value));
    }
  }

  private static void readConstants(String className, ArrayNode options) throws Exception {
    Class<?> cls;
    try {
      cls = Class.forName(className);
    } catch (ClassNotFoundException error) {
      return;
    }
    for (Field field : cls.getFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && Option.class.isAssignableFrom(field.getType())) {
        putOption(options.addObject(), (Option<?>) field.get(null));
      }
    }
  }
}
