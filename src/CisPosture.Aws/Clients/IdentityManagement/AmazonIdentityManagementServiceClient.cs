using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using CisPosture.Aws.Clients.Protocol;

namespace Amazon.IdentityManagement;

internal sealed class AmazonIdentityManagementServiceClient(AWSCredentials credentials, AmazonIdentityManagementServiceConfig config) : QueryClient(credentials, config)
{
    public Task<GenerateCredentialReportResponse> GenerateCredentialReportAsync(GenerateCredentialReportRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GenerateCredentialReportResponse>(request, cancellationToken);

    public Task<GetCredentialReportResponse> GetCredentialReportAsync(GetCredentialReportRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetCredentialReportResponse>(request, cancellationToken);

    public Task<ListUsersResponse> ListUsersAsync(ListUsersRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListUsersResponse>(request, cancellationToken);

    public Task<GetLoginProfileResponse> GetLoginProfileAsync(GetLoginProfileRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetLoginProfileResponse>(request, cancellationToken);

    public Task<ListMFADevicesResponse> ListMFADevicesAsync(ListMFADevicesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListMFADevicesResponse>(request, cancellationToken);

    public Task<ListAccessKeysResponse> ListAccessKeysAsync(ListAccessKeysRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListAccessKeysResponse>(request, cancellationToken);

    public Task<GetAccessKeyLastUsedResponse> GetAccessKeyLastUsedAsync(GetAccessKeyLastUsedRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetAccessKeyLastUsedResponse>(request, cancellationToken);

    public Task<GetAccountPasswordPolicyResponse> GetAccountPasswordPolicyAsync(GetAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetAccountPasswordPolicyResponse>(request, cancellationToken);

    public Task<UpdateAccountPasswordPolicyResponse> UpdateAccountPasswordPolicyAsync(UpdateAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<UpdateAccountPasswordPolicyResponse>(request, cancellationToken);

    public Task<DeleteAccountPasswordPolicyResponse> DeleteAccountPasswordPolicyAsync(DeleteAccountPasswordPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<DeleteAccountPasswordPolicyResponse>(request, cancellationToken);

    public Task<GetAccountSummaryResponse> GetAccountSummaryAsync(GetAccountSummaryRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetAccountSummaryResponse>(request, cancellationToken);

    public Task<ListVirtualMFADevicesResponse> ListVirtualMFADevicesAsync(ListVirtualMFADevicesRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListVirtualMFADevicesResponse>(request, cancellationToken);

    public Task<GetAccountAuthorizationDetailsResponse> GetAccountAuthorizationDetailsAsync(GetAccountAuthorizationDetailsRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetAccountAuthorizationDetailsResponse>(request, cancellationToken);

    public Task<ListEntitiesForPolicyResponse> ListEntitiesForPolicyAsync(ListEntitiesForPolicyRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<ListEntitiesForPolicyResponse>(request, cancellationToken);

    public Task<GetGroupResponse> GetGroupAsync(GetGroupRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetGroupResponse>(request, cancellationToken);

    public Task<GetRoleResponse> GetRoleAsync(GetRoleRequest request, CancellationToken cancellationToken = default) =>
        SendAsync<GetRoleResponse>(request, cancellationToken);
}
