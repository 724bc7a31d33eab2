namespace SearchService.Analysis.Marks;

/// <summary>What is known of a part of a query from one text alone.</summary>
internal enum Truth
{
    /// <summary>It didn't match.</summary>
    No,

    /// <summary>It is about something else than this text.</summary>
    Maybe,

    /// <summary>It matched.</summary>
    Yes,
}
