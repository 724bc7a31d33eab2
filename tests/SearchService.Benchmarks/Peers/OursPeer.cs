using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using SearchService.Analysis;
using SearchService.Analysis.Patterns;
using SearchService.Engine.Automata;
using SearchService.Engine.Collect.Facets;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Queries;
using SearchService.Engine.Schema;
using SearchService.Engine.Storage;

namespace SearchService.Benchmarks.Peers;

/// <summary>This repository's engine, with one form a token as the peers have.</summary>
internal sealed class OursPeer(Searcher searcher, ImmutableArray<EngineSearch> full, ImmutableArray<EngineSearch> top) : IPeerSearcher
{
    private const int TextField = 0;
    private const int SourceField = 1;
    private const int StanceField = 2;
    private const int YearField = 3;
    private const int DayField = 4;

    private static readonly IndexSchema Schema = new(
        FieldDefinition.Text("text", TermForm.Written),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("stance"),
        FieldDefinition.Keyword("year"),
        FieldDefinition.Number("day"));

    private SearchResult? _last;

    /// <summary>Indexes the texts; gives the seconds it took, reading included.</summary>
    internal static double Build(string texts, string folder, int threads, int maxSegments)
    {
        long started = Stopwatch.GetTimestamp();
        using IndexWriter writer = IndexWriter.Create(
            new FileSystemDirectory(folder), Schema, TextAnalyzer.Plain, new IndexWriterOptions { Builders = threads, MaxSegments = maxSegments });
        Document document = new();
        foreach (PeerArticle article in PeerCorpus.ReadTexts(texts))
        {
            document.Clear();
            document.AddText(TextField, article.Text);
            AddKeyword(document, SourceField, article.Source);
            AddKeyword(document, StanceField, article.Stance);
            AddKeyword(document, YearField, article.Year);
            if (article.Day is { } day)
            {
                document.AddNumber(DayField, day);
            }

            document.Stored = Encoding.UTF8.GetBytes(article.Stored);
            writer.Add(document);
        }

        writer.Commit(ImmutableDictionary<string, string>.Empty);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    internal static EngineIndex Open(string folder) => EngineIndex.Open(new FileSystemDirectory(folder), Schema);

    internal static ImmutableArray<EngineSearch> Top(IEnumerable<PeerQuery> queries) => [.. queries.Select(Translate)];

    internal static ImmutableArray<EngineSearch> Full(IEnumerable<PeerQuery> queries)
    {
        ImmutableArray<FacetRequest> facets = [new(SourceField), new(StanceField), new(YearField)];
        return [.. queries.Select(query => Translate(query) with { Facets = facets })];
    }

    public bool Knows(int query) => true;

    public void Full(int query) => _last = searcher.Search(full[query]);

    public void Top(int query) => _ = searcher.Search(top[query]);

    public PeerAnswer LastAnswer() => new(
        _last!.Total,
        PeerAnswer.FacetText(_last.Facets.Select(facet => facet.Values.Select(value => (value.Value, value.Count)))),
        [.. _last.Hits.Select(hit => hit.Score)]);

    /// <summary>Hits, facets and counts; the texts of values are the snapshot's.</summary>
    public void CopyAnswer()
    {
        FacetResult[] facets = new FacetResult[_last!.Facets.Length];
        for (int i = 0; i < facets.Length; i++)
        {
            FacetResult facet = _last.Facets[i];
            facets[i] = facet with { Values = ImmutableArray.Create(facet.Values.AsSpan()) };
        }

        _last = _last with { Hits = ImmutableArray.Create(_last.Hits.AsSpan()), Facets = ImmutableCollectionsMarshal.AsImmutableArray(facets) };
    }

    /// <summary>Nothing of its own: searchers of all threads share a snapshot.</summary>
    public void Dispose() => _last = null;

    private static void AddKeyword(Document document, int field, string value)
    {
        if (value.Length > 0)
        {
            document.AddKeyword(field, value);
        }
    }

    private static EngineSearch Translate(PeerQuery query)
    {
        BooleanClause[] clauses = [.. query.Clauses.Where(clause => clause.Occur != '#').Select(clause => new BooleanClause(Translate(clause), OccurOf(clause)))];
        return new EngineSearch
        {
            Query = clauses is [{ Occur: not Occur.MustNot } only] ? only.Query : new BooleanQuery([.. clauses]),
            Filters = [.. query.Clauses.Where(clause => clause.Occur == '#').Select((clause, i) => new FilterGroup($"{i}", Translate(clause)))],
        };
    }

    private static Occur OccurOf(PeerClause clause) => clause.Occur switch
    {
        '+' => Occur.Must,
        '-' => Occur.MustNot,
        _ => Occur.Should,
    };

    private static Query Translate(PeerClause clause) => clause.Kind switch
    {
        ClauseKind.Term => new TermQuery(TextField, TermForm.Written, clause.Words[0]),
        ClauseKind.Phrase => new PhraseQuery(TextField, TermForm.Written, clause.Words),
        ClauseKind.Prefix => new PrefixQuery(TextField, [TermForm.Written], clause.Words[0]),
        ClauseKind.Fuzzy => new AutomatonQuery(
            TextField, [TermForm.Written], TermAutomaton.Fuzzy(clause.Words[0], int.Parse(clause.Words[1]), TermForm.Written, AutomatonOptions.Default)),
        ClauseKind.Stance => new KeywordQuery(StanceField, clause.Words),
        ClauseKind.Days => new NumberRangeQuery(DayField, long.Parse(clause.Words[0]), long.Parse(clause.Words[1])),
        _ => Query.All,
    };
}
