using System.Text;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads an object a line.</summary>
internal sealed class JsonLinesReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        LineSplitter lines = new(scope.Content.Stream, scope.Limits.RecordBytes);
        JsonRecords records = new(scope);
        while (lines.Next())
        {
            if (lines.IsTooLong)
            {
                yield return scope.TooLong(lines.Number, "The line", lines.LengthInBytes, Beginning(lines.Line));
            }
            else if (!IsBlank(lines.Line))
            {
                yield return lines.IsUnfinished && scope.Content.Damage is not null
                    ? scope.Problem(
                        ProblemCodes.RecordCut, ProblemEffect.RecordRejected, lines.Number, "The data ends inside this record.", Beginning(lines.Line))
                    : records.Read(lines.Line, lines.Number, lines.IsUnfinished);
            }
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    private static string Beginning(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)]);
}
