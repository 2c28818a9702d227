using System.Text.Json;
using CisPosture.Core.Tests.Findings;
using CisPosture.Findings;

namespace CisPosture.Reports.Tests.Json;

public sealed partial class JsonReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cisposture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_member_of_a_finding_comes_back()
    {
        var step = new CisRepairStep
        {
            Number = 1,
            ControlIds = ["4.1"],
            Operation = "ec2:RevokeSecurityGroupIngress",
            Parameters = """{"GroupId":"sg-1"}""",
            Change = "0.0.0.0/0 → none",
            UndoOperation = "ec2:AuthorizeSecurityGroupIngress",
            NotUndoable = "It can.",
            Time = SampleFindings.Now,
            Region = "us-east-1",
            ResourceId = "sg-1",
            Description = "Revoke a rule",
            Before = "0.0.0.0/0",
            After = "none",
            Outcome = "Done",
            Message = "Read back.",
        };
        var finding = SampleFindings.Of("4.1") with
        {
            ConfigRule = "restricted-ssh",
            RepairCommand = "Repair-CisSecurityGroup",
            Evidence = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase) { ["Ports"] = new[] { "22" }, ["Count"] = 3, ["Large"] = 5_000_000_000L, ["Share"] = 0.25, ["IsOpen"] = true, ["Nothing"] = null },
            Notes = ["One.", "Two."],
            Repair = new CisRepairResult { Outcome = "Changed", ReasonCode = ReasonCode.Compliant, Reason = "Revoked.", NextCommand = "Get-CisRepair", JournalId = "run-1", Steps = [step] },
            Suppression = new CisSuppression { Reason = "Bastion.", Owner = "net", Expires = "2026-12-31", Path = "rules.yaml", Line = 3 },
            FirstSeen = SampleFindings.Now.AddDays(-2),
            LastSeen = SampleFindings.Now.AddTicks(7),
            ChangeKind = "Reopened",
        };
        var path = Path.Combine(_folder, "all.json");
        File.WriteAllBytes(path, Support.Reports.Bytes(ReportFormat.Json, finding));
        var again = Assert.Single(FindingFile.Read(path));
        Assert.Equivalent(finding, again, strict: true);
        Assert.Empty(typeof(CisFinding).GetProperties().Where(member => member.GetValue(finding) is null).Select(member => member.Name));
    }

    private static string Describe(CisFinding finding) => JsonSerializer.Serialize(finding);
}
