using SearchService.Core.Articles;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;

namespace SearchService.Quotations.Tests.Speakers;

public sealed class ArticlePeopleTests
{
    [Theory]
    [InlineData("Spokeswoman Haley Torrance spoke.", "Spokeswoman Haley Torrance", "Haley Torrance", "Spokeswoman")]
    [InlineData("Quill campaign manager Robby Tamm spoke.", "Quill campaign manager Robby Tamm", "Robby Tamm", "Quill campaign manager")]
    [InlineData("It was Farid Tolip, a political scientist at the Lake Institute, who spoke.", "Farid Tolip", "Farid Tolip", "political scientist at the Lake Institute")]
    [InlineData("It was Farid Tolip, a political scientist, who spoke.", "Farid Tolip, a political scientist,", "Farid Tolip", "political scientist")]
    [InlineData("US Secretary of State Anton Harrow warned.", "US Secretary of State Anton Harrow", "Anton Harrow", "US Secretary of State")]
    [InlineData("The Secretary-General of the CSTO Stanislav Zarb mocked it.", "the Secretary-General of the CSTO Stanislav Zarb", "Stanislav Zarb", "Secretary-General of the CSTO")]
    [InlineData("The country's president, Kasym Torev, spoke.", "The country's president, Kasym Torev,", "Kasym Torev", "president")]
    [InlineData("Then the head of the northern guard of the Republic of Tamland, Sultan Kamalev, spoke.", "Sultan Kamalev", "Sultan Kamalev", "head of the northern guard of the Republic of Tamland")]
    [InlineData("After they met the minister, Walter Bresh spoke.", "Walter Bresh", "Walter Bresh", null)]
    [InlineData("Sen. Brian Shotts (D-Hawaii) agreed.", "Sen. Brian Shotts (D-Hawaii)", "Brian Shotts", "Sen.")]
    [InlineData("The Harbour Post's Ed O'Kane asked.", "The Harbour Post's Ed O'Kane", "Ed O'Kane", null)]
    [InlineData("Another friend, Mariam Emadi, left.", "Another friend, Mariam Emadi,", "Mariam Emadi", "friend")]
    public void A_phrase_with_a_name_is_that_person_with_the_office_told(string text, string phrase, string name, string? role) =>
        Assert.Equal(new ResolvedSpeaker(name, role), Resolve(text, phrase));

    [Fact]
    public void A_last_name_alone_has_the_name_and_the_office_given_before()
    {
        Assert.Equal(
            new ResolvedSpeaker("Merrin Blackwood", "Foreign Minister"),
            Resolve("Foreign Minister Merrin Blackwood came late. Nobody asked Blackwood then. “Why not?” Blackwood said.", "Blackwood said"));
    }

    [Theory]
    [InlineData("Bresh's spokesman said no. Walter Bresh left.", "Bresh's spokesman", "Bresh's spokesman")]
    [InlineData("An aide to Walter Bresh said no.", "An aide to Walter Bresh", "aide to Walter Bresh")]
    [InlineData("Walter Bresh left. A Bresh aide said no.", "A Bresh aide", "Bresh aide")]
    [InlineData("The Bresh Foundation said no. Walter Bresh left.", "The Bresh Foundation", "Bresh Foundation")]
    [InlineData("The Kremlin said no.", "The Kremlin", "Kremlin")]
    [InlineData("Police said no.", "Police", "police")]
    [InlineData("A senior official who asked not to be named said no.", "A senior official who asked not to be named", "senior official")]
    [InlineData("AP reported it.", "AP", "AP")]
    public void A_phrase_that_names_nobody_is_itself(string text, string phrase, string expected) =>
        Assert.Equal(new ResolvedSpeaker(expected, null), Resolve(text, phrase));

    [Theory]
    [InlineData("Mayor Anna Quill met Walter Bresh. “No,” she said.", "she", "Anna Quill")]
    [InlineData("Mayor Anna Quill met Walter Bresh. “No,” he said.", "he", "Walter Bresh")]
    [InlineData("Anna Quill won. Walter Bresh lost. He said that Peter Tamm had cheated.", "He", "Walter Bresh")]
    [InlineData("Walter Bresh spoke for an hour. “Peter Tamm was never there,” he said.", "he", "Walter Bresh")]
    [InlineData("Congresswoman Quillfeather spoke to Walter Bresh. “No,” she said.", "she", "Quillfeather")]
    public void A_pronoun_is_the_likely_person_before_it_of_that_gender(string text, string phrase, string expected) =>
        Assert.Equal(expected, Resolve(text, phrase).Name);

