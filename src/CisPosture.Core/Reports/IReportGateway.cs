namespace CisPosture.Reports;

/// <summary>Hands out the writers of reports. The module owns this contract; CisPosture.Reports implements it behind its own load context.</summary>
public interface IReportGateway
{
    /// <summary>The writer of a format.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The writer.</returns>
    IReportWriter Writer(ReportFormat format);
}
