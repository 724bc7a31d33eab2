namespace SearchService.Quotations.Speakers;

/// <summary>Who speaks.</summary>
/// <param name="Name">A person's name as fully as the article has it, else the phrase of an office or institution ("Kremlin"); null when the article doesn't tell who is meant.</param>
/// <param name="Role">What the article says the speaker is, or null.</param>
internal readonly record struct ResolvedSpeaker(string? Name, string? Role);
