using System.Text;
using SearchService.Engine.Queries;
using SearchService.Engine.Tests.Automata;
using SearchService.TestSupport;

namespace SearchService.Engine.Tests.Execution;

/// <summary>Nearness by its definition: every pair of spans is looked at.</summary>
internal static class NaiveNear
{
    /// <summary>The field of what has to be near; -1 when nothing has.</summary>
    public static int FieldOf(Query query) => query switch
    {
        TermQuery term => term.Field,
        PhraseQuery phrase => phrase.Field,
        TermSetQuery set => set.Field,
        NearQuery near => Math.Max(FieldOf(near.Left), FieldOf(near.Right)),
        BoostQuery boost => FieldOf(boost.Query),
        ConstantQuery constant => FieldOf(constant.Query),
        BooleanQuery boolean => boolean.Clauses.Max(c => FieldOf(c.Query)),
        _ => -1,
    };

    /// <summary>The sum of 1 / (1 + distance) over the minimal reaches.</summary>
    public static double Frequency(NearQuery query, string[] text) =>
        Pairs(query, text).GroupBy(p => p.Reach).OrderBy(g => g.Key).Sum(g => 1.0 / (1.0 + g.Min(p => p.Distance)));

    /// <summary>What stands for the idf.</summary>
    public static double Weight(Query query, Func<int, string, double> idf) => query switch
    {
        TermQuery term => idf(term.Field, Text(term.Term)),
        PhraseQuery phrase => phrase.Terms.Sum(t => idf(phrase.Field, Text(t))),
        TermSetQuery => 1,
        NearQuery near => Weight(near.Left, idf) + Weight(near.Right, idf),
        BoostQuery boost => boost.Boost * Weight(boost.Query, idf),
        ConstantQuery constant => constant.Score,
        BooleanQuery boolean when IsRequired(boolean) => boolean.Clauses.Sum(c => Weight(c.Query, idf)),
        BooleanQuery boolean => boolean.Clauses.Max(c => Weight(c.Query, idf)),
        _ => 0,
    };

    /// <summary>What a query marks: words and whole exact phrases, as runs of positions.</summary>
    public static HashSet<(int Start, int End)> Marks(NearQuery query, string[] text) =>
        [.. Pairs(query, text).SelectMany(p => Parts(query.Left, p.Left, text).Concat(Parts(query.Right, p.Right, text)))];

    private static IEnumerable<(int Start, int End)> Parts(Query query, (int Start, int End) span, string[] text) => query switch
    {
        _ when !Spans(query, text).Contains(span) => [],
        PhraseQuery { Slop: > 0 } phrase => NaivePhrase.Occurrences(Texts(phrase), text, phrase.Slop).Where(c => SpanOf(c) == span).SelectMany(c => c).Select(p => (p, p + 1)),
        NearQuery near => Pairs(near, text).Where(p => p.Reach == span).SelectMany(p => Parts(near.Left, p.Left, text).Concat(Parts(near.Right, p.Right, text))),
        BoostQuery boost => Parts(boost.Query, span, text),
        ConstantQuery constant => Parts(constant.Query, span, text),
        BooleanQuery boolean => Placed(boolean).SelectMany(q => Parts(q, span, text)),
        _ => [span],
    };

    private static HashSet<(int Start, int End)> Spans(Query query, string[] text) => query switch
    {
        TermQuery term => Words(text, w => w == Text(term.Term)),
        TermRangeQuery range => Words(text, w => NaiveIndex.IsWithin(w, range)),
        PrefixQuery prefix => Words(text, w => w.StartsWith(Text(prefix.Prefix), StringComparison.Ordinal)),
        AutomatonQuery pattern => Words(text, w => RandomPatterns.Fits(pattern.Automaton, w)),
        PhraseQuery { Terms.IsEmpty: false } phrase => [.. NaivePhrase.Occurrences(Texts(phrase), text, phrase.Slop).Select(SpanOf)],
        NearQuery near => [.. Pairs(near, text).Select(p => p.Reach)],
        BoostQuery boost => Spans(boost.Query, text),
        ConstantQuery constant => Spans(constant.Query, text),
        BooleanQuery boolean => [.. Placed(boolean).SelectMany(q => Spans(q, text))],
        _ => [],
    };

    private static bool IsRequired(BooleanQuery query) => query.Clauses.Any(c => c.Occur == Occur.Must);

    private static IEnumerable<Query> Placed(BooleanQuery query) =>
        query.Clauses.Where(c => c.Occur == Occur.Must || !IsRequired(query)).Select(c => c.Query);

    // The pairs whose reach holds no other pair's.
    private static List<((int Start, int End) Reach, long Distance, (int Start, int End) Left, (int Start, int End) Right)> Pairs(NearQuery query, string[] text)
    {
        var pairs =
            (from left in Spans(query.Left, text)
             from right in Spans(query.Right, text)
             let isBefore = left.End <= right.Start
             let isAfter = right.End <= left.Start
             where isBefore || (isAfter && !query.Ordered)
             let distance = isBefore ? (long)right.Start - left.End : (long)left.Start - right.End
             where distance <= query.Distance
             select (Reach: (Start: Math.Min(left.Start, right.Start), End: Math.Max(left.End, right.End)), Distance: distance, Left: left, Right: right)).ToList();
        var reaches = pairs.Select(p => p.Reach).Distinct().ToList();
        return [.. pairs.Where(p => !reaches.Exists(r => r != p.Reach && r.Start >= p.Reach.Start && r.End <= p.Reach.End))];
    }

    private static HashSet<(int Start, int End)> Words(string[] text, Func<string, bool> fits) =>
        [.. Enumerable.Range(0, text.Length).Where(i => fits(text[i])).Select(i => (i, i + 1))];

    private static (int Start, int End) SpanOf(int[] choice) => (choice.Min(), choice.Max() + 1);

    private static string Text(ReadOnlyMemory<byte> term) => Encoding.UTF8.GetString(term.Span);

    private static string[] Texts(PhraseQuery phrase) => [.. phrase.Terms.Select(Text)];
}