    [Fact]
    public void A_pronoun_is_rather_who_spoke_before()
    {
        const string Text = "“One,” said Walter Bresh, a sailor.\n\n“Two, and Peter Tamm knows it,” he added.\n\n“Three,” he said of Peter Tamm.";
        ArticlePeople people = Read(Text);
        Assert.Equal("Walter Bresh", Resolve(people, Text, "Walter Bresh, a sailor").Name);
        Assert.Equal("Walter Bresh", Resolve(people, Text, "he added").Name);
        Assert.Equal(new ResolvedSpeaker("Walter Bresh", "sailor"), Resolve(people, Text, "he said of"));
    }

    [Theory]
    [InlineData("Walter Hill was late. The town was quiet. Hill said so.", "Hill", "Walter Hill")]
    [InlineData("Peter Washington was late. Washington said so.", "Washington", "Peter Washington")]
    [InlineData("Nobody was late in Washington. Washington said so.", "Washington", "Washington")]
    public void A_last_name_that_is_a_word_too_is_a_name_where_somebody_has_it(string text, string phrase, string expected) =>
        Assert.Equal(expected, Read(text).Resolve(new TextSpan(text.LastIndexOf(phrase, StringComparison.Ordinal), text.LastIndexOf(phrase, StringComparison.Ordinal) + phrase.Length)).Name);

    [Fact]
    public void Whom_he_speaks_to_is_not_who_he_is()
    {
        const string Text = "Walter Bresh asked for silence. Peter Tamm came late. “No,” he told Tamm.";
        Assert.Equal("Walter Bresh", Resolve(Text, "he").Name);
    }

    [Fact]
    public void A_long_quotation_makes_nobody_far()
    {
        const string Text = "Peter Tamm came. It concerned Walter Bresh, a sailor.\n\nIt rained. Nobody heard Walter Bresh. “One. Two. Three. Four. Five,” he said.";
        Assert.Equal("Walter Bresh", Resolve(Text, "he").Name);
    }

    [Fact]
    public void Who_speaks_may_be_meant_though_nothing_else_tells_a_person()
    {
        Assert.Equal("Vorquist", Resolve("Anna Quill left. Vorquist said that it had rained. “All day,” she said.", "she").Name);
    }

    [Theory]
    [InlineData("Sen. Walter Bresh came. The first lady and former senator said no.", "The first lady and former senator")]
    [InlineData("Peter Tamm, the Democratic nominee, met the Republican nominee.", "the Republican nominee")]
    public void An_office_that_is_another_is_nobody_s(string text, string phrase) => Assert.Equal(phrase[4..], Resolve(text, phrase).Name);

    [Fact]
    public void An_office_says_more_than_a_rival_does()
    {
        Assert.Equal("Mayor", Resolve("Rival Walter Bresh came. Mayor Walter Bresh left. Bresh said no.", "Bresh said").Role);
    }

    [Fact]
    public void A_woman_may_be_a_spokesman()
    {
        Assert.Equal("Hope Quill", Resolve("Harbour spokesman Hope Quill was there. “No,” she said.", "she").Name);
    }

    [Theory]
    [InlineData("“No,” he said.", "he")]
    [InlineData("Anna Quill left. “No,” he said.", "he")]
    [InlineData("Anna Quill left. “No,” I said.", "I")]
    public void A_pronoun_that_fits_nobody_has_no_name(string text, string phrase) => Assert.Equal(default, Resolve(text, phrase));

    [Fact]
    public void They_are_the_body_that_spoke_before()
    {
        const string Text = "The ministry denied it. “We were not there,” they said.";
        ArticlePeople people = Read(Text);
        Resolve(people, Text, "The ministry");
        Assert.Equal("ministry", Resolve(people, Text, "they").Name);
    }

