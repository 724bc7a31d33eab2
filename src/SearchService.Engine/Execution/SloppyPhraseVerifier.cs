using SearchService.Engine.Segments.Positions;

namespace SearchService.Engine.Execution;

/// <summary>Verifies a phrase with slop: the positions of all terms are read, then <see cref="PhraseOccurrences"/> decides.</summary>
/// <param name="positions">The positions of each distinct term.</param>
/// <param name="occurrences">The phrase, with its terms numbered in the same way.</param>
internal sealed class SloppyPhraseVerifier(PositionsCursor[] positions, PhraseOccurrences occurrences) : PhraseVerifier
{
    /// <inheritdoc/>
    public override double FrequencyIn(int document, bool untilFirst)
    {
        for (var i = 0; i < positions.Length; i++)
        {
            if (positions[i].AdvanceTo(document) != document)
            {
                return 0;
            }

            var found = positions[i].Positions;
            found.CopyTo(occurrences.Positions(i, found.Length));
        }

        return occurrences.Frequency(untilFirst);
    }
}
