using System.Text.RegularExpressions;
using SearchService.Core.Articles;
using SearchService.Evaluation.Quotes;
using SearchService.Quotations.Speakers;
using SearchService.Quotations.Text;

namespace SearchService.Evaluation.Speakers;

/// <summary>What is made of the phrases that people marked as speakers.</summary>
internal sealed class SpeakerFigures
{
    private const int ContextLength = 300;

    private readonly ArticleTokens _tokens = new();
    private readonly PeopleFinder _finder = new();

    /// <summary>Names written out and last names alone: how many there are, how many became a name that has them, how many of these have more words.</summary>
    public (int All, int Kept, int Fuller) Names { get; private set; }

    /// <summary>"he" and "she": how many there are, how many became somebody.</summary>
    public (int All, int Found) Pronouns { get; private set; }

    /// <summary>Pronouns that became a person whose gender the article or the given name tells, and how many agree.</summary>
    public (int All, int Agree) Genders { get; private set; }

    /// <summary>Other phrases, and how many became a person's name.</summary>
    public (int All, int People) Others { get; private set; }

    /// <summary>Each phrase as it was read, with the text before it.</summary>
    public List<string> Readings { get; } = [];

    /// <summary>Reads the phrases of an article, in the order of its text.</summary>
    public void Add(MarkedArticle article)
    {
        _tokens.Read(article.Text);
        ArticlePeople people = _finder.Read(_tokens, "en");
        foreach (TextSpan phrase in article.Attributions.Where(static quote => quote.Kind != "indirect" && quote.Speaker is not null).Select(static quote => quote.Speaker!.Value).Distinct().OrderBy(static span => span.Start))
        {
            string written = article.Text[phrase.Start..phrase.End].Trim();
            ResolvedSpeaker speaker = people.Resolve(phrase);
            bool isPerson = speaker.Name is not null && people.Names.Contains(speaker.Name);
            Readings.Add($"{article.Text[Math.Max(0, phrase.Start - ContextLength)..phrase.Start]}[[{written}]]{article.Text[phrase.End..Math.Min(article.Text.Length, phrase.End + 40)]}".ReplaceLineEndings(" / ")
                + $"\n   => {speaker.Name ?? "nobody"}{(speaker.Role is null ? "" : $", {speaker.Role}")}{(isPerson ? "" : " (no person)")}\n");
            Count(written, speaker, isPerson);
        }
    }

    private void Count(string written, ResolvedSpeaker speaker, bool isPerson)
    {
        if (written.ToUpperInvariant() is "HE" or "SHE")
        {
            Pronouns = (Pronouns.All + 1, Pronouns.Found + (speaker.Name is null ? 0 : 1));
            if (isPerson && speaker.Name!.Contains(' ', StringComparison.Ordinal) && GenderOf(speaker.Name) is { } isMan)
            {
                Genders = (Genders.All + 1, Genders.Agree + (isMan == (written.Length == 2) ? 1 : 0));
            }
        }
        else if (Regex.IsMatch(written, @"^\p{Lu}[\p{L}'’-]+( \p{Lu}\.)?( \p{Lu}[\p{L}'’-]+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture) && isPerson)
        {
            string last = WithoutPossessive(written.Split(' ')[^1]);
            bool isKept = speaker.Name!.Contains(last, StringComparison.OrdinalIgnoreCase);
            Names = (Names.All + 1, Names.Kept + (isKept ? 1 : 0), Names.Fuller + (isKept && speaker.Name.Length > written.Length ? 1 : 0));
        }
        else
        {
            Others = (Others.All + 1, Others.People + (isPerson ? 1 : 0));
        }
    }

    private static string WithoutPossessive(string word)
    {
        int apostrophe = word.LastIndexOfAny(['\'', '’']);
        return apostrophe > word.Length - 3 ? word[..apostrophe] : word;
    }

    /// <summary>Whether the given name is a man's alone, or a woman's.</summary>
    private static bool? GenderOf(string name) => (PeopleWords.Of("en")!.Of(name.Split(' ')[0]) & WordTraits.Given) switch
    {
        WordTraits.GivenMale => true,
        WordTraits.GivenFemale => false,
        _ => null,
    };
}
