using SearchService.Engine.Segments.Postings;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Postings;

public sealed class PostingsCursorTests
{
    public static TheoryData<int, double> Shapes => new()
    {
        { 1, 1 }, { 5, 0.1 }, { 127, 1 }, { 128, 1 }, { 129, 1 }, { 255, 1 }, { 256, 1 }, { 257, 1 },
        { 5000, 0.001 }, { 5000, 0.02 }, { 5000, 0.5 }, { 5000, 1 }, { 40_000, 0.01 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Batches_of_any_size_up_to_any_bound_give_every_posting_once(int documentCount, double share)
    {
        Random random = Seeds.Random();
        List<(int Doc, int[] Positions)> postings = PostingsFixture.Random(random, documentCount, share);
        using var fixture = new PostingsFixture(documentCount, postings);
        PostingsCursor cursor = fixture.Segment.Postings(fixture.Entry);
        for (int round = 0; round < 5; round++)
        {
            cursor.Reset(fixture.Entry);
            Assert.Equal(postings.Count, cursor.DocumentFrequency);
            Assert.Equal(postings.Sum(posting => posting.Positions.Length), cursor.TotalFrequency);
            bool withFrequencies = round % 2 == 0;
            var got = new List<(int, int)>();
            int upTo = 0;
            while (upTo < documentCount)
            {
                upTo = round == 0 ? documentCount : Math.Min(documentCount, upTo + 1 + random.Next(round == 1 ? 50 : 5000));
                while (true)
                {
                    int[] documents = new int[1 + random.Next(300)];
                    int[] frequencies = new int[withFrequencies ? documents.Length : 0];
                    int count = cursor.Next(upTo, documents, frequencies);
                    for (int i = 0; i < count; i++)
                    {
                        Assert.True(documents[i] < upTo);
                        got.Add((documents[i], withFrequencies ? frequencies[i] : 0));
                    }

                    if (count < documents.Length)
                    {
                        break;
                    }
                }

                Assert.Equal(postings.Count(posting => posting.Doc < upTo), got.Count);
            }

            Assert.Equal(postings.Select(posting => (posting.Doc, withFrequencies ? posting.Positions.Length : 0)), got);
            Assert.Equal(0, cursor.Next(int.MaxValue, new int[1], []));
            Assert.Equal(0, cursor.Next(int.MaxValue, new int[1], []));
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Skipping_leaves_out_exactly_the_documents_below_the_target(int documentCount, double share)
    {
        Random random = Seeds.Random();
        List<(int Doc, int[] Positions)> postings = PostingsFixture.Random(random, documentCount, share);
        using var fixture = new PostingsFixture(documentCount, postings);
        PostingsCursor cursor = fixture.Segment.Postings(fixture.Entry);
        int[] documents = new int[3];
        int[] frequencies = new int[3];
        for (int round = 0; round < 30; round++)
        {
            cursor.Reset(fixture.Entry);
            int from = 0;
            while (from <= documentCount)
            {
                int target = from + random.Next(1 + (documentCount / 5));
                cursor.SkipTo(target);
                int count = cursor.Next(int.MaxValue, documents, frequencies);
                List<(int Doc, int[] Positions)> expected = [.. postings.Where(posting => posting.Doc >= Math.Max(from, target)).Take(3)];
                Assert.Equal(expected.Select(posting => (posting.Doc, posting.Positions.Length)), documents.Take(count).Zip(frequencies));
                if (count < 3)
                {
                    break;
                }

                from = documents[count - 1] + 1;
                cursor.SkipTo(random.Next(from + 1)); // backwards: nothing happens
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Impacts_bound_every_document_and_none_is_idle(int documentCount, double share)
    {
        Random random = Seeds.Random();
        List<(int Doc, int[] Positions)> postings = PostingsFixture.Random(random, documentCount, share);
        using var fixture = new PostingsFixture(documentCount, postings, _ => random.Next(random.Next(100_000)));
        byte[] norms = fixture.Segment.Norms(0).ToArray();
        PostingsCursor cursor = fixture.Segment.Postings(fixture.Entry);
        Assert.Equal((postings.Count + 127) / 128, cursor.BlockCount);
        var impacts = new Impact[256];
        if (postings.Count < 128)
        {
            Assert.Equal(0, cursor.Impacts(cursor.BlockCount, impacts));
            return;
        }

        for (int block = 0; block <= cursor.BlockCount; block++)
        {
            List<Impact> pairs = [.. (block == cursor.BlockCount ? postings : postings.Skip(block * 128).Take(128)).Select(posting => new Impact(posting.Positions.Length, norms[posting.Doc]))];
            IEnumerable<Impact> pareto = pairs.Distinct().Where(pair => !pairs.Any(other => other != pair && other.Frequency >= pair.Frequency && other.Norm <= pair.Norm)).OrderBy(pair => pair.Norm);
            Assert.Equal(pareto, impacts.Take(cursor.Impacts(block, impacts)));
        }

        for (int block = 0; block < cursor.BlockCount; block++)
        {
            Assert.Equal(postings[Math.Min(postings.Count, (block + 1) * 128) - 1].Doc, cursor.LastDocument(block));
        }
    }

    [Fact]
    public void Frequencies_and_gaps_of_any_size_are_kept()
    {
        int[] many = [.. Enumerable.Range(0, 100_000)];
        List<(int, int[])> postings = [.. Enumerable.Range(0, 300).Select(i => (i * 1000, i % 50 == 0 ? many : [i]))];
        using var fixture = new PostingsFixture(300_000, postings);
        int[] documents = new int[301];
        int[] frequencies = new int[301];
        Assert.Equal(300, fixture.Segment.Postings(fixture.Entry).Next(300_000, documents, frequencies));
        Assert.Equal(postings.Select(posting => (posting.Item1, posting.Item2.Length)), documents.Take(300).Zip(frequencies));
    }

    [Fact]
    public void Walking_and_skipping_allocate_nothing()
    {
        using var fixture = new PostingsFixture(20_000, PostingsFixture.Random(new Random(2), 20_000, 0.4));
        PostingsCursor cursor = fixture.Segment.Postings(fixture.Entry);
        int[] documents = new int[1000];
        int[] frequencies = new int[1000];
        Assert.Equal(0, Allocation.OfOneRun(() =>
        {
            cursor.Reset(fixture.Entry);
            while (cursor.Next(10_000, documents, frequencies) > 0)
            {
            }

            for (int target = 10_000; target < 20_000; target += 77)
            {
                cursor.SkipTo(target);
                cursor.Next(target + 50, documents, []);
            }
        }));
    }

    [Fact]
    public void Documents_out_of_order_and_without_positions_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PostingsFixture(10, [(5, [1]), (5, [1])]));
        Assert.Throws<ArgumentException>(() => new PostingsFixture(10, [(5, [])]));
        Assert.Throws<ArgumentException>(() => new PostingsFixture(10, [(5, [2, 2])]));
        Assert.Throws<ArgumentException>(() => new PostingsFixture(10, [(5, [-1])]));
    }
}
