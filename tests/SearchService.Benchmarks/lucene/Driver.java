import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Apache Lucene 8 on the benchmark's tokens: {@code index}, {@code merge} and {@code search}, one a run. */
final class Driver {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        switch (arguments[0]) {
            case "version":
                out.println(org.apache.lucene.util.Version.LATEST + "\t" + Runtime.version());
                break;
            case "index": // tokens, folder, threads
                out.println(Indexing.build(arguments[1], arguments[2], Integer.parseInt(arguments[3])));
                break;
            case "merge": // folder
                Indexing.merge(arguments[1]);
                break;
            case "search": // folder, queries, warm-up rounds, rounds
                Searching.run(arguments[1], arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]), out);
                break;
            default:
                throw new IllegalArgumentException(arguments[0]);
        }
        out.flush();
    }
}
