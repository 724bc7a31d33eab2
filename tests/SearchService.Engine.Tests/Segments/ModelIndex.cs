using System.Collections.Immutable;
using System.Text;
using SearchService.Analysis;
using SearchService.Engine.Index.Commits;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Columns;
using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Segments;

/// <summary>A document as plain lists: what the structures on disk must give back.</summary>
internal sealed class ModelDocument
{
    public List<string> Words { get; } = [];

    public string? Source { get; set; }

    public SortedSet<string> Topics { get; } = new(StringComparer.Ordinal);

    public long? Day { get; set; }

    public byte[] Stored { get; set; } = [];
}

/// <summary>
/// Writes segments of plain documents straight through the segment writer, without the inversion of the index writer:
/// the two are tested apart.
/// </summary>
internal static class ModelIndex
{
    public const int Text = 0;
    public const int Source = 1;
    public const int Topics = 2;
    public const int Day = 3;

    public static IndexSchema Schema { get; } = new(
        FieldDefinition.Text("text", TermForm.Written, TermForm.Word),
        FieldDefinition.Keyword("source"),
        FieldDefinition.Keyword("topics"),
        FieldDefinition.Number("day"));

    /// <summary>Documents of random words: a few very common ones, many rare ones, and everything missing now and then.</summary>
    public static List<ModelDocument> Random(Random random, int count, int maxWords = 40)
    {
        var documents = new List<ModelDocument>();
        for (int i = 0; i < count; i++)
        {
            var document = new ModelDocument { Stored = new byte[random.Next(random.Next(4) == 0 ? 3000 : 60)] };
            random.NextBytes(document.Stored.AsSpan(0, document.Stored.Length / 2));
            int words = random.Next(maxWords + 1);
            for (int w = 0; w < words; w++)
            {
                // Zipf-like: the word's number is a product of uniform numbers.
                document.Words.Add($"w{(int)(random.NextDouble() * random.NextDouble() * random.NextDouble() * 2000):d}");
            }

            document.Source = random.Next(5) == 0 ? null : $"source {random.Next(7)}";
            for (int t = random.Next(4); t > 0; t--)
            {
                document.Topics.Add($"topic {random.Next(300)}");
            }

            document.Day = random.Next(6) == 0 ? null : 18000 + random.Next(2000);
            documents.Add(document);
        }

        return documents;
    }

    /// <summary>The terms of a form with their documents and positions.</summary>
    public static SortedDictionary<byte[], List<(int Doc, int[] Positions)>> Invert(IReadOnlyList<ModelDocument> documents, TermForm form)
    {
        var terms = new SortedDictionary<byte[], List<(int, int[])>>(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int doc = 0; doc < documents.Count; doc++)
        {
            foreach (IGrouping<string, int> word in documents[doc].Words.Select((word, position) => (word, position)).GroupBy(pair => TermOf(pair.word, form), pair => pair.position))
            {
                byte[] term = Encoding.UTF8.GetBytes(word.Key);
                if (!terms.TryGetValue(term, out List<(int, int[])>? postings))
                {
                    terms.Add(term, postings = []);
                }

                postings.Add((doc, [.. word]));
            }
        }

        return terms;
    }

    /// <summary>Holds every term of a segment, with its documents and positions, against the documents.</summary>
    public static void AssertTerms(SegmentReader segment, IReadOnlyList<ModelDocument> documents)
    {
        foreach (TermForm form in Schema[Text].Forms)
        {
            TermEnumerator terms = segment.Terms(Text, form).From([]);
            foreach ((byte[] term, List<(int Doc, int[] Positions)> postings) in Invert(documents, form))
            {
                Assert.True(terms.MoveNext());
                Assert.Equal(term, terms.Term.ToArray());
                PositionsCursor cursor = segment.Positions(Text, terms.Entry);
                foreach ((int doc, int[] positions) in postings)
                {
                    Assert.Equal(doc, cursor.NextDocument());
                    Assert.Equal(positions, cursor.Positions.ToArray());
                }
            }

            Assert.False(terms.MoveNext());
        }
    }

    public static SegmentInfo Write(IIndexDirectory directory, string name, IReadOnlyList<ModelDocument> documents, Guid? id = null)
    {
        using var writer = new SegmentWriter(directory, Schema, name, id ?? Guid.NewGuid());
        foreach (ModelDocument document in documents)
        {
            writer.AddStored(document.Stored);
        }

        writer.WriteLengths(Text, [.. documents.Select(document => document.Words.Count)]);
        foreach (TermForm form in Schema[Text].Forms)
        {
            using TermFieldWriter terms = writer.BeginTerms(Text, form);
            foreach ((byte[] term, List<(int Doc, int[] Positions)> postings) in Invert(documents, form))
            {
                terms.BeginTerm(term);
                foreach ((int doc, int[] positions) in postings)
                {
                    terms.Add(doc, positions);
                }
            }
        }

        writer.WriteKeywords(Source, Column([.. documents.Select(document => document.Source is null ? [] : new[] { document.Source })]));
        writer.WriteKeywords(Topics, Column([.. documents.Select(document => document.Topics.ToArray())]));
        var days = new NumberColumnBuilder();
        for (int doc = 0; doc < documents.Count; doc++)
        {
            if (documents[doc].Day is { } day)
            {
                days.Add(doc, day);
            }
        }

        writer.WriteNumbers(Day, days);
        return writer.Finish();
    }

    /// <summary>A keyword column of the values of each document.</summary>
    public static KeywordColumnData Column(IReadOnlyList<string[]> valuesOfDocuments)
    {
        List<byte[]> values = [.. valuesOfDocuments.SelectMany(values => values).Distinct().Select(Encoding.UTF8.GetBytes)];
        values.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        Dictionary<string, int> ordinals = values.Select((value, ordinal) => (Encoding.UTF8.GetString(value), ordinal)).ToDictionary(pair => pair.Item1, pair => pair.ordinal);
        var starts = new List<int> { 0 };
        var all = new List<int>();
        foreach (string[] ofDocument in valuesOfDocuments)
        {
            all.AddRange(ofDocument.Select(value => ordinals[value]).Order());
            starts.Add(all.Count);
        }

        return new KeywordColumnData(values, [.. starts], [.. all]);
    }

    /// <summary>Commits one segment per list of documents, in the place of all segments before.</summary>
    public static IndexManifest Commit(IIndexDirectory directory, params IEnumerable<IReadOnlyList<ModelDocument>> segments)
    {
        using IndexCommitter committer = IndexCommitter.Open(directory);
        List<SegmentInfo> written = [.. segments.Select(documents => Write(directory, committer.NextSegmentName(), documents))];
        return committer.Commit(Schema, "model", written, ImmutableDictionary<string, string>.Empty);
    }

    /// <summary>Opens a segment that is in no manifest.</summary>
    public static SegmentReader Open(IIndexDirectory directory, SegmentInfo info) => SegmentReader.Open(directory, Schema, info, 0, null);

    private static string TermOf(string word, TermForm form) => form == TermForm.Word ? "x" + word[^1] : word;
}
