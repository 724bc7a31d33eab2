using System.Collections.Immutable;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Engine.Highlighting;
using SearchService.Engine.Index;
using SearchService.Engine.Kernels;
using SearchService.Engine.Queries;

namespace SearchService.Engine.Tests.Highlighting;

public sealed class HighlighterTests
{
    private const int Text = 3;

    [Fact]
    public void A_word_is_marked_wherever_it_stands() =>
        Assert.Equal("[Peace], war, [peace]!", Mark(Word("peace"), "Peace, war, peace!"));

    [Fact]
    public void A_phrase_is_marked_whole_and_only_as_a_phrase() =>
        Assert.Equal("In [your house], not house your.", Mark(Phrase(0, "your", "house"), "In your house, not house your."));

    [Fact]
    public void Punctuation_inside_a_phrase_is_inside_the_mark() =>
        Assert.Equal("[you -- your house]", Mark(Phrase(0, "you", "your", "house"), "you -- your house"));

    [Fact]
    public void A_sloppy_phrase_marks_its_words_alone() =>
        Assert.Equal("[peace] and then [war] war", Mark(Phrase(2, "peace", "war"), "peace and then war war"));

    [Fact]
    public void A_prefix_marks_the_words_it_stands_for() =>
        Assert.Equal("[Peace] [peaceful] apeace", Mark(new PrefixQuery(Text, [TermForm.Written, TermForm.Folded], "peac"), "Peace peaceful apeace"));

    [Fact]
    public void What_is_near_is_marked_as_a_pair_and_nothing_between_or_elsewhere() =>
        Assert.Equal("peace [talks] in [Moscow], and since then no talks, not there in Moscow", Mark(new NearQuery(Word("talks"), Word("moscow"), 1), "peace talks in Moscow, and since then no talks, not there in Moscow"));

    [Fact]
    public void A_set_of_documents_is_marked_as_told_where_its_document_is_in_it_and_the_part_it_is_in_can_match()
    {
        BitSet two = new(3);
        two.Set(2);
        DocumentSetQuery set = new(new DocumentSet(two));
        Query either = BooleanQuery.AnyOf(BooleanQuery.AllOf(set, Word("peace")), Word("war"));
        var marker = Highlighter.Of(either, Text);
        Assert.Equal([(0, 3), (4, 9)], Find("war peace said", 2));
        Assert.Equal([(0, 3)], Find("war peace said", 1));
        Assert.Equal([(0, 3)], Find("war only", 2));
        Assert.Equal([(0, 3), (4, 9)], Find("war peace said", null));

        marker = Highlighter.Of(either, Text, query => ReferenceEquals(query, set) ? [new MatchSpan(3, 6)] : []);
        Assert.Equal([(0, 9)], Find("war peace said", 2));

        IEnumerable<(int, int)> Find(string text, int? document) => marker.Find(text, TextAnalyzer.Plain, document).Spans.Select(span => (span.Start, span.End));
    }

    [Fact]
    public void A_nested_pair_marks_all_its_words_and_whole_phrases() =>
        Assert.Equal(
            "x [in your] big [house] or [peaceful] x house",
            Mark(new NearQuery(new NearQuery(Phrase(0, "in", "your"), Word("house"), 1), new PrefixQuery(Text, [TermForm.Written], "pea"), 1), "x in your big house or peaceful x house"));

    [Fact]
    public void A_range_marks_the_words_within_it() =>
        Assert.Equal("a [b] [ba] c", Mark(new TermRangeQuery(Text, TermForm.Written, "b"u8.ToArray(), "c"u8.ToArray(), IncludesLower: true, IncludesUpper: false), "a b ba c"));

    [Fact]
    public void Overlapping_matches_become_one_mark() =>
        Assert.Equal("[a b c]", Mark(BooleanQuery.AnyOf(Phrase(0, "a", "b"), Phrase(0, "b", "c")), "a b c"));

    [Fact]
    public void What_is_excluded_or_filtered_by_is_not_marked()
    {
        var query = new BooleanQuery(
        [
            new(Word("a"), Occur.Must),
            new(Word("b"), Occur.Filter),
            new(Word("z"), Occur.MustNot),
        ]);

        Assert.Equal("[a] b c", Mark(query, "a b c"));
        Assert.Equal("a b z", Mark(query, "a b z"));
    }

    [Fact]
    public void A_clause_that_cannot_have_matched_marks_nothing()
    {
        var query = BooleanQuery.AnyOf(BooleanQuery.AllOf(Word("a"), Word("b")), Word("c"));

        Assert.Equal("a [c]", Mark(query, "a c"));
        Assert.Equal("[a] [b] [c]", Mark(query, "a b c"));
    }

    [Fact]
    public void What_other_fields_hold_may_have_matched()
    {
        var elsewhere = new TermQuery(Text + 1, TermForm.Word, "b");

        Assert.Equal("[a] b", Mark(BooleanQuery.AllOf(Word("a"), elsewhere), "a b"));
        Assert.Equal("[a] b", Mark(new BooleanQuery([new(Word("a"), Occur.Must), new(elsewhere, Occur.MustNot)]), "a b"));
        Assert.Equal("a b", Mark(elsewhere, "a b"));
    }

    [Fact]
    public void Too_few_optional_clauses_mark_nothing()
    {
        var query = new BooleanQuery([new(Word("a"), Occur.Should), new(Word("b"), Occur.Should), new(Word("c"), Occur.Should)], 2);

        Assert.Equal("a x", Mark(query, "a x"));
        Assert.Equal("[a] x [c]", Mark(query, "a x c"));
    }

    [Fact]
    public void Boosts_and_constants_change_nothing() =>
        Assert.Equal("[a]", Mark(new BoostQuery(new ConstantQuery(Word("a")), 2), "a"));

    [Fact]
    public void Equal_leaves_are_one()
    {
        var matches = Highlighter.Of(BooleanQuery.AnyOf(Word("a"), Word("a"), Word("b")), Text).Find("a b", TextAnalyzer.Plain);

        Assert.Equal(2, matches.LeafCount);
        Assert.Equal([new LeafMatch(0, 1, 0), new LeafMatch(2, 3, 1)], matches.Matches);
    }

    [Fact]
    public void It_can_be_used_for_one_text_after_another()
    {
        var highlighter = Highlighter.Of(Phrase(0, "a", "b"), Text);

        Assert.Single(highlighter.Find("a b", TextAnalyzer.Plain).Spans);
        Assert.Empty(highlighter.Find("b a", TextAnalyzer.Plain).Spans);
        Assert.Equal(2, highlighter.Find("a b a b x", TextAnalyzer.Plain).Spans.Length);
    }

    internal static TermQuery Word(string word) => new(Text, TermForm.Word, word);

    internal static PhraseQuery Phrase(int slop, params string[] words) => new(Text, TermForm.Written, words, slop);

    private static string Mark(Query query, string text)
    {
        ImmutableArray<MatchSpan> spans = Highlighter.Of(query, Text).Find(text, TextAnalyzer.Plain).Spans;
        foreach (var (start, end) in spans.Reverse())
        {
            text = text.Insert(end, "]").Insert(start, "[");
        }

        return text;
    }
}
