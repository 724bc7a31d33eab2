using System.Text;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;
using SearchService.TestSupport;

namespace SearchService.Quotations.Tests.Speakers;

public sealed class PeopleFinderTests
{
    [Theory]
    [InlineData("The report was read by Antony Harrowgate.", "Antony Harrowgate")]
    [InlineData("“No,” said Jomart Ruzimatov, a political scientist at the Lake Institute.", "Jomart Ruzimatov")]
    [InlineData("Jasper van der Meulen and Maria de la Cruz left.", "Jasper van der Meulen; Maria de la Cruz")]
    [InlineData("It was Patrick O'Donovan's boat, and Sean O’Malley’s.", "Patrick O'Donovan; Sean O’Malley")]
    [InlineData("The winners are Henry J. Bellwether Jr. and Louis Trask III.", "Henry J. Bellwether Jr.; Louis Trask III")]
    [InlineData("Amanda Carpenter, Roberta A. Farmer and Peter Washington came.", "Amanda Carpenter; Roberta A. Farmer; Peter Washington")]
    [InlineData("Ahmed al-Rashidi and Kassym-Jomart Tolegen signed.", "Ahmed al-Rashidi; Kassym-Jomart Tolegen")]
    public void A_name_is_taken_as_it_is_written(string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Names(text)));

    [Fact]
    public void A_last_name_alone_belongs_to_the_full_name_before_or_after_it()
    {
        Assert.Equal(["Helen Marsden"], Names("Marsden was first. Helen Marsden said so herself, and Ms. Marsden's boat was fast."));
    }

    [Fact]
    public void A_name_is_listed_once_and_in_its_fullest_form()
    {
        Assert.Equal(["Robert Q. Tamsin"], Names("Bob Tamsin rowed. Later Robert Q. Tamsin swam. Robert Tamsin slept."));
    }

    [Fact]
    public void Names_come_in_the_order_of_the_text()
    {
        Assert.Equal(["Walter Bresh", "Anna Quill"], Names("Bresh waited. Anna Quill came. Walter Bresh left."));
    }

    [Fact]
    public void A_suffix_tells_the_son_from_the_father()
    {
        Assert.Equal(["Adam Loke", "Adam Loke Jr."], Names("Adam Loke was the mayor. His son, Adam Loke Jr., is not."));
    }

    [Theory]
    [InlineData("President Orbelin spoke.", "Orbelin")]
    [InlineData("The words were Mr. Vantongeren's.", "Vantongeren")]
    [InlineData("Sen. Quillfeather of Ohio voted.", "Quillfeather")]
    public void One_word_is_a_name_when_a_title_stands_before_it(string text, string expected) => Assert.Equal([expected], Names(text));

    [Theory]
    [InlineData("CSTO Secretary General Stoyan Zarb said so.", "Stoyan Zarb")]
    [InlineData("The Secretary-General of the CSTO Stoyan Zarb said so.", "Stoyan Zarb")]
    [InlineData("US Secretary of State Merrin Blackwood warned them.", "Merrin Blackwood")]
    [InlineData("Polish Prime Minister Jadzia Wolska came on Tuesday.", "Jadzia Wolska")]
    [InlineData("Tashkent-based analyst Sherzod Mirkomilov agreed.", "Sherzod Mirkomilov")]
    [InlineData("Goldenrod CEO Xanthe Pryor resigned.", "Xanthe Pryor")]
    [InlineData("Ohio Republican Jeffrey Stall disagreed.", "Jeffrey Stall")]
    public void Titles_and_offices_are_no_part_of_the_name(string text, string expected) => Assert.Equal([expected], Names(text));

    [Theory]
    [InlineData("The New York Times and the Washington Post wrote of it on Friday in March.")]
    [InlineData("The White House called the Prime Minister. The Kremlin didn't.")]
    [InlineData("Polish and Kazakh troops left the United Nations base at Fort Marlow.")]
    [InlineData("The Clinton Foundation, Lincoln Center and Martin Luther King Boulevard are names too.")]
    [InlineData("Morgan Stanley fell. Merrill Lynch rose. Virginia Beach was flooded.")]
    [InlineData("The Clean Water Act passed. Hurricane Katrina did not. San Antonio waited for Saint Paul.")]
    [InlineData("Why Voters Trust Nobody In The Big Harbour City")]
    [InlineData("He said that However Much Money They Spend is a good title.")]
    public void Institutions_places_days_and_titles_are_nobody(string text) => Assert.Empty(Names(text));

    [Fact]
    public void A_family_name_may_stand_before_the_given_one()
    {
        Assert.Equal(["Xi Lanping"], Names("They met Xi Lanping in the morning. Later Xi left."));
        Assert.Equal(["J.K. Vorrel"], Names("Nobody knew what J.K. Vorrel wrote. It was what Vorrel wrote."));
        Assert.Equal(["Elspeth"], Names("Nobody saw Queen Elspeth II in the morning."));
    }

    [Fact]
    public void A_given_name_alone_is_somebody_who_speaks_and_comes_again()
    {
        Assert.Equal(["Melanie"], Names("“No,” Melanie said. Later Melanie slept."));
        Assert.Empty(Names("Later Melanie slept."));
        Assert.Empty(Names("It rained in Chelsea. Chelsea said no. Chelsea slept."));
    }

    [Fact]
    public void A_name_of_words_nobody_knows_needs_more_than_capitals()
    {
        Assert.Empty(Names("They drove to Vorn Eskelmar in the morning."));
        Assert.Equal(["Vorn Eskelmar"], Names("They met Vorn Eskelmar, a fisherman from the coast."));
        Assert.Equal(["Vorn Eskelmar"], Names("They met Vorn Eskelmar, 43, in the morning."));
        Assert.Equal(["Vorn Eskelmar"], Names("“Nobody asked,” said Vorn Eskelmar. Eskelmar left."));
    }

    [Theory]
    [InlineData("Генеральный секретарь Пакта Ольга Ветрова промолчала.", "Ольга Ветрова")]
    [InlineData("Генеральный секретарь Совета Пролива Ольга Ветрова промолчала.", "Ольга Ветрова")]
    [InlineData("Президент Ветрова Ольга Ивановна промолчала.", "Ветрова Ольга Ивановна")]
    public void What_a_Russian_office_is_of_is_no_part_of_the_name(string text, string name) => Assert.Equal([name], Names(text, "ru"));

    [Fact]
    public void Russian_names_are_given_in_the_case_that_names_where_it_occurs()
    {
        Assert.Equal(
            ["Ерлан Садыров", "Ольга Ветрова"],
            Names("По словам президента Ерлана Садырова, всё спокойно. Ольга Ветрова возразила Садырову. Ерлан Садыров промолчал.", "ru"));
    }

    [Fact]
    public void A_language_that_is_not_known_names_nobody()
    {
        Assert.Empty(Names("Anna Quill spricht mit dem Minister.", "xx"));
    }

    [Fact]
    public void Every_name_is_words_of_the_text()
    {
        Random random = Seeds.Random();
        PeopleFinder finder = new();
        for (int round = 0; round < 300; round++)
        {
            string text = Soup(random, random.Next(200));
            ArticleTokens tokens = new();
            tokens.Read(text);
            string plain = Spaced(text);
            ArticlePeople people = finder.Read(tokens, random.Next(3) == 0 ? "ru" : "en");
            Assert.All(people.Names, name => Assert.Contains(name, plain, StringComparison.Ordinal));
            Assert.Equal(people.Names.Distinct(), people.Names);
            for (int phrase = 0; phrase < 20; phrase++)
            {
                int start = random.Next(text.Length + 1);
                int end = start + random.Next(text.Length - start + 1);
                _ = people.Resolve(new(start, end));
            }
        }
    }

    [Theory]
    [InlineData("Aaron ")]
    [InlineData("Anna Quill, ")]
    [InlineData("Mr. Quill said. ")]
    [InlineData("\ud83d\ude00\ud800Anna ")]
    [InlineData("Xq")]
    [InlineData("О'Анна-Anna-")]
    [InlineData("van ")]
    [InlineData("of the ")]
    public void A_text_of_one_thing_over_and_over_has_few_people(string unit)
    {
        string text = new StringBuilder().Insert(0, unit, 60_000).ToString();
        ArticleTokens tokens = new();
        tokens.Read(text);
        PeopleFinder finder = new();
        Assert.True(finder.Read(tokens, "en").Names.Length <= 1);
    }

    [Fact]
    public void People_past_the_limit_are_left_out()
    {
        StringBuilder text = new();
        for (int number = 0; number < 100; number++)
        {
            text.Append("Anna ").Append("Qu").Append((char)('a' + (number % 26))).Append((char)('a' + (number / 26))).Append("l left. ");
        }

        ArticleTokens tokens = new();
        tokens.Read(text.ToString());
        Assert.Equal(100, new PeopleFinder().Read(tokens, "en").Names.Length);
        Assert.Equal(7, new PeopleFinder(new PeopleLimits { People = 7 }).Read(tokens, "en").Names.Length);
    }

    [Fact]
    public void Reading_allocates_little_once_the_buffers_have_grown()
    {
        string text = new StringBuilder().Insert(0, "Anna Quill, a fisherman, told Mr. Bresh that the boats of the harbour were late again this morning. ", 200).ToString();
        ArticleTokens tokens = new();
        tokens.Read(text);
        PeopleFinder finder = new();
        finder.Read(tokens, "en");
        long before = GC.GetAllocatedBytesForCurrentThread();
        finder.Read(tokens, "en");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000);
    }

    private static IReadOnlyList<string> Names(string text, string language = "en")
    {
        ArticleTokens tokens = new();
        tokens.Read(text);
        return new PeopleFinder().Read(tokens, language).Names;
    }

    private static string Soup(Random random, int words)
    {
        string[] pieces =
        [
            "Anna", "Quill", "Bresh", "Mr", ".", "Sen", ",", "a", "fisherman", "of", "the", "CSTO", "President", "he", "she", "said", "“", "”", "\"", "'s", "-", "van", "al-", "O'Malley", "Jr", "\n\n", "Ерлан", "Садырова", "президент",
            "\ud800", "\u200f", "43", "(", "R-Ohio", ")", "who", "New", "York", "’s", "J.", "é", "İ", "\u0301", "Times", "—", "III", "и", "it", "they", "Dr",
        ];
        StringBuilder text = new();
        for (int word = 0; word < words; word++)
        {
            text.Append(pieces[random.Next(pieces.Length)]);
            if (random.Next(5) > 0)
            {
                text.Append(' ');
            }
        }

        return text.ToString();
    }

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
