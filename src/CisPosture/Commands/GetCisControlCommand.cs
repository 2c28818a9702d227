using System.Management.Automation;
using CisPosture.Completion;

namespace CisPosture.Commands;

/// <summary>Lists the controls of the benchmark. Works offline.</summary>
[Cmdlet(VerbsCommon.Get, "CisControl")]
[OutputType(typeof(CisControl))]
public sealed class GetCisControlCommand : CisCmdlet
{
    /// <summary>Control numbers, or patterns such as 3.*.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ControlId")]
    [ControlIdText]
    [ArgumentCompleter(typeof(ControlIdCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Id { get; set; }

    /// <summary>Only controls of these severities.</summary>
    [Parameter]
    public Severity[]? Severity { get; set; }

    /// <summary>Only controls of chapters whose title matches; wildcards may be used.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SectionCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Section { get; set; }

    /// <summary>Only controls that a cmdlet can mend.</summary>
    [Parameter]
    public SwitchParameter Repairable { get; set; }

    private protected override void Process()
    {
        foreach (var control in ControlSelection.Of(ControlIdText.Settle(Id, MyInvocation.Line), [], Severity))
        {
            if (IsInSection(control) && (!Repairable || control.IsRepairable))
            {
                WriteObject(control);
            }
        }
    }

    private bool IsInSection(CisControl control) =>
        Section is null || Section.Any(section => new WildcardPattern(section, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant).IsMatch(control.Section));
}
