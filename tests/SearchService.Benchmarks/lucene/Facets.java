import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.FilterLeafCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;

/** Ten best, exact total and counts of three fields in one pass over an index of one segment; counts by ordinal, in arrays. */
final class Facets implements Collector {
    private static final String[] FIELDS = {"source", "stance", "year"};
    private static final int SHOWN = 10;

    private final TopScoreDocCollector best = TopScoreDocCollector.create(SHOWN, null, Integer.MAX_VALUE);
    private final SortedDocValues[] values = new SortedDocValues[FIELDS.length];
    private final int[][] counts = new int[FIELDS.length][];
    private final List<List<String>> shown = new ArrayList<>();
    private TopDocs hits;

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
        for (int i = 0; i < FIELDS.length; i++) {
            values[i] = DocValues.getSorted(context.reader(), FIELDS[i]);
            counts[i] = new int[values[i].getValueCount()];
        }
        SortedDocValues first = values[0], second = values[1], third = values[2];
        int[] firstCounts = counts[0], secondCounts = counts[1], thirdCounts = counts[2];
        return new FilterLeafCollector(best.getLeafCollector(context)) {
            @Override
            public void collect(int document) throws IOException {
                in.collect(document);
                if (first.advanceExact(document)) {
                    firstCounts[first.ordValue()]++;
                }
                if (second.advanceExact(document)) {
                    secondCounts[second.ordValue()]++;
                }
                if (third.advanceExact(document)) {
                    thirdCounts[third.ordValue()]++;
                }
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE;
    }

    /** Ends the search: hits in order, and the most frequent values of each field; among equals the lower first. */
    Facets finish() throws IOException {
        hits = best.topDocs();
        for (int i = 0; i < FIELDS.length; i++) {
            shown.add(counts[i] == null ? List.of() : mostFrequent(values[i], counts[i]));
        }
        return this;
    }

    long total() {
        return best.getTotalHits();
    }

    TopDocs hits() {
        return hits;
    }

    /** {@code value=count}, with ; between them and | between fields. */
    String text() {
        List<String> fields = new ArrayList<>();
        shown.forEach(field -> fields.add(String.join(";", field)));
        return String.join("|", fields);
    }

    private static List<String> mostFrequent(SortedDocValues values, int[] counts) throws IOException {
        // The least frequent on top; among equals the higher ordinal.
        PriorityQueue<Integer> queue = new PriorityQueue<>((a, b) -> counts[a] != counts[b] ? counts[a] - counts[b] : b - a);
        for (int ordinal = 0; ordinal < counts.length; ordinal++) {
            if (counts[ordinal] > 0 && (queue.size() < SHOWN || counts[ordinal] > counts[queue.peek()])) {
                queue.add(ordinal);
                if (queue.size() > SHOWN) {
                    queue.poll();
                }
            }
        }
        List<String> shown = new ArrayList<>();
        while (!queue.isEmpty()) {
            int ordinal = queue.poll();
            shown.add(0, values.lookupOrd(ordinal).utf8ToString() + "=" + counts[ordinal]);
        }
        return shown;
    }
}
