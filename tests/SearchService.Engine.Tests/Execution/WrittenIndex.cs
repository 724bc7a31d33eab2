using SearchService.Analysis;
using SearchService.Engine.Execution;
using SearchService.Engine.Index;
using SearchService.Engine.Index.Writing;
using SearchService.Engine.Schema;
using SearchService.Engine.Storage;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Many documents in an index that the writer made, a segment for each list of them; <see cref="Corpus"/> is for few documents and every rule.</summary>
internal sealed class WrittenIndex : IDisposable
{
    public const int Text = 0;
    public const int Label = 1;
    public const int Labels = 2;
    public const int Day = 3;

    private static readonly IndexSchema Schema = new(
        FieldDefinition.Text("text", TermForm.Written), FieldDefinition.Keyword("label"), FieldDefinition.Keyword("labels"), FieldDefinition.Number("day"));

    private readonly EngineIndex _index;

    public WrittenIndex(params IEnumerable<IEnumerable<Document>> segments)
    {
        var directory = new MemoryDirectory();
        foreach (var segment in segments)
        {
            using var writer = IndexWriter.Create(directory, Schema, TextAnalyzer.Plain, new IndexWriterOptions { Builders = 1 });
            foreach (var document in segment)
            {
                writer.Add(document);
            }

            writer.Commit(new Dictionary<string, string>());
        }

        _index = EngineIndex.Open(directory, Schema);
        Snapshot = _index.Acquire();
        Searcher = new Searcher(Snapshot);
    }

    public IndexSnapshot Snapshot { get; }

    public Searcher Searcher { get; }

    public void Dispose()
    {
        Snapshot.Dispose();
        _index.Dispose();
    }
}
