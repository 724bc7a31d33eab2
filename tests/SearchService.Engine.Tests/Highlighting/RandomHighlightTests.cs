using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Automata;
using SearchService.Engine.Tests.Execution;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Highlighting;

public sealed class RandomHighlightTests
{
    private static readonly string[] Gaps = [" ", ", ", " — ", "\n\n", "  "];

    [Fact]
    public void Marks_are_what_a_scan_of_the_words_gives()
    {
        var random = Seeds.Random();
        var queries = new RandomQueries(random);
        for (var round = 0; round < 3_000; round++)
        {
            var words = Enumerable.Range(0, random.Next(10)).Select(_ => Corpus.Words[random.Next(Corpus.Words.Length)]).ToArray();
            var text = "";
            var tokens = new List<MatchSpan>();
            foreach (var word in words)
            {
                tokens.Add(new MatchSpan(text.Length, text.Length + word.Length));
                text += word + Gaps[random.Next(Gaps.Length)];
            }

            var query = random.Next(4) == 0 ? queries.Near(Corpus.Body, depth: random.Next(4)) : queries.Next(depth: random.Next(3));
            var marked = new HashSet<(int, int)>();
            Mark(query, words, tokens, marked);

            var matches = Highlighter.Of(query, Corpus.Body).Find(text, TextAnalyzer.Plain);

            Assert.True(
                marked.Order().SequenceEqual(matches.Matches.Select(m => (m.Start, m.End)).Distinct().Order()),
                $"{query} in '{text}': {string.Join(' ', marked.Order())} expected, {string.Join(' ', matches.Matches)} found");
            AssertMerged(marked, matches.Spans, text.Length);
        }
    }

    // Adds what a query marks, and says whether it can have matched and whether it surely has.
    private static (bool Perhaps, bool Surely) Mark(Query query, string[] words, List<MatchSpan> tokens, HashSet<(int, int)> marked)
    {
        switch (query)
        {
            case AllQuery:
                return (true, true);
            case BoostQuery boost:
                return Mark(boost.Query, words, tokens, marked);
            case ConstantQuery constant:
                return Mark(constant.Query, words, tokens, marked);
            case BooleanQuery boolean:
                return MarkBoolean(boolean, words, tokens, marked);
            case TermQuery { Field: Corpus.Body } or PhraseQuery { Field: Corpus.Body } or TermSetQuery { Field: Corpus.Body }:
            case NearQuery when query is NearQuery near && NaiveNear.FieldOf(near) == Corpus.Body:
                var spans = SpansOf(query, words, tokens);
                marked.UnionWith(spans);
                return (spans.Count > 0, spans.Count > 0);
            default:
                return (query is not (NoneQuery or PhraseQuery { Terms.IsEmpty: true }) && !(query is NearQuery none && NaiveNear.FieldOf(none) < 0), false);
        }
    }

    private static (bool Perhaps, bool Surely) MarkBoolean(BooleanQuery query, string[] words, List<MatchSpan> tokens, HashSet<(int, int)> marked)
    {
        var inside = new HashSet<(int, int)>();
        var results = query.Clauses.Select(c => (c.Occur, Result: Mark(c.Query, words, tokens, c.Occur is Occur.Must or Occur.Should ? inside : []))).ToList();
        var required = results.Where(r => r.Occur is Occur.Must or Occur.Filter).Select(r => r.Result).ToList();
        var prohibited = results.Where(r => r.Occur == Occur.MustNot).Select(r => r.Result).ToList();
        var should = results.Where(r => r.Occur == Occur.Should).Select(r => r.Result).ToList();
        var minimum = Math.Max(query.MinimumShouldMatch, required.Count == 0 ? 1 : 0);
        var perhaps = required.TrueForAll(r => r.Perhaps) && !prohibited.Exists(r => r.Surely) && should.Count(r => r.Perhaps) >= minimum;
        if (perhaps)
        {
            marked.UnionWith(inside);
        }

        return (perhaps, required.TrueForAll(r => r.Surely) && !prohibited.Exists(r => r.Perhaps) && should.Count(r => r.Surely) >= minimum);
    }

    private static HashSet<(int, int)> SpansOf(Query query, string[] words, List<MatchSpan> tokens)
    {
        var spans = new HashSet<(int, int)>();
        for (var i = 0; i < words.Length; i++)
        {
            var matches = query switch
            {
                TermQuery term => words[i] == Text(term.Term),
                TermRangeQuery range => NaiveIndex.IsWithin(words[i], range),
                AutomatonQuery pattern => RandomPatterns.Fits(pattern.Automaton, words[i]),
                PrefixQuery prefix => words[i].StartsWith(Text(prefix.Prefix), StringComparison.Ordinal),
                _ => false,
            };
            if (matches)
            {
                spans.Add((tokens[i].Start, tokens[i].End));
            }
        }

        if (query is NearQuery near)
        {
            return [.. NaiveNear.Marks(near, words).Select(m => (tokens[m.Start].Start, tokens[m.End - 1].End))];
        }

        if (query is PhraseQuery { Terms.IsEmpty: false } phrase)
        {
            string[] sought = [.. phrase.Terms.Select(Text)];
            if (phrase.Slop > 0)
            {
                foreach (var place in NaivePhrase.Places(sought, words, phrase.Slop))
                {
                    spans.Add((tokens[place].Start, tokens[place].End));
                }
            }
            else
            {
                for (var i = 0; i + sought.Length <= words.Length; i++)
                {
                    if (words.AsSpan(i, sought.Length).SequenceEqual(sought))
                    {
                        spans.Add((tokens[i].Start, tokens[i + sought.Length - 1].End));
                    }
                }
            }
        }

        return spans;
    }

    private static void AssertMerged(HashSet<(int Start, int End)> marked, IReadOnlyList<MatchSpan> spans, int length)
    {
        var units = new bool[length + 1];
        foreach (var (start, end) in marked)
        {
            units.AsSpan(start, end - start).Fill(true);
        }

        Assert.Equal(units, Enumerable.Range(0, length + 1).Select(i => spans.Any(s => s.Start <= i && i < s.End)));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
    }

    private static string Text(ReadOnlyMemory<byte> term) => System.Text.Encoding.UTF8.GetString(term.Span);
}
