using CsvHelper;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Reads rows under a header: commas, semicolons, bars or tabs, told by the header unless the name says tabs.</summary>
/// <remarks>
/// A row with fewer values than the header is taken as it is; one with more is rejected, since its values have most likely moved to
/// columns they don't belong to. Quoting that breaks the rules is mended as spreadsheets do, and reported.
/// </remarks>
internal sealed class DelimitedReader : IRecordReader
{
    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        List<CsvMalformedRecord> malformed = [];
        CsvReaderOptions options = new()
        {
            Separator = scope.File.Format == InputFormat.Tsv ? '\t' : null,
            MaxRecordSize = scope.Limits.RecordBytes,
            TrackLineNumbers = true,
            TrimWhitespace = false,
            OnMalformedRecord = malformed.Add,
        };
        using CsvReader csv = CsvReader.Create(scope.Content.Stream, options, leaveOpen: true);
        Column[]? columns = null;
        IngestionProblem? refusal = null;

        // The row before the present one: only the end of the data tells whether the last row is whole.
        RawOutcome? last = null;
        long otherBytes = 0, otherLine = 0;
        while (refusal is null)
        {
            bool any = false;
            try
            {
                columns ??= Columns(scope, csv, out refusal);
                any = refusal is null && csv.Read();
            }
            catch (CsvFormatException error)
            {
                refusal = Refusal(scope, error);
            }

            if (any && last is { } whole)
            {
                yield return whole;
            }

            foreach (CsvMalformedRecord bad in malformed)
            {
                if (bad.Reason != CsvMalformedReason.UnterminatedQuote)
                {
                    yield return scope.Problem(
                        ProblemCodes.CsvQuoting,
                        ProblemEffect.Noted,
                        bad.LineNumber,
                        "A quotation mark stands where the rules of CSV have none; it was read as text.",
                        bad.RawRecord);
                }
            }

            bool swallowed = malformed.Exists(static bad => bad.Reason == CsvMalformedReason.UnterminatedQuote);
            malformed.Clear();
            if (!any || refusal is not null)
            {
                break;
            }

            last = swallowed
                ? scope.Problem(
                    ProblemCodes.CsvQuoting,
                    ProblemEffect.RecordRejected,
                    csv.LineNumber,
                    "A quotation mark is opened in this row and never closed, so that the row runs to the end of the file.",
                    csv.GetString(0))
                : Row(scope, csv, columns!, ref otherBytes, ref otherLine);
        }

        if (last is { } final)
        {
            yield return scope.Content.Damage is null || final.Record is null
                ? final
                : scope.Problem(
                    ProblemCodes.RecordCut, ProblemEffect.RecordRejected, final.Record.Line, "The data ends inside this row or right after it.", final.Record[ArticleField.Title]);
        }

        if (otherBytes > 0)
        {
            yield return scope.Problem(
                ProblemCodes.InvalidUtf8,
                ProblemEffect.Noted,
                otherLine,
                $"{otherBytes} bytes from here on aren't UTF-8 and were read as Windows-1252.");
        }

        if (refusal is not null)
        {
            yield return refusal;
        }
    }

    private static Column[] Columns(ReadScope scope, CsvReader csv, out IngestionProblem? refusal)
    {
        csv.ReadHeader();
        IReadOnlyList<string> headers = csv.Headers;
        refusal = null;
        if (headers.Count > scope.Limits.FieldsPerRecord)
        {
            refusal = scope.Problem(
                ProblemCodes.TooManyFields, ProblemEffect.FileRejected, 1, $"The file has {headers.Count} columns; the limit is {scope.Limits.FieldsPerRecord}.");
            return [];
        }

        List<Column> columns = [];
        for (int i = 0; i < headers.Count; i++)
        {
            if (scope.Names.TryFind(headers[i], out ArticleField field, out int rank) && scope.Wants(field))
            {
                columns.Add(new Column(i, field, rank));
            }
        }

        if (scope.Only is null && !columns.Exists(static column => column.Field == ArticleField.Text))
        {
            refusal = scope.Problem(
                ProblemCodes.TextFieldMissing,
                ProblemEffect.FileRejected,
                1,
                $"No column holds the text: found are {string.Join(", ", headers.Take(30))}; accepted are {string.Join(", ", scope.Names.TextNames)}.");
        }

        return [.. columns];
    }

    private static RawOutcome Row(ReadScope scope, CsvReader csv, Column[] columns, ref long otherBytes, ref long otherLine)
    {
        int surplus = csv.FieldCount - csv.Headers.Count;
        int size = 0;
        for (int i = csv.Headers.Count; i < csv.FieldCount && surplus > 0; i++)
        {
            // Separators at the end of a row are no values.
            surplus = csv.IsEmpty(i) ? surplus - 1 : surplus;
        }

        if (surplus > 0)
        {
            return scope.Problem(
                ProblemCodes.ColumnCount,
                ProblemEffect.RecordRejected,
                csv.LineNumber,
                $"The row has {csv.FieldCount} values for {csv.Headers.Count} columns; a value that holds '{csv.Separator}' has to stand in quotation marks.",
                csv.GetString(0));
        }

        RawRecord record = new(csv.LineNumber);
        foreach (Column column in columns)
        {
            record.SetPresent(column.Field);
            if (!record.Wants(column.Field, column.Rank))
            {
                continue;
            }

            ReadOnlySpan<byte> bytes = csv.GetSpan(column.Index);
            record.Set(column.Field, column.Rank, MixedEncoding.GetString(bytes, out int other));
            size += bytes.Length;
            if (other > 0)
            {
                otherLine = otherBytes == 0 ? csv.LineNumber : otherLine;
                otherBytes += other;
            }
        }

        if (csv.FieldCount < csv.Headers.Count && scope.Only is null)
        {
            record.Note(scope.Problem(
                ProblemCodes.ColumnCount,
                ProblemEffect.Noted,
                csv.LineNumber,
                $"The row has {csv.FieldCount} values for {csv.Headers.Count} columns; those at the end are missing."));
        }

        return new RawOutcome(record, null, size);
    }

    private static IngestionProblem Refusal(ReadScope scope, CsvFormatException error)
    {
        IngestionProblem tooLong = scope.TooLong(error.LineNumber, "The row", null);
        return tooLong with
        {
            Effect = ProblemEffect.FileRejected,
            Reason = tooLong.Reason + " Most often a quotation mark was opened and never closed. The rest of the file was not read.",
        };
    }

    private readonly record struct Column(int Index, ArticleField Field, int Rank);
}
