using System.Collections.Immutable;
using System.Diagnostics;
using SearchService.Core.Indexes;
using SearchService.Core.Searching;
using SearchService.Quotations.Verification.Differences;

namespace SearchService.Quotations.Verification;

/// <summary>Says whether an archive has a text: verbatim, altered, or not at all.</summary>
/// <param name="index">The archive.</param>
/// <param name="limits">What a text may be.</param>
/// <remarks>
/// <para>Looks at articles whole, headlines too, not only at the quotations found in them. Verbatim means what the query language's quotation marks
/// mean: the words as written, in order, without regard to case and punctuation; and also where a text leaves out what a reporter says between
/// two parts of a quotation, or marks by dots what it leaves out.</para>
/// <para>Thread-safe. The answer is of one state of the index, unless the index changes in between; then it is asked again.</para>
/// </remarks>
public sealed class TextVerifier(IArticleIndex index, VerificationLimits limits)
{
    // An index that changes under each of so many attempts changes too fast to be asked.
    private const int Attempts = 3;

    /// <summary>With the limits' defaults.</summary>
    /// <param name="index">The archive.</param>
    public TextVerifier(IArticleIndex index)
        : this(index, new VerificationLimits())
    {
    }

    /// <summary>Looks for a text.</summary>
    /// <param name="request">The text, and where to look.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidRequestException">The text has no words, or it or the request is beyond a limit.</exception>
    public VerificationResponse Verify(VerificationRequest request, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        WordNumbers numbers = new();
        TextWords words = Read(request, numbers);
        for (int attempt = 1; ; attempt++)
        {
            IndexState state = index.State;
            VerificationResponse response = Verify(request, words, numbers, cancellationToken) with { Index = state, Took = Stopwatch.GetElapsedTime(started) };
            if (index.State.Generation == state.Generation || attempt == Attempts)
            {
                return response;
            }
        }
    }

    private VerificationResponse Verify(VerificationRequest request, TextWords words, WordNumbers numbers, CancellationToken cancellationToken)
    {
        FoundPlaces verbatim = new VerbatimSearch(index, request, words, numbers, cancellationToken).Find();
        if (verbatim.Total == 0)
        {
            verbatim = new OmissionSearch(index, limits, request, words, numbers, cancellationToken).Find();
        }

        if (verbatim.Total > 0)
        {
            return new VerificationResponse(Verdict.Verbatim, words.Count, verbatim.Total, verbatim.Exact, verbatim.Places, index.State, default);
        }

        ImmutableArray<VerifiedPlace> nearest = new NearestSearch(index, limits, request, words, numbers, cancellationToken).Find();
        return new VerificationResponse(nearest.IsEmpty ? Verdict.Absent : Verdict.Altered, words.Count, 0, true, nearest, index.State, default);
    }

    private TextWords Read(VerificationRequest request, WordNumbers numbers)
    {
        Within(request.Text.Length, limits.MaxLengthInCharacters, "characters", nameof(VerificationLimits.MaxLengthInCharacters));
        if (request.Size < 0 || request.Size > limits.MaxPlaces)
        {
            throw new InvalidRequestException(
                "out_of_range", "size", $"'size' is {request.Size}; it takes 0 to {limits.MaxPlaces} (limit {nameof(VerificationLimits.MaxPlaces)}, which the operator of the service can raise).");
        }

        TextWords words = numbers.Read(request.Text, numbersNew: true);
        Within(words.Count, limits.MaxWords, "words", nameof(VerificationLimits.MaxWords));
        return words.Count > 0 ? words : throw new InvalidRequestException("no_words", "text", "The text has no words: give letters or digits.");
    }

    private static void Within(int value, int limit, string what, string limitName)
    {
        if (value > limit)
        {
            throw new InvalidRequestException(
                "text_too_long", "text", $"The text has {value} {what}; at most {limit} are verified at once (limit {nameof(VerificationLimits)}.{limitName}, which the operator of the service can raise). Give the passage in question.");
        }
    }
}
