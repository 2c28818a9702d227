using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

internal sealed class VirtualMfaDeviceCollector(CollectionContext context) : IamCollector(context, EvidenceKind.VirtualMfaDevices)
{
    protected override async Task ReadAsync()
    {
        var devices = await Context.ReadAsync(ListAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { VirtualMfaDevices = devices });
    }

    private async Task<IReadOnlyList<VirtualMfaDevice>> ListAsync()
    {
        var pages = await PagesAsync(
            Operations.ListVirtualMfaDevices,
            (iam, marker, cancellation) => iam.ListVirtualMFADevicesAsync(
                new ListVirtualMFADevicesRequest { AssignmentStatus = "Assigned", Marker = marker, MaxItems = 1000 }, cancellation),
            page => (page.IsTruncated, page.Marker)).ConfigureAwait(false);
        return
        [
            .. pages.SelectMany(page => page.VirtualMFADevices.OrEmpty())
                .Select(device => new VirtualMfaDevice
                {
                    SerialNumber = device.SerialNumber ?? string.Empty,
                    UserArn = device.User?.Arn,
                    UserId = device.User?.UserId,
                })
                .OrderBy(device => device.SerialNumber, StringComparer.Ordinal),
        ];
    }
}
