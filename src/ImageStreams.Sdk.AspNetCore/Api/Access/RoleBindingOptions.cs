namespace ImageStreams.AspNetCore;

/// <summary>A binding of a cluster role to users and groups.</summary>
public sealed class RoleBindingOptions
{
    /// <summary>The name of the cluster role, such as <c>edit</c> or <c>cluster-admin</c>; required.</summary>
    public string Role { get; set; } = "";

    /// <summary>The namespace in which the rights count; empty, the default, for the whole cluster.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The names of the users; <c>system:serviceaccount:NAMESPACE:NAME</c> for a service account. None by default.</summary>
    public IList<string> Users { get; } = new List<string>();

    /// <summary>The groups; none by default.</summary>
    public IList<string> Groups { get; } = new List<string>();

    /// <summary>Creates the binding.</summary>
    internal RbacBinding ToBinding(int index) => new()
    {
        Name = FormattableString.Invariant($"configured-{index}"),
        Namespace = Namespace,
        Role = Role,
        Subjects = [.. Users.Select(RbacSubject.CreateUser), .. Groups.Select(RbacSubject.CreateGroup)],
    };
}
