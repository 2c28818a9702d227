using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>Identity and Access Management, which every partition has in one Region.</summary>
internal sealed class IamApi : ServiceApi
{
    public IamApi()
    {
        AddCredentials();
        AddUsers();
        AddGroups();
        AddRoles();
        AddPolicies();
        AddAccount();
    }

    public override string Name => "iam";

    public override bool IsGlobal => true;

    public override string QueryVersion => "2010-05-08";

    public override string XmlNamespace => "https://iam.amazonaws.com/doc/2010-05-08/";

    public override ServiceErrors Errors { get; } = new QueryErrors();

    private void AddCredentials()
    {
        Add(CredentialReportOperations.GenerateCredentialReport);
        Add(CredentialReportOperations.GetCredentialReport);
        Add(LoginProfileOperations.GetLoginProfile, resource: UserResource);
        AddWrite(LoginProfileOperations.CreateLoginProfile, resource: UserResource);
        AddWrite(LoginProfileOperations.DeleteLoginProfile, resource: UserResource);
        Add(AccessKeyOperations.ListAccessKeys, resource: UserResource);
        Add(AccessKeyOperations.GetAccessKeyLastUsed);
        AddWrite(AccessKeyOperations.CreateAccessKey, resource: UserResource);
        AddWrite(AccessKeyOperations.UpdateAccessKey, resource: UserResource);
        AddWrite(AccessKeyOperations.DeleteAccessKey, resource: UserResource);
    }

    private void AddUsers()
    {
        Add(UserOperations.ListUsers, resource: call => call.Account.Arn("iam", "", "user/"));
        Add(UserOperations.GetUser, resource: UserResource);
        Add(UserOperations.ListMFADevices, resource: UserResource);
        Add(GroupOperations.ListGroupsForUser, resource: UserResource);
        Add(AttachedPolicyOperations.ListAttachedUserPolicies, resource: UserResource);
        AddWrite(AttachedPolicyOperations.AttachUserPolicy, resource: UserResource);
        AddWrite(AttachedPolicyOperations.DetachUserPolicy, resource: UserResource);
        Add(InlinePolicyOperations.ListUserPolicies, resource: UserResource);
        Add(InlinePolicyOperations.GetUserPolicy, resource: UserResource);
        AddWrite(InlinePolicyOperations.PutUserPolicy, resource: UserResource);
        AddWrite(InlinePolicyOperations.DeleteUserPolicy, resource: UserResource);
    }

    private void AddGroups()
    {
        Add(GroupOperations.GetGroup, resource: GroupResource);
        AddWrite(GroupOperations.CreateGroup, resource: GroupResource);
        AddWrite(GroupOperations.DeleteGroup, resource: GroupResource);
        AddWrite(GroupOperations.AddUserToGroup, resource: GroupResource);
        AddWrite(GroupOperations.RemoveUserFromGroup, resource: GroupResource);
        Add(AttachedPolicyOperations.ListAttachedGroupPolicies, resource: GroupResource);
        AddWrite(AttachedPolicyOperations.AttachGroupPolicy, resource: GroupResource);
        AddWrite(AttachedPolicyOperations.DetachGroupPolicy, resource: GroupResource);
        Add(InlinePolicyOperations.ListGroupPolicies, resource: GroupResource);
        Add(InlinePolicyOperations.GetGroupPolicy, resource: GroupResource);
        AddWrite(InlinePolicyOperations.PutGroupPolicy, resource: GroupResource);
        AddWrite(InlinePolicyOperations.DeleteGroupPolicy, resource: GroupResource);
    }

    private void AddRoles()
    {
        Add(RoleOperations.GetRole, resource: RoleResource);
        AddWrite(RoleOperations.CreateRole, resource: RoleResource);
        AddWrite(RoleOperations.DeleteRole, resource: RoleResource);
        AddWrite(RoleOperations.UpdateAssumeRolePolicy, resource: RoleResource);
        Add(RoleOperations.ListRoleTags, resource: RoleResource);
        AddWrite(RoleOperations.TagRole, resource: RoleResource);
        AddWrite(RoleOperations.UntagRole, resource: RoleResource);
        Add(AttachedPolicyOperations.ListAttachedRolePolicies, resource: RoleResource);
        AddWrite(AttachedPolicyOperations.AttachRolePolicy, resource: RoleResource);
        AddWrite(AttachedPolicyOperations.DetachRolePolicy, resource: RoleResource);
        Add(InlinePolicyOperations.ListRolePolicies, resource: RoleResource);
        Add(InlinePolicyOperations.GetRolePolicy, resource: RoleResource);
        AddWrite(InlinePolicyOperations.PutRolePolicy, resource: RoleResource);
        AddWrite(InlinePolicyOperations.DeleteRolePolicy, resource: RoleResource);
        AddWrite(ServiceLinkedRoleOperations.CreateServiceLinkedRole);
        AddWrite(ServiceLinkedRoleOperations.DeleteServiceLinkedRole, resource: RoleResource);
        Add(ServiceLinkedRoleOperations.GetServiceLinkedRoleDeletionStatus);
    }

    private void AddPolicies()
    {
        Add(PolicyOperations.ListPolicies, resource: call => call.Account.Arn("iam", "", "policy/"));
        Add(PolicyOperations.GetPolicy, resource: PolicyResource);
        Add(PolicyOperations.ListEntitiesForPolicy, resource: PolicyResource);
        AddWrite(PolicyOperations.CreatePolicy);
        AddWrite(PolicyOperations.DeletePolicy, resource: PolicyResource);
        Add(PolicyOperations.ListPolicyTags, resource: PolicyResource);
        AddWrite(PolicyOperations.TagPolicy, resource: PolicyResource);
        AddWrite(PolicyOperations.UntagPolicy, resource: PolicyResource);
        Add(PolicyVersionOperations.GetPolicyVersion, resource: PolicyResource);
        Add(PolicyVersionOperations.ListPolicyVersions, resource: PolicyResource);
        AddWrite(PolicyVersionOperations.CreatePolicyVersion, resource: PolicyResource);
        AddWrite(PolicyVersionOperations.DeletePolicyVersion, resource: PolicyResource);
        AddWrite(PolicyVersionOperations.SetDefaultPolicyVersion, resource: PolicyResource);
    }

    private void AddAccount()
    {
        Add(AccountOperations.GetAccountPasswordPolicy);
        AddWrite(AccountOperations.UpdateAccountPasswordPolicy);
        AddWrite(AccountOperations.DeleteAccountPasswordPolicy);
        Add(AccountOperations.GetAccountSummary);
        Add(AccountOperations.ListVirtualMFADevices);
        Add(AccountOperations.ListAccountAliases);
        Add(AuthorizationOperations.GetAccountAuthorizationDetails);
    }

    private static string UserResource(ApiCall call) => $"user {call.Input.Text("UserName")}";

    private static string GroupResource(ApiCall call) => $"group {call.Input.Text("GroupName")}";

    private static string RoleResource(ApiCall call) => $"role {call.Input.Text("RoleName")}";

    private static string PolicyResource(ApiCall call) => $"policy {call.Input.Text("PolicyArn")}";
}
