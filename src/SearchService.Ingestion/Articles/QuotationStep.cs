using SearchService.Core.Articles;
using SearchService.Ingestion.Reporting;
using SearchService.Quotations.Finding;

namespace SearchService.Ingestion.Articles;

/// <summary>Gives articles the quotations and people that are in their texts.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="limits">What is spent on an article.</param>
internal sealed class QuotationStep(QuotationLimits limits)
{
    private readonly QuotationFinder _finder = new(limits);

    /// <summary>Completes what was read.</summary>
    /// <param name="outcome">Of a record or a file.</param>
    public ReadOutcome Take(ReadOutcome outcome)
    {
        if (outcome.Article is not { } article)
        {
            return outcome;
        }

        QuotationReading reading = _finder.Read(article.Text, article.Language);
        return outcome with
        {
            Article = article with { Quotes = reading.Quotes, People = reading.People },
            Problems = reading.LeftOut == 0 ? outcome.Problems : outcome.Problems.Add(LeftOut(outcome.Place, article, reading.LeftOut)),
        };
    }

    private IngestionProblem LeftOut(RecordPlace place, Article article, int count) => new()
    {
        Code = ProblemCodes.QuotationsLeftOut,
        Effect = ProblemEffect.Noted,
        Place = place,
        Reason = FormattableString.Invariant(
            $"{count:N0} quotations or more are not found as such: beyond {limits.Quotes:N0} in an article, {limits.QuoteLength:N0} characters in one, or {limits.TextLength:N0} characters of text (QuotationLimits)."),
        Excerpt = IngestionProblem.ExcerptOf(article.Title),
        Id = article.Id,
    };
}
