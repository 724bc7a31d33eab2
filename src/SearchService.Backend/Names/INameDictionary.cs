using SearchService.Backend.Words;

namespace SearchService.Backend.Names;

/// <summary>What the dictionaries of one generation tell of names.</summary>
/// <remarks>Thread-safe. Words are as written, in their form <see cref="Analysis.TermForm.Written"/>.</remarks>
public interface INameDictionary : IWordFrequencies
{
    /// <summary>The words of the names of people in the articles, each with how many articles have it so; in any order, and in parts that add up.</summary>
    IEnumerable<(string Word, long Articles)> WordsOfPeople();

    /// <summary>The words of bylines; as before.</summary>
    IEnumerable<(string Word, long Articles)> WordsOfBylines();

    /// <summary>Who speaks, by the whole name, with how many quotations are theirs; as before.</summary>
    IEnumerable<(string Name, long Quotations)> Speakers();

    /// <summary>Whether anybody speaks who is called exactly so.</summary>
    bool IsSpeaker(string name);

    /// <summary>How many articles have a word in their text.</summary>
    /// <param name="written">The word, as written.</param>
    /// <param name="person">If not null, only those are counted in which somebody is called by this word.</param>
    /// <param name="cancellationToken">Ends the count early.</param>
    long ArticlesWith(string written, string? person, CancellationToken cancellationToken);
}
