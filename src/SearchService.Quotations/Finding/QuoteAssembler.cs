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
        int leftOut = 0;
        int next;
        for (int first = 0; first < readings.Count; first = next)
        {
            next = first + 1;
            if (!readings[first].IsSpeech)
            {
                continue;
            }

            while (next < readings.Count && readings[next].GoesOn)
            {
                next++;
            }

            if (Make(around, readings, first, next, people) is not { } quote)
            {
                continue;
            }

            if (quotes.Count == limits.Quotes || quote.Span.Length > limits.QuoteLength)
            {
                leftOut++;
                continue;
            }

            quotes.Add(quote);
        }

        return (quotes, leftOut);
    }

    private static Quote? Make(Surroundings around, List<SegmentReading> readings, int first, int next, ArticlePeople people)
    {
        ArticleTokens tokens = around.Tokens;
        List<TextSpan> parts = new(next - first);
        for (int i = first; i < next; i++)
        {
            QuotedSegment segment = around.Segments[i];
            if (segment.InnerEnd > segment.InnerStart)
            {
                parts.Add(new TextSpan(tokens[segment.InnerStart].Start, tokens[segment.InnerEnd - 1].End));
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        SegmentReading reading = readings[first];
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
