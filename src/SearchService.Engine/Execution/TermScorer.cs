using System.Numerics;
using SearchService.Engine.Segments;
using SearchService.Engine.Segments.Postings;

namespace SearchService.Engine.Execution;

/// <summary>BM25 for a term, or a phrase, in one segment.</summary>
/// <param name="segment">The segment.</param>
/// <param name="field">The text field.</param>
/// <param name="weight">Idf times boosts.</param>
/// <param name="lengths">The field's <see cref="Bm25.LengthTable"/>.</param>
internal sealed class TermScorer(SegmentReader segment, int field, double weight, double[] lengths)
{
    // Three roundings lie between a score and its exact value, and three more on the side of the bound: six halves of an ulp. This adds
    // eight, and a step upwards covers numbers too small to be normal.
    private const double RoundedUp = 1 + (1.0 / (1L << 50));

    /// <summary>No document's score is above this: tf / (tf + length) is below 1, also when rounded.</summary>
    public double MaxScore => weight;

    /// <summary>The score of a document.</summary>
    /// <param name="document">Its id.</param>
    /// <param name="frequency">How often it has the term.</param>
    public double ScoreOf(int document, int frequency) => Bm25.Score(weight, frequency, lengths[segment.Norms(field)[document]]);

    /// <summary>Computes the scores of documents.</summary>
    /// <param name="documents">Their ids.</param>
    /// <param name="frequencies">How often each has the term.</param>
    /// <param name="scores">Overwritten: a score for each.</param>
    public void Score(ReadOnlySpan<int> documents, ReadOnlySpan<int> frequencies, Span<double> scores)
    {
        var norms = segment.Norms(field);
        var table = lengths.AsSpan(0, 256);
        frequencies = frequencies[..documents.Length];
        scores = scores[..documents.Length];
        for (var i = 0; i < documents.Length; i++)
        {
            scores[i] = Bm25.Score(weight, frequencies[i], table[norms[documents[i]]]);
        }
    }

    /// <summary>The score of a document with that frequency and norm.</summary>
    public double ScoreOf(Impact impact) => Bm25.Score(weight, impact.Frequency, lengths[impact.Norm]);

    /// <summary>No document scores more of which the best impact's score is known.</summary>
    /// <param name="best">The greatest of <see cref="ScoreOf(Impact)"/> of the impacts that bound the documents.</param>
    public double BoundOf(double best) => Math.Min(MaxScore, Math.BitIncrement(best * RoundedUp));

    /// <summary>Adds the scores of those matches that are in a set.</summary>
    /// <remarks>A match's frequency is found by its rank among the matches, so that only documents that are ranked cost anything.</remarks>
    /// <typeparam name="T">What frequencies are counted in.</typeparam>
    /// <param name="frequencies">The frequency of each match, in order.</param>
    /// <param name="matches">The window's matches.</param>
    /// <param name="window">The window.</param>
    /// <param name="set">Documents of the window.</param>
    /// <param name="scores">A score for each document of the window.</param>
    public void Add<T>(ReadOnlySpan<T> frequencies, ReadOnlySpan<ulong> matches, Window window, ReadOnlySpan<ulong> set, Span<double> scores)
        where T : unmanaged, INumber<T>
    {
        var norms = segment.Norms(field)[window.Start..window.End];
        var table = lengths.AsSpan(0, 256);
        var before = 0;
        for (var i = 0; i < Window.Words; i++)
        {
            var match = matches[i];
            for (var word = match & set[i]; word != 0; word &= word - 1)
            {
                var index = (i << 6) + BitOperations.TrailingZeroCount(word);
                var rank = before + BitOperations.PopCount(match & ((word & (0 - word)) - 1));
                scores[index] += Bm25.Score(weight, double.CreateTruncating(frequencies[rank]), table[norms[index]]);
            }

            before += BitOperations.PopCount(match);
        }
    }
}
