using SearchService.Core.Articles;
using SearchService.Quotations.Finding;
using SearchService.Quotations.Text;

namespace SearchService.Evaluation.Quotes;

/// <summary>Compares what is found in articles with what people have marked there.</summary>
internal sealed class QuoteFigures
{
    private readonly ArticleTokens _tokens = new();

    /// <summary>Gets the direct quotations found that are marked, of those found, of those marked.</summary>
    public Counts Direct { get; } = new();

    /// <summary>Gets the same where the words count that are found, be they taken for direct or mixed ones.</summary>
    public Counts DirectWords { get; } = new();

    /// <summary>Gets the same of single parts: of one quotation with "he said" inside, each half for itself.</summary>
    public Counts DirectParts { get; } = new();

    /// <summary>Gets the same of words of a speaker inside the reporter's sentence.</summary>
    public Counts Mixed { get; } = new();

    /// <summary>Gets how many of the direct quotations that were found have a speaker marked, have the right one, and exactly the phrase.</summary>
    public (int All, int Right, int Exact) Speakers { get; private set; }

    /// <summary>Gets the same of words inside the reporter's sentence.</summary>
    public (int All, int Right, int Exact) MixedSpeakers { get; private set; }

    /// <summary>Gets how many of them have the cue marked, and how many the one.</summary>
    public (int All, int Right) Cues { get; private set; }

    /// <summary>Gets the segments in double marks that nobody is said to have said, and how many of them were kept out.</summary>
    public (int All, int Out) Others { get; private set; }

    /// <summary>Gets the segments in double marks that somebody is said to have said, and how many of them were found.</summary>
    public (int All, int Found) Spoken { get; private set; }

    /// <summary>Gets what is wrong, each with its context.</summary>
    public List<(string Kind, string Context)> Errors { get; } = [];

    /// <summary>Compares an article.</summary>
    /// <param name="article">With the marks of people.</param>
    /// <param name="finder">Finds ours.</param>
    public void Add(MarkedArticle article, QuotationFinder finder)
    {
        _tokens.Read(article.Text);
        Quote[] ours = [.. finder.Read(article.Text, "en").Quotes];
        CompareDirect(article, ours);
        CompareMixed(article, ours);
        CompareSegments(article, ours);
    }

    private void CompareDirect(MarkedArticle article, Quote[] all)
    {
        Quote[] ours = [.. all.Where(quote => quote.Kind == QuoteKind.Direct && IsDouble(article.Text, quote))];
        MarkedQuote[] gold = [.. article.Attributions.Where(static quote => quote.Kind == "direct")];
        int[] pairs = SpanOverlap.Pair([.. ours.Select(quote => WithMarks(article.Text, quote))], [.. gold.Select(static quote => quote.Parts)]);
        Direct.Add(pairs.Count(static pair => pair >= 0), ours.Length, gold.Length);
        int[] parts = SpanOverlap.Pair(
            [.. ours.SelectMany(quote => WithMarks(article.Text, quote)).Select(static part => new[] { part })],
            [.. gold.SelectMany(static quote => quote.Parts).Select(static part => new[] { part })]);
        DirectParts.Add(parts.Count(static pair => pair >= 0), parts.Length, gold.Sum(static quote => quote.Parts.Length));
        CompareWords(article, all, ours, gold, pairs);
        for (int i = 0; i < ours.Length; i++)
        {
            if (pairs[i] < 0)
            {
                Error(article, "direct, not marked so", ours[i].Span, ours[i], null, Cause(article, WithMarks(article.Text, ours[i]), gold));
                continue;
            }

            Speakers = Compare(article, ours[i], gold[pairs[i]], Speakers);
        }

        foreach (MarkedQuote missed in gold.Where((_, index) => !pairs.Contains(index)))
        {
            Error(article, "direct, not found", new TextSpan(missed.Parts[0].Start, missed.Parts[^1].End), null, missed, Cause(article, missed.Parts, all));
        }
    }