    [Theory]
    [InlineData("Foreign Minister Merrin Blackwood met Defense Secretary Walter Bresh. The minister said no.", "The minister", "Merrin Blackwood")]
    [InlineData("Sen. Walter Bresh met Gov. Anna Quill. The senator said no.", "The senator", "Walter Bresh")]
    [InlineData("Florida Sen. Walter Bresh met Ohio Sen. Anna Quill. The Florida senator said no.", "The Florida senator", "Walter Bresh")]
    [InlineData("Anna Quill, the spokeswoman, met Walter Bresh, a lawyer. The spokeswoman said no.", "The spokeswoman", "Anna Quill")]
    public void An_office_is_the_person_who_was_said_to_hold_it(string text, string phrase, string expected) =>
        Assert.Equal(expected, Resolve(text, phrase).Name);

    [Fact]
    public void An_office_of_one_country_is_not_held_by_whom_has_it_in_another()
    {
        Assert.Equal("President of Kazakhstan", Resolve("The President of Kyrgyzstan Sadyr Bresh left. “No,” said the President of Kazakhstan.", "the President of Kazakhstan").Name);
    }

    [Fact]
    public void A_minister_is_nobody_told_of_before()
    {
        Assert.Equal("minister", Resolve("Foreign Minister Merrin Blackwood left. A minister said no.", "A minister").Name);
    }

    [Fact]
    public void Of_two_people_of_a_last_name_the_honorific_decides()
    {
        const string Text = "Walter Quill and Anna Quill came. Mrs. Quill said no. Mr. Quill said yes.";
        Assert.Equal("Anna Quill", Resolve(Text, "Mrs. Quill").Name);
        Assert.Equal("Walter Quill", Resolve(Text, "Mr. Quill").Name);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("Anna-")]
    [InlineData("the minister of ")]
    [InlineData("\ud800\ud83d\ude00")]
    public void A_phrase_of_a_megabyte_is_cut(string unit)
    {
        string text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));
        ArticlePeople people = Read(text);
        for (int time = 0; time < 100; time++)
        {
            ResolvedSpeaker speaker = people.Resolve(new TextSpan(0, text.Length));
            Assert.True((speaker.Name?.Length ?? 0) <= PeopleLimits.Default.LengthOfPhrase);
        }
    }

    [Fact]
    public void Russian_speakers_are_found_in_any_case()
    {
        const string Text = "Президент Ерлан Садыров выступил вчера. По словам Садырова, всё спокойно. Он заявил это дважды.";
        ArticlePeople people = Read(Text, "ru");
        Assert.Equal("Ерлан Садыров", Resolve(people, Text, "Садырова").Name);
        Assert.Equal("Ерлан Садыров", Resolve(people, Text, "Он").Name);
    }

    [Theory]
    [InlineData("Официальный представитель МИД России Мария Ветрова ответила.", "Мария Ветрова", "Мария Ветрова", "Официальный представитель МИД России")]
    [InlineData("Это сказал политолог из Ташкента Фархад Миров.", "политолог из Ташкента Фархад Миров", "Фархад Миров", null)]
    [InlineData("Госсекретарь США Антон Лесков предупредил.", "Антон Лесков", "Антон Лесков", "Госсекретарь США")]
    public void Russian_offices_stand_before_what_they_are_of(string text, string phrase, string name, string? role) =>
        Assert.Equal(new ResolvedSpeaker(name, role), Resolve(Read(text, "ru"), text, phrase));

    [Fact]
    public void Who_was_introduced_is_meant_rather_than_whom_he_speaks_of()
    {
        const string Text = "They spoke of Walter Bresh, the chairman of the harbour, to Peter Tamm. “It is late,” he said.";
        Assert.Equal("Walter Bresh", Resolve(Text, "he said").Name);
    }

    private static ResolvedSpeaker Resolve(string text, string phrase) => Resolve(Read(text), text, phrase);

    private static ResolvedSpeaker Resolve(ArticlePeople people, string text, string phrase)
    {
        int start = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        if (phrase.Length <= 4)
        {
            start = text.IndexOf(phrase + " ", StringComparison.Ordinal);
        }

        int length = phrase.EndsWith(" said", StringComparison.Ordinal) ? phrase.Length - 5 : phrase.StartsWith("he ", StringComparison.Ordinal) ? 2 : phrase.Length;
        return people.Resolve(new TextSpan(start, start + length));
    }

    private static ArticlePeople Read(string text, string language = "en")
    {
        ArticleTokens tokens = new();
        tokens.Read(text);
        return new PeopleFinder().Read(tokens, language);
    }
}
