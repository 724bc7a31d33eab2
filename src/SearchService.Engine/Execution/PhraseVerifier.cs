namespace SearchService.Engine.Execution;

/// <summary>Says how often a phrase occurs in a document.</summary>
internal abstract class PhraseVerifier
{
    /// <summary>The phrase's frequency as <see cref="Queries.PhraseQuery"/> defines it; 0 when it doesn't occur.</summary>
    /// <param name="document">A document above those asked about before; it may lack some of the terms.</param>
    /// <param name="untilFirst">Whether it is enough to know that it isn't 0.</param>
    public abstract double FrequencyIn(int document, bool untilFirst);
}