    // Right are direct ones marked so, and those that are the quoted words of a mixed one; found are those marked that any of ours is.
    private void CompareWords(MarkedArticle article, Quote[] all, Quote[] ours, MarkedQuote[] gold, int[] pairs)
    {
        TextSpan[][] mixed = [.. article.Segments.Where(static segment => segment.Kind == "mixed").Select(static segment => segment.Parts)];
        int right = ours.Where((quote, index) => pairs[index] >= 0 || WithMarks(article.Text, quote).All(part => mixed.Any(words => SpanOverlap.Of([part], words) >= SpanOverlap.Same))).Count();
        int found = SpanOverlap.Pair([.. all.Select(quote => WithMarks(article.Text, quote))], [.. gold.Select(static quote => quote.Parts)]).Count(static pair => pair >= 0);
        DirectWords.Add(right, ours.Length, found, gold.Length);
    }

    private void CompareMixed(MarkedArticle article, Quote[] all)
    {
        Quote[] ours = [.. all.Where(quote => quote.Kind == QuoteKind.Mixed && IsDouble(article.Text, quote))];
        MarkedQuote[] gold = [.. article.Segments.Where(static segment => segment.Kind == "mixed" && segment.IsClosed)];
        int[] pairs = SpanOverlap.Pair([.. ours.Select(quote => WithMarks(article.Text, quote))], [.. gold.Select(static quote => quote.Parts)]);
        Mixed.Add(pairs.Count(static pair => pair >= 0), ours.Length, gold.Length);
        for (int i = 0; i < ours.Length; i++)
        {
            if (pairs[i] < 0)
            {
                Error(article, "mixed, not marked so", ours[i].Span, ours[i], null);
                continue;
            }

            MixedSpeakers = Compare(article, ours[i], gold[pairs[i]], MixedSpeakers);
        }

        foreach (MarkedQuote missed in gold.Where((_, index) => !pairs.Contains(index)))
        {
            Error(article, "mixed, not found", missed.Parts[0], null, missed);
        }
    }

    private void CompareSegments(MarkedArticle article, Quote[] ours)
    {
        TextSpan[] parts = [.. ours.SelectMany(quote => WithMarks(article.Text, quote))];
        foreach (MarkedQuote segment in article.Segments)
        {
            TextSpan span = segment.Parts[0];
            bool found = parts.Any(part => Math.Min(part.End, span.End) - Math.Max(part.Start, span.Start) > span.Length / 2);
            if (segment.IsSpeech)
            {
                Spoken = (Spoken.All + 1, Spoken.Found + (found ? 1 : 0));
                continue;
            }

            // What stands within a longer quotation of ours isn't held for one.
            bool held = parts.Any(part => SpanOverlap.Of([part], segment.Parts) >= 0.5);
            Others = (Others.All + 1, Others.Out + (held ? 0 : 1));
            if (held)
            {
                Error(article, "no speech, found", span, ours.FirstOrDefault(quote => quote.Span.Start <= span.End && quote.Span.End >= span.Start), null);
            }
        }
    }

    private (int All, int Right, int Exact) Compare(MarkedArticle article, Quote ours, MarkedQuote gold, (int All, int Right, int Exact) so)
    {
        if (gold.Speaker is not { } speaker)
        {
            return so;
        }

        TextSpan head = SpeakerHead.Of(_tokens, speaker);
        bool right = ours.SpeakerSpan is { } named && named.Start < head.End && named.End > head.Start;
        bool exact = ours.SpeakerSpan is { } whole && article.Text[whole.Start..whole.End] == Bare(article.Text[speaker.Start..speaker.End]);
        if (!right)
        {
            Error(article, "speaker", ours.Span, ours, gold);
        }

        if (gold.Cue is { } cue)
        {
            bool sameCue = ours.Cue is { } said && article.Text[cue.Start..cue.End] is var marked && (marked.Contains(said, StringComparison.Ordinal) || said.Contains(marked.Trim(':', ' '), StringComparison.Ordinal));
            Cues = (Cues.All + 1, Cues.Right + (sameCue ? 1 : 0));
        }

        return (so.All + 1, so.Right + (right ? 1 : 0), so.Exact + (exact ? 1 : 0));
    }

