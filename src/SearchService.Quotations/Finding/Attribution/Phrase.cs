using SearchService.Quotations.Text;

namespace SearchService.Quotations.Finding.Attribution;

/// <summary>Words outside quotation marks that may name who speaks.</summary>
/// <param name="Tokens">The words.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Order">How many phrases of its sentence stand before it.</param>
/// <param name="AfterPreposition">Whether a preposition stands before it, so that it is no subject.</param>
/// <param name="OwnsSpeech">Whether what follows is something said that is its: "Ott's claim".</param>
internal readonly record struct Phrase(TokenRange Tokens, PhraseKind Kind, int Order, bool AfterPreposition, bool OwnsSpeech);

/// <summary>What a phrase is.</summary>
internal enum PhraseKind
{
    /// <summary>Words with capitals: "Mayor Ott".</summary>
    Name,

    /// <summary>A noun with what stands before it: "the mayor", "his wife", "federal prosecutors".</summary>
    Noun,

    /// <summary>"he".</summary>
    Subject,

    /// <summary>"him".</summary>
    Object,

    /// <summary>"his", or "Ott's" before a noun.</summary>
    Owner,

    /// <summary>"who".</summary>
    Relative,
}
