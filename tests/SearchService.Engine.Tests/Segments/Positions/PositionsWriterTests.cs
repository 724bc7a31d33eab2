using SearchService.Engine.Segments.Positions;
using SearchService.Engine.Storage;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Segments.Positions;

public sealed class PositionsWriterTests
{
    [Fact]
    public void Gaps_of_many_documents_at_once_are_written_as_those_of_one_after_another()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 50; round++)
        {
            var documents = new List<int[]>();
            for (int i = random.Next(1, 200); i > 0; i--)
            {
                int position = random.Next(3);
                documents.Add([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (position += random.Next(1, 40)) - 1)]);
            }

            // Where documents are far apart, positions are listed by document; else they are a dense list.
            int length = random.Next(2) == 0 ? 500 : 500_000;
            long[] starts = [.. Enumerable.Range(0, documents.Count + 1).Select(document => document * (length + 1L))];
            byte[] one = Write(starts, writer => documents.Index().ToList().ForEach(document => writer.Add(document.Index, document.Item)));
            byte[] many = Write(starts, writer =>
            {
                for (int start = 0; start < documents.Count;)
                {
                    // Now and then a document by itself: the two ways may be mixed.
                    int count = random.Next(1, documents.Count - start + 1);
                    if (count == 1)
                    {
                        writer.Add(start, documents[start]);
                    }
                    else
                    {
                        List<int[]> some = documents.GetRange(start, count);
                        writer.AddGaps([.. Enumerable.Range(start, count)], [.. some.Select(positions => positions.Length)], [.. some.SelectMany(Gaps)]);
                    }

                    start += count;
                }
            });

            Assert.Equal(one, many);
        }
    }

    private static IEnumerable<int> Gaps(int[] positions) => positions.Select((position, i) => i == 0 ? position : position - positions[i - 1]);

    private static byte[] Write(long[] starts, Action<PositionsWriter> write)
    {
        var directory = new MemoryDirectory();
        using (var output = new IndexOutput(directory, "x.positions", IndexFileKind.Positions, Guid.Empty))
        {
            var writer = new PositionsWriter(output);
            write(writer);
            writer.EndTerm(starts);
            output.Finish();
        }

        return directory.ReadAll("x.positions");
    }
}
