using SearchService.Ingestion.Extraction.Boilerplate;

namespace SearchService.Ingestion.Tests.Extraction.Boilerplate;

public class LineTests
{
    // By name: the kinds are the assembly's own.
    [Theory]
    [InlineData("11 Comment(s)", nameof(LineKind.Comments))]
    [InlineData("COMMENTS (1,204)", nameof(LineKind.Comments))]
    [InlineData("Leave a Reply", nameof(LineKind.Comments))]
    [InlineData("Leave a Reply Cancel reply", nameof(LineKind.Comments))]
    [InlineData("Your email address will not be published. Required fields are marked *", nameof(LineKind.Comments))]
    [InlineData("12 комментариев", nameof(LineKind.Comments))]
    [InlineData("Добавить комментарий", nameof(LineKind.Comments))]
    [InlineData("Laisser un commentaire", nameof(LineKind.Comments))]
    [InlineData("Schreibe einen Kommentar", nameof(LineKind.Comments))]
    [InlineData("Deja una respuesta", nameof(LineKind.Comments))]
    [InlineData("Reply", nameof(LineKind.Reply))]
    [InlineData("Ответить", nameof(LineKind.Reply))]
    [InlineData("Related posts", nameof(LineKind.Related))]
    [InlineData("• Read also: Another headline altogether", nameof(LineKind.Related))]
    [InlineData("Читайте также: другой заголовок", nameof(LineKind.Related))]
    [InlineData("» Lire aussi : un autre titre", nameof(LineKind.Related))]
    [InlineData("Das könnte Sie auch interessieren:", nameof(LineKind.Related))]
    [InlineData("También te puede interesar", nameof(LineKind.Related))]
    [InlineData("TAGS: ", nameof(LineKind.Tags))]
    [InlineData("Теги: политика, армия", nameof(LineKind.Tags))]
    [InlineData("Share this:", nameof(LineKind.Share))]
    [InlineData("Поделиться", nameof(LineKind.Share))]
    [InlineData("Views: 4970", nameof(LineKind.Counter))]
    [InlineData("5 min read", nameof(LineKind.Counter))]
    [InlineData("SOURCE: HARBOUR.EXAMPLE", nameof(LineKind.Credit))]
    [InlineData("Фото: Архив", nameof(LineKind.Credit))]
    [InlineData("ADVERTISEMENT", nameof(LineKind.Advertisement))]
    [InlineData("PLEASE DONATE TO HELP THE HARBOUR DESK", nameof(LineKind.Plea))]
    [InlineData("Subscribe to Harbour Desk news at Telegram, YouTube and Viber.", nameof(LineKind.Plea))]
    [InlineData("If what the desk writes is of use to you, please support our work. Donations from readers keep it going.", nameof(LineKind.Plea))]
    [InlineData("Wenn Ihnen unsere Arbeit gefällt, unterstützen Sie uns bitte mit einer Spende, damit es weitergehen kann.", nameof(LineKind.Plea))]
    [InlineData("If you find an error, please select a piece of text and press Ctrl + Enter.", nameof(LineKind.Notice))]
    [InlineData("Нашли ошибку? Выделите её и нажмите Ctrl+Enter", nameof(LineKind.Notice))]
    [InlineData("Do you like this article?", nameof(LineKind.Notice))]
    [InlineData("© 2022 Harbour Desk. All rights reserved.", nameof(LineKind.Legal))]
    [InlineData("При использовании материалов ссылка на источник обязательна", nameof(LineKind.Legal))]
    [InlineData("About the author", nameof(LineKind.Author))]
    [InlineData("https://harbour.example/more", nameof(LineKind.Navigation))]
    [InlineData("* * *", nameof(LineKind.Navigation))]
    [InlineData("Skip to main content", nameof(LineKind.Navigation))]
    [InlineData("Mon Tues Wed Thurs Fri Sat Total", nameof(LineKind.Calendar))]
    [InlineData("пн вт ср чт пт сб вс", nameof(LineKind.Calendar))]
    [InlineData("13141516171819", nameof(LineKind.Calendar))]
    public void What_stands_around_articles_is_known(string line, string kind) => Assert.Equal(kind, Line.Of(line.Trim()).Kind.ToString());

    [Theory]
    [InlineData("The minister read the comments of his readers and answered each of them by hand.")]
    [InlineData("Subscribers to the harbour telegraph received the news on Tuesday, a day before the ministers did.")]
    [InlineData("“Please support our newspaper with a donation,” the editor wrote in 1931; nobody did.")]
    [InlineData("He asked us to join the mission, and to help with donations, because our boats were the only ones left in the strait.")]
    [InlineData("Comments by the harbour master were not helpful.")]
    [InlineData("Reply to the harbour master's letter was made in verse.")]
    [InlineData("Follow the wheat, the inspector said.")]
    [InlineData("Related questions were put off until Friday.")]
    [InlineData("Concerns in Vessary")]
    [InlineData("Appalled")]
    [InlineData("2022")]
    [InlineData("Yes.")]
    public void Prose_and_headings_are_text(string line) => Assert.Equal(nameof(LineKind.Text), Line.Of(line).Kind.ToString());

    [Fact]
    public void Every_phrase_of_the_file_is_known_by_itself()
    {
        // Words that tell a plea by their number aren't phrases; of a phrase in several sections the first counts.
        foreach ((string section, string phrase) in PhraseFile.Read().Where(static entry => entry.Section.EndsWith(" whole", StringComparison.Ordinal)))
        {
            Assert.True(Line.Of(phrase).Kind != LineKind.Text, $"[{section}] {phrase}");
        }
    }

    [Fact]
    public void No_line_makes_the_classifier_fail()
    {
        Random random = SearchService.TestSupport.Seeds.Random();
        const string alphabet = "ab #1,.'’“©@:\u00A0\u200Fкё«»(|)日";
        for (int i = 0; i < 20_000; i++)
        {
            string line = string.Concat(Enumerable.Range(0, random.Next(700)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            Assert.Equal(line.Length, Line.Of(line).Length);
        }
    }
}