    // What people say of the words that we take for a direct quotation of their own.
    private static string Cause(MarkedArticle article, TextSpan[] parts, MarkedQuote[] direct)
    {
        MarkedQuote[] same = [.. article.Segments.Where(segment => Touches(segment.Parts, parts))];
        return direct.Any(quote => Touches(quote.Parts, parts)) ? "cut otherwise"
            : same.Length == 0 ? "not marked at all"
            : same.All(static segment => segment.Kind == "mixed") ? "marked as mixed"
            : same.All(static segment => !segment.IsSpeech) ? "no speech" : "other";
    }

    // What we make of the words that people take for a direct quotation of their own.
    private static string Cause(MarkedArticle article, TextSpan[] parts, Quote[] all)
    {
        Quote[] same = [.. all.Where(quote => Touches(WithMarks(article.Text, quote), parts))];
        return same.Length == 0 ? "nothing found" : same.All(static quote => quote.Kind == QuoteKind.Mixed) ? "found as mixed" : "cut otherwise";
    }

    private static bool Touches(TextSpan[] one, TextSpan[] other) => one.Any(left => other.Any(right => Math.Min(left.End, right.End) - Math.Max(left.Start, right.Start) > Math.Min(left.Length, right.Length) / 2));

    private void Error(MarkedArticle article, string kind, TextSpan span, Quote? ours, MarkedQuote? gold, string cause = "")
    {
        const int Around = 160;
        string text = article.Text;
        string before = text[Math.Max(0, span.Start - Around)..span.Start];
        string after = text[span.End..Math.Min(text.Length, span.End + Around)];
        string inside = span.Length > 300 ? $"{text[span.Start..(span.Start + 140)]} […] {text[(span.End - 140)..span.End]}" : text[span.Start..span.End];
        string marked = gold?.Speaker is { } speaker ? text[speaker.Start..speaker.End] : "";
        Errors.Add((kind, $"{article.Id} {cause}\nours: {ours?.Kind} by {ours?.SpeakerAs} ({ours?.Cue}), {ours?.Parts.Count} part(s); marked: {gold?.Kind} by {marked}, {gold?.Parts.Length} part(s)\n{before}⟦{inside}⟧{after}".ReplaceLineEndings(" ¶ ").Replace(" ¶ ours", "\n  ours", StringComparison.Ordinal)));
    }

    private static string Bare(string phrase) => phrase.EndsWith("'s", StringComparison.Ordinal) || phrase.EndsWith("’s", StringComparison.Ordinal) ? phrase[..^2] : phrase;

    private static bool IsDouble(string text, Quote quote) => quote.Span.Start == 0 || !QuotationMarks.IsSingle(text[quote.Span.Start - 1]);

    // The marks that people counted in.
    private static TextSpan[] WithMarks(string text, Quote quote) => [.. quote.Parts.Select(part => new TextSpan(
        part.Start > 0 && QuotationMarks.IsMark(text[part.Start - 1]) ? part.Start - 1 : part.Start,
        part.End < text.Length && QuotationMarks.IsMark(text[part.End]) ? part.End + 1 : part.End))];

    /// <summary>What was found, and what should be.</summary>
    internal sealed class Counts
    {
        private int _right;
        private int _found;
        private int _met;
        private int _marked;

        /// <summary>Gets the share of those found that are right.</summary>
        public double Precision => (double)_right / Math.Max(1, _found);

        /// <summary>Gets the share of those marked that were found.</summary>
        public double Recall => (double)_met / Math.Max(1, _marked);

        /// <summary>Gets the harmonic mean of both.</summary>
        public double F1 => 2 * Precision * Recall / Math.Max(1e-9, Precision + Recall);

        /// <summary>Gets how many there should be.</summary>
        public int Marked => _marked;

        /// <summary>Counts an article.</summary>
        public void Add(int right, int found, int marked) => Add(right, found, right, marked);

        /// <summary>Counts an article.</summary>
        /// <param name="right">Those found that are right.</param>
        /// <param name="found">All found.</param>
        /// <param name="met">Those marked that were found.</param>
        /// <param name="marked">All marked.</param>
        public void Add(int right, int found, int met, int marked)
        {
            _right += right;
            _found += found;
            _met += met;
            _marked += marked;
        }
    }
}
