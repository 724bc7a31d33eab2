import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/** Rounds over all queries, first to warm up, then timed; of each query the median. */
final class Searching {
    private static final int SIZE = 10;

    private interface Ask {
        void ask(Query query) throws Exception;
    }

    /** Prints a line a query (total, facets, scores, microseconds full and top 10), then views a second on one thread and on two. */
    static void run(String folder, String file, int warmUp, int rounds, PrintStream out) throws Exception {
        Query[] queries = Files.readAllLines(Path.of(file)).stream().map(Queries::parse).toArray(Query[]::new);
        try (FSDirectory directory = FSDirectory.open(Path.of(folder)); DirectoryReader reader = DirectoryReader.open(directory)) {
            if (reader.leaves().size() != 1) {
                throw new IllegalStateException("The index has " + reader.leaves().size() + " segments; ordinals are counted for one.");
            }
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null); // the same queries come every round: they are to be executed, not remembered
            double[] full = time(queries, warmUp, rounds, query -> full(searcher, query));
            double[] top = time(queries, warmUp, rounds, query -> searcher.search(query, SIZE));
            for (int i = 0; i < queries.length; i++) {
                Facets answer = full(searcher, queries[i]);
                StringJoiner scores = new StringJoiner(";");
                for (ScoreDoc hit : answer.hits().scoreDocs) {
                    scores.add(Float.toString(hit.score));
                }
                out.println(answer.total() + "\t" + answer.text() + "\t" + scores + "\t" + full[i] + "\t" + top[i]);
            }
            out.println(perSecond(searcher, queries, rounds, 1) + "\t" + perSecond(searcher, queries, rounds, 2));
        }
    }

    private static Facets full(IndexSearcher searcher, Query query) throws Exception {
        Facets facets = new Facets();
        searcher.search(query, facets);
        return facets.finish();
    }

    private static double[] time(Query[] queries, int warmUp, int rounds, Ask ask) throws Exception {
        double[][] times = new double[queries.length][rounds];
        for (int round = -warmUp; round < rounds; round++) {
            for (int i = 0; i < queries.length; i++) {
                long started = System.nanoTime();
                ask.ask(queries[i]);
                times[i][Math.max(round, 0)] = (System.nanoTime() - started) / 1e3;
            }
        }
        return Arrays.stream(times).mapToDouble(Searching::median).toArray();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length % 2 == 1 ? values[values.length / 2] : (values[values.length / 2 - 1] + values[values.length / 2]) / 2;
    }

    private static double perSecond(IndexSearcher searcher, Query[] queries, int rounds, int threads) throws Exception {
        AtomicInteger next = new AtomicInteger();
        int last = queries.length * rounds;
        Thread[] workers = new Thread[threads];
        long started = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            workers[t] = new Thread(() -> {
                try {
                    for (int i; (i = next.getAndIncrement()) < last;) {
                        full(searcher, queries[i % queries.length]);
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            workers[t].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        return last / ((System.nanoTime() - started) / 1e9);
    }
}
