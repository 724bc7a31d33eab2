using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads a file that is one article, as pasted or scraped.</summary>
internal sealed class PlainTextReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        using MemoryStream whole = new();
        byte[] buffer = new byte[64 << 10];
        int read;
        while ((read = scope.Content.Stream.Read(buffer)) > 0)
        {
            if (whole.Length + read > scope.Limits.RecordBytes)
            {
                yield return scope.TooLong(1, "The file", scope.File.LengthInBytes);
                yield break;
            }

            whole.Write(buffer, 0, read);
        }

        if (scope.Content.Damage is not null)
        {
            yield return scope.Problem(ProblemCodes.RecordCut, ProblemEffect.RecordRejected, 1, "The data ends inside this article.");
            yield break;
        }

        string text = MixedEncoding.GetString(whole.GetBuffer().AsSpan(0, (int)whole.Length), out int otherBytes);
        RawRecord record = new(1) { TextKind = TextKind.PastedPage };
        record.Set(ArticleField.Text, 0, text);
        if (otherBytes > 0)
        {
            record.Note(scope.Problem(
                ProblemCodes.InvalidUtf8, ProblemEffect.Noted, 1, $"{otherBytes} bytes aren't UTF-8 and were read as Windows-1252."));
        }

        yield return new RawOutcome(record, null, (int)whole.Length);
    }
}
