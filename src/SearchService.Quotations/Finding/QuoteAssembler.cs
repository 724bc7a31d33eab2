using SearchService.Core.Articles;
using SearchService.Quotations.Finding.Attribution;
using SearchService.Quotations.Finding.Segments;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding;

/// <summary>Makes quotations of judged segments: those of one utterance become one.</summary>
/// <remarks>
/// "…," he said. "…" is one quotation of two parts, and so is one that runs over several paragraphs. "He said: '…' He added: '…'" are two.
/// </remarks>
internal static class QuoteAssembler
{
    /// <summary>Makes them.</summary>
    /// <param name="around">The article.</param>
    /// <param name="readings">What was made of each segment.</param>
    /// <param name="people">Says who is meant by a phrase.</param>
    /// <param name="limits">What may be spent.</param>
    /// <returns>The quotations in the order of the text, and how many the limits left out.</returns>
    public static (List<Quote> Quotes, int LeftOut) Assemble(Surroundings around, List<SegmentReading> readings, ArticlePeople people, QuotationLimits limits)
    {
        List<Quote> quotes = [];
        List<int> utterance = [];
        int leftOut = 0;
        for (int segment = 0; segment <= readings.Count; segment++)
        {
            bool isEnd = segment == readings.Count;
            if (!isEnd && !readings[segment].IsSpeech)
            {
                continue;
            }

            if (utterance.Count > 0 && (isEnd || !readings[segment].GoesOn))
            {
                leftOut += Add(quotes, Make(around, readings[utterance[0]], utterance, people), limits) ? 0 : 1;
                utterance.Clear();
            }

            utterance.Add(segment);
        }

        return (quotes, leftOut);
    }

    /// <summary>Adds a quotation with words in it, or says that the limits leave it out.</summary>
    private static bool Add(List<Quote> quotes, Quote? quote, QuotationLimits limits)
    {
        if (quote is null)
        {
            return true;
        }

        if (quotes.Count >= limits.Quotes || quote.Span.Length > limits.QuoteLength)
        {
            return false;
        }

        quotes.Add(quote);
        return true;
    }

    private static Quote? Make(Surroundings around, in SegmentReading reading, List<int> utterance, ArticlePeople people)
    {
        ArticleTokens tokens = around.Tokens;
        List<TextSpan> parts = new(utterance.Count);
        foreach (int index in utterance)
        {
            QuotedSegment segment = around.Segments[index];
            if (segment.InnerEnd > segment.InnerStart)
            {
                parts.Add(new TextSpan(tokens[segment.InnerStart].Start, tokens[segment.InnerEnd - 1].End));
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        Quote quote = new()
        {
            Parts = parts,
            Text = parts.Count == 1 ? Slice(tokens, parts[0]) : string.Join(' ', parts.Select(part => Slice(tokens, part))),
            Span = new TextSpan(parts[0].Start, parts[^1].End),
            Kind = reading.IsDirect ? QuoteKind.Direct : QuoteKind.Mixed,
        };
        if (reading.Phrase < 0)
        {
            return quote;
        }

        TokenRange named = around.Phrases[reading.Phrase].Tokens;
        int last = named.End - 1;
        TextSpan speaker = new(tokens[named.Start].Start, tokens[last].Start + tokens.WithoutPossessive(last).Length);
        ResolvedSpeaker resolved = people.Resolve(speaker);
        return quote with
        {
            SpeakerAs = Slice(tokens, speaker),
            SpeakerSpan = speaker,
            Speaker = resolved.Name,
            SpeakerRole = resolved.Role,
            Cue = reading.Cue < 0 ? null : Slice(tokens, CueText.Of(around, reading.Cue, named, reading.IsDirect)),
        };
    }

    private static string Slice(ArticleTokens tokens, TextSpan span) => tokens.Text[span.Start..span.End];
}
