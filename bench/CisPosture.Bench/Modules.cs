using System.Reflection;

namespace CisPosture.Bench;

/// <summary>Where the build put the modules.</summary>
internal static class Modules
{
    public static string CisPosture => Metadata("Module");

    public static string Empty => Metadata("EmptyModule");

    private static string Metadata(string key) =>
        typeof(Modules).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
