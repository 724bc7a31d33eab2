using System.Text;
using SearchService.Ingestion.Fields;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads a file that is one saved page.</summary>
internal sealed class HtmlReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        using StreamReader reader = new(scope.Content.Stream, Encoding.UTF8);
        RawRecord record = new(1) { TextKind = TextKind.HtmlPage };
        string html = reader.ReadToEnd();
        record.Set(ArticleField.Text, 0, html);
        yield return new RawOutcome(record, null, html.Length);
    }
}
