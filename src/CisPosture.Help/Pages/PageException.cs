namespace CisPosture.Help.Pages;

/// <summary>A page that is not of the form from which help is made.</summary>
/// <param name="file">The page.</param>
/// <param name="line">Where it is wrong, from 1.</param>
/// <param name="problem">What is wrong and how it ought to be.</param>
internal sealed class PageException(string file, int line, string problem) : Exception($"{file}({line}): error HELP001: {problem}");
