using System.Collections.Immutable;
using SearchService.Core.Articles;

namespace SearchService.Quotations.Speakers;

/// <summary>The people an article names, and who is meant by its phrases.</summary>
internal sealed class ArticlePeople(ImmutableArray<string> names)
{
    /// <summary>Each once and as fully as it is written, in the order of the text.</summary>
    public ImmutableArray<string> Names => names;

    /// <summary>Says who is meant by a phrase.</summary>
    /// <param name="phrase">A name, part of one, an office or a pronoun, as a span of the text; it speaks.</param>
    /// <returns>Who; a speaker without a name when the article doesn't tell.</returns>
    public ResolvedSpeaker Resolve(TextSpan phrase) => names.IsEmpty || phrase.End == phrase.Start ? default : new ResolvedSpeaker(names[0], null);
}

/// <summary>Who speaks.</summary>
/// <param name="Name">A person's name as fully as the article has it, else the phrase of an office or institution ("the Kremlin"); null when the article doesn't tell who is meant.</param>
/// <param name="Role">What the article says the speaker is, or null.</param>
internal readonly record struct ResolvedSpeaker(string? Name, string? Role);
