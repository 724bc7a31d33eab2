import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Reads the benchmark's lines: the class, then each clause behind a tab, as {@code +t word}. */
final class Queries {
    static Query parse(String line) {
        String[] parts = line.split("\t");
        if (parts.length == 2 && parts[1].charAt(0) != '-') {
            return clause(parts[1]);
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 1; i < parts.length; i++) {
            query.add(clause(parts[i]), occur(parts[i].charAt(0)));
        }
        return query.build();
    }

    private static BooleanClause.Occur occur(char sign) {
        switch (sign) {
            case '+': return BooleanClause.Occur.MUST;
            case '-': return BooleanClause.Occur.MUST_NOT;
            case '#': return BooleanClause.Occur.FILTER;
            default: return BooleanClause.Occur.SHOULD;
        }
    }

    private static Query clause(String clause) {
        String[] words = clause.substring(3).split(" ");
        switch (clause.charAt(1)) {
            case 't': return new TermQuery(new Term("text", words[0]));
            case 'p': return new PhraseQuery("text", words);
            case 'x': return new PrefixQuery(new Term("text", words[0]));
            case 'z': return fuzzy(words[0], Integer.parseInt(words[1]));
            case 's': return new TermQuery(new Term("stance", words[0]));
            case 'd': return days(Long.parseLong(words[0]), Long.parseLong(words[1]));
            case '*': return new MatchAllDocsQuery();
            default: throw new IllegalArgumentException(clause);
        }
    }

    /** All terms, at a constant score; the default rewriting keeps the 50 most similar. */
    private static Query fuzzy(String word, int edits) {
        FuzzyQuery query = new FuzzyQuery(new Term("text", word), edits, 0, FuzzyQuery.defaultMaxExpansions, true);
        query.setRewriteMethod(MultiTermQuery.CONSTANT_SCORE_REWRITE);
        return query;
    }

    private static Query days(long first, long last) {
        return new IndexOrDocValuesQuery(LongPoint.newRangeQuery("day", first, last), NumericDocValuesField.newSlowRangeQuery("day", first, last));
    }
}
