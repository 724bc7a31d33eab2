using SearchService.Engine.Queries;
using SearchService.Engine.Segments.Norms;
using SearchService.Engine.Tests.Automata;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>An index by definition: every document is looked at for every query, one at a time.</summary>
/// <param name="documents">By snapshot-wide number; deleted ones still count for the statistics, as they do in segments.</param>
internal sealed class NaiveIndex(IReadOnlyList<NaiveDocument> documents)
{
    private readonly Dictionary<(int Field, string Term), int> _documentFrequencies = [];
    private readonly Dictionary<int, (int Documents, long Tokens)> _fields = [];
    private readonly Dictionary<NaiveDocument, int> _numbers = documents.Index().DistinctBy(each => each.Item).ToDictionary(each => each.Item, each => each.Index);

    public IReadOnlyList<NaiveDocument> Documents => documents;

    public bool Matches(Query query, NaiveDocument document) => !document.Deleted && Finds(query, document);

    public double Score(Query query, NaiveDocument document) => query switch
    {
        _ when !Finds(query, document) => 0,
        TermQuery term => Bm25(term.Field, document, [Text(term.Term)], 0),
        PhraseQuery phrase => Bm25(phrase.Field, document, Texts(phrase), phrase.Slop),
        NearQuery near => Bm25(NaiveNear.FieldOf(near), document, NaiveNear.Weight(near, Idf), NaiveNear.Frequency(near, document.Words(NaiveNear.FieldOf(near)))),
        BooleanQuery boolean => boolean.Clauses.Where(c => c.Occur is Occur.Must or Occur.Should).Sum(c => Score(c.Query, document)),
        BoostQuery boost => boost.Boost * Score(boost.Query, document),
        ConstantQuery constant => constant.Score,
        DocumentSetQuery set => set.Documents.ScoreOf(_numbers[document]),
        _ => 1,
    };

    public static bool IsWithin(string word, TermRangeQuery range) =>
        (range.Lower is not { } lower || string.CompareOrdinal(word, Text(lower)) >= (range.IncludesLower ? 0 : 1))
        && (range.Upper is not { } upper || string.CompareOrdinal(word, Text(upper)) < (range.IncludesUpper ? 1 : 0));

    private bool Finds(Query query, NaiveDocument document)
    {
        switch (query)
        {
            case AllQuery:
                return true;
            case TermQuery term:
                return document.Words(term.Field).Contains(Text(term.Term));
            case PhraseQuery phrase:
                return !phrase.Terms.IsEmpty && NaivePhrase.Widths(Texts(phrase), document.Words(phrase.Field), phrase.Slop).Count > 0;
            case NearQuery near:
                return NaiveNear.FieldOf(near) >= 0 && NaiveNear.Frequency(near, document.Words(NaiveNear.FieldOf(near))) > 0;
            case PrefixQuery prefix:
                return document.Words(prefix.Field).Any(w => w.StartsWith(Text(prefix.Prefix), StringComparison.Ordinal));
            case TermRangeQuery range:
                return document.Words(range.Field).Any(w => IsWithin(w, range));
            case AutomatonQuery pattern:
                return document.Words(pattern.Field).Any(w => RandomPatterns.Fits(pattern.Automaton, w));
            case KeywordQuery keyword:
                return document.Keywords(keyword.Field).Intersect(keyword.Values).Any();
            case NumberRangeQuery numbers:
                return document.Number(numbers.Field) is { } number && number >= numbers.Min && number <= numbers.Max;
            case MissingQuery missing:
                return document.IsMissing(missing.Field);
            case DocumentSetQuery set:
                return set.Documents.Contains(_numbers[document]);
            case BoostQuery boost:
                return Finds(boost.Query, document);
            case ConstantQuery constant:
                return Finds(constant.Query, document);
            case BooleanQuery boolean:
                var required = boolean.Clauses.Where(c => c.Occur is Occur.Must or Occur.Filter).ToList();
                var should = boolean.Clauses.Count(c => c.Occur == Occur.Should && Finds(c.Query, document));
                return required.TrueForAll(c => Finds(c.Query, document))
                    && !boolean.Clauses.Any(c => c.Occur == Occur.MustNot && Finds(c.Query, document))
                    && should >= Math.Max(boolean.MinimumShouldMatch, required.Count == 0 ? 1 : 0);
            default:
                return false;
        }
    }

    private double Bm25(int field, NaiveDocument document, string[] terms, int slop) =>
        Bm25(field, document, terms.Sum(t => Idf(field, t)), NaivePhrase.Frequency(terms, document.Words(field), slop));

    private double Bm25(int field, NaiveDocument document, double weight, double tf)
    {
        var statistics = Statistics(field);
        double length = NormCodec.Decode(NormCodec.Encode(document.Words(field).Length));
        return weight * tf / (tf + (1.2 * (0.25 + (0.75 * length / ((double)statistics.Tokens / statistics.Documents)))));
    }

    private double Idf(int field, string term) => Math.Log(1 + ((Statistics(field).Documents - Frequency(field, term) + 0.5) / (Frequency(field, term) + 0.5)));

    private (int Documents, long Tokens) Statistics(int field)
    {
        if (!_fields.TryGetValue(field, out var statistics))
        {
            var lengths = documents.Select(d => d.Words(field).Length).Where(l => l > 0).ToList();
            _fields[field] = statistics = (lengths.Count, lengths.Sum(l => (long)l));
        }

        return statistics;
    }

    private int Frequency(int field, string term)
    {
        if (!_documentFrequencies.TryGetValue((field, term), out var frequency))
        {
            _documentFrequencies[(field, term)] = frequency = documents.Count(d => d.Words(field).Contains(term));
        }

        return frequency;
    }

    private static string Text(ReadOnlyMemory<byte> term) => System.Text.Encoding.UTF8.GetString(term.Span);

    private static string[] Texts(PhraseQuery phrase) => [.. phrase.Terms.Select(Text)];
}
