using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;

namespace CisPosture.Aws.Collectors;

internal sealed class UserCollector(CollectionContext context) : IamCollector(context, EvidenceKind.Users)
{
    protected override async Task ReadAsync()
    {
        var users = await Context.ReadAsync(ListAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { Users = users });
    }

    private async Task<IReadOnlyList<IamUser>> ListAsync()
    {
        var pages = await PagesAsync(
            Operations.ListUsers,
            (iam, marker, cancellation) => iam.ListUsersAsync(new ListUsersRequest { Marker = marker, MaxItems = 1000 }, cancellation),
            page => (page.IsTruncated, page.Marker)).ConfigureAwait(false);
        return [.. pages.SelectMany(page => page.Users.OrEmpty()).Select(ToUser).OrderBy(user => user.UserName, StringComparer.Ordinal)];
    }

    private IamUser ToUser(User user) => new()
    {
        UserName = user.UserName ?? string.Empty,
        UserId = user.UserId ?? string.Empty,
        Arn = user.Arn ?? string.Empty,
        CreateDate = Required(Operations.ListUsers, user.CreateDate, "CreateDate"),
        PasswordLastUsed = user.PasswordLastUsed.AsUtc(),
    };
}
