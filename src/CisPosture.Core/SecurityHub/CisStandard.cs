using System.Text.RegularExpressions;

namespace CisPosture.SecurityHub;

/// <summary>
/// The CIS standard in Security Hub: how a finding names the control that it is about. Findings of one standard name the rule in their generator;
/// those that serve all standards name only the control in the numbering that these share.
/// </summary>
internal static class CisStandard
{
    /// <summary>The standard among those that a finding serves.</summary>
    public const string StandardsId = "ruleset/cis-aws-foundations-benchmark/v/1.2.0";

    /// <summary>What every finding of this module and of the standard is.</summary>
    public const string FindingType = "Software and Configuration Checks/Industry and Regulatory Standards/CIS AWS Foundations Benchmark";

    private const string SharedPrefix = "security-control/";

    private static readonly Regex RuleGenerator = new(
        @"^arn:[a-z-]+:securityhub:::" + StandardsId + @"/rule/(?<rule>[0-9.]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>What the generators of the standard's rules begin with; the ARN of the first partition is met in others.</summary>
    public static IReadOnlyList<string> RulePrefixes(string partition) => partition == "aws" ? [RulePrefix("aws")] : [RulePrefix("aws"), RulePrefix(partition)];

    /// <summary>The standard's ARN.</summary>
    public static string Arn(string partition) => $"arn:{partition}:securityhub:::{StandardsId}";

    /// <summary>The generator of a control.</summary>
    public static string GeneratorOf(string partition, string controlId) => RulePrefix(partition) + controlId;

    /// <summary>True for a finding that serves all standards.</summary>
    public static bool IsShared(string? generatorId) => generatorId?.StartsWith(SharedPrefix, StringComparison.Ordinal) == true;

    /// <summary>What the generators of findings that serve all standards begin with.</summary>
    public static string SharedGeneratorPrefix => SharedPrefix;

    /// <summary>The controls that a finding is about, of which one check may serve two; none where the benchmark does not have it.</summary>
    /// <param name="generatorId">What made the finding.</param>
    /// <param name="securityControlId">The control in the shared numbering; null where the finding does not tell.</param>
    public static IReadOnlyList<CisControl> ControlsOf(string? generatorId, string? securityControlId)
    {
        var rule = RuleGenerator.Match(generatorId ?? string.Empty);
        if (rule.Success)
        {
            return ControlId.TryParse(rule.Groups["rule"].Value, out var id) ? [.. BenchmarkCatalogue.Current.Controls.Where(control => control.Number == id)] : [];
        }

        var shared = IsShared(generatorId) ? generatorId!.Substring(SharedPrefix.Length) : securityControlId;
        return [.. BenchmarkCatalogue.Current.Controls.Where(control => shared is not null && string.Equals(control.SecurityControlId, shared, StringComparison.OrdinalIgnoreCase))];
    }

    private static string RulePrefix(string partition) => $"{Arn(partition)}/rule/";
}
