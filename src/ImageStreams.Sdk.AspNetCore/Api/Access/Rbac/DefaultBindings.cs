namespace ImageStreams.AspNetCore;

/// <summary>The bindings that an OpenShift cluster begins with.</summary>
internal static class DefaultBindings
{
    private const string ClusterAdmins = "system:cluster-admins";
    private const string Admin = "system:admin";
    private const string OAuthUsers = "system:authenticated:oauth";

    /// <summary>All bindings.</summary>
    public static IEnumerable<RbacBinding> All =>
    [
        Bind("cluster-admin", DefaultRoles.ClusterAdmin, ApiGroups.Masters),
        Bind("cluster-admins", DefaultRoles.ClusterAdmin, ClusterAdmins) with
        {
            Subjects = [RbacSubject.CreateGroup(ClusterAdmins), RbacSubject.CreateUser(Admin)],
        },
        Bind("basic-users", DefaultRoles.BasicUser, ApiGroups.Authenticated),
        Bind("self-provisioners", DefaultRoles.SelfProvisioner, OAuthUsers),
        Bind("system:basic-user", DefaultRoles.SystemBasicUser, ApiGroups.Authenticated),
        Bind("system:discovery", DefaultRoles.Discovery, ApiGroups.Authenticated),
        Bind("system:public-info-viewer", DefaultRoles.PublicInfo, ApiGroups.Authenticated, ApiGroups.Unauthenticated),
    ];

    private static RbacBinding Bind(string name, string role, params string[] groups) => new()
    {
        Name = name,
        Role = role,
        Subjects = [.. groups.Select(RbacSubject.CreateGroup)],
    };
}
