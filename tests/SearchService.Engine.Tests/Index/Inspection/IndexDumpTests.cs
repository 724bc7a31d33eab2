using SearchService.Analysis;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Inspection;
using SearchService.Engine.Storage;
using SearchService.Engine.Tests.Segments;

namespace SearchService.Engine.Tests.Index.Inspection;

public sealed class IndexDumpTests
{
    [Fact]
    public void An_index_can_be_looked_into_line_by_line()
    {
        var directory = new MemoryDirectory();
        var first = new ModelDocument { Source = "one", Day = 5 };
        first.Words.AddRange(["peace", "talks", "peace"]);
        var second = new ModelDocument { Source = "two", Day = 9 };
        second.Words.AddRange(["peaceful"]);
        ModelIndex.Commit(directory, [first], [second, first]);
        using EngineIndex index = EngineIndex.Open(directory, null);
        using IndexSnapshot snapshot = index.Acquire();
        Assert.Contains(IndexDump.Segments(snapshot), line => line.StartsWith("segment s00000002: 2 documents, 0 deleted", StringComparison.Ordinal));
        Assert.Equal(
            ["0 text Text: 3 documents, 7 tokens, terms Written 5, Word 5", "1 source Keyword: 3 documents, 2 values", "2 topics Keyword: 0 documents, 0 values", "3 day Number: 3 documents, from 5 to 9"],
            IndexDump.Fields(snapshot));
        Assert.Equal(
            ["s00000001 peace: 1 documents, 2 times", "s00000002 peace: 1 documents, 2 times", "s00000002 peaceful: 1 documents, 1 times"],
            IndexDump.Terms(snapshot, ModelIndex.Text, TermForm.Written, "peac"));
        Assert.Equal(
            ["s00000001: 1 documents, 2 times, no impacts", "  0: 0 2", "s00000002: 1 documents, 2 times, no impacts", "  2: 0 2"],
            IndexDump.Postings(snapshot, ModelIndex.Text, TermForm.Written, "peace"));
    }
}
