using SearchService.Core.Articles;

namespace SearchService.Quotations.Finding;

/// <summary>What was found in an article's text.</summary>
/// <param name="Quotes">For <see cref="Article.Quotes"/>: in the order of the text, apart from one another.</param>
/// <param name="People">For <see cref="Article.People"/>.</param>
/// <param name="LeftOut">How many quotations were left out because of <see cref="QuotationLimits"/>; those after the part of the text that is looked at count as one.</param>
public sealed record QuotationReading(IReadOnlyList<Quote> Quotes, IReadOnlyList<string> People, int LeftOut = 0);
