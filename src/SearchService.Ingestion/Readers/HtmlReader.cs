using System.Text;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads a file that is one saved page.</summary>
internal sealed class HtmlReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        if (scope.ReadWhole(scope.Limits.PageBytes, "The page", ProblemCodes.PageTooLarge, "--max-page-mb", out ReadOnlyMemory<byte> bytes) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        Encoding? declared = scope.Content.IsMarkedUtf8 ? null : DeclaredEncoding.Of(bytes.Span, out _);
        yield return new RawOutcome(PageRecord.Of(scope, 1, bytes.Span, declared), null, bytes.Length);
    }
}
