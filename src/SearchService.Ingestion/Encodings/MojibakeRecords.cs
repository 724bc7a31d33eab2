using SearchService.Ingestion.Fields;
using SearchService.Ingestion.Readers;
using SearchService.Ingestion.Reporting;

namespace SearchService.Ingestion.Encodings;

/// <summary>Looks the texts of a record through for letters that were read in a wrong encoding before they came here.</summary>
internal static class MojibakeRecords
{
    private static readonly ArticleField[] Fields =
        [ArticleField.Title, ArticleField.Text, ArticleField.Source, ArticleField.Authors, ArticleField.Topics];

    /// <summary>Puts right what is certain, and notes it and what isn't, once a record.</summary>
    public static void Mend(RawRecord record, ReadScope scope)
    {
        int mended = 0, left = 0;
        string? excerpt = null;
        foreach (ArticleField field in Fields)
        {
            record.Change(field, value =>
            {
                if (Mojibake.Examine(value) is not { } found)
                {
                    return value;
                }

                mended += found.Mended;
                left += found.Left;
                excerpt ??= found.Excerpt;
                return found.Text;
            });
        }

        if (mended > 0)
        {
            record.Note(scope.Problem(
                ProblemCodes.MojibakeMended, ProblemEffect.Noted, record.Line, $"{mended} characters were UTF-8 that had been read in another encoding, and were put right.", excerpt));
        }

        if (left > 0)
        {
            record.Note(scope.Problem(
                ProblemCodes.MojibakeLeft, ProblemEffect.Noted, record.Line,
                $"{left} characters look like UTF-8 that had been read in another encoding; they could be meant so, and were left as they are.", excerpt));
        }
    }
}
