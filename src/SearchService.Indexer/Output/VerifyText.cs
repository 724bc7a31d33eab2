using System.Globalization;
using System.Text;
using SearchService.Core.Articles;
using SearchService.Quotations.Verification;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Indexer.Output;

/// <summary>What an archive says of a text, for people.</summary>
/// <param name="terminal">Where it is written.</param>
internal sealed class VerifyText(Terminal terminal)
{
    /// <summary>Writes an answer.</summary>
    /// <param name="text">The text verified.</param>
    /// <param name="response">The answer.</param>
    public void Write(string text, VerificationResponse response)
    {
        terminal.Output.WriteLine(response.Verdict switch
        {
            Verdict.Verbatim => string.Create(CultureInfo.InvariantCulture, $"verbatim, in {(response.Exact ? "" : "at least ")}{response.Total:N0} article{(response.Total == 1 ? "" : "s")}, first by date:"),
            Verdict.Altered => "altered; nearest first, [-dropped-] and {+inserted+}:",
            _ => "absent",
        });
        foreach (VerifiedPlace place in response.Places)
        {
            Write(text, place);
        }
    }

    private static string Marked(string given, string found, WordDifference difference)
    {
        StringBuilder marked = new();
        foreach (DifferencePart part in difference.Parts)
        {
            string? here = part.Given is { } inGiven ? given[inGiven.Start..inGiven.End] : null;
            string? there = part.Found is { } inFound ? found[inFound.Start..inFound.End] : null;
            marked.Append(marked.Length > 0 ? " " : "");
            if (part.Kind == DifferenceKind.Kept)
            {
                marked.Append(there);
                continue;
            }

            marked.Append(there is null ? "" : $"[-{there}-]").Append(there is null || here is null ? "" : " ").Append(here is null ? "" : $"{{+{here}+}}");
        }

        return marked.ToString().ReplaceLineEndings(" ");
    }

    private void Write(string text, VerifiedPlace place)
    {
        Article article = place.Article;
        string[] facts =
        [
            .. ((IEnumerable<string?>)[article.Source, article.Country, article.Stance, article.Date?.ToString() ?? article.DateAsGiven, article.Id])
                .Where(static fact => !string.IsNullOrEmpty(fact)).OfType<string>(),
        ];
        terminal.Output.WriteLine();
        terminal.Output.WriteLine(article.Title.Length > 0 ? article.Title : "(no title)");
        terminal.Output.WriteLine($"  {string.Join(" · ", facts)}");
        string where = place.InTitle ? "headline" : string.Create(CultureInfo.InvariantCulture, $"at {place.Span.Start}–{place.Span.End}");
        string leaves = place.Omission switch
        {
            PlaceOmission.Reporter => ", without the reporter's words between",
            PlaceOmission.Marked => ", with what dots leave out",
            _ => "",
        };
        string said = place.Quotation is { } quote ? $", said by {quote.Speaker ?? quote.SpeakerAs ?? "somebody"}" : "";
        string similarity = place.Difference is { } of ? string.Create(CultureInfo.InvariantCulture, $", similarity {of.Similarity:0.00}") : "";
        terminal.Output.WriteLine($"  {where}{leaves}{said}{similarity}");
        terminal.Output.WriteLine($"  {(place.Difference is { } difference ? Marked(text, place.InTitle ? article.Title : article.Text, difference) : place.Words.ReplaceLineEndings(" "))}");
    }
}
