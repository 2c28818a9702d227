namespace CisPosture.Bench;

/// <summary>The findings of many accounts in two nights: security groups that fail, of which one in a hundred is another one in the second night.</summary>
internal sealed class Nights(int count)
{
    private const int Accounts = 10;
    private const int Regions = 16;
    private const int Critical = 10;
    private const int Renewed = 100;

    private static readonly DateTimeOffset Start = new(2026, 6, 15, 2, 0, 0, TimeSpan.Zero);

    /// <summary>How many findings a night has.</summary>
    public int Count => count;

    /// <summary>Makes them one by one, so that nothing is measured but what becomes of them.</summary>
    public IEnumerable<CisFinding> Of(int night)
    {
        for (var number = 0; number < count; number++)
        {
            yield return Finding(number, night);
        }
    }

    private CisFinding Finding(int number, int night)
    {
        // In the order in which a scan emits: control, account, Region, resource.
        var account = $"{(number / (count / Accounts + 1)) + 1:D12}";
        var region = $"region-{number / (count / Accounts / Regions + 1) % Regions:D2}";
        var group = number % Renewed == 0 ? $"sg-{number:D8}{night:D2}" : $"sg-{number:D8}";
        var resource = $"arn:aws:ec2:{region}:{account}:security-group/{group}";
        return new CisFinding
        {
            FindingId = $"cis-1.2.0/4.1/{account}/{group}",
            ControlId = "4.1",
            Title = "Ensure no security groups allow ingress from 0.0.0.0/0 to port 22",
            Severity = number / Renewed % Critical == 0 ? "Critical" : "High",
            Status = "Failed",
            ReasonCode = "NON_COMPLIANT",
            Reason = "1 ingress rule lets the world reach port 22: tcp 22 from 0.0.0.0/0.",
            AccountId = account,
            Region = region,
            ResourceType = "AwsEc2SecurityGroup",
            ResourceId = resource,
            ConfigRule = "restricted-ssh",
            Evidence = new Dictionary<string, object?>(StringComparer.Ordinal) { ["GroupName"] = group, ["VpcId"] = "vpc-0123456789abcdef0", ["OpenRules"] = new[] { "tcp 22 from 0.0.0.0/0" } },
            Notes = [],
            RepairCommand = "Repair-CisSecurityGroup",
            Guidance = "Let nobody in but those who need it: name the addresses of your offices or a bastion in the place of 0.0.0.0/0, or use Session Manager and close the port.",
            ObservedAt = Start.AddDays(night),
        };
    }
}
