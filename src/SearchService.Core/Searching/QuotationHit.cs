using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Core.Searching;

/// <summary>One quotation that matches.</summary>
/// <param name="Id">Names it in this archive: the same as long as its article's id and the place of its words are.</param>
/// <param name="Quote">The quotation.</param>
/// <param name="Article">The article it stands in, whole.</param>
/// <param name="Score">How well its words fit, or 0 when sorted by date.</param>
/// <param name="Highlights">What matched in its words: spans into <see cref="Quote.Text"/>; ascending, not touching.</param>
public sealed record QuotationHit(string Id, Quote Quote, Article Article, double Score, ImmutableArray<TextSpan> Highlights);

/// <summary>A quotation of an article that was found, and what of it matched.</summary>
/// <param name="Id">As <see cref="QuotationHit.Id"/>.</param>
/// <param name="Quote">The quotation.</param>
/// <param name="Highlights">What matched in its words: spans into <see cref="Quote.Text"/>; none where its speaker alone was asked for.</param>
public sealed record HitQuotation(string Id, Quote Quote, ImmutableArray<TextSpan> Highlights);
