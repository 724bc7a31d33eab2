using SearchService.Core.Articles;

namespace SearchService.Quotations.Finding;

/// <summary>What was found in an article's text.</summary>
/// <param name="Quotes">For <see cref="Article.Quotes"/>.</param>
/// <param name="People">For <see cref="Article.People"/>.</param>
public sealed record QuotationReading(IReadOnlyList<Quote> Quotes, IReadOnlyList<string> People);
