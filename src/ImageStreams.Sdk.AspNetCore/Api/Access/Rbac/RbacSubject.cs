using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Somebody to whom a binding gives the rights of a role.</summary>
public sealed record RbacSubject
{
    private const string ServiceAccountPrefix = "system:serviceaccount:";

    /// <summary>The kind; a user by default.</summary>
    public RbacSubjectKind Kind { get; init; }

    /// <summary>The name of the user, the group or the service account.</summary>
    public required string Name { get; init; }

    /// <summary>The namespace of a service account; empty for that of the binding.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Creates a subject that is one user.</summary>
    /// <param name="name">The user's name.</param>
    /// <returns>The subject.</returns>
    public static RbacSubject CreateUser(string name) => new() { Name = name };

    /// <summary>Creates a subject that is a group.</summary>
    /// <param name="name">The group's name.</param>
    /// <returns>The subject.</returns>
    public static RbacSubject CreateGroup(string name) => new() { Kind = RbacSubjectKind.Group, Name = name };

    /// <summary>Creates a subject that is a service account.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="name">The account's name.</param>
    /// <returns>The subject.</returns>
    public static RbacSubject CreateServiceAccount(string ns, string name) =>
        new() { Kind = RbacSubjectKind.ServiceAccount, Namespace = ns, Name = name };

    /// <summary>Determines whether a user is meant.</summary>
    /// <param name="user">The user.</param>
    /// <param name="ns">The namespace of the binding; empty for none.</param>
    /// <returns>True if it is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="user"/> is null.</exception>
    public bool Includes(ApiUser user, string ns)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Kind switch
        {
            RbacSubjectKind.Group => user.Groups.Contains(Name),
            RbacSubjectKind.ServiceAccount => user.Name == $"{ServiceAccountPrefix}{GetNamespace(ns)}:{Name}",
            _ => user.Name == Name,
        };
    }

    /// <summary>Returns kind and name.</summary>
    public override string ToString() =>
        $"{Kind} {AccessText.Quote(Kind == RbacSubjectKind.ServiceAccount ? $"{Name}/{Namespace}" : Name)}";

    private string GetNamespace(string ns) => Namespace.Length == 0 ? ns : Namespace;
}
