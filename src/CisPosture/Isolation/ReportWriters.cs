using CisPosture.Reports;

namespace CisPosture.Isolation;

/// <summary>Hands out the writers of reports, made on first use from the private libraries.</summary>
internal static class ReportWriters
{
    private static readonly Lazy<IReportGateway> Isolated = new(Create);

    /// <summary>The gateway.</summary>
    public static IReportGateway Current => Isolated.Value;

    private static IReportGateway Create()
    {
        var assembly = PrivateLibraries.Current.Find("CisPosture.Reports")
            ?? throw new FileNotFoundException($"The module's folder {ModuleFiles.Libraries} lacks CisPosture.Reports.dll; install the module again.");
        var type = assembly.GetType("CisPosture.Reports.ReportGateway", throwOnError: true)!;
        return (IReportGateway)Activator.CreateInstance(type, nonPublic: true)!;
    }
}
