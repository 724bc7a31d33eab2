using SearchService.Analysis.Marks;

namespace SearchService.Backend.Quotations;

/// <summary>The quotations that a set of articles in a query was chosen by.</summary>
public interface IChosenQuotations
{
    /// <summary>Gets what finds in the words spoken what they were found by.</summary>
    TextMarker Said { get; }

    /// <summary>Those that stand in an article, in the order of its text.</summary>
    /// <param name="article">The number of the article in what was searched.</param>
    /// <returns>The number of each in what was searched, and its place among the quotations of the article.</returns>
    IEnumerable<(int Document, int Place)> In(int article);
}
