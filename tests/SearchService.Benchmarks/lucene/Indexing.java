import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** One thread reads lines, others index them, as in the engine that it is compared with. */
final class Indexing {
    private static final int MEBIBYTES_A_THREAD = 96; // the engine's own default
    private static final int WAITING = 256;
    private static final String END = "";

    /** Returns the seconds it took, reading included. */
    static double build(String tokens, String folder, int threads) throws Exception {
        long started = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(MEBIBYTES_A_THREAD * threads);
        try (FSDirectory directory = FSDirectory.open(Path.of(folder)); IndexWriter writer = new IndexWriter(directory, config)) {
            BlockingQueue<String> lines = new ArrayBlockingQueue<>(WAITING);
            ExecutorService workers = Executors.newFixedThreadPool(threads);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(workers.submit(() -> {
                    for (String line; (line = lines.take()) != END;) {
                        writer.addDocument(document(line.split("\t", -1)));
                    }
                    return null;
                }));
            }
            try (BufferedReader reader = Files.newBufferedReader(Path.of(tokens))) {
                for (String line; (line = reader.readLine()) != null;) {
                    lines.put(line);
                }
            }
            for (int i = 0; i < threads; i++) {
                lines.put(END);
            }
            await(running);
            workers.shutdown();
            writer.commit();
        }
        return (System.nanoTime() - started) / 1e9;
    }

    /** Leaves one segment. */
    static void merge(String folder) throws Exception {
        try (FSDirectory directory = FSDirectory.open(Path.of(folder));
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            writer.forceMerge(1);
            writer.commit();
        }
    }

    private static void await(List<Future<?>> running) throws InterruptedException, ExecutionException {
        for (Future<?> worker : running) {
            worker.get();
        }
    }

    private static Document document(String[] parts) {
        Document document = new Document();
        keyword(document, "source", parts[0]);
        keyword(document, "stance", parts[1]);
        keyword(document, "year", parts[2]);
        if (!parts[3].isEmpty()) {
            long day = Long.parseLong(parts[3]);
            document.add(new LongPoint("day", day));
            document.add(new NumericDocValuesField("day", day));
        }
        document.add(new StoredField("stored", parts[4]));
        document.add(new TextField("text", parts[5], Field.Store.NO));
        return document;
    }

    private static void keyword(Document document, String field, String value) {
        if (!value.isEmpty()) {
            document.add(new StringField(field, value, Field.Store.NO));
            document.add(new SortedDocValuesField(field, new BytesRef(value)));
        }
    }
}
