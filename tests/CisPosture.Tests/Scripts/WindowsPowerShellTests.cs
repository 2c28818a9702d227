using System.Management.Automation.Language;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Scripts;

/// <summary>Scripts of the project run in Windows PowerShell 5.1 too, whose parser and commands are older than those that the tests have.</summary>
public sealed class WindowsPowerShellTests
{
    private static readonly TokenKind[] NewerTokens =
    [
        TokenKind.AndAnd, TokenKind.OrOr, TokenKind.QuestionMark, TokenKind.QuestionQuestion, TokenKind.QuestionQuestionEquals, TokenKind.QuestionDot, TokenKind.QuestionLBracket, TokenKind.Clean,
    ];

    private static readonly string[] NewerVariables = ["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle", "PSNativeCommandUseErrorActionPreference"];

    private static readonly string[] NewerParameters = ["Parallel", "ThrottleLimit", "TimeoutSeconds", "AsHashtable", "AsUTC"];

    /// <summary>The project's scripts; those that begin with '#requires -Version 7' say that they are for PowerShell 7 alone.</summary>
    public static TheoryData<string> Scripts =>
    [
        .. new[] { "*.ps1", "samples", "src", "tests" }
            .SelectMany(place => place == "*.ps1"
                ? Directory.EnumerateFiles(BuiltModule.Root, place)
                : Directory.EnumerateFiles(Path.Combine(BuiltModule.Root, place), "*.ps1", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(BuiltModule.Root, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void There_are_scripts() => Assert.Contains("build.ps1", Scripts.Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_keeps_to_what_Windows_PowerShell_understands(string script)
    {
        var faults = Faults(File.ReadAllText(Path.Combine(BuiltModule.Root, script)));

        Assert.True(faults.Count == 0, $"{script}: {string.Join("; ", faults)}");
    }

    [Theory]
    [InlineData("$a ? 1 : 2")]
    [InlineData("$a ?? 1")]
    [InlineData("$a ??= 1")]
    [InlineData("${a}?.Length")]
    [InlineData("${a}?[0]")]
    [InlineData("one && two")]
    [InlineData("one || two")]
    [InlineData("one &")]
    [InlineData("function f { clean { 1 } }")]
    [InlineData("1..3 | ForEach-Object -Parallel { $_ }")]
    [InlineData("if ($IsWindows) { 1 }")]
    [InlineData("\"`e[0m\"")]
    [InlineData("'caf\u00e9'")]
    [InlineData("if (")]
    public void What_only_a_newer_PowerShell_understands_is_found(string script) => Assert.NotEmpty(Faults(script));

    [Theory]
    [InlineData("$a = if ($b) { 1 } else { 2 }; [IO.Path]::Combine('a', 'b')")]
    [InlineData("Get-Item . | Where-Object { $_.Name } | & { process { $_ } }")]
    public void What_Windows_PowerShell_understands_is_no_fault(string script) => Assert.Empty(Faults(script));

    private static List<string> Faults(string script)
    {
        var tree = Parser.ParseInput(script, out var tokens, out var errors);
        if (tree.ScriptRequirements?.RequiredPSVersion is { Major: >= 7 })
        {
            return [];
        }

        var nodes = tree.FindAll(_ => true, searchNestedScriptBlocks: true).ToList();
        return
        [
            .. errors.Select(error => $"line {error.Extent.StartLineNumber}: {error.Message}"),
            .. tokens.Where(token => NewerTokens.Contains(token.Kind)).Select(token => At(token.Extent)),
            .. nodes.OfType<PipelineAst>().Where(pipeline => pipeline.Background).Select(pipeline => At(pipeline.Extent)),
            .. nodes.OfType<VariableExpressionAst>().Where(variable => NewerVariables.Contains(variable.VariablePath.UserPath, StringComparer.OrdinalIgnoreCase)).Select(variable => At(variable.Extent)),
            .. nodes.OfType<CommandParameterAst>().Where(IsNewer).Select(parameter => At(parameter.Extent)),
            .. tokens.Where(token => token.Kind is TokenKind.StringExpandable or TokenKind.HereStringExpandable && token.Text.Contains("`e", StringComparison.Ordinal)).Select(token => At(token.Extent)),
            // Without a byte order mark it reads a script in the system's own code page.
            .. script.Split('\n').Select((line, index) => (line, number: index + 1)).Where(line => !line.line.All(char.IsAscii)).Select(line => $"line {line.number}: only ASCII reads the same everywhere: {line.line.Trim()}"),
        ];
    }

    // Our own cmdlets may call a parameter as they like.
    private static bool IsNewer(CommandParameterAst parameter) =>
        NewerParameters.Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase)
        && parameter.Parent is CommandAst command
        && command.GetCommandName()?.Contains("-Cis", StringComparison.OrdinalIgnoreCase) != true;

    private static string At(IScriptExtent extent) => $"line {extent.StartLineNumber}: {extent.Text}";
}
