using System.Management.Automation;
using System.Reflection;
using CisPosture.Commands;
using CisPosture.Repairs;

namespace CisPosture.Tests.Repairs;

/// <summary>Repair-CisFinding offers what the single repairs offer, so that whoever knows one knows the other.</summary>
public sealed class RepairParameterTests
{
    private static readonly Type[] Repairs =
    [
        .. typeof(RepairCmdlet).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(RepairCmdlet)) && type != typeof(RepairCisFindingCommand)),
    ];

    public static TheoryData<string> Parameters => [.. Repairs.SelectMany(type => OwnParameters(type).Select(parameter => $"{type.Name}.{parameter.Name}"))];

    public static TheoryData<string> Commands => [.. RepairCatalogue.Current.Repairs.Select(repair => repair.Command)];

    [Fact]
    public void Every_repair_of_the_catalogue_has_a_cmdlet_and_every_cmdlet_a_repair() =>
        Assert.Equal(RepairCatalogue.Current.Repairs.Select(repair => repair.Command).Order(StringComparer.Ordinal), Repairs.Select(Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Parameters))]
    public void The_parameter_of_a_repair_is_one_of_RepairCisFinding_too(string name)
    {
        var parts = name.Split('.');
        var own = Repairs.Single(type => type.Name == parts[0]).GetProperty(parts[1])!;
        var shared = typeof(RepairCisFindingCommand).GetProperty(parts[1]);
        Assert.True(shared is not null, $"Repair-CisFinding lacks -{parts[1]} of {parts[0]}.");
        Assert.Equal(own.PropertyType, shared.PropertyType);
        Assert.Equal(Validation(own), Validation(shared));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Options_are_those_that_the_repair_takes_whichever_cmdlet_asks(string command)
    {
        var own = Repairs.Single(repair => Name(repair) == command);
        Assert.Equal(OptionsOf(own, command).GetType(), OptionsOf(typeof(RepairCisFindingCommand), command).GetType());
    }

    private static object OptionsOf(Type cmdlet, string command)
    {
        using var instance = (RepairCmdlet)Activator.CreateInstance(cmdlet)!;
        return cmdlet.GetMethod("OptionsOf", BindingFlags.NonPublic | BindingFlags.Instance)!.Invoke(instance, [command])!;
    }

    private static IEnumerable<PropertyInfo> OwnParameters(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null);

    private static IEnumerable<string> Validation(PropertyInfo parameter) => parameter.GetCustomAttributes<ValidateArgumentsAttribute>().Select(attribute => attribute.GetType().Name).Order(StringComparer.Ordinal);

    private static string Name(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return $"{attribute.VerbName}-{attribute.NounName}";
    }
}
