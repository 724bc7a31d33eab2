namespace SearchService.Quotations.Speakers;

/// <summary>Somebody an article names.</summary>
internal struct Person
{
    /// <summary>The mention that names most fully.</summary>
    public NamePart Fullest;

    /// <summary>The name there.</summary>
    public string? Name;

    /// <summary>The first mention, as a number of a part.</summary>
    public int First;

    /// <summary>What the mentions say.</summary>
    public Gender Gender;

    /// <summary>How many mentions have more than a last name.</summary>
    public int FullMentions;

    /// <summary>How many mentions there are.</summary>
    public int Mentions;

    /// <summary>The part whose role is the person's; -1 when none is told.</summary>
    public int RoleAt;

    /// <summary>The last full mention so far, as a number of a part, while parts are gone through; else -1.</summary>
    public int LastFull;
}
