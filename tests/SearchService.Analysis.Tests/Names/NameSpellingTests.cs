using SearchService.Analysis.Names;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Names;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("Tokayev Tokaev Toqaev Токаев Тоқаев")]
    [InlineData("Lukashenko Lukashenka Лукашенко")]
    [InlineData("Japarov Zhaparov Жапаров")]
    [InlineData("Zas Zass")]
    [InlineData("Zas Зась")]
    [InlineData("Gaddafi Qadhafi Kadafi")]
    [InlineData("Gaddafi القذافي")]
    [InlineData("Mohammed Muhammad Mohamed")]
    [InlineData("Zelensky Zelenskyy Zelenskiy Зеленский Зеленський")]
    [InlineData("Tchaikovsky Chaikovsky Чайковский")]
    [InlineData("Netanyahu נתניהו")]
    [InlineData("Mitsotakis Μητσοτάκης")]
    [InlineData("Milošević Miloshevich Milosevic")]
    [InlineData("Müller Mueller Muller")]
    public void Spellings_of_one_name_are_variants(string names)
    {
        string[] spellings = names.Split(' ');
        Assert.All(spellings[1..], spelling => Assert.True(NameSpelling.AreVariants(spellings[0], spelling), $"{spellings[0]} {spelling} {NameSpelling.Distance(spellings[0], spelling)}"));
    }

    [Theory]
    [InlineData("Obama", "Osama")]
    [InlineData("Hernandez", "Fernandez")]
    [InlineData("Biden", "Baden")]
    [InlineData("Pence", "Spence")]
    [InlineData("Romney", "Rodney")]
    [InlineData("Polish", "Polisch")]
    [InlineData("Johnson", "Johnston")]
    [InlineData("Brown", "Braun")]
    [InlineData("Xi", "Si")]
    [InlineData("Putin", "Пушкин")]
    public void Different_names_are_not(string left, string right) => Assert.False(NameSpelling.AreVariants(left, right), $"{NameSpelling.Distance(left, right)}");

    [Theory]
    [InlineData("", "Zas")]
    [InlineData("1990", "1991")]
    [InlineData("zas1990", "zas")]
    [InlineData("Zаs", "Zas")] // a Cyrillic а between Latin letters
    [InlineData("東京", "東京")]
    public void What_is_no_word_of_a_name_in_a_script_known_here_has_no_spellings(string left, string right) =>
        Assert.Equal(NameSpelling.Unrelated, NameSpelling.Distance(left, right));

    [Fact]
    public void The_distance_is_the_same_both_ways_and_none_to_itself()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 300; i++)
        {
            string name = RandomNames.Next(random);
            string other = random.Next(2) == 0 ? RandomNames.Next(random) : RandomNames.Respelled(random, name);

            Assert.Equal(NameSpelling.Distance(name, other), NameSpelling.Distance(other, name));
            Assert.Equal(NameSpelling.AreVariants(name, other), NameSpelling.AreVariants(other, name));
            Assert.Equal(0, NameSpelling.Distance(name, name.ToUpperInvariant()));
        }
    }

    [Fact]
    public void A_word_too_long_for_a_name_is_refused_at_once() =>
        Assert.Equal(NameSpelling.Unrelated, NameSpelling.Distance(new string('a', 5_000_000), new string('a', 5_000_000)));
}
