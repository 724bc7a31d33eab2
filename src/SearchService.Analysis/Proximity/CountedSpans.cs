namespace SearchService.Analysis.Proximity;

/// <summary>Spans that a document is scored by: the nearer what they are made of, the more each counts.</summary>
public abstract class CountedSpans : TextSpans
{
    /// <summary>The frequency in a document: the sum of 1 / (1 + distance) over its spans; 0 when there are none.</summary>
    /// <param name="document">At or after those asked about before.</param>
    /// <param name="untilFirst">Whether it is enough to know that it isn't 0.</param>
    public abstract double FrequencyIn(int document, bool untilFirst);
}
