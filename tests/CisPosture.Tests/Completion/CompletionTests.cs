using System.Management.Automation;
using System.Reflection;
using CisPosture.Commands;
using CisPosture.Completion;
using CisPosture.Repairs;
using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Completion;

/// <summary>What the Tab key offers, as the engine's own TabExpansion2 tells.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly ModuleSession _session = ModuleSession.Open();
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public static TheoryData<string, Type> Kinds => new()
    {
        { "Region", typeof(RegionCompleter) },
        { "ExcludeRegion", typeof(RegionCompleter) },
        { "ProfileName", typeof(ProfileCompleter) },
        { "ExcludeId", typeof(ControlIdCompleter) },
        { "ControlId", typeof(ControlIdCompleter) },
        { "Section", typeof(SectionCompleter) },
    };

    public void Dispose()
    {
        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_alarm_controls_are_fourteen_ids_with_their_titles()
    {
        var offers = Complete("Test-CisControl -Id 3.");

        Assert.Equal(Enumerable.Range(1, 14).Select(number => $"'3.{number}'"), offers.Select(offer => offer.CompletionText));
        Assert.Equal(Enumerable.Range(1, 14).Select(number => $"3.{number}"), offers.Select(offer => offer.ListItemText));
        Assert.Equal("Ensure a log metric filter and alarm exist for unauthorized API calls (Medium)", offers[0].ToolTip);
        Assert.Equal(14, offers.Select(offer => offer.ToolTip).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("Test-CisControl 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl 1.1,4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -Id 1.1, 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -Id '4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -Id \"4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -Id 4.*", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -Id 3.1?", "'3.10' '3.11' '3.12' '3.13' '3.14'")]
    [InlineData("Test-CisControl -ExcludeId 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Test-CisControl -ControlId 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Get-CisControl 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Get-CisControl 3389", "'4.2'")]
    [InlineData("Get-CisRequiredPermission -ExcludeId 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Get-CisFinding -ControlId 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Get-CisRepair -ControlId 4.", "'4.1' '4.2' '4.3'")]
    [InlineData("Get-CisControl -Section mon", "Monitoring")]
    [InlineData("Get-CisControl -Section ide", "'Identity and Access Management'")]
    [InlineData("Test-CisControl -Region eu-west-", "eu-west-1 eu-west-2 eu-west-3")]
    [InlineData("Test-CisControl -Region us-east-1,eu-north", "eu-north-1")]
    [InlineData("Test-CisControl -RegionToCall eu-north", "eu-north-1")]
    [InlineData("Test-CisControl -ExcludeRegion 'eu-north", "eu-north-1")]
    [InlineData("Get-CisFinding -Region cn-*", "cn-north-1 cn-northwest-1")]
    [InlineData("Publish-CisFinding -Region eu-north", "eu-north-1")]
    [InlineData("Repair-CisFinding -Region eu-north", "eu-north-1")]
    [InlineData("Export-CisSnapshot ./x.json -Region eu-north", "eu-north-1")]
    [InlineData("Test-CisControl -Severity c", "Critical")]
    [InlineData("Get-CisFinding -Status n", "NotAvailable")]
    [InlineData("Export-CisReport ./x -Format sa", "Sarif")]
    [InlineData("Repair-CisFinding -SubscriberProtocol email-", "email-json")]
    public void What_begins_with_the_word_is_offered(string line, string offers) =>
        Assert.Equal(offers, string.Join(' ', Complete(line).Select(offer => offer.CompletionText)));

    [Fact]
    public void A_comma_asks_for_every_control() => Assert.Equal(43, Complete("Test-CisControl -Id 1.1,").Count);

    [Fact]
    public void Regions_have_their_names()
    {
        var offers = Complete("Test-CisControl -Region ");

        Assert.Equal("Europe (Ireland)", Assert.Single(offers, offer => offer.CompletionText == "eu-west-1").ToolTip);
        Assert.Equal("China (Beijing), partition aws-cn", Assert.Single(offers, offer => offer.CompletionText == "cn-north-1").ToolTip);
        Assert.Equal("af-south-1", offers[0].CompletionText);
    }

    [Fact]
    public void Regions_of_the_session_s_partition_come_first()
    {
        _session.Run("$StoredAWSRegion = 'us-gov-west-1'");

        Assert.Equal(["us-gov-east-1", "us-gov-west-1"], Complete("Test-CisControl -Region ").Take(2).Select(offer => offer.CompletionText));
    }

    [Fact]
    public void Profiles_are_named_and_nothing_else_of_their_files_is_shown()
    {
        var credentials = Write("credentials", "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n[audit]\naws_secret_access_key = not-a-secret\n  [ ops team ] # on call\n[o'brien]\n[x\u001b[2J]\n");

        var offers = Complete($"Test-CisControl -ProfileLocation '{credentials}' -ProfileName ");

        Assert.Equal(["default", "audit", "'ops team'", "'o''brien'"], offers.Select(offer => offer.CompletionText));
        Assert.All(offers, offer => Assert.Equal(credentials, offer.ToolTip));
    }

    [Fact]
    public void Profiles_are_looked_for_where_the_user_stands()
    {
        Write("credentials", "[audit]\n[ops team]\n");
        _session.Run("$ExecutionContext.SessionState.Path.SetLocation($args[0])", _folder);

        Assert.Equal("audit", Assert.Single(Complete("Repair-CisFinding -ProfileLocation ./credentials -ProfileName a")).CompletionText);
        Assert.Equal("'ops team'", Assert.Single(Complete("Repair-CisFinding -ProfileLocation ./credentials -AWSProfileName 'ops t")).CompletionText);
    }

    [Fact]
    public void Files_that_are_not_there_offer_no_profile() =>
        Assert.Empty(Complete($"Test-CisControl -ProfileName a -ProfileLocation '{Path.Combine(_folder, "none")}'", "Test-CisControl -ProfileName a".Length));

    [Fact]
    public void Journals_offer_their_runs()
    {
        using var journal = new RepairJournal(JournalFolder.Of(_folder), "Repair-CisKeyRotation", () => DateTimeOffset.UnixEpoch) { Subject = ("111122223333", "arn") };
        journal.WriteIntent(new JournalIntent(1, new RepairStep
        {
            Target = new RepairTarget("KeyRotation", "us-east-1", "arn:aws:kms:us-east-1:111122223333:key/1"),
            Description = "Rotate",
            Call = new RepairCall("kms:EnableKeyRotation", RepairState.Empty),
            Before = null,
            After = null,
        }));

        foreach (var command in new[] { "Undo-CisRepair", "Get-CisRepair" })
        {
            var offer = Assert.Single(Complete($"{command} -JournalPath '{_folder}' -Id "));
            Assert.Equal($"'{journal.Id}'", offer.CompletionText);
            Assert.Equal($"{journal.Id} Repair-CisKeyRotation Running, 1 step", offer.ToolTip);
        }

        Assert.Empty(Complete($"Undo-CisRepair -JournalPath '{_folder}/none' -Id "));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_parameter_of_a_kind_is_completed_alike(string parameter, Type completer)
    {
        var properties = Cmdlets.SelectMany(type => type.GetProperties()).Where(property => property.Name == parameter && property.IsDefined(typeof(ParameterAttribute))).ToList();

        Assert.NotEmpty(properties);
        Assert.All(properties, property => Assert.Equal(completer, property.GetCustomAttribute<ArgumentCompleterAttribute>()?.Type));
    }

    [Fact]
    public void Every_parameter_that_takes_control_ids_is_completed() => Assert.All(
        Cmdlets.SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(ControlIdTextAttribute))),
        property => Assert.Equal(typeof(ControlIdCompleter), property.GetCustomAttribute<ArgumentCompleterAttribute>()?.Type));

    [Fact]
    public async Task Nothing_of_the_AWS_SDK_is_loaded_to_complete()
    {
        var run = await ConsoleRun.OfAsync(
            "-Command",
            """
            foreach ($line in 'Test-CisControl -Id 3.', 'Test-CisControl -Region ', 'Test-CisControl -ProfileName ', 'Get-CisRepair ') { $null = TabExpansion2 $line $line.Length }
            [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'CisPosture*' -or $_ -like 'AWSSDK*' }
            """);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["CisPosture", "CisPosture.Console", "CisPosture.Core"], run.Text.Split('\n').Order(StringComparer.Ordinal));
    }

    private static IEnumerable<Type> Cmdlets => typeof(CisCmdlet).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false));

    private IReadOnlyList<CompletionResult> Complete(string line, int? cursor = null)
    {
        var run = _session.Run("TabExpansion2 $args[0] $args[1]", line, cursor ?? line.Length);
        Assert.Null(run.Failure);
        return [.. ((CommandCompletion)Assert.Single(run.Output).BaseObject).CompletionMatches];
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
