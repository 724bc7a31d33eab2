using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using SearchService.Analysis;
using SearchService.Analysis.Passages;
using SearchService.Backend.LuceneNet.Indexing;
using SearchService.Backend.LuceneNet.Marks;
using SearchService.Backend.LuceneNet.Queries;

namespace SearchService.Backend.LuceneNet.Tests.Marks;

public sealed class QueryMarksTests
{
    [Fact]
    public void The_same_word_is_one_leaf_however_it_is_weighed()
    {
        TermQuery heavy = Word("peace");
        heavy.Boost = 3;

        Assert.Equal(2, Matches(LuceneQueries.AnyOf(Word("peace"), heavy, Word("war")), "peace").LeafCount);
    }

    [Fact]
    public void What_only_chooses_is_judged_and_not_marked()
    {
        Assert.Equal("war and [peace]", Mark(LuceneQueries.AllOf(LuceneQueries.Unscored(Word("war")), Word("peace")), "war and peace"));
        Assert.Equal("peace [now]", Mark(LuceneQueries.AnyOf(LuceneQueries.AllOf(LuceneQueries.Unscored(Word("war")), Word("peace")), Word("now")), "peace now"));
        Assert.Equal("[war] and peace", Mark(new ConstantScoreQuery(Word("war")) { Boost = 0 }, "war and peace"));
    }

    [Fact]
    public void Everything_marks_nothing_and_excludes_everything()
    {
        BooleanQuery butAll = new() { { Word("peace"), Occur.MUST }, { new MatchAllDocsQuery(), Occur.MUST_NOT } };

        Assert.Equal("[war] peace", Mark(LuceneQueries.AnyOf(new MatchAllDocsQuery(), Word("war"), butAll), "war peace"));
    }

    [Fact]
    public void As_many_alternatives_have_to_match_as_the_query_says()
    {
        BooleanQuery two = new() { { Word("a"), Occur.SHOULD }, { Word("b"), Occur.SHOULD }, { Word("c"), Occur.SHOULD } };
        two.MinimumNumberShouldMatch = 2;

        Assert.Equal("[a] x [c]", Mark(two, "a x c"));
        Assert.Equal("a x x", Mark(two, "a x x"));
    }

    [Fact]
    public void Phrases_of_Lucene_are_marked_as_those_of_the_product_are()
    {
        Assert.Equal("x [a b] a x b", Mark(Phrase(0, "a", "b"), "x a b a x b"));
        Assert.Equal("x [a] [b] [a] x [b]", Mark(Phrase(1, "a", "b"), "x a b a x b"));
        Assert.Equal("x", Mark(new PhraseQuery(), "x"));
    }

    [Fact]
    public void Of_two_sets_with_the_same_documents_each_has_its_own_marks()
    {
        FixedBitSet one = new(1), other = new(1);
        one.Set(0);
        other.Set(0);
        Query both = LuceneQueries.AllOf(new DocumentSetQuery(one), new DocumentSetQuery(other));

        TextMatches matches = QueryMarks.Of(both, ArticleFields.Text, set => ReferenceEquals(set, other) ? [new MatchSpan(0, 3)] : []).Find("war peace", TextAnalyzer.Plain, document: 0);

        Assert.Equal([new MatchSpan(0, 3)], matches.Spans);
    }

    [Fact]
    public void Sets_tell_of_a_document_whether_it_is_in_them_but_labels_may_always_be_there()
    {
        FixedBitSet none = new(1);

        Assert.Equal("war [peace]", Mark(LuceneQueries.AnyOf(LuceneQueries.AllOf(new DocumentSetQuery(none), Word("war")), Word("peace")), "war peace"));
        Assert.Equal("[war] [peace]", Mark(LuceneQueries.AnyOf(LuceneQueries.AllOf(new DocumentSetQuery(none) { IsOfLabels = true }, Word("war")), Word("peace")), "war peace"));
    }

    [Fact]
    public void What_is_in_another_field_is_not_marked_and_may_have_matched()
    {
        TermQuery inTitle = new(TermBytes.Of(ArticleFields.Title, TermForm.Written, "war"u8));

        Assert.Equal("war [peace]", Mark(LuceneQueries.AllOf(inTitle, Word("peace")), "war peace"));
    }

    private static Term Term(string word) => TermBytes.Of(ArticleFields.Text, TermForm.Written, Encoding.UTF8.GetBytes(word));

    private static TermQuery Word(string word) => new(Term(word));

    private static PhraseQuery Phrase(int slop, params string[] words)
    {
        PhraseQuery phrase = new() { Slop = slop };
        foreach (string word in words)
        {
            phrase.Add(Term(word));
        }

        return phrase;
    }

    private static TextMatches Matches(Query query, string text) => QueryMarks.Of(query, ArticleFields.Text).Find(text, TextAnalyzer.Plain, document: 0);

    private static string Mark(Query query, string text)
    {
        foreach (MatchSpan span in Matches(query, text).Spans.Reverse())
        {
            text = text.Insert(span.End, "]").Insert(span.Start, "[");
        }

        return text;
    }
}
