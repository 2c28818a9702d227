namespace CisPosture.Help.Pages;

/// <summary>Stands on a page where a person must write something.</summary>
internal static class Mark
{
    private const string Begin = "{{";
    private const string End = "}}";

    /// <summary>A mark.</summary>
    /// <param name="task">What is to be written.</param>
    public static string Of(string task) => $"{Begin} {task} {End}";

    /// <summary>Whether a text has a mark in it.</summary>
    public static bool IsIn(string text) => text.Contains(Begin, StringComparison.Ordinal) && text.Contains(End, StringComparison.Ordinal);
}
