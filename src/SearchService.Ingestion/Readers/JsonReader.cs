using System.Text;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads an array of objects, one object, or objects one after another.</summary>
internal sealed class JsonReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        JsonValueScanner values = new(scope.Content.Stream, scope.Limits.RecordBytes, scope.Names.IsList);
        JsonRecords records = new(scope);
        int strangers = 0;
        while (values.Next() is { } found)
        {
            string beginning() => Encoding.UTF8.GetString(values.Value[..Math.Min(values.Value.Length, 200)]);
            switch (found)
            {
                case JsonValueScanner.Found.Object:
                    yield return records.Read(values.Value, values.Line, isUnfinished: false);
                    break;
                case JsonValueScanner.Found.TooLong:
                    yield return scope.TooLong(values.Line, "The object", values.LengthInBytes, beginning());
                    break;
                case JsonValueScanner.Found.Cut:
                    yield return values.LengthInBytes > scope.Limits.RecordBytes
                        ? scope.TooLong(values.Line, "The object", values.LengthInBytes, beginning())
                        : scope.Problem(ProblemCodes.RecordCut, ProblemEffect.RecordRejected, values.Line, "The file ends inside this record.", beginning());
                    break;
                default:
                    // A file of something else would give one of these a line: three say it.
                    if (++strangers <= 3)
                    {
                        yield return scope.Problem(
                            ProblemCodes.NotAnObject, ProblemEffect.RecordRejected, values.Line, "An object is wanted here.", beginning());
                    }
                    else
                    {
                        yield return scope.Problem(
                            ProblemCodes.InvalidJson, ProblemEffect.FileRejected, values.Line, "This isn't a file of JSON objects; the rest was not read.");
                        yield break;
                    }

                    break;
            }
        }
    }
}
