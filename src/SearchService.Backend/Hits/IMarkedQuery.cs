using SearchService.Analysis.Marks;
using SearchService.Backend.Quotations;

namespace SearchService.Backend.Hits;

/// <summary>A query for articles as a backend executes it, which finds itself in their texts.</summary>
public interface IMarkedQuery
{
    /// <summary>Makes what finds it.</summary>
    /// <param name="part">The texts that will be given.</param>
    /// <param name="quotations">Tell what is marked for articles that were chosen by their quotations; null for nothing.</param>
    TextMarker MarkerOf(ArticlePart part, HitQuotations? quotations);
}

/// <summary>What is marked of an article.</summary>
public enum ArticlePart
{
    /// <summary>Its title.</summary>
    Title,

    /// <summary>Its text.</summary>
    Text,

    /// <summary>None of its texts: only what it was chosen by.</summary>
    Nothing,
}
