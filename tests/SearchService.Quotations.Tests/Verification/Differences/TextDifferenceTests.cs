using SearchService.Core.Articles;
using SearchService.Quotations.Verification.Differences;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Verification.Differences;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("the chain is old", "The chain is old!", "")]
    [InlineData("the chain old", "the chain is old", "-is")]
    [InlineData("the rusty chain is old", "the chain is old", "+rusty")]
    [InlineData("the chain is new", "the chain is old", "old>new")]
    [InlineData("the chains is old", "the chain is old", "chain~chains")]
    [InlineData("the chain old is", "the chain is old", "±")]
    [InlineData("chain the is old", "the chain is old", "±")]
    [InlineData("a huge wave came", "a very big wave came", "very big>huge")]
    public void What_became_of_words_is_told(string given, string found, string expected)
    {
        string told = string.Join(' ', Between(given, found).Parts.Where(static part => part.Kind != DifferenceKind.Kept).Select(part => part.Kind switch
        {
            DifferenceKind.Dropped => "-" + Of(found, part.Found),
            DifferenceKind.Inserted => "+" + Of(given, part.Given),
            DifferenceKind.Replaced => $"{Of(found, part.Found)}>{Of(given, part.Given)}",
            DifferenceKind.Inflected => $"{Of(found, part.Found)}~{Of(given, part.Given)}",
            _ => part.Given is null ? "±" : "",
        })).Trim();
        Assert.Equal(expected, told);
    }

    [Fact]
    public void The_difference_applied_to_one_text_gives_the_other()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2_000; round++)
        {
            string given = Words(random), found = Words(random);
            WordDifference difference = Between(given, found);
            Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), difference.Parts.Where(static part => part.Found is not null).SelectMany(part => Of(found, part.Found)!.Split(' ')));
            Assert.Equal(given.Split(' ', StringSplitOptions.RemoveEmptyEntries), difference.Parts.Where(static part => part.Given is not null).SelectMany(part => Of(given, part.Given)!.Split(' ')));
            Assert.All(difference.Parts, part =>
            {
                Assert.Equal(part.Kind == DifferenceKind.Kept, Of(given, part.Given) is { } here && here == Of(found, part.Found));
                Assert.Equal(part.Kind is DifferenceKind.Kept or DifferenceKind.Replaced or DifferenceKind.Inflected, part.Given is not null && part.Found is not null);
            });
        }
    }

    [Fact]
    public void Exchanging_the_texts_exchanges_what_is_dropped_and_inserted()
    {
        Random random = Seeds.Random();
        for (int round = 0; round < 2_000; round++)
        {
            string given = Words(random), found = Words(random);
            WordDifference one = Between(given, found), other = Between(found, given);
            Assert.Equal(one.Similarity, other.Similarity);
            Assert.InRange(one.Similarity, 0, 1);
            Assert.Equal(given == found, one.Similarity == 1);
            Assert.Equal(Of(one, DifferenceKind.Dropped, static part => part.Found), Of(other, DifferenceKind.Inserted, static part => part.Given));
            Assert.Equal(Of(one, DifferenceKind.Kept, static part => part.Found), Of(other, DifferenceKind.Kept, static part => part.Given));
        }

        static TextSpan[] Of(WordDifference difference, DifferenceKind kind, Func<DifferencePart, TextSpan?> side) =>
            [.. difference.Parts.Where(part => part.Kind == kind).Select(part => side(part)!.Value).Order(Comparer<TextSpan>.Create(static (x, y) => x.Start.CompareTo(y.Start)))];
    }

    [Fact]
    public void A_word_that_moved_is_told_twice_where_it_was_and_where_it_is()
    {
        const string Given = "never we will leave", Found = "we will never leave";
        DifferencePart[] moved = [.. Between(Given, Found).Parts.Where(static part => part.Kind == DifferenceKind.Moved)];
        Assert.Equal(2, moved.Length);
        Assert.Equal("never", Of(Given, Assert.Single(moved, static part => part.Given is not null).Given));
        Assert.Equal("never", Of(Found, Assert.Single(moved, static part => part.Found is not null).Found));
    }

    internal static WordDifference Between(string given, string found)
    {
        WordNumbers numbers = new();
        return TextDifference.Between(Of(numbers, given), Of(numbers, found));

        static WordsOfText Of(WordNumbers numbers, string text)
        {
            TextWords words = numbers.Read(text, numbersNew: true);
            return new WordsOfText(words, 0, numbers.Stems(words, 0, words.Count, "en"));
        }
    }

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(9)).Select(_ => (string[])["oar", "oars", "tide", "pier", "salt"] is var words ? words[random.Next(words.Length)] : ""));

    private static string? Of(string text, TextSpan? span) => span is { } at ? text[at.Start..at.End] : null;
}
