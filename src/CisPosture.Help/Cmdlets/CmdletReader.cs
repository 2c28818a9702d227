using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CisPosture.Help.Cmdlets;

/// <summary>Describes a cmdlet from what the engine has made of its type.</summary>
internal static class CmdletReader
{
    private const string AllSets = "__AllParameterSets";

    // Every cmdlet that asks has these, so they come after what is the cmdlet's own.
    private static readonly string[] Asking = ["Confirm", "WhatIf"];

    public static CmdletDescription Read(CmdletInfo cmdlet)
    {
        var sets = cmdlet.ParameterSets.OrderByDescending(set => set.IsDefault).ToList();
        var defaults = Activator.CreateInstance(cmdlet.ImplementingType)!;
        using var owned = defaults as IDisposable;
        var parameters = cmdlet.Parameters.Values
            .Where(IsOwn)
            .OrderBy(parameter => Array.IndexOf(Asking, parameter.Name))
            .ThenBy(parameter => parameter.Name, StringComparer.Ordinal)
            .Select(parameter => Describe(parameter, sets, defaults))
            .ToList();
        return new CmdletDescription(cmdlet.Name, [.. sets.Select(Syntax)], parameters, Inputs(sets), [.. cmdlet.OutputType.Select(type => type.Name).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsOwn(ParameterMetadata parameter) => IsOwn(parameter.Name);

    private static bool IsOwn(string name) => !Cmdlet.CommonParameters.Contains(name);

    private static ParameterDescription Describe(ParameterMetadata parameter, List<CommandParameterSetInfo> sets, object cmdlet)
    {
        var uses = sets
            .Select(set => (set.Name, Parameter: set.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Name)))
            .Where(use => use.Parameter is not null)
            .GroupBy(use => (use.Parameter!.IsMandatory, use.Parameter.Position, Pipeline: Pipeline(use.Parameter)))
            .Select(group => new ParameterUse([.. group.Select(use => use.Name)], group.Key.IsMandatory, Position(group.Key.Position), group.Key.Pipeline))
            .ToList();
        return new ParameterDescription
        {
            Name = parameter.Name,
            Type = TypeName(parameter.ParameterType),
            IsSwitch = parameter.SwitchParameter,
            Aliases = [.. parameter.Aliases.Order(StringComparer.Ordinal)],
            Values = Values(parameter),
            Default = Default(parameter, cmdlet),
            TakesWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            IsInAllSets = uses.Sum(use => use.Sets.Count) == sets.Count,
            Uses = uses,
        };
    }

    private static int? Position(int position) => position == int.MinValue ? null : position;

    private static string Pipeline(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static string TypeName(Type type)
    {
        if (type.IsArray)
        {
            return TypeName(type.GetElementType()!) + "[]";
        }

        return (Nullable.GetUnderlyingType(type) ?? type).Name;
    }

    private static IReadOnlyList<string> Values(ParameterMetadata parameter)
    {
        var element = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        element = Nullable.GetUnderlyingType(element) ?? element;
        return element.IsEnum ? Enum.GetNames(element) : [.. parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(set => set.ValidValues)];
    }

    private static string Default(ParameterMetadata parameter, object cmdlet)
    {
        var value = cmdlet.GetType().GetProperty(parameter.Name)?.GetValue(cmdlet);
        return value switch
        {
            _ when parameter.SwitchParameter => "False",
            null or string { Length: 0 } => "None",
            string text => text,
            IEnumerable items => items.Cast<object>().Any() ? string.Join(", ", items.Cast<object>()) : "None",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    private static SyntaxDescription Syntax(CommandParameterSetInfo set)
    {
        var items = set.Parameters
            .Where(parameter => IsOwn(parameter.Name))
            .OrderBy(parameter => Array.IndexOf(Asking, parameter.Name))
            .ThenBy(parameter => Position(parameter.Position) ?? int.MaxValue)
            .ThenByDescending(parameter => parameter.IsMandatory)
            .Select(Item);
        return new SyntaxDescription(set.Name == AllSets ? null : set.Name, set.IsDefault, [.. items, "[<CommonParameters>]"]);
    }

    private static string Item(CommandParameterInfo parameter)
    {
        var name = Position(parameter.Position) is null ? $"-{parameter.Name}" : $"[-{parameter.Name}]";
        var item = parameter.ParameterType == typeof(SwitchParameter) ? name : $"{name} <{TypeName(parameter.ParameterType)}>";
        return parameter.IsMandatory ? item : $"[{item}]";
    }

    private static IReadOnlyList<string> Inputs(List<CommandParameterSetInfo> sets)
    {
        var types = sets
            .SelectMany(set => set.Parameters)
            .Where(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName)
            .Select(parameter => parameter.ParameterType)
            .Select(type => type.IsArray ? type.GetElementType()! : type)
            .Select(type => (Nullable.GetUnderlyingType(type) ?? type).FullName!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return types.Count == 0 ? ["None"] : types;
    }
}
