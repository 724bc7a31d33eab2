using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Tests.Segments.Postings;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Positions;

public sealed class PositionsCursorTests
{
    [Theory]
    [MemberData(nameof(PostingsCursorTests.Shapes), MemberType = typeof(PostingsCursorTests))]
    public void Every_document_comes_with_its_positions(int documentCount, double share)
    {
        List<(int Doc, int[] Positions)> postings = PostingsFixture.Random(Seeds.Random(), documentCount, share);
        using var fixture = new PostingsFixture(documentCount, postings);
        PositionsCursor cursor = fixture.Segment.Positions(0, fixture.Entry);
        Assert.Equal(-1, cursor.Doc);
        foreach ((int doc, int[] positions) in postings)
        {
            Assert.Equal(doc, cursor.NextDocument());
            Assert.Equal(doc, cursor.Doc);
            Assert.Equal(positions.Length, cursor.Frequency);
            Assert.Equal(positions, cursor.Positions.ToArray());
            Assert.Equal(positions, cursor.Positions.ToArray());
        }

        Assert.Equal(PositionsCursor.NoMoreDocuments, cursor.NextDocument());
        Assert.Equal(PositionsCursor.NoMoreDocuments, cursor.NextDocument());
        Assert.Equal(PositionsCursor.NoMoreDocuments, cursor.AdvanceTo(0));
    }

    [Theory]
    [MemberData(nameof(PostingsCursorTests.Shapes), MemberType = typeof(PostingsCursorTests))]
    public void Advancing_finds_the_first_document_at_or_after_the_target_and_its_positions(int documentCount, double share)
    {
        Random random = Seeds.Random();
        List<(int Doc, int[] Positions)> postings = PostingsFixture.Random(random, documentCount, share);
        using var fixture = new PostingsFixture(documentCount, postings);
        PositionsCursor cursor = fixture.Segment.Positions(0, fixture.Entry);
        for (int round = 0; round < 40; round++)
        {
            cursor.Reset(fixture.Entry);
            int at = -1; // index of the present posting
            while (at < postings.Count)
            {
                if (random.Next(3) == 0)
                {
                    at++;
                    cursor.NextDocument();
                }
                else
                {
                    int target = Math.Max(0, cursor.Doc + random.Next(-3, 2 + (documentCount / 6)));
                    if (at < 0 || target > postings[at].Doc)
                    {
                        at = postings.FindIndex(Math.Max(0, at), posting => posting.Doc >= target);
                        at = at < 0 ? postings.Count : at;
                    }

                    cursor.AdvanceTo(target);
                }

                Assert.Equal(at < postings.Count ? postings[at].Doc : PositionsCursor.NoMoreDocuments, cursor.Doc);
                if (at < postings.Count && random.Next(2) == 0)
                {
                    Assert.Equal(postings[at].Positions, cursor.Positions.ToArray());
                }
            }
        }
    }

    [Fact]
    public void Walking_allocates_nothing_once_the_buffer_has_grown()
    {
        using var fixture = new PostingsFixture(5000, PostingsFixture.Random(new Random(4), 5000, 0.3));
        PositionsCursor cursor = fixture.Segment.Positions(0, fixture.Entry);
        Assert.Equal(0, Allocation.OfOneRun(() =>
        {
            cursor.Reset(fixture.Entry);
            while (cursor.NextDocument() != PositionsCursor.NoMoreDocuments)
            {
                Assert.False(cursor.Positions.IsEmpty);
            }
        }));
    }
}
