namespace SearchService.Quotations.Speakers;

/// <summary>Bounds of what is looked at for an article's people; past them less is found, never wrongly.</summary>
internal sealed record PeopleLimits
{
    /// <summary>Gets what stands where nothing else is asked for.</summary>
    public static PeopleLimits Default { get; } = new();

    /// <summary>Gets how many people an article may have; those named later are left out.</summary>
    public int People { get; init; } = 1_000;

    /// <summary>Gets how many words a name may have, particles apart; longer rows of capitals are no name.</summary>
    public int WordsOfName { get; init; } = 6;

    /// <summary>Gets how many UTF-16 units a name may have; longer ones are no name.</summary>
    public int LengthOfName { get; init; } = 100;

    /// <summary>Gets how many UTF-16 units a role, or a speaker without a name, may have; it is cut there.</summary>
    public int LengthOfPhrase { get; init; } = 200;

    /// <summary>Gets how many tokens a role may have; it is cut there.</summary>
    public int TokensOfRole { get; init; } = 12;

    /// <summary>Gets how many mentions back the one that a pronoun stands for is looked for.</summary>
    public int MentionsBack { get; init; } = 60;

    /// <summary>Gets how many speakers back the one that spoke last is looked for.</summary>
    public int SpeakersBack { get; init; } = 8;

    /// <summary>Gets how many tokens of a phrase are looked at.</summary>
    public int TokensOfPhrase { get; init; } = 60;

    /// <summary>Gets how many tokens a speaker without a name may have in its name; it is cut there.</summary>
    public int TokensOfSpeaker { get; init; } = 10;
}
