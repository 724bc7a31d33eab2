using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads a file that is one article, as pasted or scraped.</summary>
internal sealed class PlainTextReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        if (scope.ReadWhole(scope.Limits.RecordBytes, "The file", ProblemCodes.RecordTooLong, "--max-record-mb", out ReadOnlyMemory<byte> bytes) is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        RawRecord record = new(1) { TextKind = TextKind.PastedPage };
        record.Set(ArticleField.Text, 0, TextDecoder.Decode(bytes.Span, null, out (string Code, string Reason)? note));
        if (note is { } noted)
        {
            record.Note(scope.Problem(noted.Code, ProblemEffect.Noted, 1, noted.Reason));
        }

        yield return new RawOutcome(record, null, bytes.Length);
    }
}
