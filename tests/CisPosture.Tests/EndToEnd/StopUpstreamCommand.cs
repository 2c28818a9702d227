using System.Diagnostics;
using System.Management.Automation;
using System.Reflection;

namespace CisPosture.Tests.EndToEnd;

/// <summary>
/// Lets one object through and stops the commands before it, by the exception by which Select-Object -First does; the bare engine has no
/// Select-Object.
/// </summary>
[Cmdlet(VerbsLifecycle.Stop, "Upstream")]
[OutputType(typeof(PSObject), typeof(long))]
public sealed class StopUpstreamCommand : PSCmdlet
{
    private static readonly ConstructorInfo Stop = typeof(PSCmdlet).Assembly
        .GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Single(constructor => constructor.GetParameters() is [var parameter] && parameter.ParameterType.IsAssignableFrom(typeof(StopUpstreamCommand)));

    /// <summary>The object.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Writes the object and the moment of the stop.</summary>
    protected override void ProcessRecord()
    {
        WriteObject(InputObject);
        WriteObject(Stopwatch.GetTimestamp());
        throw (Exception)Stop.Invoke([this]);
    }
}
