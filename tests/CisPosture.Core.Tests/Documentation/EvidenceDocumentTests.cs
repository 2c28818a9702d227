using System.Collections;
using System.Text;
using CisPosture.Accounts;
using CisPosture.Controls;
using CisPosture.Permissions;

namespace CisPosture.Core.Tests.Documentation;

/// <summary>docs/evidence.md is made of what evidence kinds and controls declare; this test keeps the page true, and rewrites it on request.</summary>
public sealed class EvidenceDocumentTests
{
    private const string RewriteVariable = "CISPOSTURE_REWRITE_DOCS";

    // IAM calls these actions otherwise than the API calls its operations.
    private static readonly Dictionary<string, string> OperationOfAction = new(StringComparer.Ordinal)
    {
        ["s3:GetBucketPublicAccessBlock"] = "s3:GetPublicAccessBlock",
        ["s3:GetAccountPublicAccessBlock"] = "s3control:GetPublicAccessBlock",
    };

    private static string Page => Repository.PathOf("docs", "evidence.md");

    [Fact]
    public void The_page_on_evidence_says_what_the_code_declares()
    {
        var expected = Expected();
        if (Environment.GetEnvironmentVariable(RewriteVariable) == "1")
        {
            File.WriteAllText(Page, expected);
        }

        var actual = File.ReadAllText(Page).ReplaceLineEndings("\n");
        Assert.True(expected == actual, $"docs/evidence.md is out of date. Run this test once with {RewriteVariable}=1 and look at what changed.");
    }

    [Fact]
    public void Every_kind_of_evidence_has_a_reader_and_a_name_of_its_own()
    {
        var read = BenchmarkCatalogue.Current.Controls.SelectMany(control => Reads(control).Needed.Concat(Reads(control).Welcome).Concat(Reads(control).OnRequest)).ToHashSet();
        Assert.Empty(EvidenceKind.All.Where(kind => !read.Contains(kind)).Select(kind => kind.Name));
        Assert.Equal(EvidenceKind.All.Count, EvidenceKind.All.Select(kind => kind.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Every_kind_names_at_least_one_action_in_the_spelling_of_IAM() =>
        Assert.All(EvidenceKind.All, kind =>
        {
            Assert.NotEmpty(kind.Permissions);
            Assert.All(kind.Permissions, action => Assert.Matches("^(cloudtrail|cloudwatch|config|ec2|iam|kms|logs|s3|sns):[A-Z][A-Za-z]+$", action));
        });

    private static string Expected()
    {
        var page = new StringBuilder()
            .Append("# Evidence\n\n")
            .Append("What a scan can read of an account, which calls and IAM actions that takes, and which controls judge from it. A scan reads only\n")
            .Append("what the controls that were asked for need. This page is made by a test from what the code declares; edit the code instead.\n\n")
            .Append("*Needed by*: without it there is no verdict, and the finding is NotAvailable. *Adds notes to*: a gap changes no verdict.\n")
            .Append("*On request of*: read where a control parameter asks for it.\n\n")
            .Append("| evidence | read | API operations | IAM actions | needed by | adds notes to | on request of |\n")
            .Append("|---|---|---|---|---|---|---|\n");
        foreach (var kind in EvidenceKind.All.OrderBy(kind => kind.Name, StringComparer.Ordinal))
        {
            page.Append(Row(kind));
        }

        return page.ToString();
    }

    private static string Row(EvidenceKind kind)
    {
        string[] cells =
        [
            kind.Name,
            kind.IsRegional ? "in every Region" : "once",
            Codes(OperationsOf(kind)),
            OperationsOf(kind).SequenceEqual(kind.Permissions, StringComparer.Ordinal) ? "the same" : Codes(kind.Permissions),
            Ids(control => Reads(control).Needed.Contains(kind)),
            Ids(control => Reads(control).Welcome.Contains(kind)),
            Ids(control => Reads(control).OnRequest.Contains(kind)),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Codes(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"`{name}`"));

    private static IEnumerable<string> OperationsOf(EvidenceKind kind) => kind.Permissions.Select(action => OperationOfAction.GetValueOrDefault(action, action));

    private static string Ids(Func<CisControl, bool> reads) => ControlRuns.Of(BenchmarkCatalogue.Current.Controls.Where(reads).Select(control => control.Number));

    private static (IReadOnlyList<EvidenceKind> Needed, IReadOnlyList<EvidenceKind> Welcome, IReadOnlyList<EvidenceKind> OnRequest) Reads(CisControl definition)
    {
        var control = ControlRegistry.Get(definition);
        var usual = ControlParameterSet.Empty.For(definition, isStrict: false);
        var everything = ControlParameterSet.Read(AllSwitches(definition), [definition]).For(definition, isStrict: false);
        var needed = control.Needs(usual);
        var welcome = control.Welcomes(usual).Except(needed).ToList();
        return (needed, welcome, [.. control.Needs(everything).Concat(control.Welcomes(everything)).Except(needed).Except(welcome)]);
    }

    private static Hashtable AllSwitches(CisControl definition)
    {
        var table = new Hashtable();
        foreach (var parameter in definition.Parameters.Where(parameter => parameter.Type == "Boolean"))
        {
            table[parameter.Name] = true;
        }

        return table;
    }
}
