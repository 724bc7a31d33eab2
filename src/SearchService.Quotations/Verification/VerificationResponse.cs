using System.Collections.Immutable;
using SearchService.Core.Indexes;

namespace SearchService.Quotations.Verification;

/// <summary>The answer to a <see cref="VerificationRequest"/>.</summary>
/// <param name="Verdict">What the archive says.</param>
/// <param name="Words">Words of the text.</param>
/// <param name="Total">Articles that have the text verbatim: exact where <see cref="Exact"/> says so, else at least so many. 0 unless it is verbatim.</param>
/// <param name="Exact">Whether <see cref="Total"/> is exact; it isn't where the text leaves something out and too many articles would have to be read.</param>
/// <param name="Places">Verbatim: places, first by date, those without one last, at most as many as asked for. Altered: passages, the nearest first. Absent: none.</param>
/// <param name="Index">The state of the index that answered.</param>
/// <param name="Took">Time spent.</param>
public sealed record VerificationResponse(
    Verdict Verdict, int Words, long Total, bool Exact, ImmutableArray<VerifiedPlace> Places, IndexState Index, TimeSpan Took);
