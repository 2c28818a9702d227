namespace CisPosture.Help.Cmdlets;

/// <summary>How a parameter is given in some of the parameter sets.</summary>
/// <param name="Sets">The sets, in the cmdlet's order.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Position">Where it may stand without its name; null where it may not.</param>
/// <param name="Pipeline">How the pipeline gives it, as help pages say it.</param>
internal sealed record ParameterUse(IReadOnlyList<string> Sets, bool IsRequired, int? Position, string Pipeline);
