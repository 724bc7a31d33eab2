using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Deletes;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Execution;

/// <summary>The same documents twice: in an index of several segments, and in a <see cref="NaiveIndex"/>.</summary>
internal sealed class Corpus : IDisposable
{
    public const int Title = 0;
    public const int Body = 1;
    public const int Source = 2;
    public const int Tags = 3;
    public const int Day = 4;
    public const int FieldCount = 5;

    // Few words, so that phrases hit; some begin alike, so that prefixes stand for several.
    public static readonly string[] Words = ["a", "ab", "abc", "b", "ba", "bac", "c", "ca", "cab", "d", "e", "f"];

    private static readonly IndexSchema Schema = new(
        FieldDefinition.Text("title"),
        FieldDefinition.Text("body"),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("tags"),
        FieldDefinition.Number("day"));

    private readonly EngineIndex _index;

    private Corpus(List<List<NaiveDocument>> segments)
    {
        Naive = new NaiveIndex([.. segments.SelectMany(s => s)]);
        var directory = new MemoryDirectory();
        using (var committer = IndexCommitter.Open(directory))
        {
            committer.Commit(Schema, "test", [.. segments.Select(s => Write(directory, committer.NextSegmentName(), s))], new Dictionary<string, string>());
        }

        _index = EngineIndex.Open(directory, Schema);
        Snapshot = _index.Acquire();
        Searcher = new Searcher(Snapshot);
    }

    public NaiveIndex Naive { get; }

    public IndexSnapshot Snapshot { get; }

    public Searcher Searcher { get; }

    /// <summary>A corpus of the documents given, a list for each segment.</summary>
    public static Corpus Of(params List<NaiveDocument>[] segments) => new([.. segments]);

    /// <summary>A corpus of one segment whose bodies are given as words.</summary>
    public static Corpus OfBodies(params string[] bodies) => Of([.. bodies.Select(body =>
    {
        var document = new NaiveDocument();
        document.SetText(Body, body.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return document;
    })]);

    /// <summary>A corpus of random documents, some of them deleted.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="segmentLengths">Documents in each segment.</param>
    public static Corpus Random(Random random, params int[] segmentLengths) =>
        new([.. segmentLengths.Select(length => Enumerable.Range(0, length).Select(_ => RandomDocument(random)).ToList())]);

    public static string Value(int number) => $"Välue {number}";

    public static TermQuery Word(string word) => new(Body, TermForm.Word, word);

    /// <summary>The hits that the definition gives: all of them, in order.</summary>
    public List<Hit> NaiveHits(EngineSearch search)
    {
        var hits = new List<Hit>();
        for (var number = 0; number < Naive.Documents.Count; number++)
        {
            var document = Naive.Documents[number];
            if (Naive.Matches(search.Query, document) && search.Filters.All(f => Naive.Matches(f.Query, document)))
            {
                hits.Add(search.Sort.NumberField is { } field
                    ? new Hit(number, 0, document.Number(field))
                    : new Hit(number, Naive.Score(search.Query, document), null));
            }
        }

        return search.Sort switch
        {
            { NumberField: null } => [.. hits.OrderByDescending(h => h.Score).ThenBy(h => h.Document)],
            { Descending: true } => [.. hits.OrderBy(h => h.Value is null).ThenByDescending(h => h.Value).ThenBy(h => h.Document)],
            _ => [.. hits.OrderBy(h => h.Value is null).ThenBy(h => h.Value).ThenBy(h => h.Document)],
        };
    }

    public void Dispose()
    {
        Snapshot.Dispose();
        _index.Dispose();
    }

    private static NaiveDocument RandomDocument(Random random)
    {
        var document = new NaiveDocument { Deleted = random.Next(10) == 0 };
        document.SetText(Title, RandomWords(random, random.Next(4)));
        document.SetText(Body, RandomWords(random, random.Next(30) == 0 ? 40 + random.Next(40) : random.Next(12)));
        document.SetKeywords(Source, [.. Enumerable.Range(0, random.Next(5) == 0 ? 0 : 1).Select(_ => Value(random.Next(6)))]);
        document.SetKeywords(Tags, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random.Next(8))).Distinct()]);
        if (random.Next(6) != 0)
        {
            document.SetNumber(Day, random.Next(20) == 0 ? (random.Next(2) == 0 ? long.MinValue : long.MaxValue) : random.Next(30));
        }

        return document;
    }

    // The first words are frequent, the last ones rare. Long texts have few different words, or naive phrases take for ever.
    private static string[] RandomWords(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Words[count > 12 ? 11 - random.Next(2) : (int)(Words.Length * Math.Pow(random.NextDouble(), 1.7))])];

    private static SegmentInfo Write(IIndexDirectory directory, string name, List<NaiveDocument> documents)
    {
        using var writer = new SegmentWriter(directory, Schema, name, Guid.NewGuid());
        foreach (var _ in documents)
        {
            writer.AddStored([]);
        }

        WriteText(writer, Title, documents);
        WriteText(writer, Body, documents);
        var day = new NumberColumnBuilder();
        foreach (var field in new[] { Source, Tags })
        {
            var values = documents.SelectMany(d => d.Keywords(field)).Distinct().Select(Encoding.UTF8.GetBytes).OrderBy(Convert.ToHexString, StringComparer.Ordinal).ToList();
            int[][] ordinals = [.. documents.Select(d => d.Keywords(field).Select(k => values.FindIndex(v => v.SequenceEqual(Encoding.UTF8.GetBytes(k)))).Order().ToArray())];
            var starts = new int[documents.Count + 1];
            for (var i = 0; i < documents.Count; i++)
            {
                starts[i + 1] = starts[i] + ordinals[i].Length;
            }

            writer.WriteKeywords(field, new KeywordColumnData(values, starts, [.. ordinals.SelectMany(o => o)]));
        }

        for (var i = 0; i < documents.Count; i++)
        {
            if (documents[i].Number(Day) is { } number)
            {
                day.Add(i, number);
            }
        }

        writer.WriteNumbers(Day, day);
        var info = writer.Finish();
        return documents.Exists(d => d.Deleted) ? Delete(directory, info, documents) : info;
    }

    private static SegmentInfo Delete(IIndexDirectory directory, SegmentInfo info, List<NaiveDocument> documents)
    {
        var deleted = new BitSet(documents.Count);
        deleted.SetAll([.. Enumerable.Range(0, documents.Count).Where(i => documents[i].Deleted)]);
        return info with { Deletes = DeletesFile.Write(directory, info.Name, info.Id, 1, deleted), DeletedCount = deleted.Count() };
    }

    private static void WriteText(SegmentWriter writer, int field, List<NaiveDocument> documents)
    {
        writer.WriteLengths(field, [.. documents.Select(d => d.Words(field).Length)]);
        foreach (var form in new[] { TermForm.Written, TermForm.Word })
        {
            using var terms = writer.BeginTerms(field, form);
            foreach (var word in documents.SelectMany(d => d.Words(field)).Distinct().OrderBy(word => Convert.ToHexString(Encoding.UTF8.GetBytes(word)), StringComparer.Ordinal))
            {
                terms.BeginTerm(Encoding.UTF8.GetBytes(word));
                for (var i = 0; i < documents.Count; i++)
                {
                    var words = documents[i].Words(field);
                    int[] positions = [.. Enumerable.Range(0, words.Length).Where(p => words[p] == word)];
                    if (positions.Length > 0)
                    {
                        terms.Add(i, positions);
                    }
                }
            }
        }
    }
}
