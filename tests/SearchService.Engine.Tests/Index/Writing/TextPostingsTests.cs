using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class TextPostingsTests
{
    [Fact]
    public void A_term_without_occurrence_has_no_postings()
    {
        var postings = new TextPostings();
        postings.EnsureTerms(3);
        postings.Add([1], document: 0);

        Assert.False(postings.Occurs(0));
        Assert.True(postings.Occurs(1));
        Assert.False(postings.Occurs(2));
    }

    [Fact]
    public void The_first_document_and_the_first_position_are_zero()
    {
        var postings = new TextPostings();
        postings.EnsureTerms(1);
        postings.Add([0], document: 0);

        Assert.Equal([(0, "0")], Read(postings, 0));
    }

    [Fact]
    public void Postings_come_back_in_the_order_of_documents_with_all_positions()
    {
        Random random = Seeds.Random();
        var postings = new TextPostings();
        for (int round = 0; round < 2; round++)
        {
            postings.Clear();
            const int Terms = 50;
            const int Filler = Terms; // a term between those looked at, for gaps of every size
            postings.EnsureTerms(Terms + 1);
            var expected = Enumerable.Range(0, Terms).Select(_ => new List<(int Document, string Positions)>()).ToArray();
            int document = 0;
            for (int i = 0; i < 300; i++)
            {
                document += random.Next(10) == 0 ? random.Next(1, 1_000_000) : 1;
                var positions = Enumerable.Range(0, Terms).Select(_ => new List<int>()).ToArray();
                int[] tokens = new int[random.Next(20) == 0 ? random.Next(100_000) : random.Next(400)];
                Array.Fill(tokens, Filler);
                for (int position = 0; position < tokens.Length; position += random.Next(50) == 0 ? random.Next(1, 40_000) : 1)
                {
                    tokens[position] = (int)(Terms * Math.Pow(random.NextDouble(), 3));
                    positions[tokens[position]].Add(position);
                }

                postings.Add(tokens, document);
                for (int term = 0; term < Terms; term++)
                {
                    if (positions[term].Count > 0)
                    {
                        expected[term].Add((document, string.Join(' ', positions[term])));
                    }
                }
            }

            for (int term = 0; term < Terms; term++)
            {
                Assert.Equal(expected[term].Count > 0, postings.Occurs(term));
                if (postings.Occurs(term))
                {
                    Assert.Equal(expected[term], Read(postings, term));
                }
            }
        }
    }

    // Both ways to read a term, which must agree.
    private static List<(int Document, string Positions)> Read(TextPostings postings, int term)
    {
        var read = new List<(int, string)>();
        int[] positions = [];
        TextPostingsReader reader = default;
        reader.Reset(postings, term);
        while (reader.Next(ref positions, out int document, out int frequency))
        {
            read.Add((document, string.Join(' ', positions[..frequency])));
        }

        Assert.Equal(read, ReadAtOnce(postings, term));
        return read;
    }

    private static List<(int Document, string Positions)> ReadAtOnce(TextPostings postings, int term)
    {
        var occurrences = new TermOccurrences();
        occurrences.Read(postings, term);
        var read = new List<(int, string)>();
        int[] gaps = occurrences.PositionGaps.ToArray();
        int start = 0;
        for (int i = 0; i < occurrences.Documents.Length; i++)
        {
            int position = 0;
            int end = start + occurrences.Frequencies[i];
            read.Add((occurrences.Documents[i], string.Join(' ', gaps[start..end].Select(gap => position += gap))));
            start = end;
        }

        Assert.Equal(gaps.Length, start);
        return read;
    }
}
