using SearchService.Analysis.Names;
using SearchService.TestSupport;

namespace SearchService.Analysis.Tests.Names;

public sealed class NameIndexTests
{
    private static readonly string[] People =
    [
        "Stanislav Vasilyevich Zas", "Kassym-Jomart Tokayev", "Касым-Жомарт Токаев", "Muammar Muhammad Abu Minyar al-Gaddafi", "Saif al-Islam Gaddafi", "Alexander Lukashenko",
        "Viktor Lukashenko", "Anthony R. Blinken", "Muhammad Yahya Mujahid", "Muhammad Yunus", "Abdul Karim Wali",
    ];

    private readonly NameIndex _names = new(People.Select(name => (name, 1L)));

    [Theory]
    [InlineData("Stanislav Zass", "Stanislav Vasilyevich Zas")]
    [InlineData("Zas, Stanislav", "Stanislav Vasilyevich Zas")]
    [InlineData("General Stanislau Zas", "Stanislav Vasilyevich Zas")]
    [InlineData("Kasym-Zhomart Tokaev", "Kassym-Jomart Tokayev")]
    [InlineData("Kasym-Zhomart Tokaev", "Касым-Жомарт Токаев")]
    [InlineData("Moammar Qadhafi", "Muammar Muhammad Abu Minyar al-Gaddafi")]
    [InlineData("Aliaksandr Lukashenka", "Alexander Lukashenko")]
    [InlineData("Antony Blinken", "Anthony R. Blinken")]
    [InlineData("Abdulkarim Wali", "Abdul Karim Wali")]
    public void A_whole_name_is_found_by_another_spelling_order_or_extent(string name, string expected) => Assert.Contains(expected, Found(name));

    [Theory]
    [InlineData("Stanislav Vasilyevich Petrenko", "Stanislav Vasilyevich Zas")]
    [InlineData("Saif al-Islam Gaddafi", "Muammar Muhammad Abu Minyar al-Gaddafi")]
    [InlineData("Alexander Lukashenko", "Viktor Lukashenko")]
    [InlineData("Muhammad Yahya Mujahid", "Muhammad Yunus")]
    [InlineData("Muhammad", "Muhammad Yunus")]
    public void Another_person_is_not(string name, string other) => Assert.DoesNotContain(other, Found(name));

    [Fact]
    public void An_abbreviated_first_name_is_read_as_the_whole_one() =>
        Assert.Contains("Muhammad Yahya Mujahid", Found("Mohd. Yahya Mujahid"));

    [Fact]
    public void What_was_asked_for_before_changes_nothing()
    {
        string[] before = [.. Found("Muammar al-Gaddafi")];
        foreach (string name in People)
        {
            _names.Find(name);
        }

        Assert.Equal(before, Found("Muammar al-Gaddafi"));
    }

    [Fact]
    public void A_name_that_was_added_is_found_at_no_distance()
    {
        foreach (string name in People)
        {
            Assert.Contains(new NameMatch(name, 1, 0), _names.Find(name));
        }
    }

    [Fact]
    public void What_is_found_is_what_comparing_with_every_name_finds()
    {
        Random random = Seeds.Random();
        string[] words = [.. Enumerable.Range(0, 60).Select(_ => RandomNames.Next(random))];
        string[] names = [.. Enumerable.Range(0, 400).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 5)).Select(_ => words[random.Next(words.Length)]))).Distinct()];
        NameIndex index = new(names.Select(name => (name, 1L)));
        foreach (string name in names.Take(100))
        {
            Assert.Equal(index.Scan(name), index.Find(name));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("--- 123 ...")]
    [InlineData("al-")]
    public void What_is_no_name_finds_nothing(string name) => Assert.Empty(_names.Find(name));

    private IEnumerable<string> Found(string name) => _names.Find(name).Select(match => match.Name);
}
