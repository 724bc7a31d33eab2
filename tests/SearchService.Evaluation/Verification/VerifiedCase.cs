using SearchService.Quotations.Verification;

namespace SearchService.Evaluation.Verification;

/// <summary>A text that is verified, and what came of it.</summary>
/// <param name="kind">What was done to it.</param>
/// <param name="original">What it was made of.</param>
/// <param name="text">The text.</param>
/// <param name="words">Its words.</param>
internal sealed class VerifiedCase(string kind, RealQuotation original, string text, string[] words)
{
    public const string Unchanged = "unchanged";
    public const string LeftOut = "left out";

    public string Kind { get; } = kind;

    public RealQuotation Original { get; } = original;

    public string Text { get; } = text;

    public string[] Words { get; } = words;

    public VerificationResponse? Answer { get; set; }

    /// <summary>Articles that have the text, by the naive scan.</summary>
    public IReadOnlySet<string> Verbatim { get; set; } = new HashSet<string>();

    /// <summary>Articles that have the original, by the naive scan.</summary>
    public IReadOnlySet<string> Originals { get; set; } = new HashSet<string>();

    /// <summary>What one article has of the text: see <see cref="NaiveScan.Share"/>.</summary>
    public double Share { get; set; }

    public double Milliseconds { get; set; }

    public double SearchMilliseconds { get; set; }

    /// <summary>Verbatim where it is, and in as many articles; not verbatim where it isn't.</summary>
    public bool IsToldRight => (Answer!.Verdict == Verdict.Verbatim) == (Verbatim.Count > 0) && Answer.Total == Verbatim.Count;

    /// <summary>Whether the first passage is in an article that has the original.</summary>
    public bool IsOriginalFirst => Answer!.Places is [{ } first, ..] && Originals.Contains(first.Article.Id);

    /// <summary>Whether any of it is wrong.</summary>
    public bool IsWrong(double largestShare) => !IsToldRight
        || (Kind == LeftOut ? Share <= largestShare && Answer!.Verdict != Verdict.Absent : Verbatim.Count == 0 && !IsOriginalFirst);
}
