using System.Text;
using SearchService.Engine.Kernels;
using SearchService.Engine.Segments.Terms;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Terms;

public sealed class TermDictionaryTests
{
    private static readonly Guid Id = Guid.NewGuid();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(64)]
    [InlineData(3000)]
    public void Every_term_is_found_with_what_was_said_of_it_and_no_other_is(int count)
    {
        Random random = Seeds.Random();
        SortedDictionary<byte[], TermEntry> terms = RandomTerms(random, count);
        using Written written = Write(terms);
        Assert.Equal(count, written.Dictionary.TermCount);
        foreach ((byte[] term, TermEntry expected) in terms)
        {
            Assert.True(written.Dictionary.TryFind(term, out TermEntry entry));
            AssertSame(expected, entry);
            foreach (byte[] near in Near(term).Where(near => !terms.ContainsKey(near)))
            {
                Assert.False(written.Dictionary.TryFind(near, out _), Show(near));
            }
        }

        Assert.False(written.Dictionary.TryFind([], out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(700)]
    public void A_walk_from_any_bound_gives_the_terms_from_there_on(int count)
    {
        Random random = Seeds.Random();
        SortedDictionary<byte[], TermEntry> terms = RandomTerms(random, count);
        using Written written = Write(terms);
        TermEnumerator walk = written.Dictionary.From([]);
        List<byte[]> bounds = [[], [0xFF, 0xFF], .. terms.Keys.Where((_, i) => i % 7 == 0).SelectMany(Near)];
        foreach (byte[] bound in bounds)
        {
            walk.Seek(bound);
            foreach ((byte[] term, TermEntry expected) in terms.Where(pair => pair.Key.AsSpan().SequenceCompareTo(bound) >= 0).Take(80))
            {
                Assert.True(walk.MoveNext());
                Assert.Equal(term, walk.Term.ToArray());
                AssertSame(expected, walk.Entry);
                Assert.Equal(expected.DocumentFrequency, walk.DocumentFrequency);
            }
        }

        walk.Seek([0xFF, 0xFF, 0xFF]);
        Assert.False(walk.MoveNext());
        Assert.False(walk.MoveNext());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1500)]
    public void A_walk_with_a_filter_gives_the_terms_that_pass_and_goes_on_from_any_bound(int count)
    {
        Random random = Seeds.Random();
        SortedDictionary<byte[], TermEntry> terms = RandomTerms(random, count);
        using Written written = Write(terms);
        for (int round = 0; round < 40; round++)
        {
            SketchFilter? filter = round % 4 == 0 ? null : new SketchFilter(
                TermSketch.LetterOf("\0ab"[random.Next(3)]), random.Next(2), random.Next(3) - 1, random.Next(8), random.Next(8, TermSketch.MaxLength + 1));
            byte[][] passing = [.. terms.Keys.Where(term => filter is not { } sieve || TermSketch.FindBlockByTerm(OneBlock(term), 0, sieve, out _) == 0)];
            byte[] bound = count == 0 || round < 2 ? [] : terms.Keys.ElementAt(random.Next(count));
            TermEnumerator walk = written.Dictionary.From(bound, filter);
            bool isTerm = walk.MoveNext();
            for (int i = 0; i < 60; i++)
            {
                byte[]? expected = Array.Find(passing, term => term.AsSpan().SequenceCompareTo(bound) >= 0);
                Assert.Equal(expected, isTerm ? walk.Term.ToArray() : null);
                if (expected is null)
                {
                    break;
                }

                AssertSame(terms[expected], walk.Entry);
                bool near = random.Next(3) > 0;
                bound = near ? [.. expected, 0] : [.. Near(expected).ElementAt(random.Next(1, 3)), .. "\u00FE"u8];
                isTerm = near ? walk.MoveNext() : walk.MoveTo(bound);
            }
        }
    }

    [Fact]
    public void Terms_that_share_more_than_eight_bytes_across_blocks_are_told_apart()
    {
        var terms = new SortedDictionary<byte[], TermEntry>(ByBytes);
        for (int i = 0; i < 500; i++)
        {
            terms.Add(Encoding.UTF8.GetBytes($"a very long common beginning {i:d4}"), new TermEntry(2, 2, 100 + i, 100 + i));
        }

        terms.Add([0, 0], new TermEntry(1, 1, 1, 1));
        terms.Add([0], new TermEntry(1, 1, 0, 0));
        using Written written = Write(terms);
        foreach (byte[] term in terms.Keys)
        {
            Assert.True(written.Dictionary.TryFind(term, out _), Show(term));
        }
    }

    [Fact]
    public void Terms_of_255_bytes_are_kept_and_longer_empty_or_unordered_ones_refused()
    {
        byte[] longest = [.. Enumerable.Repeat((byte)'z', 255)];
        using Written written = Write(new SortedDictionary<byte[], TermEntry>(ByBytes) { [longest] = new TermEntry(1, 1, 0, 0) });
        Assert.True(written.Dictionary.TryFind(longest, out _));
        Assert.False(written.Dictionary.TryFind(longest.AsSpan(1), out _));

        using var output = new IndexOutput(new MemoryDirectory(), "terms", IndexFileKind.Terms, Id);
        var writer = new TermsWriter(output);
        Assert.Throws<ArgumentException>(() => writer.Add([], default));
        Assert.Throws<ArgumentException>(() => writer.Add(new byte[256], default));
        writer.Add("b"u8, new TermEntry(1, 1, 0, 0));
        Assert.Throws<ArgumentException>(() => writer.Add("b"u8, default));
        Assert.Throws<ArgumentException>(() => writer.Add("a"u8, default));
    }

    [Fact]
    public void Dictionaries_that_follow_one_another_in_a_file_do_not_mix()
    {
        var directory = new MemoryDirectory();
        using var output = new IndexOutput(directory, "terms", IndexFileKind.Terms, Id);
        var writer = new TermsWriter(output);
        writer.Add("b"u8, new TermEntry(1, 1, 0, 0));
        TermsExtent first = writer.Finish();
        TermsExtent empty = writer.Finish();
        writer.Add("a"u8, new TermEntry(1, 1, 5, 0));
        TermsExtent last = writer.Finish();
        using IndexInput input = IndexInput.Open(directory, output.Finish(), IndexFileKind.Terms, Id);
        Assert.True(new TermDictionary(input, first).TryFind("b"u8, out _));
        Assert.False(new TermDictionary(input, first).TryFind("a"u8, out _));
        Assert.Equal(0, new TermDictionary(input, empty).TermCount);
        Assert.False(new TermDictionary(input, empty).From([]).MoveNext());
        Assert.True(new TermDictionary(input, last).TryFind("a"u8, out _));
    }

    [Fact]
    public void A_look_up_allocates_nothing()
    {
        SortedDictionary<byte[], TermEntry> terms = RandomTerms(new Random(3), 2000);
        using Written written = Write(terms);
        byte[][] sought = [.. terms.Keys];
        Assert.Equal(0, Allocation.OfOneRun(() =>
        {
            foreach (byte[] term in sought)
            {
                written.Dictionary.TryFind(term, out _);
            }
        }));
    }

    private static readonly Comparer<byte[]> ByBytes = Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b));

    private static SortedDictionary<byte[], TermEntry> RandomTerms(Random random, int count)
    {
        var terms = new SortedDictionary<byte[], TermEntry>(ByBytes);
        while (terms.Count < count)
        {
            // Few letters, so that prefixes are shared; zeros and high bytes, so that nothing depends on text.
            byte[] term = [.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (byte)"\0ab\u00FE"[random.Next(4)])];
            terms[term] = default;
        }

        long postings = 24;
        long positions = 24;
        foreach (byte[] term in terms.Keys.ToArray())
        {
            int documents = random.Next(3) == 0 ? 1 + random.Next(100_000) : 1;
            terms[term] = new TermEntry(documents, documents + random.Next(5), documents == 1 ? random.Next(1_000_000) : postings, positions);
            postings += documents == 1 ? 0 : random.Next(10_000);
            positions += random.Next(10_000);
        }

        return terms;
    }

    private static uint[] OneBlock(byte[] term)
    {
        uint[] block = new uint[TermSketch.BlockLength];
        block[0] = TermSketch.Of(term);
        block.AsSpan(1).Fill(block[0]);
        return block;
    }

    private static IEnumerable<byte[]> Near(byte[] term) =>
    [
        term,
        [.. term, 0],
        [.. term, 0xFF],
        term[..^1],
        [.. term[..^1], (byte)(term[^1] + 1)],
        [.. term[..^1], (byte)(term[^1] - 1), 0xFF],
        [(byte)(term[0] + 1)],
    ];

    private static void AssertSame(TermEntry expected, TermEntry actual)
    {
        Assert.Equal(expected.DocumentFrequency, actual.DocumentFrequency);
        Assert.Equal(expected.TotalFrequency, actual.TotalFrequency);
        Assert.Equal(expected.Postings, actual.Postings);
        Assert.Equal(expected.Positions, actual.Positions);
    }

    private static string Show(byte[] term) => Convert.ToHexString(term);

    private static Written Write(SortedDictionary<byte[], TermEntry> terms)
    {
        var directory = new MemoryDirectory();
        using var output = new IndexOutput(directory, "terms", IndexFileKind.Terms, Id);
        var writer = new TermsWriter(output);
        foreach ((byte[] term, TermEntry entry) in terms)
        {
            writer.Add(term, entry);
        }

        TermsExtent extent = writer.Finish();
        IndexInput input = IndexInput.Open(directory, output.Finish(), IndexFileKind.Terms, Id);
        return new Written(input, new TermDictionary(input, extent));
    }

    private sealed record Written(IndexInput Input, TermDictionary Dictionary) : IDisposable
    {
        public void Dispose() => Input.Dispose();
    }
}
