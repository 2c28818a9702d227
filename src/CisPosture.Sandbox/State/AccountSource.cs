using System.Reflection;
using System.Text.Json;
using CisPosture.Sandbox.State.Enterprise;

namespace CisPosture.Sandbox.State;

/// <summary>Finds the account that the options name: built in, generated, or a file.</summary>
internal static class AccountSource
{
    private const string Prefix = "accounts/";
    private const string Extension = ".json";

    /// <summary>The names that need no file.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = typeof(AccountSource).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => name[Prefix.Length..^Extension.Length])
        .Append(EnterpriseAccount.Name)
        .Order(StringComparer.Ordinal)
        .ToArray();

    /// <param name="options">The options.</param>
    /// <param name="memberId">The id of the member that is made from the account; null for the account itself.</param>
    public static SandboxAccount Load(SandboxOptions options, string? memberId = null)
    {
        var name = options.Account;
        if (name == EnterpriseAccount.Name) return EnterpriseAccount.Generate(options.Enterprise, options.Time.GetUtcNow(), memberId);
        if (!BuiltIn.Contains(name, StringComparer.Ordinal) && !name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
        {
            throw new AccountFileException($"There is no account '{name}'. Built in are {string.Join(", ", BuiltIn)}; for one of your own give the path of a {Extension} file.");
        }

        try
        {
            using var stream = Open(name);
            return AccountFile.Read(stream, options.Time.GetUtcNow(), memberId);
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new AccountFileException($"The account '{name}' cannot be read: {exception.Message}", exception);
        }
    }

    private static Stream Open(string name) =>
        BuiltIn.Contains(name, StringComparer.Ordinal)
            ? Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Prefix}{name}{Extension}")!
            : File.OpenRead(name);
}
