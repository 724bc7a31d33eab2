using SearchService.Engine.Index.Writing;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Index.Writing;

public sealed class DocumentNumbersTests
{
    [Fact]
    public void Each_document_has_the_number_it_was_given_however_segments_are_put_together()
    {
        Random random = Seeds.Random();
        var expected = new List<long>();
        var all = new DocumentNumbers();
        for (int segment = 0; segment < 20; segment++)
        {
            var own = new DocumentNumbers();
            long number = random.Next(1000);
            for (int document = random.Next(60); document > 0; document--)
            {
                own.Add(number);
                expected.Add(number);
                number += random.Next(8) == 0 ? random.Next(2, 50) : 1; // gaps: batches of other builders, refused documents
            }

            if (random.Next(3) == 0)
            {
                int older = random.Next(3);
                own.AddRun(long.MinValue, older);
                expected.AddRange(Enumerable.Range(0, older).Select(document => long.MinValue + document));
            }

            all.AddAll(own);
        }

        Assert.Equal(expected.Count, all.Count);
        Assert.Equal(expected, Enumerable.Range(0, all.Count).Select(all.NumberOf));
    }
}
