using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>The users and groups that every API server knows.</summary>
internal static class ApiGroups
{
    public const string Masters = "system:masters";
    public const string Authenticated = "system:authenticated";
    public const string Unauthenticated = "system:unauthenticated";
    public const string AnonymousName = "system:anonymous";

    private const string ServiceAccountPrefix = "system:serviceaccount:";
    private const string ServiceAccounts = "system:serviceaccounts";

    /// <summary>The user of a request without credentials.</summary>
    public static ApiUser Anonymous { get; } = new() { Name = AnonymousName, Groups = [Unauthenticated] };

    /// <summary>Adds the group that everybody with a name is in.</summary>
    public static ApiUser Complete(ApiUser user)
    {
        var isAnonymous = user.Name == AnonymousName;
        if (!isAnonymous && user.Groups.Contains(Unauthenticated))
        {
            return user;
        }

        var group = isAnonymous ? Unauthenticated : Authenticated;
        return user.Groups.Contains(group) ? user : user with { Groups = [.. user.Groups, group] };
    }

    /// <summary>Splits the name of a service account; false for another user.</summary>
    public static bool TrySplitServiceAccount(string user, out string ns, out string name)
    {
        var parts = user.StartsWith(ServiceAccountPrefix, StringComparison.Ordinal) ? user[ServiceAccountPrefix.Length..].Split(':') : [];
        var isAccount = parts is [{ Length: > 0 }, { Length: > 0 }];
        ns = isAccount ? parts[0] : "";
        name = isAccount ? parts[1] : "";
        return isAccount;
    }

    /// <summary>Gets the groups of the service accounts of a namespace.</summary>
    public static ValueList<string> GetServiceAccountGroups(string ns) => [ServiceAccounts, $"{ServiceAccounts}:{ns}"];
}
