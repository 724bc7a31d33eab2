namespace SearchService.Backend;

/// <summary>Names of outlets, people and topics as texts of words.</summary>
public static class NameText
{
    /// <summary>The words of a name: <c>gun_control</c> is two, in an index as in a query.</summary>
    /// <param name="name">As an article has it.</param>
    public static string WordsOf(string name) => name.Replace('_', ' ');
}
