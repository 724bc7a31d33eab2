using System.Text;
using SearchService.Ingestion.Encodings;
using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Readers;

/// <summary>Makes a record of a page of HTML.</summary>
internal static class PageRecord
{
    /// <summary>Decodes a page, and notes what was done where the page doesn't say its encoding, or says a wrong one.</summary>
    /// <param name="scope">The open file.</param>
    /// <param name="line">Where it begins.</param>
    /// <param name="bytes">Of the page, whole, without a byte order mark.</param>
    /// <param name="declared">Its encoding as declared, or null.</param>
    public static RawRecord Of(ReadScope scope, long line, ReadOnlySpan<byte> bytes, Encoding? declared)
    {
        RawRecord record = new(line) { TextKind = TextKind.HtmlPage };
        record.Set(ArticleField.Text, 0, TextDecoder.Decode(bytes, declared, out (string Code, string Reason)? note));
        if (note is { } noted)
        {
            record.Note(scope.Problem(noted.Code, ProblemEffect.Noted, line, noted.Reason));
        }

        return record;
    }
}
