using SearchService.Analysis;
using SearchService.Engine.Schema;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Segments.Postings;

/// <summary>A segment of one text field with one term, whose postings are given.</summary>
internal sealed class PostingsFixture : IDisposable
{
    public static readonly IndexSchema Schema = new(FieldDefinition.Text("text", TermForm.Word));

    public PostingsFixture(int documentCount, IReadOnlyList<(int Doc, int[] Positions)> postings, Func<int, int>? length = null)
    {
        var directory = new MemoryDirectory();
        using var writer = new SegmentWriter(directory, Schema, "s00000001", Guid.NewGuid());
        for (int doc = 0; doc < documentCount; doc++)
        {
            writer.AddStored([]);
        }

        // As long as the positions need, at least; the neighbours go up to 4.
        int[] lengths = [.. Enumerable.Range(0, documentCount).Select(doc => Math.Max(5, length?.Invoke(doc) ?? 0))];
        foreach ((int doc, int[] positions) in postings)
        {
            lengths[doc] = Math.Max(lengths[doc], positions.LastOrDefault() + 1);
        }

        writer.WriteLengths(0, lengths);
        using (TermFieldWriter terms = writer.BeginTerms(0, TermForm.Word))
        {
            // A neighbour on either side, so that lists begin and end inside the file.
            terms.BeginTerm("a"u8);
            terms.Add(0, [1, 2, 3]);
            terms.BeginTerm("term"u8);
            foreach ((int doc, int[] positions) in postings)
            {
                terms.Add(doc, positions);
            }

            terms.BeginTerm("z"u8);
            terms.Add(0, [4]);
            if (documentCount > 1)
            {
                terms.Add(documentCount - 1, [4]);
            }
        }

        Segment = SegmentReader.Open(directory, Schema, writer.Finish(), 0, null);
        Assert.True(Segment.Terms(0, TermForm.Word).TryFind("term"u8, out TermEntry entry));
        Entry = entry;
    }

    public SegmentReader Segment { get; }

    public TermEntry Entry { get; }

    /// <summary>Postings in about a given share of the documents, with frequencies that are mostly small.</summary>
    public static List<(int Doc, int[] Positions)> Random(Random random, int documentCount, double share)
    {
        var postings = new List<(int, int[])>();
        for (int doc = 0; doc < documentCount; doc++)
        {
            if (random.NextDouble() < share)
            {
                int frequency = random.Next(10) switch { < 6 => 1, < 9 => 1 + random.Next(5), _ => 1 + random.Next(300) };
                int position = 0;
                postings.Add((doc, [.. Enumerable.Range(0, frequency).Select(i => position += (i == 0 ? random.Next(500) : 1 + random.Next(random.Next(20) == 0 ? 100_000 : 60)))]));
            }
        }

        if (postings.Count == 0)
        {
            postings.Add((random.Next(documentCount), [7]));
        }

        return postings;
    }

    public void Dispose() => Segment.Dispose();
}
