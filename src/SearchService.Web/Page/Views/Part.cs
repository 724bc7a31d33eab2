using Microsoft.AspNetCore.Components;
using SearchService.Web.Page.Languages;
using SearchService.Web.Page.State;
using SearchService.Web.Page.Wording;

namespace SearchService.Web.Page.Views;

/// <summary>A part of the document.</summary>
public abstract class Part : ComponentBase
{
    /// <summary>What the document shows.</summary>
    [Parameter, EditorRequired]
    public required PageView View { get; set; }

    /// <summary>What the page says.</summary>
    protected StringTable Text => View.Text;

    /// <summary>Numbers, dates and values in words.</summary>
    protected PageWording Wording => View.Wording;

    /// <summary>What the address asks for.</summary>
    protected PageState State => View.State;

    /// <summary>What a search counts, as the keys of strings end: <c>articles</c>, <c>stories</c> or <c>quotes</c>.</summary>
    protected string ThingsCounted => State.IsOfQuotations ? "quotes" : State.IsCollapsed ? "stories" : "articles";

    /// <summary>So many articles, or quotations where those are shown.</summary>
    protected string Counted(long n) => Text[State.IsOfQuotations ? "results.quotes" : "results.articles", ("n", n)];

    /// <summary>The page's own language, where what is around has another.</summary>
    /// <param name="around">Code of ISO 639; null for none.</param>
    protected string? OwnLanguage(string? around) => around is null || around == Text.Language ? null : Text.Language;
}
