using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>A way to get the rights of another user.</summary>
/// <remarks>
/// Kubernetes has two families. The old one asks for the verb <c>impersonate</c> on users, groups, UIDs and extras; who has it may do
/// anything as that user. A constrained one, since 1.35, asks for <c>impersonate:MODE</c> on them in the group
/// <c>authentication.k8s.io</c>, and besides for <c>impersonate-on:MODE:VERB</c> on what is to be done.
/// </remarks>
internal sealed class ImpersonationMode(string name, Func<ApiUser, bool> matches)
{
    private const string AuthenticationGroup = "authentication.k8s.io";
    private const string NodePrefix = "system:node:";
    private const string Nodes = "system:nodes";

    /// <summary>All modes, in the order in which they are tried.</summary>
    public static IReadOnlyList<ImpersonationMode> All { get; } =
    [
        new("arbitrary-node", static user => IsNode(user) && HasNameOnly(user)),
        new("serviceaccount", static user => IsServiceAccount(user) && HasNameOnly(user)),
        new("user-info", static user => !IsNode(user) && !IsServiceAccount(user)),
        new("", static _ => true),
    ];

    private bool IsConstrained => name.Length > 0;

    private string Verb => IsConstrained ? $"impersonate:{name}" : "impersonate";

    /// <summary>Determines whether users like this one can be impersonated in this mode.</summary>
    public bool Matches(ApiUser wanted) => matches(wanted);

    /// <summary>Gets what must be allowed, in the order in which it is asked.</summary>
    public IEnumerable<ImpersonationCheck> GetChecks(ApiUser wanted, ApiAccess access)
    {
        if (IsConstrained)
        {
            yield return new() { Access = access with { Verb = $"impersonate-on:{name}:{access.Verb}" } };
        }

        yield return new() { Access = GetNameAccess(wanted, access.User) };
        var others = GetUidAccess(wanted, access.User).Concat(GetGroupAccess(wanted, access.User)).Concat(GetExtraAccess(wanted, access.User));
        foreach (var other in others)
        {
            yield return new() { Access = other, Refusal = FindRefusal(other) };
        }
    }

    /// <summary>Adds the groups that the user has by its name.</summary>
    public ApiUser Complete(ApiUser wanted)
    {
        var isNode = IsConstrained && IsNode(wanted);
        var groups = isNode ? [Nodes] : wanted.Groups;
        if (groups.IsEmpty && ApiGroups.TrySplitServiceAccount(wanted.Name, out var ns, out _))
        {
            groups = ApiGroups.GetServiceAccountGroups(ns);
        }

        return ApiGroups.Complete(wanted with { Groups = groups });
    }

    private ApiAccess GetNameAccess(ApiUser wanted, ApiUser requester)
    {
        var access = Create(requester, IsConstrained ? AuthenticationGroup : "", "users", wanted.Name);
        if (IsConstrained && IsNode(wanted))
        {
            return access with { Resource = "nodes", Name = wanted.Name[NodePrefix.Length..] };
        }

        return ApiGroups.TrySplitServiceAccount(wanted.Name, out var ns, out var account)
            ? access with { Resource = "serviceaccounts", Namespace = ns, Name = account }
            : access;
    }

    private IEnumerable<ApiAccess> GetUidAccess(ApiUser wanted, ApiUser requester) =>
        wanted.Uid.Length == 0 ? [] : [Create(requester, AuthenticationGroup, "uids", wanted.Uid)];

    private IEnumerable<ApiAccess> GetGroupAccess(ApiUser wanted, ApiUser requester) =>
        wanted.Groups.Select(group => Create(requester, IsConstrained ? AuthenticationGroup : "", "groups", group));

    private IEnumerable<ApiAccess> GetExtraAccess(ApiUser wanted, ApiUser requester) => wanted.Extra.SelectMany(extra => extra.Value.Select(
        value => Create(requester, AuthenticationGroup, "userextras", value) with { Subresource = extra.Key }));

    /// <summary>Finds why a constrained mode cannot give a group, whatever the rights: it must not lead to all rights.</summary>
    private string? FindRefusal(ApiAccess access) => (IsConstrained && access.Resource == "groups", access.Name) switch
    {
        (true, "") => "impersonating the empty string group is not allowed",
        (true, ApiGroups.Masters) => $"impersonating the {ApiGroups.Masters} group is not allowed",
        _ => null,
    };

    private ApiAccess Create(ApiUser requester, string group, string resource, string value) => new()
    {
        User = requester,
        Verb = Verb,
        Group = group,
        Version = "v1",
        Resource = resource,
        Name = value,
    };

    private static bool IsNode(ApiUser user) =>
        user.Name.StartsWith(NodePrefix, StringComparison.Ordinal) && user.Name.Length > NodePrefix.Length;

    private static bool IsServiceAccount(ApiUser user) => ApiGroups.TrySplitServiceAccount(user.Name, out _, out _);

    private static bool HasNameOnly(ApiUser user) => user.Uid.Length == 0 && user.Groups.IsEmpty && user.Extra.IsEmpty;
}
