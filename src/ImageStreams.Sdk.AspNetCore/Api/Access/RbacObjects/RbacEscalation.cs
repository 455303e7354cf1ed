using ImageStreams.Clients;
using ImageStreams.Collections;

namespace ImageStreams.AspNetCore;

/// <summary>Keeps users from giving rights that they do not have.</summary>
internal static class RbacEscalation
{
    private const int MaxRights = 10_000;

    /// <summary>A name that no object has: only a rule without names allows it.</summary>
    private const string AnyName = "\0";

    private static readonly RbacRule[] Everything =
    [
        new() { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"] },
        new() { Verbs = ["*"], NonResourceUrls = ["*"] },
    ];

    /// <summary>Requires that a user has the rights of rules.</summary>
    /// <param name="policy">The roles and bindings.</param>
    /// <param name="rules">The rules that are given.</param>
    /// <param name="access">The access by which they are given, in the namespace where they count.</param>
    /// <param name="freePass">The access whose right makes the comparison needless.</param>
    /// <exception cref="ApiException">The user does not have one of them (403), or there are more than can be compared (400).</exception>
    public static void Require(RbacPolicy policy, ValueList<RbacRule> rules, ApiAccess access, ApiAccess freePass)
    {
        var user = access.User;
        if (user.Groups.Contains(ApiGroups.Masters))
        {
            return;
        }

        var held = policy.GetGrants(user, access.Namespace).Select(static grant => grant.Rule).ToList();
        if (held.Exists(rule => rule.Allows(freePass)))
        {
            return;
        }

        // The lists of a rule are multiplied: a short body can mean more rights than there is time for.
        if (rules.Sum(CountRights) > MaxRights)
        {
            throw AccessErrors.BadRequest($"the rules give more than {MaxRights} single rights, which are too many to compare with those of the user");
        }

        var missing = rules.Where(rule => !IsHeld(rule, user, held)).ToList();
        if (missing.Count > 0)
        {
            throw Refuse(access, user, missing);
        }
    }

    /// <summary>Requires that a user may do everything: a role that aggregates others can have any rule later.</summary>
    /// <param name="policy">The roles and bindings.</param>
    /// <param name="access">The access by which the rights are given.</param>
    /// <param name="freePass">The access whose right makes the comparison needless.</param>
    /// <exception cref="ApiException">The user may not (403).</exception>
    public static void RequireAll(RbacPolicy policy, ApiAccess access, ApiAccess freePass)
    {
        var held = policy.GetGrants(access.User, access.Namespace).Select(static grant => grant.Rule).ToList();
        if (!access.User.Groups.Contains(ApiGroups.Masters) && !held.Exists(rule => rule.Allows(freePass)) && !Everything.All(rule => IsHeld(rule, access.User, held)))
        {
            throw Refuse(access, "must have cluster-admin privileges to use an aggregationRule");
        }
    }

    private static bool IsHeld(RbacRule rule, ApiUser user, List<RbacRule> held) =>
        GetAccesses(rule, user).All(one => held.Exists(other => other.Allows(one)));

    private static double CountRights(RbacRule rule) =>
        Math.Max(1.0, rule.Verbs.Count)
        * ((Math.Max(1.0, rule.ApiGroups.Count) * Math.Max(1.0, rule.Resources.Count) * Math.Max(1.0, rule.ResourceNames.Count))
            + rule.NonResourceUrls.Count);

    /// <summary>Gets each right of a rule on its own.</summary>
    private static IEnumerable<ApiAccess> GetAccesses(RbacRule rule, ApiUser user)
    {
        IEnumerable<string> names = rule.ResourceNames.IsEmpty ? [AnyName] : rule.ResourceNames;
        var resources =
            from verb in rule.Verbs
            from apiGroup in rule.ApiGroups
            from resource in rule.Resources
            from name in names
            select CreateAccess(user, verb, apiGroup, resource, name);
        var paths = rule.Verbs.SelectMany(verb => rule.NonResourceUrls.Select(url => new ApiAccess { User = user, Verb = verb, Path = url }));
        return resources.Concat(paths);
    }

    private static ApiAccess CreateAccess(ApiUser user, string verb, string apiGroup, string resource, string name)
    {
        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        return new ApiAccess
        {
            User = user,
            Verb = verb,
            Group = apiGroup,
            Resource = slash < 0 ? resource : resource[..slash],
            Subresource = slash < 0 ? "" : resource[(slash + 1)..],
            Name = name,
        };
    }

    private static ApiException Refuse(ApiAccess access, ApiUser user, List<RbacRule> missing)
    {
        var groups = string.Join(" ", user.Groups.Select(AccessText.Quote));
        return Refuse(
            access,
            $"user {AccessText.Quote(user.Name)} (groups=[{groups}]) "
            + $"is attempting to grant RBAC permissions not currently held:\n{string.Join('\n', missing.Select(Describe))}");
    }

    private static ApiException Refuse(ApiAccess access, string reason)
    {
        var message = $"{access.Resource}.{access.Group} {AccessText.Quote(access.Name)} is forbidden: {reason}";
        var details = new StatusDetails { Name = access.Name, Group = access.Group, Kind = access.Resource };
        return ServedErrors.Create(ApiFailure.Forbidden, 403, StatusReasons.Forbidden, message, details);
    }

    private static string Describe(RbacRule rule) => rule.NonResourceUrls.IsEmpty
        ? $"{{APIGroups:[{Join(rule.ApiGroups)}], Resources:[{Join(rule.Resources)}], Verbs:[{Join(rule.Verbs)}]}}"
        : $"{{NonResourceURLs:[{Join(rule.NonResourceUrls)}], Verbs:[{Join(rule.Verbs)}]}}";

    private static string Join(IEnumerable<string> texts) => string.Join(" ", texts.Select(AccessText.Quote));
}
