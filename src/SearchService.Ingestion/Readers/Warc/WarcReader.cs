using System.Globalization;
using System.Text;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Files;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers.Warc;

/// <summary>Reads the pages of a crawl: answers of HTML with the address that was asked for.</summary>
/// <remarks>
/// The line of a record is its number in the file. Answers of other types, and those that say anything but 200, are counted and left
/// aside; what records the crawl itself (requests, metadata) is passed over. The date of the crawl isn't that of the article.
/// </remarks>
internal sealed class WarcReader : IRecordReader
{
    private const int Found = 200;

    public IEnumerable<RawOutcome> Read(ReadScope scope)
    {
        WarcRecords records = new(scope.Content.Stream);
        LeftAside aside = new();
        while (records.Next())
        {
            if (records.PassedOverDamage)
            {
                yield return Damaged(scope, records);
            }

            if (Page(scope, records, aside) is { } page)
            {
                yield return page;
            }

            if (scope.Content.Budget.IsSpent)
            {
                yield return scope.Problem(ProblemCodes.GzipRatio, ProblemEffect.FileRejected, records.Number, scope.Content.Budget.Reason);
                break;
            }
        }

        if (records.PassedOverDamage)
        {
            yield return Damaged(scope, records);
        }

        if (records.IsCut && scope.Content.Damage is null)
        {
            yield return scope.Problem(
                ProblemCodes.RecordCut, ProblemEffect.FileRejected, records.Number, "The file ends inside this record: it was cut short. The records before were read.");
        }

        foreach (IngestionProblem problem in aside.Problems("answer"))
        {
            yield return problem;
        }
    }

    private static IngestionProblem Damaged(ReadScope scope, WarcRecords records) => scope.Problem(
        ProblemCodes.WarcDamaged,
        ProblemEffect.RecordRejected,
        Math.Max(1, records.Number),
        "What stands here, or right before, is no record of WARC; it was passed over up to the next one.");

    // Null for what is no page, which is counted where it is an answer.
    private static RawOutcome? Page(ReadScope scope, WarcRecords records, LeftAside aside)
    {
        switch (records.Type)
        {
            case "response" or "resource" when records.Fields is not null:
                break;
            case "revisit":
                Aside("unchanged since an earlier visit", "a reference to what an earlier crawl has");
                return null;
            case "conversion" or "continuation":
                Aside($"{records.Type} records", "what was made of an answer, or a piece of one");
                return null;
            default:
                return null;
        }

        void Aside(string kind, string holds) =>
            aside.Add(kind, holds, ProblemCodes.WarcLeftAside, new RecordPlace(scope.File.Path, records.Number));

        HeaderLines fields = records.Fields!;
        string type = fields["Content-Type"] ?? "";
        if (type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) || (records.Type == "response" && IsWeb(records.TargetUri)))
        {
            string status = records.ReadLine(1000) ?? "";
            if (!TryStatus(status, out int code) || !HeaderLines.TryRead(records.ReadLine, out HeaderLines? answer))
            {
                Aside("broken answers", "no answer of HTTP");
                return null;
            }

            if (code != Found)
            {
                Aside($"status {code}", "what a site says in place of a page");
                return null;
            }

            fields = answer;
            type = answer["Content-Type"] ?? "";
        }

        string media = type.Split(';')[0].Trim().ToLowerInvariant();
        if (media is not ("text/html" or "application/xhtml+xml" or ""))
        {
            Aside(media, "no page of HTML");
            return null;
        }

        if (records.LeftInBytes > scope.Limits.PageBytes)
        {
            return TooLarge(scope, records);
        }

        byte[] block = records.ReadBlock();
        if (records.IsCut)
        {
            return scope.Problem(ProblemCodes.RecordCut, ProblemEffect.RecordRejected, records.Number, "The data ends inside this page.", records.TargetUri);
        }

        if (HttpBody.Decode(block, fields, scope.Limits.PageBytes, scope.Content.Budget) is not { } body)
        {
            if (scope.Content.Budget.IsSpent)
            {
                return null;
            }

            return scope.Problem(
                ProblemCodes.WarcDamaged,
                ProblemEffect.RecordRejected,
                records.Number,
                $"The body of this page can't be decompressed, or not within {scope.Limits.PageBytes >> 20} MB (--max-page-mb).",
                records.TargetUri);
        }

        return Record(scope, records, body, type, media.Length == 0, Aside);
    }

    private static RawOutcome? Record(ReadScope scope, WarcRecords records, ReadOnlySpan<byte> body, string contentType, bool isUntyped, Action<string, string> aside)
    {
        Encoding? marked = UnicodeMarks.Find(body, out int markLength);
        body = body[markLength..];
        string beginning = (marked ?? Encoding.Latin1).GetString(body[..Math.Min(body.Length, 4096)]);
        if (marked is null && BinaryKind.Of(body[..Math.Min(body.Length, 4096)]) is { } kind)
        {
            aside("binary data under a wrong type", kind);
            return null;
        }

        if (isUntyped && ContentSniffer.Recognise(beginning, scope.Names, expectsMarkup: true, expectsText: false) != InputFormat.Html)
        {
            aside("answers without a type", "no page of HTML");
            return null;
        }

        Encoding? declared = marked ?? DeclaredEncoding.OfContentType(contentType, out _) ?? DeclaredEncoding.Of(body, out _);
        RawRecord record = PageRecord.Of(scope, records.Number, body, declared);
        record.Set(ArticleField.Url, 0, records.TargetUri ?? "");
        if (records.Fields!["WARC-Truncated"] is { } cut)
        {
            record.Note(scope.Problem(ProblemCodes.RecordCut, ProblemEffect.Noted, records.Number, $"The crawler didn't take the page whole ({cut}).", records.TargetUri));
        }

        return new RawOutcome(record, null, body.Length);
    }

    private static IngestionProblem TooLarge(ReadScope scope, WarcRecords records) => scope.Problem(
        ProblemCodes.PageTooLarge,
        ProblemEffect.RecordRejected,
        records.Number,
        $"The page of {records.LeftInBytes >> 20} MB is larger than the limit of {scope.Limits.PageBytes >> 20} MB for one; --max-page-mb raises it.",
        records.TargetUri);

    private static bool IsWeb(string? uri) => uri?.StartsWith("http", StringComparison.OrdinalIgnoreCase) == true;

    // "HTTP/1.1 200 OK"; the reason may be missing, and HTTP/2 is written in many ways.
    private static bool TryStatus(string line, out int code)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        code = 0;
        return parts.Length >= 2 && parts[0].StartsWith("HTTP", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out code);
    }
}
