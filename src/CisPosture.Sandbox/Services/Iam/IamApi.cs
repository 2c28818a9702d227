using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Identity and Access Management, which every partition has in one Region.</summary>
internal sealed class IamApi : ServiceApi
{
    public IamApi()
    {
        Add(CredentialReportOperations.GenerateCredentialReport);
        Add(CredentialReportOperations.GetCredentialReport);
        Add(UserOperations.ListUsers, resource: call => call.Account.Arn("iam", "", "user/"));
        Add(UserOperations.GetLoginProfile, resource: UserResource);
        Add(UserOperations.ListMFADevices, resource: UserResource);
        Add(UserOperations.ListAccessKeys, resource: UserResource);
        Add(UserOperations.GetAccessKeyLastUsed);
        Add(AccountOperations.GetAccountPasswordPolicy);
        AddWrite(AccountOperations.UpdateAccountPasswordPolicy);
        AddWrite(AccountOperations.DeleteAccountPasswordPolicy);
        Add(AccountOperations.GetAccountSummary);
        Add(AccountOperations.ListVirtualMFADevices);
        Add(AccountOperations.ListAccountAliases);
        Add(AuthorizationOperations.GetAccountAuthorizationDetails);
        Add(PolicyOperations.ListPolicies, resource: call => call.Account.Arn("iam", "", "policy/"));
        Add(PolicyOperations.GetPolicyVersion, resource: PolicyResource);
        Add(PolicyOperations.ListEntitiesForPolicy, resource: PolicyResource);
        Add(GroupOperations.GetGroup, resource: call => $"group {call.Input.Text("GroupName")}");
        Add(RoleOperations.GetRole, resource: call => $"role {call.Input.Text("RoleName")}");
    }

    public override string Name => "iam";

    public override bool IsGlobal => true;

    public override string QueryVersion => "2010-05-08";

    public override string XmlNamespace => "https://iam.amazonaws.com/doc/2010-05-08/";

    public override ServiceErrors Errors { get; } = new QueryErrors();

    private static string UserResource(ApiCall call) => $"user {call.Input.Text("UserName")}";

    private static string PolicyResource(ApiCall call) => $"policy {call.Input.Text("PolicyArn")}";
}
