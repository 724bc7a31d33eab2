using SearchService.Analysis.Unicode;

namespace SearchService.Analysis.Segmentation;

/// <summary>Which Word_Break value a code point has for a kind of segmentation; UAX #29 allows to tailor it.</summary>
internal interface IWordTailoring
{
    /// <summary>Gives the class of a code point.</summary>
    /// <param name="codePoint">The code point.</param>
    /// <returns>Its class, tailored or not.</returns>
    static abstract WordClass Of(int codePoint);
}
