using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class PostingsUnionTests
{
    [Fact]
    public void A_union_of_no_terms_is_empty()
    {
        var union = new PostingsUnion();
        union.Reset(new TextPostings(), []);

        Assert.False(union.Next());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public void Documents_ascend_and_each_has_the_positions_of_every_term(int terms)
    {
        Random random = Seeds.Random();
        var postings = new TextPostings();
        postings.EnsureTerms(terms + 1);
        var expected = new List<string>();
        for (int document = 0; document < 500; document++)
        {
            var positions = new List<int>();
            int[] tokens = new int[random.Next(100)];
            Array.Fill(tokens, terms); // a term that isn't in the union
            for (int position = random.Next(3); position < tokens.Length; position += random.Next(1, 40))
            {
                tokens[position] = random.Next(terms);
                positions.Add(position);
            }

            postings.Add(tokens, document);

            if (positions.Count > 0)
            {
                expected.Add($"{document}:{string.Join(',', positions)}");
            }
        }

        int[] occurring = [.. Enumerable.Range(0, terms).Where(postings.Occurs)];
        var union = new PostingsUnion();
        for (int round = 0; round < 2; round++) // a union is used again, over what it grew
        {
            union.Reset(postings, occurring);
            Assert.Equal(expected, Read(union));
        }
    }

    [Fact]
    public void A_union_used_again_for_fewer_terms_forgets_the_others()
    {
        var postings = new TextPostings();
        postings.EnsureTerms(2);
        postings.Add([1, 0], document: 3);
        postings.Add([1], document: 9);
        var union = new PostingsUnion();

        union.Reset(postings, [0, 1]);
        Assert.Equal(["3:0,1", "9:0"], Read(union));
        union.Reset(postings, [1, 0]);
        Assert.True(union.Next());
        union.Reset(postings, [0]); // left half-way
        Assert.Equal(["3:1"], Read(union));
    }

    private static List<string> Read(PostingsUnion union)
    {
        var read = new List<string>();
        while (union.Next())
        {
            read.Add($"{union.Document}:{string.Join(',', union.Positions.ToArray())}");
        }

        return read;
    }
}
